import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Span } from '#ingest/model/span.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { foldedSymbol, symbolAt } from '#services/analysis/symbols.ts';
import { isPhrase, type Words, wordsIn } from '#services/analysis/words.ts';
import type { AskedTerm, Query, QueryTerm, QueryWord } from './query.ts';

/**
 * A passage that shows why a document was found: `text` in the document's own letters, `marks` the matched places as offsets inside `text`,
 * `span` its place in the document's text. All offsets in UTF-16 code units, end exclusive.
 */
export interface Passage {
  readonly text: string;
  readonly marks: readonly Span[];
  readonly span: Span;
}

/** What of a record is read: its text, and where its citations stand (a number may be printed broken or under a short name). */
export type Readable = Pick<DocumentRecord, 'text' | 'citations'>;

/** A matched place; `term` is the index of the term in the query. */
interface Match extends Span {
  readonly term: number;
}

/** Code units of a passage, and how much of them may stand before its first mark. */
const width = 240;
const before = 70;

/**
 * The best passages of a document for a query, at most `limit`, in reading order: those that hold the most different terms, then the most matches,
 * then the earlier ones. They never overlap. Empty where no term stands in the text. Takes time linear in the length of the text.
 */
export function passages(record: Readable, query: Query, limit = 3): Passage[] {
  return [...shownOf(record, query, limit).passages];
}

/** The best passages (`passages`), and how many matched places stand in none of them. */
export interface Shown {
  readonly passages: readonly Passage[];
  readonly more: number;
}

/** As `passages`, with what is not shown counted; places that overlap are one. */
export function shownOf(record: Readable, query: Query, limit = 3): Shown {
  const matches = matchesIn(record, withCompounds(query));
  const chosen: Span[] = [];
  for (let round = 0; round < limit; round++) {
    const best = bestWindow(matches, chosen);
    if (best === null) break;
    chosen.push(cut(record.text, best, chosen));
  }
  const best = chosen.sort((a, b) => a.start - b.start).map((span) => passage(record.text, span, matches));
  const shown = best.reduce((sum, { marks }) => sum + marks.length, 0);
  return { passages: best, more: Math.max(0, placesOf(matches) - shown) };
}

/** How many places there are when those that overlap count once; `matches` by start. */
function placesOf(matches: readonly Match[]): number {
  let places = 0;
  let reach = 0;
  for (const { start, end } of matches) {
    if (start >= reach) places++;
    reach = Math.max(reach, end);
  }
  return places;
}

/**
 * The query with a phrase more for each compound (từ ghép) that its words make side by side, so that a passage where they stand together is worth more than one
 * where they are strewn. Only what is shown depends on it; what is found does not.
 */
function withCompounds(query: Query): Query {
  // What is no single word parts the words around it: no syllable of the lexicon is empty.
  const texts = query.terms.map((term) => (term.kind === 'word' ? term.word.text : ''));
  const phrases = compoundsOf(texts).map(
    ({ first, last }): QueryTerm => ({
      kind: 'phrase',
      words: query.terms.slice(first, last + 1).flatMap((term) => (term.kind === 'word' ? [term.word] : [])),
    }),
  );
  return phrases.length === 0 ? query : { ...query, terms: [...query.terms, ...phrases] };
}

/** Most matched places that are looked at in one document, from its beginning; enough for any that a person wrote. */
const mostMatches = 10_000;

/** The terms of a query by what their first word, or their number, must be. */
interface Wanted {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly folded: ReadonlyMap<string, readonly number[]>;
  readonly symbols: ReadonlyMap<string, number>;
}

function wordsOf(term: AskedTerm): readonly QueryWord[] {
  return term.kind === 'word' ? [term.word] : term.kind === 'phrase' || term.kind === 'symbol' ? term.words : [];
}

function wantedBy(query: Query): Wanted {
  const exact = new Map<string, number[]>();
  const folded = new Map<string, number[]>();
  const symbols = new Map<string, number>();
  for (const [term, wanted] of query.terms.entries()) {
    if (wanted.kind === 'symbol') symbols.set(foldedSymbol(wanted.key), term);
    const [first] = wordsOf(wanted);
    if (first === undefined) continue;
    const openers = first.exact ? exact : folded;
    openers.set(first.text, [...(openers.get(first.text) ?? []), term]);
  }
  return { exact, folded, symbols };
}

/** Every place where a term of the query stands, by start. */
function matchesIn(record: Readable, query: Query): Match[] {
  const words = wordsIn(record.text);
  const wanted = wantedBy(query);
  const found: Match[] = [];
  if (wanted.symbols.size > 0) {
    for (const citation of record.citations) {
      const term = wanted.symbols.get(foldedSymbol(citation.key));
      for (const occurrence of citation.occurrences) addSpan(occurrence.span, term, found);
    }
  }
  for (let at = 0; at < words.exact.length && found.length < mostMatches; at++) {
    for (const term of wanted.exact.get(words.exact[at] ?? '') ?? []) addPhrase(words, at, query, term, found);
    for (const term of wanted.folded.get(words.folded[at] ?? '') ?? []) addPhrase(words, at, query, term, found);
    const symbol = wanted.symbols.size === 0 ? null : symbolAt(words, at, 'text');
    if (symbol !== null) addSpan(symbol.span, wanted.symbols.get(foldedSymbol(symbol.written)), found);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
}

/** A phrase that much white space tears apart (a page break) is marked word by word, so that no passage grows beyond its width. */
function addPhrase(words: Words, at: number, query: Query, term: number, found: Match[]): void {
  const wanted = query.terms[term];
  if (wanted === undefined) return;
  const list = wordsOf(wanted);
  if (!isPhrase(words, at, list)) return;
  const last = at + list.length - 1;
  if ((words.ends[last] ?? 0) - (words.starts[at] ?? 0) <= width) addMatch(words, at, last, term, found);
  else for (let one = at; one <= last; one++) addMatch(words, one, one, term, found);
}

function addMatch(words: Words, first: number, last: number, term: number, found: Match[]): void {
  found.push({ start: words.starts[first] ?? 0, end: words.ends[last] ?? 0, term });
}

function addSpan(span: Span, term: number | undefined, found: Match[]): void {
  if (term !== undefined && span.end - span.start <= width) found.push({ start: span.start, end: span.end, term });
}

/** The run of matches within one passage's width that is worth most, clear of the passages already chosen. */
function bestWindow(matches: readonly Match[], taken: readonly Span[]): Span | null {
  const counts = new Map<number, number>();
  let best: Span | null = null;
  let bestWorth = 0;
  let first = 0;
  let reach = 0;
  for (const [at, match] of matches.entries()) {
    if (taken.some((span) => match.start < span.end && span.start < match.end)) {
      first = at + 1;
      reach = 0;
      counts.clear();
      continue;
    }
    reach = Math.max(reach, match.end);
    counts.set(match.term, (counts.get(match.term) ?? 0) + 1);
    for (; first < at && match.end - (matches[first]?.start ?? 0) > width - before; first++) drop(counts, matches[first]?.term ?? 0);
    const worth = counts.size * 1000 + Math.min(at - first, 999);
    if (worth <= bestWorth) continue;
    bestWorth = worth;
    best = { start: matches[first]?.start ?? 0, end: reach };
  }
  return best;
}

function drop(counts: Map<number, number>, term: number): void {
  const left = (counts.get(term) ?? 1) - 1;
  if (left === 0) counts.delete(term);
  else counts.set(term, left);
}

/** The window with words around it up to the passage's width, cut between words, clear of the passages already chosen. */
function cut(text: string, window: Span, taken: readonly Span[]): Span {
  const floor = Math.max(0, ...taken.filter((span) => span.end <= window.start).map((span) => span.end));
  const ceiling = Math.min(text.length, ...taken.filter((span) => span.start >= window.end).map((span) => span.start));
  let start = sentenceStart(text, Math.max(floor, window.start - before), window.start);
  let end = Math.min(ceiling, Math.max(window.end, start + width));
  if (start > floor && !isSpace(text, start)) while (start < window.start && !isSpace(text, start - 1)) start++;
  if (end < ceiling) while (end > window.end && !isSpace(text, end)) end--;
  while (start < window.start && isSpace(text, start)) start++;
  while (end > window.end && isSpace(text, end - 1)) end--;
  return { start, end };
}

/** The first place from `from` on, before `to`, where a sentence or line has just ended; `from` where there is none. The point of "1." or "K." ends none. */
function sentenceStart(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const letter = text.charAt(at);
    if (letter === '\n') return at + 1;
    if (/[.;!?]/u.test(letter) && isSpace(text, at + 1) && !/[\d\p{Lu}]/u.test(text.charAt(at - 1))) return at + 1;
  }
  return from;
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

function passage(text: string, span: Span, matches: readonly Match[]): Passage {
  const marks: Span[] = [];
  for (const match of matches) {
    if (match.start < span.start || match.end > span.end) continue;
    const start = match.start - span.start;
    const end = match.end - span.start;
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else marks.push({ start, end });
  }
  return { text: text.slice(span.start, span.end), marks, span };
}
