import { createHash } from 'node:crypto';
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { Failure } from '#ingest/model/failure.ts';
import type { Query } from '#services/query/query.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';
import type { SearchHit, SearchPage, SearchRequest, Store } from '#services/store/port.ts';
import { gentlyOrdered } from './signals.ts';

/** The first hits, whose order age and citations may change (`gentlyOrdered`). They are always fetched together, so that no page sees another order. */
const gentleWindow = 30;
/** Most hits that can be passed over by an offset: each costs as much as one that is shown. A cursor goes on from anywhere. */
const mostPassedOver = 10_000;
/** Most hits that a store gives at once. */
const mostAtOnce = 1000;

/** Where a page begins: at a place among the first hits, or where the store went on. */
type Place = { readonly at: number } | { readonly store: string };

/** What is shown of hits. */
export interface Showing<T> {
  /** Makes ready what is shown of a hit that will likely be on the page. */
  ahead(hit: SearchHit): void;
  show(hits: readonly SearchHit[]): Promise<readonly T[]>;
}

/** A page, and what is shown of its hits, in their order. */
export interface ShownPage<T> {
  readonly page: SearchPage;
  readonly shown: readonly T[];
}

/**
 * One page of what matches `query`. `asked` is all that tells this question apart from others: a cursor goes on only with the question that it was
 * given for. `show` makes of its hits, in their order, what is shown of them: where the engine gives hits before it has counted the rest, meanwhile.
 * @throws Failure `bad-request` for `from` and `after` at once, and for a cursor that no answer to this question gave.
 */
export async function pageOf<T>(
  index: Store,
  query: Query,
  request: SearchRequest,
  asked: unknown,
  showing: Showing<T>,
): Promise<ShownPage<T>> {
  const { size, after, order = 'relevance', from } = request;
  if (after !== undefined && from !== undefined) {
    throw refused('offset', 'cannot be given together with after');
  }
  if (from !== undefined && from > mostPassedOver) throw refused('offset', `must be at most ${mostPassedOver}; go on with after`);
  const question = createHash('sha256')
    .update(JSON.stringify([asked, order]))
    .digest('base64url')
    .slice(0, 8);
  const place = after === undefined ? { at: from ?? 0 } : placeIn(after, question);
  const { facets, bodies = false } = request;
  const told: Told = { bodies, ...(facets === undefined ? {} : { facets }) };
  const gentle = order === 'relevance' && size > 0 && 'at' in place && place.at < gentleWindow;
  const { page, next, shown } = gentle
    ? await gentlePage(index, query, { at: place.at, size }, told, showing)
    : await plainPage(index, query, { size, order, ...told, ...('at' in place ? { from: place.at } : { after: place.store }) }, showing);
  return { page: { ...page, next: next === null ? null : cursorOf(next, question) }, shown };
}

/** What is told of the hits of a page, and beside them. */
type Told = Pick<SearchRequest, 'facets' | 'bodies'>;

interface Fetched<T> extends ShownPage<T> {
  readonly next: Place | null;
}

/** Does `work` on hits once, whoever tells of them first: the engine on its way, or its answer. */
function onceWith<T>(work: (hits: readonly SearchHit[]) => Promise<T>): (hits: readonly SearchHit[]) => Promise<T> {
  let begun: Promise<T> | null = null;
  return (hits) => {
    begun ??= work(hits);
    // Where the answer fails, nobody waits for what was begun.
    begun.catch(() => undefined);
    return begun;
  };
}

async function plainPage<T>(index: Store, query: Query, request: SearchRequest, showing: Showing<T>): Promise<Fetched<T>> {
  const show = onceWith((hits) => showing.show(hits));
  const page = await index.search(query, request, show);
  return { page, next: page.next === null ? null : { store: page.next }, shown: await show(page.hits) };
}

/** A page that begins among the first hits: these are fetched as a whole and put in their order, whatever part of them is wanted. */
async function gentlePage<T>(
  index: Store,
  query: Query,
  { at, size }: { readonly at: number; readonly size: number },
  told: Told,
  showing: Showing<T>,
): Promise<Fetched<T>> {
  const end = at + size;
  const order = onceWith(async (fetched) => {
    const first = fetched.slice(0, gentleWindow);
    const ordering = inGentleOrder(index, first);
    // Where the engine must be asked who cites these hits, most of those that will be shown are known before, by age.
    await makeAhead(gentlyOrdered(first, []).slice(at, end), showing, ordering);
    const hits = [...(await ordering), ...fetched.slice(gentleWindow)].slice(at, end);
    return { hits, shown: await showing.show(hits) };
  });
  const fetched = await take(index, query, Math.max(gentleWindow, end), told, order);
  const { hits, shown } = await order(fetched.hits);
  const next = end < fetched.hits.length ? { at: end } : fetched.next === null ? null : { store: fetched.next };
  return { page: { ...fetched, hits }, next, shown };
}

/** Works ahead on hits, one at a turn of the event loop, until their order is there, or it fails. */
async function makeAhead<T>(hits: readonly SearchHit[], showing: Showing<T>, ordering: Promise<unknown>): Promise<void> {
  let ended = false;
  const end = () => {
    ended = true;
  };
  ordering.then(end, end);
  for (const hit of hits) {
    await letOthersWork();
    if (ended) return;
    try {
      showing.ahead(hit);
    } catch {
      // The hit may not come to stand on the page; where it does, showing it tells.
      return;
    }
  }
}

/** The first `count` hits, in as many steps as the store needs; `early` as in `Store.search`, where one step does. */
async function take(
  index: Store,
  query: Query,
  count: number,
  told: Told,
  early: (hits: readonly SearchHit[]) => void,
): Promise<SearchPage> {
  const begun = count > mostAtOnce ? undefined : early;
  let page = await index.search(query, { size: Math.min(count, mostAtOnce), order: 'relevance', ...told }, begun);
  while (page.hits.length < count && page.next !== null) {
    const size = Math.min(count - page.hits.length, mostAtOnce);
    const { hits, next, partial } = await index.search(query, { size, order: 'relevance', after: page.next, ...told, facets: [] });
    if (hits.length === 0) break;
    page = { ...page, hits: [...page.hits, ...hits], next, partial: page.partial || partial };
  }
  return page;
}

async function inGentleOrder(index: Store, hits: readonly SearchHit[]): Promise<readonly SearchHit[]> {
  if (hits.length < 2) return hits;
  const keys = hits.map(({ document }) => document.identity.key ?? document.number);
  const distinct = [...new Set(keys.filter((key) => key !== null))];
  const counts = distinct.length === 0 ? [] : await index.citers(distinct);
  const citers = new Map(distinct.map((key, at) => [key, counts[at] ?? 0]));
  return gentlyOrdered(
    hits,
    keys.map((key) => (key === null ? 0 : (citers.get(key) ?? 0))),
  );
}

/** A page that cannot be asked for, by the name of what is wrong with it. */
function refused(path: 'offset' | 'after', message: string): Failure {
  return new Failure('bad-request', `${path}: ${message}.`, { details: [{ path, message }] });
}

function cursorOf(place: Place, question: string): string {
  return cursorTo({ of: question, ...place });
}

function placeIn(cursor: string, question: string): Place {
  const { of, at, store } = readCursor(cursor);
  if (of !== undefined && of !== question) {
    throw refused('after', 'belongs to another query, filter or order: ask that one again, or begin without it');
  }
  if (of === question && typeof store === 'string') return { store };
  if (of === question && Number.isInteger(at) && Number(at) > 0 && Number(at) < gentleWindow) return { at: Number(at) };
  throw refused('after', 'was given by no answer to this query: begin without it');
}

function readCursor(cursor: string): { of?: unknown; at?: unknown; store?: unknown } {
  const read = placeOfCursor(cursor);
  return typeof read === 'object' && read !== null ? read : {};
}
