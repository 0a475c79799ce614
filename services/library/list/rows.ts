import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '#ingest/model/failure.ts';

/** A row of a table: the number of its first line in the file, from 1, and its cells, blanks in them put together. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV, blank ones passed over.
 *
 * @throws Failure `bad-request` for a text that is none.
 */
export function rowsOf(csv: string): Row[] {
  // The parser counts both signs of a line end between quotation marks.
  const lines = csv.replace(/\r\n?/gu, '\n');
  const told = hint.exec(lines);
  // Its line stays as a blank one: those behind it keep their numbers.
  const text = lines.slice(told?.[0].length ?? 0);
  try {
    const rows = parse(text, {
      ...{ delimiter: told?.[1] ?? delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true, relax_quotes: true },
    });
    // Its types do not know of `info`.
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
      const inside = record.join('').split('\n').length - 1;
      return { line: info.lines - inside, cells: record.map((cell) => cell.replace(/\s+/gu, ' ').trim()) };
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    throw new Failure('bad-request', `The list is no well-formed CSV: ${thrown.message}.`, { cause: thrown });
  }
}

/** The first line in which spreadsheet programs are told what parts the columns: "sep=;". */
const hint = /^"?sep=([^"\p{L}\p{N}\n])"?\1*[ \t]*(?=\n|$)/iu;

/** So many lines tell what parts the columns. */
const sampled = 20;

/**
 * What parts the columns: of comma, semicolon (in programs set up for Vietnamese) and tab the one that stands equally often in the most lines ("Số, ký
 * hiệu" may stand in a heading without quotation marks); the comma where nothing does.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/gu, '')
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .slice(0, sampled);
  const counts = [',', ';', '\t'].map((sign) => {
    const inLines = lines.map((line) => line.split(sign).length - 1);
    return { sign, even: inLines.filter((count) => count > 0 && count === inLines[0]).length };
  });
  return counts.reduce((best, one) => (one.even > best.even ? one : best)).sign;
}
