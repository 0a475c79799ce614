import type { Field } from './fieldNames.ts';
import { isWholeValue, type Value } from './fields.ts';
import { chunkEnd, type Level } from './level.ts';
import type { Reader } from './reader.ts';
import { wrongQuery } from './wrong.ts';

const space = /\s/u;

export interface Values {
  readonly values: readonly Value[];
  readonly end: number;
}

/**
 * A value after a space, where it can be one: in "Số: 144-QĐ/TW" the number is meant, in "Căn cứ: Luật …" the words. What stands in quotation marks is one
 * of any field.
 */
export function spacedValue(level: Level, field: Field, at: number): Values | null {
  const { text, pairs } = level.reader;
  let start = at;
  while (start < level.end && space.test(text.charAt(start))) start++;
  if (start >= level.end) return { values: [], end: start };
  const close = pairs.quotes.get(start);
  if (close !== undefined && close < level.end) return valuesAt(level, field, start);
  const end = wholeValue(level, field, start);
  return end === null ? null : { values: [valueAt(text, start, end)], end };
}

function valueAt(text: string, start: number, end: number): Value {
  return { text: text.slice(start, end), span: { start, end } };
}

/** The values that begin at `at`: one, or several parted by commas, or in brackets parted by OR. */
export function valuesAt(level: Level, field: Field, at: number): Values {
  const { text, pairs } = level.reader;
  const close = pairs.brackets.get(at);
  if (close !== undefined && close < level.end) return { values: listed(text, at + 1, close), end: close + 1 };
  if (pairs.open.includes(at)) unclosed(level.reader, at);
  const values: Value[] = [];
  let start = at;
  for (;;) {
    const quoteEnd = pairs.quotes.get(start);
    const end = quoteEnd === undefined ? (wholeValue(level, field, start) ?? chunkEnd(level, start, true)) : quoteEnd + 1;
    if (quoteEnd !== undefined) values.push(valueAt(text, start + 1, quoteEnd));
    else if (end > start) values.push(valueAt(text, start, end));
    if (text.charAt(end) !== ',' || end + 1 >= level.end || space.test(text.charAt(end + 1))) return { values, end };
    start = end + 1;
  }
}

const parting = /(?:(?<=^|\s)(?:OR|HOẶC|or|hoặc)(?=\s|$)|[|,;])/gu;

/** What stands between the words or signs that part alternatives, in `text` from `start` to `end`; quotation marks around it fall away. */
function listed(text: string, start: number, end: number): Value[] {
  const inner = text.slice(start, end);
  const values: Value[] = [];
  let from = 0;
  for (const stop of [...inner.matchAll(parting), null]) {
    let first = from;
    let last = stop?.index ?? inner.length;
    while (first < last && /[\s"“”„«»]/u.test(inner.charAt(first))) first++;
    while (last > first && /[\s"“”„«»]/u.test(inner.charAt(last - 1))) last--;
    if (last > first) values.push(valueAt(text, start + first, start + last));
    from = (stop?.index ?? 0) + (stop?.[0].length ?? 0);
  }
  return values;
}

/** Most words that a value without quotation marks may have. */
const longestValue = 6;

/** The end of the longest row of words from `start` on that is one value of the field, or null. */
export function wholeValue(level: Level, field: Field, start: number): number | null {
  const { text } = level.reader;
  const ends: number[] = [];
  for (let at = start; ends.length < longestValue && at < level.end; ) {
    const end = chunkEnd(level, at, true);
    if (end === at) break;
    ends.push(end);
    at = end;
    while (at < level.end && text.charAt(at) === ' ') at++;
  }
  return ends.findLast((end) => isWholeValue(field, text.slice(start, end))) ?? null;
}

/** A bracket that is not closed says nothing among plain words; beside operators it does. */
export function unclosed(reader: Reader, at: number): void {
  const { text } = reader;
  const rest = text.slice(at + 1);
  const matters =
    /(?:^|\s)(?:OR|HOẶC)\s|\||(?:^|\s)-[\p{L}\p{N}]|(?:^|\s)NOT\s/u.test(rest.normalize('NFC')) || /[-:]$|NOT\s+$/u.test(text.slice(0, at));
  if (!matters) return;
  throw wrongQuery({
    span: { start: at, end: at + text.slice(at).trimEnd().length },
    english: 'this bracket is not closed.',
    vietnamese: 'ngoặc này chưa được đóng.',
    proposal: `${text.slice(at).trimEnd()})`,
  });
}
