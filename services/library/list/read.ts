import { Failure } from '#ingest/model/failure.ts';
import { decoded } from '#ingest/read/plain.ts';
import { legacyCount, legacyOf } from '#ingest/vocabulary/legacyLetters.ts';
import { type Aspect, type Told, withCells } from './cells.ts';
import { type Role, roleOf } from './headings.ts';
import { askedOf } from './line.ts';
import { rowsOf } from './rows.ts';

/** A line of a list: its number in the file, from 1, and what it asks. */
export interface ListLine {
  readonly line: number;
  readonly text: string;
  /** What is told of the document in cells beside its number that could not be read. */
  readonly unread?: readonly Aspect[];
}

/** Most lines that are answered in one go, blank ones not counted. */
export const mostLines = 1000;

/**
 * The lines of a list, blank ones passed over. A text has one question a line; of a CSV it is the first column, or the one that is headed as number, or
 * failing that as words; columns headed as date, body or place belong to the number beside them. UTF-8 and UTF-16 are read, with or without mark, and Windows-1258.
 *
 * @throws Failure `unknown-encoding`, and `bad-request` for more lines than `mostLines`, none at all, or a CSV that is none.
 */
export function readList(bytes: Uint8Array, form: 'text' | 'csv'): ListLine[] {
  const text = decoded(bytes).normalize('NFC');
  if (legacyOf(legacyCount(text)) !== null) {
    throw new Failure('unknown-encoding', 'The letters are those of TCVN3 or VNI.');
  }
  const lines = form === 'csv' ? csvLines(text) : textLines(text);
  if (lines.length === 0) throw new Failure('bad-request', 'The list holds no line with anything on it.');
  if (lines.length > mostLines) throw new Failure('bad-request', `The list has ${lines.length} lines; the limit is ${mostLines}.`);
  return lines;
}

/** Signs that lists put before their lines. */
const bullet = /^(?:[-•*–]|\d{1,4}[.)])\s+(?=\S)/u;

function textLines(text: string): ListLine[] {
  return text
    .split(/\r\n|[\n\r\f\u2028\u2029]/u)
    .map((line, index) => ({ line: index + 1, text: line.trim().replace(bullet, '') }))
    .filter((line) => line.text !== '');
}

function csvLines(text: string): ListLine[] {
  const rows = rowsOf(text);
  const headings = (rows[0]?.cells ?? []).map(roleOf);
  const asking = [...columnsOf(headings, 'number'), ...columnsOf(headings, 'words')];
  const isHeaded = asking.length > 0;
  return rows
    .slice(isHeaded ? 1 : 0)
    .map(({ line, cells }): ListLine => {
      const { text: asked, unread } = isHeaded ? headedText(headings, asking, cells) : { text: firstText(cells), unread: [] };
      return { line, text: asked, ...(unread.length === 0 ? {} : { unread }) };
    })
    .filter(({ text: asked }) => asked !== '');
}

function columnsOf(headings: readonly (Role | undefined)[], role: Role): number[] {
  return headings.flatMap((other, index) => (other === role ? [index] : []));
}

/** What a row asks: the first of the asking columns with anything in it, with what the cells beside a number say. */
function headedText(headings: readonly (Role | undefined)[], asking: readonly number[], cells: readonly string[]): Told {
  const asked = asking.map((index) => cells[index] ?? '').find((cell) => cell !== '') ?? '';
  if (askedOf(asked).kind !== 'number') return { text: asked, unread: [] };
  const beside = headings.flatMap((role, index) =>
    role === 'date' || role === 'issuer' ? [{ aspect: role, cell: cells[index] ?? '' }] : [],
  );
  return withCells(asked, beside);
}

/** The first cell; without quotation marks "21-KL/TW, ngày 12/4/2022" was parted at its comma, and is put together again. */
function firstText([asked = '', ...others]: readonly string[]): string {
  const rest = others.findIndex((cell) => !/^(?:ngày|của)\s/iu.test(cell));
  return [asked, ...others.slice(0, rest < 0 ? others.length : rest)].join(', ');
}
