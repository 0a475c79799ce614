import { asFailure } from '#ingest/model/failure.ts';
import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';
import { fold } from '#services/analysis/folding.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { Store } from '#services/store/port.ts';
import { bearing, worksMeant } from '../chains/meant.ts';
import { summariesFor, viewOf } from '../chains/view.ts';
import { nearest } from '../refs.ts';
import { queryFor } from '../search/ways.ts';
import type { ListEntry, NumberedWork, WorkView } from '../shapes.ts';
import { type AskedNumber, askedOf } from './line.ts';
import type { ListLine } from './read.ts';

/** Numbers that the index was asked for by their beginning: near ones are looked for among the same ones, line after line. */
export type KnownNumbers = Map<string, Promise<readonly string[]>>;
export const knownNumbers = (): KnownNumbers => new Map();

/** The answer to one line. Only what concerns the index as a whole is thrown: that it is away, or damaged. */
export async function answerLine(index: Store, { line, text, unread = [] }: ListLine, known: KnownNumbers): Promise<ListEntry> {
  const asked = askedOf(text);
  const empty: ListEntry = {
    ...{ line, text, asked: asked.kind, key: null, outcome: 'absent', total: 0, partial: false },
    ...{ documents: [], works: [], near: [], doubts: [], reason: null },
  };
  if (asked.kind === 'number') return { ...empty, ...(await numberAnswer(index, asked, unread, known)) };
  if (asked.kind === 'words') return { ...empty, ...(await wordsAnswer(index, text)) };
  const documents = [...(await index.summaries([asked.id]))];
  return { ...empty, outcome: documents.length === 0 ? 'absent' : 'found', total: documents.length, documents };
}

async function wordsAnswer(index: Store, text: string): Promise<Partial<ListEntry>> {
  const query = await readable(index, text);
  if ('reason' in query) return { outcome: 'invalid', reason: query.reason };
  const { total, hits, partial } = await index.search(query, { size: 1, facets: [] });
  return { outcome: total === 0 ? 'absent' : 'found', total, partial, documents: hits.map(({ document }) => document) };
}

/** The words as a query, or why they are none. */
async function readable(index: Store, text: string) {
  try {
    return await queryFor(index, text, {}, 'strict');
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.kind.status !== 400) throw failure;
    return { reason: failure.message };
  }
}

async function numberAnswer(index: Store, asked: AskedNumber, unread: readonly Doubt[], known: KnownNumbers): Promise<Partial<ListEntry>> {
  const { key } = asked;
  const works = await worksOf(index, key);
  if (works.length === 0) return { key, near: [...(await nearest(remembering(index, known), key))] };
  const { meant, doubts } = decided(works, asked);
  const documents = meant.flatMap((work) => work.held);
  const [one, ...others] = meant;
  const outcome = documents.length === 0 ? 'absent' : others.length === 0 ? 'found' : 'ambiguous';
  return {
    key: one?.key ?? key,
    outcome,
    total: documents.length,
    documents,
    works: outcome === 'found' ? [] : meant.map(workOf),
    // What could not be compared is as doubtful as what differs.
    doubts: [...new Set([...doubts, ...unread])],
  };
}

function remembering(index: Store, known: KnownNumbers): Pick<Store, 'keys'> {
  return {
    keys(prefix, limit) {
      const asked = known.get(prefix) ?? index.keys(prefix, limit);
      known.set(prefix, asked);
      return asked;
    },
  };
}

/** Works that bear the number or that it could mean. A mention of unknown scope or term could be any of the others and is no work beside them. */
async function worksOf(index: Store, key: string): Promise<readonly WorkView[]> {
  const meant = (await worksMeant(index, key)).map(({ work }) => work);
  const summaries = await summariesFor(index, { works: meant });
  const works = meant.map((work) => viewOf(work, summaries)).map((work) => ({ ...work, held: [...bearing(work.held, key)] }));
  const known = works.filter((work) => work.held.length > 0 || (work.scope !== null && work.term !== null));
  return known.length > 0 ? known : works;
}

function workOf({ id, key, scope, term, date, title, held }: WorkView): NumberedWork {
  return { id, key, scope, term, date, title, held: held.map((document) => document.id) };
}

type Doubt = ListEntry['doubts'][number];

/** Whether a work is what the line says of it; null where nothing is known of that. */
type Agrees = (work: WorkView) => boolean | null;

/**
 * The works that are left when all is weighed that the line says beside the number. What none of them bears out decides nothing and is a doubt: the
 * slip may be in the line.
 */
function decided(works: readonly WorkView[], asked: AskedNumber): { meant: readonly WorkView[]; doubts: readonly Doubt[] } {
  const { type, date, issuer, term } = asked;
  const sayings: readonly (readonly [Doubt, Agrees])[] = [
    ...(type === null ? [] : [['type', (work: WorkView) => (work.type === null ? null : isOfType(work.type, type))] as const]),
    ...(term === null ? [] : [['term', (work: WorkView) => (work.term === null ? null : work.term === term)] as const]),
    ...(issuer === null ? [] : [['issuer', (work: WorkView) => isOfBody(work, issuer)] as const]),
    ...(date === null ? [] : [['date', (work: WorkView) => isOfDate(work, date)] as const]),
  ];
  let meant = works;
  const doubts: Doubt[] = [];
  for (const [saying, agrees] of sayings) {
    const agreeing = meant.filter((work) => agrees(work) === true);
    if (agreeing.length > 0) meant = agreeing;
    else if (meant.some((work) => agrees(work) === false)) doubts.push(saying);
  }
  return { meant, doubts };
}

const typeNames = new Map(documentTypes.map(({ code, names }) => [code, names[0] ?? code]));

/** A "chương trình hành động" may be numbered as "chương trình". */
function isOfType(type: string, asked: string): boolean {
  const [own, said] = [typeNames.get(type) ?? type, typeNames.get(asked) ?? asked];
  return own.startsWith(said) || said.startsWith(own);
}

/** `date` is a day or a year. */
function isOfDate(work: WorkView, date: string): boolean | null {
  const dates = work.claimed.dates.map(({ value }) => value);
  return dates.length === 0 ? null : dates.some((value) => value.startsWith(date));
}

/**
 * Whether the body that the line names can be that of a work: its place stands in the name, or all words of the name are words of the document's own body
 * and place.
 */
function isOfBody({ scope, held }: WorkView, issuer: readonly string[]): boolean | null {
  if (scope === null && held.length === 0) return null;
  const place = scope === null || scope === 'TW' ? [] : foldedWords(scope.split('/').at(-1)!);
  if (place.length > 0 && holds(issuer, place)) return true;
  if (held.length === 0) return place.length === 0 ? null : false;
  return held.some((document) => {
    const own = new Set([document.issuer, document.place, scope].flatMap((text) => foldedWords(text ?? '')));
    return issuer.every((word) => own.has(word));
  });
}

const foldedWords = (text: string): readonly string[] => wordsIn(fold(text)).folded;

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => phrase.every((word, index) => words[at + index] === word));
}
