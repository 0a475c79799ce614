import type { Span } from '#ingest/model/span.ts';
import { provinces } from '#ingest/vocabulary/places.ts';
import { fullForms } from '#services/analysis/abbreviations.ts';
import { fold } from '#services/analysis/folding.ts';
import { readNumber } from '#services/analysis/readNumber.ts';
import { foldedSymbol, symbolAt, symbolKey } from '#services/analysis/symbols.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { type CodedNames, holdingNames, levelNames, typeNames } from './coded.ts';
import { readDays } from './dates.ts';
import { type Field, type fieldEntries, mostLike } from './fieldNames.ts';
import type { AskedTerm, QueryWord } from './query.ts';
import type { Reader } from './reader.ts';
import { wordsAsTyped } from './typing.ts';
import { wrongQuery } from './wrong.ts';

/** A value of a field as typed, and its place in the query. */
export interface Value {
  readonly text: string;
  readonly span: Span;
}

type Entry = (typeof fieldEntries)[number];

const places = new Set(provinces.map((name) => fold(name)));

/** True where these words, typed after a field without quotation marks, are one value of it. Of other values only the first word is taken. */
export function isWholeValue(field: Field, text: string): boolean {
  switch (field.asks) {
    case 'type':
      return typeNames.values(text).length > 0;
    case 'level':
      return levelNames.values(text).length > 0;
    case 'has':
      return holdingNames.values(text).length > 0;
    case 'days':
      return readDays(text) !== null;
    case 'number':
    case 'relation':
    case 'citedBy': {
      const words = wordsIn(text);
      return symbolAt(words, 0, 'typed')?.last === words.exact.length - 1;
    }
    case 'words':
      return field.of.includes('place') && places.has(fold(text));
  }
}

/** What a field asks for with these values: any of them. @throws Failure `bad-query` for a value that it cannot have. */
export function fieldTerm(entry: Entry, values: readonly Value[], reader: Reader): AskedTerm {
  const { field } = entry;
  switch (field.asks) {
    case 'type':
      return { kind: 'value', field: 'type', values: codes(entry, values, typeNames, 'type of document', 'loại văn bản nào') };
    case 'level':
      return { kind: 'value', field: 'level', values: codes(entry, values, levelNames, 'level', 'cấp nào') };
    case 'has':
      return either(
        codes(entry, values, holdingNames, 'part of a record', 'nội dung nào').map((what): AskedTerm => ({ kind: 'has', what })),
      );
    case 'days':
      return either(values.map((value): AskedTerm => ({ kind: 'dates', ...days(entry, value) })));
    case 'number':
      return { kind: 'own', tokens: values.flatMap((value) => number(entry, value)) };
    case 'relation':
      return either(
        values.flatMap((value) => whole(entry, value).map((token): AskedTerm => ({ kind: 'relates', relation: field.relation, token }))),
      );
    case 'citedBy':
      return either(
        values.map((value): AskedTerm => {
          const [token = ''] = whole(entry, value);
          const written = symbolKey(value.text);
          const key = foldedSymbol(written) === token ? written : symbolKey(token.slice(1).replaceAll('_', ' '));
          return { kind: 'citedBy', key, token };
        }),
      );
    case 'words':
      return either(
        values.flatMap((value) => {
          const typed = wordsIn(value.text);
          const words = wordsAsTyped(typed, reader.typing, true);
          if (words.length === 0) throw empty(entry, value.span);
          const rows = [words, ...writtenInFull(typed, words, reader, value.span.start)];
          return rows.flatMap((row) => field.of.map((of): AskedTerm => ({ kind: 'feature', field: of, words: row })));
        }),
      );
  }
}

function either(terms: readonly AskedTerm[]): AskedTerm {
  const [term] = terms;
  return term !== undefined && terms.length === 1 ? term : { kind: 'any', of: terms };
}

/** A value to propose, in quotation marks where it holds spaces, and as it is shown with the name of the field. */
function proposed(entry: Entry, value: string): { readonly proposal: string; readonly shown: string } {
  const proposal = /\s/u.test(value) && !value.startsWith('"') ? `"${value}"` : value;
  return { proposal, shown: `${(entry.names[0] ?? '').replaceAll(' ', '')}:${proposal}` };
}

/** The failure for a field without a value. */
export function empty(entry: Entry, span: Span): Error {
  const name = entry.names[0] ?? '';
  return wrongQuery({
    span,
    english: `the field "${name}" has no value.`,
    vietnamese: `trường "${name}" chưa có giá trị.`,
    proposal: proposed(entry, entry.example).shown,
  });
}

function codes<Value extends string>(
  entry: Entry,
  values: readonly { readonly text: string; readonly span: Span }[],
  names: CodedNames<Value>,
  what: string,
  whatVi: string,
): Value[] {
  return values.flatMap(({ text, span }) => {
    const found = names.values(text);
    if (found.length > 0) return found;
    const shown = JSON.stringify(text.slice(0, 50));
    throw wrongQuery({
      span,
      english: `no ${what} is called ${shown}.`,
      vietnamese: `không có ${whatVi} tên là ${shown}.`,
      ...proposed(entry, mostLike(text, names.names) ?? entry.example),
    });
  });
}

function days(entry: Entry, { text, span }: Value) {
  const found = readDays(text);
  if (found !== null) return found;
  const shown = JSON.stringify(text.slice(0, 50));
  throw wrongQuery({
    span,
    english: `${shown} is no day, month or year, nor a range of them.`,
    vietnamese: `${shown} không phải là ngày, tháng, năm hay khoảng thời gian.`,
    ...proposed(entry, /(?<!\d)(?:19|20)\d\d(?!\d)/u.exec(text)?.[0] ?? entry.example),
  });
}

/** Tokens of a number or of a part of one. */
function number(entry: Entry, { text, span }: Value): readonly string[] {
  const tokens = readNumber(text);
  if (tokens !== null) return tokens;
  throw noNumber(entry, text, span);
}

/** Tokens of a whole number, its own first. */
function whole(entry: Entry, { text, span }: Value): readonly string[] {
  const tokens = readNumber(text);
  if (tokens?.[0]?.startsWith('n') === true) return tokens;
  throw noNumber(entry, text, span);
}

function noNumber(entry: Entry, text: string, span: Span): Error {
  const shown = JSON.stringify(text.slice(0, 50));
  return wrongQuery({
    span,
    english: `${shown} is no document number${entry.field.asks === 'number' ? '' : ' as a whole'}.`,
    vietnamese: `${shown} không phải là số, ký hiệu văn bản${entry.field.asks === 'number' ? '' : ' đầy đủ'}.`,
    ...proposed(entry, entry.example),
  });
}

/** Most rows of words that the short forms in one value are written out to. */
const mostRows = 8;

/** The words of a value with what they shorten written out ("BTV Tỉnh ủy": ban thường vụ tỉnh ủy), in every reading; none where nothing is shortened. */
function writtenInFull(typed: Words, words: readonly QueryWord[], reader: Reader, start: number): (readonly QueryWord[])[] {
  let rows: (readonly QueryWord[])[] = [[]];
  let shortened = false;
  for (const [at, word] of words.entries()) {
    const span = { start: typed.starts[at] ?? 0, end: typed.ends[at] ?? 0 };
    const printed = typed.text.slice(span.start, span.end);
    const fulls = fullForms(printed, typed.exact[at] ?? '');
    const ways = fulls.length === 0 ? [[word]] : fulls.map((full) => full.map((text): QueryWord => ({ text, exact: true })));
    rows = rows.flatMap((row) => ways.map((more) => [...row, ...more])).slice(0, mostRows);
    if (fulls.length === 0) continue;
    shortened = true;
    reader.noteFull({ start: start + span.start, end: start + span.end }, fulls);
  }
  return shortened ? rows : [];
}
