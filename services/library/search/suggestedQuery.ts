import { Failure } from '#ingest/model/failure.ts';
import { fold } from '#services/analysis/folding.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { queryLimits, readQuery } from '#services/query/parse.ts';
import type { AskedTerm, QueryWord } from '#services/query/query.ts';
import type { Suggestion } from '../shapes.ts';
import { numbersTyped } from './typedPlaces.ts';

/** The field that asks for each kind of what the collection holds; phrases are of no field. */
const fields = { document: 'tiêuđề:', body: 'cơquan:', person: 'ký:', phrase: '', number: '' } as const satisfies Record<
  Suggestion['kind'],
  string
>;

/**
 * What to search for instead of what was typed: `before`, which stays, and the text that is suggested. Where the text as it stands is too long to be asked, or
 * would be read as anything but plain words, its words are asked side by side in the field of its kind. Null where the search would refuse even that.
 */
export function suggestedQuery(kind: Suggestion['kind'], text: string, before: string): string | null {
  const query = before + text;
  const isPlain = kind === 'number' ? isRead(text) : readsAsWords(text);
  if (isPlain && (before === '' || isRead(query))) return query;
  return provenQuery(before + fields[kind], text);
}

/** As `suggestedQuery`, behind the name of a field: the text as its value. */
export function suggestedValue(text: string, before: string): string | null {
  const query = before + text;
  return /^[\p{L}\p{M}\p{N}/.-]+$/u.test(text) && isRead(query) ? query : provenQuery(before, text);
}

function provenQuery(before: string, text: string): string | null {
  const room = queryLimits.characters - before.length - 2;
  const query = `${before}"${cutAtWord(withoutQuotes(text), room)}"`;
  return isRead(query) ? query : null;
}

function withoutQuotes(text: string): string {
  return text
    .replace(/["“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** As many whole words from the beginning as have room. */
function cutAtWord(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(0, room + 1);
  return cut.slice(0, Math.max(0, cut.search(/\s\S*$/u)));
}

function isRead(query: string): boolean {
  return wordsRead(query) !== null;
}

/** Whether every word of a text, asked as it stands, is looked for as a word. */
function readsAsWords(text: string): boolean {
  const read = wordsRead(text);
  if (read === null || read.includes(null)) return false;
  const wanted = new Set(read);
  const { folded, starts } = wordsIn(text);
  // Numbers are looked for in any form of theirs, "số" before them not at all.
  const others = folded.flatMap((word, at) => (wanted.has(word) || word === 'so' || /^\d+$/u.test(word) ? [] : [starts[at] ?? 0]));
  if (others.length === 0) return true;
  const numbers = numbersTyped(text);
  return others.every((start) => numbers.some(({ span }) => span.start <= start && start < span.end));
}

/** The words of a query that all must hold, folded, with null for what is asked beside words; null for one that the search refuses. */
function wordsRead(query: string): (string | null)[] | null {
  try {
    return readQuery(query).query.terms.flatMap(wordsOf);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'bad-query') return null;
    throw thrown;
  }
}

/** The words of a term; of alternatives those of the first, which are those that were typed. */
function wordsOf(term: AskedTerm): (string | null)[] {
  switch (term.kind) {
    case 'word':
      return [foldedWord(term.word)];
    case 'phrase':
    case 'symbol':
      return term.words.map(foldedWord);
    case 'any':
      return term.of.slice(0, 1).flatMap(wordsOf);
    case 'all':
      return term.of.flatMap(wordsOf);
    default:
      return [null];
  }
}

const foldedWord = ({ text }: QueryWord) => fold(text);
