import { Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { compareIdentities } from '#ingest/model/sameness.ts';
import { compareText } from '#services/analysis/compareText.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { QueryTerm } from '#services/query/query.ts';
import type { DocumentSummary, SearchPage, Store } from '#services/store/port.ts';
import type { Similar, SimilarDocument } from '../shapes.ts';
import { type Term, termsOf, wordTermOf } from './tellingWords.ts';

/** Words of a document whose frequency is asked for, the most frequent ones in it; */
const mostWords = 400;
/** those of them, and of its citations, by which others are looked for; */
const mostTelling = 24;
const mostCitations = 12;
/** documents that are looked at for one of them, and that are read in the end. */
const mostForOne = 100;
const mostRead = 40;
/** Questions put to the index together: more would keep others waiting. */
const atOnce = 4;
/** Words and citations that are told of a similar document. */
const mostTold = 8;
/** A citation that both have is worth as much as a word that stands so often. */
const citationCount = 5;
/** A single syllable says less of what a document is about than a compound: most have several meanings, or none of their own. */
const singleWorth = 0.4;
/** As in BM25: how soon a further occurrence counts for less, and how much the length of a document matters. */
const saturation = 1.2;
const lengthWeight = 0.75;

/** Something that a document has, and what it is worth that another has it too. */
interface Trait {
  readonly term: QueryTerm;
  readonly worth: number;
  readonly printed: string;
  /** The word, or null for a citation. */
  readonly word: Term | null;
  /** The number cited, folded. */
  readonly cited: string | null;
}

/**
 * Documents that speak of the same as this one, likest first, at most `most`; its own work is not among them. What tells a document apart are words and citations that
 * stand often in it and in few others (tf·idf). Documents that have some of them are found one trait at a time, so that no rule of ranking chooses among them; the
 * best are read and weighed by how often the words stand in them for their length. `not-found` where no document has the id.
 */
export async function similar(index: Store, id: string, most: number): Promise<Similar> {
  const stored = await index.get(id);
  if (stored === null) throw new Failure('not-found', `No document has the id ${JSON.stringify(id.slice(0, 100))}.`);
  const { record } = stored;
  const { total } = await index.search({ terms: [], filters: {} }, { size: 0, facets: [] });
  const likely = await likelyTraits(index, record, total);
  const others: QueryTerm = { kind: 'not', of: { kind: 'ids', ids: [id] } };
  const answers: { trait: Trait; answer: SearchPage }[] = [];
  for (let from = 0; from < likely.length; from += atOnce) {
    const ask = async (trait: Trait) => ({
      trait,
      answer: await index.search({ terms: [trait.term, others], filters: {} }, { size: mostForOne, facets: [] }),
    });
    answers.push(...(await Promise.all(likely.slice(from, from + atOnce).map(ask))));
  }
  // How many have a compound is known only now.
  const shared = answers.filter(({ answer }) => answer.total > 0);
  const traits = new Map(shared.map(({ trait, answer }) => [trait, trait.worth * rarity(total, answer.total + 1)]));
  const candidates = new Map<string, { document: DocumentSummary; worth: number }>();
  for (const { trait, answer } of shared) {
    for (const { document } of answer.hits) {
      const before = candidates.get(document.id)?.worth ?? 0;
      candidates.set(document.id, { document, worth: before + (traits.get(trait) ?? 0) });
    }
  }
  const best = [...candidates.values()]
    .filter(({ document }) => compareIdentities(document.identity, record.identity) !== 'same')
    .sort((a, b) => b.worth - a.worth || compareText(a.document.id, b.document.id))
    .slice(0, mostRead);
  const length = record.text.length;
  const documents: SimilarDocument[] = [];
  for (const { document } of best) {
    const other = await index.get(document.id);
    if (other !== null) documents.push(weighed(document, other.record, traits, length));
  }
  documents.sort((a, b) => b.likeness - a.likeness || compareText(a.document.id, b.document.id));
  return {
    id,
    documents: documents.filter(({ likeness }) => likeness > 0).slice(0, most),
    partial: answers.some(({ answer }) => answer.partial),
  };
}

/** The traits that probably tell most, by the frequency of the rarest syllable, which no compound exceeds. `worth` is without its rarity. */
async function likelyTraits(index: Store, record: DocumentRecord, total: number): Promise<Trait[]> {
  const words = [...termsOf(record).values()].sort((a, b) => b.count - a.count || compareText(a.key, b.key)).slice(0, mostWords);
  const syllables = [...new Set(words.flatMap((word) => word.syllables))];
  const counts = await index.frequencies(syllables.map((text) => ({ text, exact: true })));
  const frequency = new Map(syllables.map((text, at) => [text, counts[at] ?? 0]));
  const telling = words
    .map((word) => ({ word, worth: worthOf(word), rarest: Math.min(...word.syllables.map((text) => frequency.get(text) ?? 0)) }))
    // A slip of the pen that stands nowhere else tells of no other document.
    .filter(({ rarest }) => rarest > 1)
    .map(({ word, worth, rarest }) => ({ word, worth, likely: worth * rarity(total, rarest) }))
    .sort((a, b) => b.likely - a.likely || compareText(a.word.key, b.word.key))
    .slice(0, mostTelling);
  const cited = new Map(record.citations.map(({ key, mentions }) => [foldedSymbol(key), { key, mentions }]));
  const citations = [...cited].sort(([a, one], [b, other]) => other.mentions - one.mentions || compareText(a, b)).slice(0, mostCitations);
  return [
    ...telling.map(({ word, worth }): Trait => ({ term: wordTermOf(word), worth, printed: word.printed, word, cited: null })),
    ...citations.map(
      ([token, { key, mentions }]): Trait => ({
        term: { kind: 'relates', relation: 'cites', token },
        worth: 1 + Math.log(citationCount + mentions - 1),
        printed: key,
        word: null,
        cited: token,
      }),
    ),
  ];
}

/** What is said of a document that holds a word, its rarity apart. */
function worthOf({ count, syllables }: Term): number {
  return (1 + Math.log(count)) * (syllables.length > 1 ? 1 : singleWorth);
}

/** What a trait tells that `holders` of `total` documents have: next to nothing where all have it (the inverse document frequency of BM25). */
function rarity(total: number, holders: number): number {
  return Math.log(1 + (Math.max(total, holders) - holders + 0.5) / (holders + 0.5));
}

/** How much of the worth of all traits another document has, and by which. One that has each as often in as many words has all of it. */
function weighed(document: DocumentSummary, record: DocumentRecord, traits: ReadonlyMap<Trait, number>, length: number): SimilarDocument {
  const terms = termsOf(record);
  const cited = new Set(record.citations.map(({ key }) => foldedSymbol(key)));
  const ratio = record.text.length / Math.max(1, length);
  let has = 0;
  let all = 0;
  const told: { trait: Trait; worth: number }[] = [];
  for (const [trait, worth] of traits) {
    const own = trait.word === null ? 1 : weight(trait.word.count, 1);
    const theirs = trait.word === null ? Number(cited.has(trait.cited ?? '')) : weight(terms.get(trait.word.key)?.count ?? 0, ratio);
    all += worth * own;
    has += worth * Math.min(own, theirs);
    if (theirs > 0) told.push({ trait, worth: worth * Math.min(own, theirs) });
  }
  told.sort((a, b) => b.worth - a.worth || compareText(a.trait.printed, b.trait.printed));
  const names = (isWord: boolean) =>
    told
      .filter(({ trait }) => (trait.word !== null) === isWord)
      .slice(0, mostTold)
      .map(({ trait }) => trait.printed);
  return { document, likeness: all === 0 ? 0 : has / all, words: names(true), citations: names(false) };
}

/** Of a word that stands `count` times in a text `ratio` times as long as the document's own. */
function weight(count: number, ratio: number): number {
  return count / (count + saturation * (1 - lengthWeight + lengthWeight * ratio));
}
