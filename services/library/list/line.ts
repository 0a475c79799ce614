import { bodyHeads } from '#ingest/vocabulary/bodies.ts';
import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';
import { provinces } from '#ingest/vocabulary/places.ts';
import { fold } from '#services/analysis/folding.ts';
import { symbolAt, symbolKey } from '#services/analysis/symbols.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';

/** What a line asks: a document by its id, a number with what else the line says of the document, or words to be looked for. */
export type Asked = { readonly kind: 'id'; readonly id: string } | AskedNumber | { readonly kind: 'words' };

/** A number; `type` is a code, `date` an ISO date or a year, `issuer` folded words that name the body or its place. Null where the line does not say. */
export interface AskedNumber {
  readonly kind: 'number';
  readonly key: string;
  readonly type: string | null;
  readonly date: string | null;
  readonly issuer: readonly string[] | null;
  readonly term: string | null;
}

const id = /^(?:doc:)?([0-9a-f]{16})$/u;

/**
 * Reads a line. It is a number where it is one wholly: with the name of its type, "số", its date, body, place, term or subject ("về …") around it, in any order
 * behind it; accents are optional. Anything else makes words of it.
 */
export function askedOf(text: string): Asked {
  const asId = id.exec(text.trim())?.[1];
  if (asId !== undefined) return { kind: 'id', id: asId };
  const words = wordsIn(text);
  const named = longestAt(typeWords, words.folded, 0);
  let at = named?.length ?? 0;
  if (words.folded[at] === 'so' && at + 1 < words.folded.length) at += 1;
  const symbol = symbolAt(words, at, 'typed');
  if (symbol === null) return { kind: 'words' };
  const said = saidFrom(words, symbol.last + 1);
  if (said === null) return { kind: 'words' };
  return { kind: 'number', key: symbolKey(symbol.written), type: named?.value ?? null, ...said };
}

/** What is said of a document beside its number. */
export type Said = Pick<AskedNumber, 'date' | 'issuer' | 'term'>;

/** What a text that stands apart from the number says of the document, as a cell of a table does; null where any of it is nothing that is said of one. */
export function saidIn(text: string): Said | null {
  return saidFrom(wordsIn(text), 0);
}

function saidFrom(words: Words, first: number): Said | null {
  const said: Gathered = { date: null, issuer: null, term: null };
  for (let next = first; next < words.folded.length; ) {
    const end = sayingAt(words, next, said);
    if (end === null) return null;
    next = end;
  }
  return said;
}

type Gathered = { -readonly [field in keyof Said]: Said[field] };

/** Takes in what is said from word `at` on; gives the place behind it, or null where it is nothing that is said of a document. */
function sayingAt(words: Words, at: number, said: Gathered): number | null {
  const { folded } = words;
  const word = folded[at]!;
  if (isSubject(words, at)) return folded.length;
  if (word === 'ban' && folded[at + 1] === 'hanh') return at + 2;
  if (word === 'ky' && folded[at + 1] === 'ngay') return at + 1;
  const date = dateAt(words, at);
  if (date !== null) {
    said.date ??= date.value;
    return date.end;
  }
  const term = termAt(words, at);
  if (term !== null) {
    said.term ??= term.value;
    return term.end;
  }
  const isOf = word === 'cua' || (word === 'do' && at + 1 < folded.length);
  const from = isOf ? at + 1 : at;
  if (!isOf && longestAt(bodyWords, folded, at) === null) return null;
  let end = from;
  while (end < folded.length && !isSubject(words, end) && dateAt(words, end) === null && termAt(words, end) === null) end += 1;
  if (end === from || end - from > mostBodyWords) return null;
  const issued = folded[end - 2] === 'ban' && folded[end - 1] === 'hanh';
  said.issuer ??= folded.slice(from, issued ? end - 2 : end);
  return end;
}

/** A name of a body is no longer than this; more is a sentence. */
const mostBodyWords = 20;

/** "về …", "v/v …", "trích yếu …". */
function isSubject({ folded }: Words, at: number): boolean {
  return folded[at] === 've' || (folded[at] === 'v' && folded[at + 1] === 'v') || (folded[at] === 'trich' && folded[at + 1] === 'yeu');
}

interface Read {
  readonly value: string;
  readonly end: number;
}

/** "ngày 12/4/2022", "12-4-2022", "ngày 12 tháng 4 năm 2022", "2022-04-12", "năm 2022"; only days of the calendar. */
function dateAt(words: Words, at: number): Read | null {
  const { folded } = words;
  const named = folded[at] === 'ngay';
  if (folded[at] === 'nam' && /^(?:19|20)\d\d$/u.test(folded[at + 1] ?? '')) return { value: folded[at + 1]!, end: at + 2 };
  const first = named ? at + 1 : at;
  const worded = folded[first + 1] === 'thang' && folded[first + 3] === 'nam';
  const [a = '', b = '', c = ''] = worded
    ? [folded[first], folded[first + 2], folded[first + 4]]
    : [folded[first], folded[first + 1], folded[first + 2]];
  const joined = worded || (isJoint(words, first + 1) && isJoint(words, first + 2));
  if (!joined) return null;
  const iso = /^\d{4}$/u.test(a) ? isoDay(a, b, c) : isoDay(c, b, a);
  return iso === null ? null : { value: iso, end: first + (worded ? 5 : 3) };
}

function isJoint({ text, starts, ends }: Words, at: number): boolean {
  return /^\s?[-/.]\s?$/u.test(text.slice(ends[at - 1], starts[at]));
}

function isoDay(year: string, month: string, day: string): string | null {
  if (!/^(?:19|20)\d\d$/u.test(year) || !/^\d{1,2}$/u.test(month) || !/^\d{1,2}$/u.test(day)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso) ? iso : null;
}

/** "khóa XIII", "nhiệm kỳ 2020-2025". */
function termAt({ folded }: Words, at: number): Read | null {
  const isTerm = folded[at] === 'nhiem' && folded[at + 1] === 'ky';
  const from = isTerm ? at + 2 : folded[at] === 'khoa' ? at + 1 : null;
  if (from === null) return null;
  const [first = '', second = ''] = folded.slice(from, from + 2);
  if (/^[ivxl]{1,6}$/u.test(first)) return { value: first.toUpperCase(), end: from + 1 };
  return /^\d{4}$/u.test(first) && /^\d{4}$/u.test(second) ? { value: `${first}-${second}`, end: from + 2 } : null;
}

interface Named<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Tables of names by their first word, the longest first. */
function tableOf<T>(names: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly Named<T>[]> {
  const rows = names.map(([name, value]): Named<T> => ({ words: fold(name).split(' '), value }));
  return Map.groupBy(
    rows.sort((a, b) => b.words.length - a.words.length),
    ({ words }) => words[0]!,
  );
}

function longestAt<T>(table: ReadonlyMap<string, readonly Named<T>[]>, folded: readonly string[], at: number) {
  const found = table.get(folded[at] ?? '')?.find(({ words }) => words.every((word, index) => folded[at + index] === word));
  return found === undefined ? null : { length: found.words.length, value: found.value };
}

const typeWords = tableOf(documentTypes.flatMap(({ code, names }) => names.map((name) => [name, code] as const)));
const bodyWords = tableOf([
  ...bodyHeads.flatMap(({ kind, heads }) => (kind === 'body' || kind === 'office' ? heads : [])).map((head) => [head, true] as const),
  ...[...provinces, 'tỉnh', 'thành phố', 'huyện', 'trung ương', 'quốc hội', 'bộ chính trị', 'ban bí thư', 'btv', 'ubnd', 'hđnd'].map(
    (name) => [name, true] as const,
  ),
]);
