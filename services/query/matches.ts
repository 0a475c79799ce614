import type { DocumentRecord } from '#ingest/model/record.ts';
import { covers, type Span } from '#ingest/model/span.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { numberTokens } from '#services/analysis/numberTokens.ts';
import { symbolAt } from '#services/analysis/symbols.ts';
import { toneForms } from '#services/analysis/tones.ts';
import { isPhrase, isWord, type Words, wordsIn } from '#services/analysis/words.ts';
import type { Query, QueryTerm, QueryWord } from './query.ts';

/** What of a record is read: its text, where its citations stand (a number may be printed broken or under a short name), and its parts. */
export type Readable = Pick<DocumentRecord, 'text' | 'citations' | 'parts'>;

/** A matched place; `term` tells apart what is looked for: alternatives are one. */
export interface Match extends Span {
  readonly term: number;
}

/** Code units of a passage. What white space tears further apart is marked word by word. */
export const width = 240;
/** Most matched places that are looked at in one document, from its beginning; enough for any that a person wrote. */
const mostMatches = 10_000;

/** One thing looked for. */
type Probe = { readonly term: number } & (
  | { readonly kind: 'words'; readonly words: readonly QueryWord[]; readonly within: readonly Span[] | null }
  | { readonly kind: 'near'; readonly words: readonly QueryWord[]; readonly distance: number }
  | { readonly kind: 'prefix'; readonly word: QueryWord }
  | { readonly kind: 'number'; readonly token: string }
  | { readonly kind: 'citation'; readonly token: string; readonly relation: string }
);

/** Every place where something looked for stands, by start; what is asked not to stand there is looked for nowhere. Linear in the length of the text. */
export function matchesIn(record: Readable, query: Query): Match[] {
  const probes: Probe[] = [];
  let term = 0;
  for (const one of query.terms) term = probe(record, one, term, probes);
  for (const words of compoundsAmong(query.terms)) probes.push({ kind: 'words', words, within: null, term: term++ });
  return found(record, probes).sort((a, b) => a.start - b.start || b.end - a.end || a.term - b.term);
}

/** Adds what a term looks for, numbered from `first`; gives the next number. */
function probe(record: Readable, term: QueryTerm, first: number, probes: Probe[]): number {
  switch (term.kind) {
    case 'word':
      probes.push({ kind: 'words', words: [term.word], within: null, term: first });
      return first + 1;
    case 'phrase':
      probes.push({ kind: 'words', words: term.words, within: null, term: first });
      return first + 1;
    case 'symbol':
      probes.push({ kind: 'number', token: term.token, term: first });
      if (term.words.length > 0) probes.push({ kind: 'words', words: term.words, within: null, term: first });
      return first + 1;
    case 'near':
      probes.push({ kind: 'near', words: term.words, distance: term.distance, term: first });
      return first + 1;
    case 'prefix':
      probes.push({ kind: 'prefix', word: term.word, term: first });
      return first + 1;
    case 'relates':
      probes.push({ kind: 'citation', token: term.token, relation: term.relation, term: first });
      return first + 1;
    case 'feature':
      if (term.field === 'part') probes.push({ kind: 'words', words: term.words, within: headings(record), term: first });
      return first + 1;
    case 'any':
      return Math.max(first, ...term.of.map((one) => probe(record, one, first, probes)));
    case 'all':
      return term.of.reduce((next, one) => probe(record, one, next, probes), first);
    default:
      return first;
  }
}

/** Where the headings of parts stand in the text. */
function headings(record: Readable): Span[] {
  return record.parts.map(({ span, heading }) => ({ start: span.start, end: Math.min(span.end, span.start + heading.length * 2 + 20) }));
}

/**
 * The compounds (từ ghép) that words of the query make side by side, so that a passage where they stand together is worth more than one where they are
 * strewn. Only what is shown depends on it; what is found does not.
 */
function compoundsAmong(terms: readonly QueryTerm[]): QueryWord[][] {
  // What is no single word parts the words around it: no syllable of the lexicon is empty.
  const row = terms.flatMap((term): (QueryWord | null)[] => {
    const typed = term.kind === 'any' ? term.of[0] : term;
    if (typed?.kind === 'all') return typed.of.map((one) => (one.kind === 'word' ? one.word : null));
    return [typed?.kind === 'word' ? typed.word : null];
  });
  return compoundsOf(row.map((word) => word?.text ?? '')).map(({ first, last }) =>
    row.slice(first, last + 1).filter((word) => word !== null),
  );
}

/** Probes by the word with which they begin, so that a word of the text finds them at once. */
interface Openers {
  readonly exact: ReadonlyMap<string, readonly Probe[]>;
  readonly folded: ReadonlyMap<string, readonly Probe[]>;
}

function openersOf(probes: readonly Probe[]): Openers {
  const exact = new Map<string, Probe[]>();
  const folded = new Map<string, Probe[]>();
  const put = (map: Map<string, Probe[]>, key: string, one: Probe) => map.set(key, [...(map.get(key) ?? []), one]);
  for (const one of probes) {
    const openers = one.kind === 'words' ? one.words.slice(0, 1) : one.kind === 'near' ? one.words : [];
    for (const word of openers) {
      if (word.anyTone === true) for (const form of toneForms(word.text)) put(exact, form, one);
      else put(word.exact ? exact : folded, word.text, one);
    }
  }
  return { exact, folded };
}

function found(record: Readable, probes: readonly Probe[]): Match[] {
  const matches: Match[] = [];
  for (const one of probes) if (one.kind === 'citation' || one.kind === 'number') addCitations(record, one, matches);
  const words = wordsIn(record.text);
  const { exact, folded } = openersOf(probes);
  const prefixes = probes.filter((one) => one.kind === 'prefix');
  const numbers = probes.filter((one) => one.kind === 'number');
  const windows = new Map(probes.flatMap((one) => (one.kind === 'near' ? [[one, new Map<QueryWord, number>()] as const] : [])));
  let at = 0;
  const open = (one: Probe) => {
    if (one.kind === 'words') addPhrase(words, at, one, matches);
    else if (one.kind === 'near') addNear(words, at, one, windows.get(one) ?? new Map(), matches);
  };
  for (; at < words.exact.length && matches.length < mostMatches; at++) {
    const form = words.exact[at] ?? '';
    const bare = words.folded[at] ?? '';
    exact.get(form)?.forEach(open);
    folded.get(bare)?.forEach(open);
    for (const { word, term } of prefixes) if ((word.exact ? form : bare).startsWith(word.text)) addWords(words, at, at, term, matches);
    if (numbers.length > 0 && bare.charCodeAt(0) <= 57) addNumber(words, at, numbers, matches);
  }
  return matches;
}

function addCitations(record: Readable, one: Probe & { readonly kind: 'citation' | 'number' }, matches: Match[]): void {
  for (const citation of record.citations) {
    if (!numberTokens(citation.key).includes(one.token)) continue;
    const stating = one.kind === 'citation' && one.relation !== 'cites' ? statingOf(citation, one.relation) : [];
    if (stating === null) continue;
    const named = citation.occurrences.filter(({ span }) => stating.some((words) => covers(words, span)));
    for (const { span } of named.length > 0 ? named : citation.occurrences) addSpan(span, one.term, matches);
  }
}

/** The words that state this relation to what is cited, which may be another than the strongest; null where none is stated. */
function statingOf({ relation: strongest, witnesses }: Readable['citations'][number], relation: string): Span[] | null {
  const stating = witnesses.filter((witness) => witness.relation === relation).map(({ span }) => span);
  return stating.length > 0 || strongest === relation ? stating : null;
}

function addNumber(words: Words, at: number, numbers: readonly (Probe & { readonly kind: 'number' })[], matches: Match[]): void {
  const symbol = symbolAt(words, at, 'text');
  if (symbol === null) return;
  const tokens = numberTokens(symbol.written);
  for (const { token, term } of numbers) if (tokens.includes(token)) addSpan(symbol.span, term, matches);
}

function addPhrase(words: Words, at: number, one: Probe & { readonly kind: 'words' }, matches: Match[]): void {
  if (!isPhrase(words, at, one.words)) return;
  const start = words.starts[at] ?? 0;
  if (one.within !== null && !one.within.some((span) => span.start <= start && start < span.end)) return;
  addWords(words, at, at + one.words.length - 1, one.term, matches);
}

/** Where word `at` completes a window that holds every word of a nearness, marks them; `last` tells where each was seen last. */
function addNear(words: Words, at: number, one: Probe & { readonly kind: 'near' }, last: Map<QueryWord, number>, matches: Match[]): void {
  for (const word of one.words) if (isWord(words, at, word)) last.set(word, at);
  if (last.size < one.words.length) return;
  const places = [...new Set(last.values())];
  if (at - Math.min(...places) + 1 - one.words.length > one.distance) return;
  for (const place of places) addWords(words, place, place, one.term, matches);
}

/** What white space tears apart (a page break) is marked word by word, so that no passage grows beyond its width. */
function addWords(words: Words, first: number, last: number, term: number, matches: Match[]): void {
  const start = words.starts[first] ?? 0;
  const end = words.ends[last] ?? 0;
  if (end - start <= width) matches.push({ start, end, term });
  else for (let one = first; one <= last; one++) matches.push({ start: words.starts[one] ?? 0, end: words.ends[one] ?? 0, term });
}

function addSpan(span: Span, term: number, matches: Match[]): void {
  if (span.end - span.start <= width) matches.push({ start: span.start, end: span.end, term });
}
