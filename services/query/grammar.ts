import { symbolAt } from '#services/analysis/symbols.ts';
import { fieldMeant, fieldNamed } from './fieldNames.ts';
import { empty, fieldTerm } from './fields.ts';
import { chunkEnd, Level } from './level.ts';
import { matchAt } from './matchAt.ts';
import { distanceOf, distinct, near, nearTerm } from './near.ts';
import { operators } from './operators.ts';
import { plainTerms, prefixTerm, quotedTerms } from './plain.ts';
import type { AskedTerm } from './query.ts';
import type { Reader } from './reader.ts';
import { wordsAsTyped } from './typing.ts';
import { spacedValue, unclosed, valuesAt, wholeValue } from './values.ts';
import { oneSided, wrongQuery } from './wrong.ts';

const deepest = 10;
const space = /\s/u;
const capitals = /[\p{L}\p{M}]+(?=[\s()"“”„«»|]|$)/uy;
const afterQuote = /~(?<distance>\d{1,6})(?=[\s)|]|$)/uy;
const fieldName = /(?<name>[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,3})(?<apart> ?):/uy;
const oneWordName = /(?<name>[\p{L}\p{M}]+):(?![\s/:]|$)/uy;
const beginnings = /(?<letters>[\p{L}\p{M}\p{N}]+)\*+(?=[\s)|"“”„«»]|$)/uy;
const english = /^[A-Z]+$/u;

/** The terms from where the reader stands to `end`: all of one alternative, or `any` of several. */
export function readAlternatives(reader: Reader, end: number, depth: number): AskedTerm[] {
  const level = new Level(reader, end, depth);
  while (reader.at < end) {
    if (space.test(reader.text.charAt(reader.at))) reader.at++;
    else step(level);
  }
  level.flush();
  if (level.or !== null && level.current.length === 0) throw oneSided(level.or, reader.text, 'after', 'sau');
  const alternatives = level.alternatives.filter((terms) => terms.length > 0).map(distinct);
  const [only = []] = alternatives;
  return alternatives.length <= 1 ? only : [{ kind: 'any', of: distinct(alternatives.map(all)) }];
}

function step(level: Level): void {
  if (bar(level) || operator(level) || near(level)) return;
  const terms = unit(level);
  if (terms === null) plainChunk(level);
  else level.add(...terms);
}

/** What can also stand after a minus: a bracket, a phrase, a field, a beginning; null where plain words begin. */
function unit(level: Level): AskedTerm[] | null {
  return negated(level) ?? group(level) ?? quoted(level) ?? field(level) ?? beginning(level);
}

function bar(level: Level): boolean {
  const { reader } = level;
  if (reader.text.charAt(reader.at) !== '|') return false;
  level.flush();
  reader.at++;
  // Bars are drawn around tables, too: one with nothing on a side says nothing.
  if (level.current.length > 0) level.alternatives.push([]);
  level.or = null;
  return true;
}

function operator(level: Level): boolean {
  const { reader } = level;
  const word = matchAt(capitals, reader.text, reader.at)?.[0] ?? '';
  const known = operators[word.normalize('NFC')];
  if (known === undefined) return false;
  const span = { start: reader.at, end: reader.at + word.length };
  if (!english.test(word) && !reader.typing.small) {
    reader.note({ kind: 'capitals', typed: word, read: word.toLowerCase(), span });
    return false;
  }
  if (known === 'not') return false;
  level.flush();
  reader.at = span.end;
  if (known === 'and') return true;
  if (level.current.length === 0) throw oneSided(span, reader.text, 'before', 'trước');
  level.alternatives.push([]);
  level.or = span;
  return true;
}

/** `-word`, `NOT word`. A minus between numbers ("2021 -2025") is a dash, and one inside of a document number ("144 -QĐ/TW"). */
function negated(level: Level): AskedTerm[] | null {
  const { reader, end } = level;
  const { text, at } = reader;
  const word = matchAt(capitals, text, at)?.[0] ?? '';
  const isWord = operators[word.normalize('NFC')] === 'not' && (english.test(word) || reader.typing.small);
  const isMinus =
    text.charAt(at) === '-' &&
    /^[\p{L}\p{N}("“”„«»]/u.test(text.slice(at + 1, at + 3)) &&
    !/\d\s+-\d/u.test(text.slice(Math.max(0, at - 3), at + 2)) &&
    !isInNumber(level, at);
  if (!isWord && !isMinus) return null;
  const start = at + (isMinus ? 1 : word.length);
  let next = start;
  while (next < end && space.test(text.charAt(next))) next++;
  if (next >= end) {
    // KHÔNG is a word of every text; NOT is none.
    if (!english.test(word)) return null;
    throw oneSided({ start: at, end: start }, reader.text, 'after', 'sau');
  }
  level.flush();
  reader.at = next;
  const terms = unit(level) ?? plainWord(level);
  if (terms.length === 0) return [];
  const of = all(terms);
  return [of.kind === 'not' ? of.of : { kind: 'not', of }];
}

/** True for a dash at `at` where the number before it and the letters behind it are one document number. */
function isInNumber(level: Level, at: number): boolean {
  const { reader } = level;
  const digits = /(?<![\p{L}\p{M}\p{N}])\d{1,6}\p{L}? {1,3}$/u.exec(reader.text.slice(Math.max(0, at - 12), at));
  if (digits === null) return false;
  const words = reader.wordsFrom(at - digits[0].length, chunkEnd(level, at + 1, false));
  return (symbolAt(words, 0, 'typed')?.last ?? 0) > 0;
}

function group(level: Level): AskedTerm[] | null {
  const { reader } = level;
  const { pairs, at } = reader;
  const close = pairs.brackets.get(at);
  if (close === undefined || close >= level.end) {
    if (pairs.open.includes(at)) unclosed(reader, at);
    return null;
  }
  if (level.depth >= deepest) {
    throw wrongQuery({
      span: { start: at, end: at + 1 },
      english: `brackets may be nested ${deepest} deep.`,
      vietnamese: `ngoặc chỉ được lồng nhau tối đa ${deepest} lớp.`,
    });
  }
  level.flush();
  reader.at = at + 1;
  const terms = readAlternatives(reader, close, level.depth + 1);
  reader.at = close + 1;
  level.operand = null;
  return terms;
}

function quoted(level: Level): AskedTerm[] | null {
  const { reader } = level;
  const start = reader.at;
  const close = reader.pairs.quotes.get(start);
  if (close === undefined || close >= level.end) return null;
  level.flush();
  reader.at = close + 1;
  const words = wordsAsTyped(reader.wordsFrom(start + 1, close), reader.typing, true);
  const found = matchAt(afterQuote, reader.text, reader.at);
  if (found === null) {
    level.operand = words;
    return quotedTerms(reader, start + 1, close);
  }
  reader.at += found[0].length;
  return nearTerm(reader, words, distanceOf(found, close + 1));
}

function field(level: Level): AskedTerm[] | null {
  const { reader } = level;
  const { text, at } = reader;
  const found = matchAt(fieldName, text, at);
  const named = found === null ? null : fieldNamed(found.groups?.['name'] ?? '');
  if (found === null || named === null) return slip(reader);
  const span = { start: at, end: at + found[0].length };
  const spaced = found.groups?.['apart'] !== '' || space.test(text.charAt(span.end));
  const values = spaced ? spacedValue(level, named.entry.field, span.end) : valuesAt(level, named.entry.field, span.end);
  if (values === null) return null;
  if (values.values.length === 0) throw empty(named.entry, span);
  level.flush();
  reader.at = values.end;
  const term = fieldTerm(named.entry, values.values, reader);
  reader.typed(term);
  level.operand = null;
  return [term];
}

/** A word and a colon before a value, with a name that is nearly one of a field. */
function slip(reader: Reader): null {
  const found = matchAt(oneWordName, reader.text, reader.at);
  const name = found?.groups?.['name'] ?? '';
  const meant = found === null ? null : fieldMeant(name);
  if (meant === null) return null;
  throw wrongQuery({
    span: { start: reader.at, end: reader.at + name.length },
    english: `no field is called ${JSON.stringify(name)}.`,
    vietnamese: `không có trường nào tên là ${JSON.stringify(name)}.`,
    proposal: `${meant.name}:`,
  });
}

function beginning(level: Level): AskedTerm[] | null {
  const { reader } = level;
  const found = matchAt(beginnings, reader.text, reader.at);
  if (found === null) return null;
  level.flush();
  const letters = found.groups?.['letters'] ?? '';
  const span = { start: reader.at, end: reader.at + found[0].length };
  reader.at = span.end;
  const term = prefixTerm(letters);
  if (term === null) {
    throw wrongQuery({
      span,
      english: 'the beginning of a word needs at least two letters before the asterisk.',
      vietnamese: 'cần ít nhất hai chữ cái trước dấu sao.',
      proposal: letters,
    });
  }
  reader.typed(term);
  level.operand = null;
  return [term];
}

function plainChunk(level: Level): void {
  const { reader, run } = level;
  const start = reader.at;
  const end = Math.max(start + 1, chunkEnd(level, start, false));
  level.run = { start: run?.start ?? start, end };
  reader.at = end;
}

/** One word after a minus; a document number as a whole. */
function plainWord(level: Level): AskedTerm[] {
  const { reader } = level;
  const start = reader.at;
  reader.at = Math.max(start + 1, wholeValue(level, { asks: 'number' }, start) ?? chunkEnd(level, start, false));
  return plainTerms(reader, start, reader.at);
}

function all(terms: readonly AskedTerm[]): AskedTerm {
  const [term] = terms;
  return term !== undefined && terms.length === 1 ? term : { kind: 'all', of: terms };
}
