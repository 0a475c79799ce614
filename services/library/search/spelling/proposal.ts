import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { Failure } from '#ingest/model/failure.ts';
import type { Span } from '#ingest/model/span.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { decodedKeys } from '#services/analysis/typedKeys.ts';
import { readQuery } from '#services/query/parse.ts';
import type { AskedQuery, AskedTerm, QueryFilters, QueryWord, ReadQuery } from '#services/query/query.ts';
import type { SearchPage, Store } from '#services/store/port.ts';
import { nearest } from '../../refs.ts';
import type { Proposal } from '../../shapes.ts';
import { resolved } from '../cited.ts';
import { numbersTyped, type TypedWord, wordsTyped } from '../typedPlaces.ts';
import { type Change, changed, writtenOut } from './changes.ts';
import { correctionsOf } from './corrections.ts';
import { neighboursOf } from './neighbours.ts';
import { isWellFormed, soundWords } from './sound.ts';
import { isSmallSlip } from './variants.ts';

/** So few documents of the text alone make another spelling worth a look; it must find so many times as many. */
const few = 2;
const manyTimes = 10;
/** Most words of a query that are looked into, most corrections of each that are tried, most proposals that are put to the proof, and the time for it (ms). */
const mostWords = 3;
const mostEach = 6;
const mostProofs = 12;
const proofTime = 500;

/** Something typed that may be wrong, and what may have been meant, the likeliest first. */
interface Doubt {
  readonly span: Span;
  readonly readings: readonly { readonly text: string; readonly cost: number }[];
}

interface Candidate {
  readonly changes: readonly Change[];
  readonly cost: number;
}

/**
 * Another query that finds more than one which found nothing, or very little: with words of the collection that are written or sound much the same, and
 * numbers that it knows. Words in keys of typing are written out in it, too. Every proposal was asked before it is made. Null where there is none, or nothing is amiss.
 */
export async function proposalFor(index: Store, words: string, read: ReadQuery, page: SearchPage): Promise<Proposal | null> {
  const { total } = page;
  if (total > few || (total > 0 && page.hits.some(({ rule }) => rule !== 'text'))) return null;
  if (total === 0 && (await isNarrowed(index, read.query))) return null;
  const candidates = candidatesOf(words, await doubtsAbout(index, words, read, total));
  const wanted = Math.max(1, total * manyTimes);
  const until = performance.now() + proofTime;
  let best: (Proposal & { readonly cost: number }) | null = null;
  for (const { changes: corrected, cost } of candidates.slice(0, mostProofs)) {
    // Of those that are equally near, the one that finds most; what is further off is not asked any more.
    if ((best !== null && cost > best.cost) || performance.now() > until) break;
    const proposal = await proven(index, words, corrected, read.query.filters);
    if (proposal.total >= wanted && proposal.total > (best?.total ?? 0)) best = { ...proposal, cost };
  }
  return best === null ? null : { query: best.query, total: best.total, changes: best.changes };
}

/** Whether the words alone find something, so that it is a condition, an exclusion or a filter that leaves nothing: no other spelling is then called for. */
async function isNarrowed(index: Store, { terms, filters }: AskedQuery): Promise<boolean> {
  const words = terms.filter(isOfWords);
  if (words.length === 0 || (words.length === terms.length && Object.keys(filters).length === 0)) return false;
  const { query } = await resolved(index, { terms: words, filters: {} });
  return (await index.search(query, { size: 0, facets: [] })).total > 0;
}

function isOfWords(term: AskedTerm): boolean {
  if (term.kind === 'any' || term.kind === 'all') return term.of.every(isOfWords);
  return term.kind === 'word' || term.kind === 'phrase' || term.kind === 'near' || term.kind === 'prefix' || term.kind === 'symbol';
}

async function doubtsAbout(index: Store, words: string, read: ReadQuery, total: number): Promise<Doubt[]> {
  const asked = wantedIn(read.query);
  const inKeys = read.readings.some(({ kind }) => kind === 'telex');
  const typed = wordsTyped(words, read.readings);
  const sound = soundWords(typed, read.readings);
  const spelling = await doubtfulWords(index, typed, { sound, asked: asked.words, total, inKeys });
  if (total > 0) return spelling;
  const numbers = numbersTyped(words).filter(({ token }) => asked.numbers.has(token));
  const near = numbers.slice(0, mostWords).map(async ({ typed, span }): Promise<Doubt> => {
    const known = await nearest(index, typed, mostNumbers);
    const isKnown = known.some((key) => foldedSymbol(key) === foldedSymbol(typed));
    const readings = isKnown ? [] : known.filter((key) => isOneSlip(typed, key));
    return { span, readings: readings.slice(0, mostEach).map((text) => ({ text, cost: numberCost })) };
  });
  return [...spelling, ...(await Promise.all(near))];
}

/** Most known numbers that are compared with one typed, letter by letter. */
const mostNumbers = 100;
/** A number is seldom mistyped, and another number is another document: it comes after all small slips of spelling. */
const numberCost = 1.5;

/** Whether two numbers differ, in whatever form they are written, by one letter or digit, or by two that changed places. */
function isOneSlip(typed: string, key: string): boolean {
  return DamerauLevenshteinDistance(foldedSymbol(typed), foldedSymbol(key), { restricted: true }) === 1;
}

/** Which words typed are right, which are asked for, how many documents were found, and whether some words are typed in keys. */
interface Asking {
  readonly sound: readonly boolean[];
  readonly asked: readonly QueryWord[];
  readonly total: number;
  readonly inKeys: boolean;
}

/**
 * Words that stand nowhere; where each stands somewhere, the rarest. With what may have been meant by them. Where documents are found, only what is no syllable
 * of the language, and what a small slip makes of it: a rare word that finds what it names is right.
 */
async function doubtfulWords(index: Store, typed: readonly TypedWord[], { sound, asked, total, inKeys }: Asking): Promise<Doubt[]> {
  const syllables = typed.map(({ exact }) => exact);
  const words = typed.flatMap(({ keys, exact, folded, span }, at) => {
    if (sound[at] === true) return [];
    const word = asked.find(({ text, exact: binding }) => (binding ? exact : folded) === text);
    return word === undefined || (total > 0 && isWellFormed(word))
      ? []
      : [{ keys, word, folded, neighbours: neighboursOf(syllables, at), span }];
  });
  if (words.length === 0) return [];
  const frequencies = await index.frequencies(words.map(({ word }) => word));
  const known = words.map((word, at) => ({ ...word, frequency: frequencies[at] ?? 0 }));
  const unknown = known.filter(({ frequency }) => frequency === 0);
  const rarest = [...known].sort((a, b) => a.frequency - b.frequency);
  const doubtful = (unknown.length > 0 ? unknown : total === 0 ? rarest : rarest.filter(({ frequency }) => frequency <= few)).slice(
    0,
    mostWords,
  );
  const keyed = inKeys || unknown.some(({ keys }) => decodedKeys(keys) !== null);
  const corrections = await correctionsOf(index, doubtful, keyed);
  return doubtful.map(({ span }, at) => {
    const likely = (corrections[at] ?? []).filter(({ cost }) => total === 0 || isSmallSlip(cost));
    return { span, readings: likely.slice(0, mostEach) };
  });
}

/** Every choice of one reading for some of the doubts, the nearest to what was typed first; one that changes less before one that changes more. */
function candidatesOf(words: string, doubts: readonly Doubt[]): Candidate[] {
  let candidates: Candidate[] = [{ changes: [], cost: 0 }];
  for (const { span, readings } of doubts) {
    const typed = words.slice(span.start, span.end);
    candidates = candidates.flatMap((candidate) => [
      candidate,
      ...readings.map(({ text, cost }) => ({ changes: [...candidate.changes, { typed, read: text, span }], cost: candidate.cost + cost })),
    ]);
  }
  return candidates.filter(({ changes }) => changes.length > 0).sort((a, b) => a.cost - b.cost);
}

/** A query with these changes, and how many documents it finds; none where it cannot be asked (it has grown too long). */
async function proven(index: Store, words: string, corrected: readonly Change[], filters: QueryFilters): Promise<Proposal> {
  try {
    const changes = [...corrected, ...writtenOut(words, corrected)].sort((a, b) => a.span.start - b.span.start);
    const proposed = changed(words, changes);
    const { query } = await resolved(index, readQuery(proposed, filters).query);
    return { query: proposed, total: (await index.search(query, { size: 0, facets: [] })).total, changes };
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'bad-query') return { query: words, total: 0, changes: [] };
    throw thrown;
  }
}

interface Asked {
  readonly words: readonly QueryWord[];
  readonly numbers: ReadonlySet<string>;
}

/** Words and numbers that a query wants to stand somewhere: not what it excludes. */
function wantedIn(query: AskedQuery): Asked {
  const words: QueryWord[] = [];
  const numbers = new Set<string>();
  const look = (term: AskedTerm): void => {
    switch (term.kind) {
      case 'word':
        words.push(term.word);
        break;
      case 'phrase':
      case 'near':
        words.push(...term.words);
        break;
      case 'feature':
        // Headings and titles are made of the words that are counted; names of bodies and people are not.
        if (term.field === 'title' || term.field === 'part') words.push(...term.words);
        break;
      case 'symbol':
      case 'relates':
      case 'citedBy':
        numbers.add(term.token);
        break;
      case 'own':
        for (const token of term.tokens) numbers.add(token);
        break;
      case 'any':
      case 'all':
        for (const one of term.of) look(one);
    }
  };
  for (const term of query.terms) look(term);
  return { words, numbers };
}
