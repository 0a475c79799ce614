import type { Speakers } from '#services/store/port.ts';
import { everySymbol, type Symbols } from '#services/works/everySymbol.ts';
import { type Series, seriesAmong } from '#services/works/series.ts';
import { type Unheld, type UnheldPage, type UnheldRequest, unheldFirst, unheldOf } from '#services/works/unheld.ts';
import type { Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { type Ask, bucketsOf, countedIn, countingNested, mostTold } from './answer.ts';
import { namingIn } from './entry.ts';
import { named } from './named.ts';

/** The symbols that are named, in order, from after `after`. */
export async function symbols(ask: Ask, after: string | null, limit: number): Promise<string[]> {
  if (limit === 0) return [];
  const composite = {
    size: limit,
    sources: [{ symbol: { terms: { field: 'symbols' } } }],
    ...(after === null ? {} : { after: { symbol: after } }),
  };
  const answer = await ask({ size: 0, track_total_hits: false, aggs: { symbols: { composite } } });
  return bucketsOf<{ key: { symbol: string } }>(answer.aggregations?.symbols).map(({ key }) => key.symbol);
}

/** The series of all works. Works are what follows from namings, so that all of these are read. */
export async function series(ask: Ask): Promise<Series[]> {
  const works = new Set<string>();
  for await (const page of everySymbol(symbolsBy(ask)))
    for (const symbol of page) for (const { id } of worksOf(symbol).works) works.add(id);
  return seriesAmong(works);
}

/** What is named as it is asked for by `everySymbol`. */
export const symbolsBy = (ask: Ask): Symbols => ({
  symbols: (after, limit) => symbols(ask, after, limit),
  named: (wanted) => named(ask, wanted),
});

/** The works that nobody holds: all that is named is read for them, too. */
export async function unheld(ask: Ask, request: UnheldRequest): Promise<UnheldPage> {
  const first = unheldFirst<Unheld & { readonly work: Work }>(request);
  for await (const page of everySymbol(symbolsBy(ask))) for (const symbol of page) for (const one of unheldOf(symbol)) first.offer(one);
  const { total, works } = first.page();
  return { total, works: works.map(({ work }) => work) };
}

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
  readonly documents?: unknown;
}

/** Which documents use these namings, of each the first `each` by id. */
export async function speakers(ask: Ask, namings: readonly string[], each: number): Promise<Speakers[]> {
  const distinct = [...new Set(namings)];
  const found = new Map<string, Speakers>();
  const batch = Math.max(1, Math.floor(mostTold / (each + 1)));
  for (let from = 0; from < distinct.length; from += batch) {
    const part = distinct.slice(from, from + batch);
    const terms = { field: 'namings.naming', size: part.length, execution_hint: 'map' } as const;
    const documents = { terms: { field: 'namings.document', size: each, order: { _key: 'asc' }, execution_hint: 'map' } } as const;
    const aggs = each === 0 ? {} : { documents };
    const answer = await ask(countingNested('namings', [{ terms: { 'namings.id': part } }], { terms, aggs }));
    for (const { key, doc_count, documents: told } of countedIn<Bucket>(answer).buckets) {
      const first = each === 0 ? [] : bucketsOf<Bucket>(told).map((bucket) => bucket.key);
      const { id: naming } = namingIn(key);
      found.set(naming, { naming, documents: first, total: doc_count });
    }
  }
  return namings.flatMap((naming) => found.get(naming) ?? []);
}
