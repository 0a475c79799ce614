import { type Level, levelOf } from '#services/analysis/level.ts';
import type { Store } from '#services/store/port.ts';
import { everySymbol } from '#services/works/everySymbol.ts';
import type { Named, NamedSymbol, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { MissingWorks } from '../shapes.ts';
import { Foremost } from './foremost.ts';
import { saidBy, speakersOf, type Ways, waysOf } from './naming.ts';
import { usesOf } from './uses.ts';
import { summariesFor, viewOf } from './view.ts';
import { placeOf } from './within.ts';

export interface MissingRequest {
  readonly from: number;
  readonly size: number;
  /** Only works of this level, type, place, or named by so many documents. */
  readonly level?: Level | undefined;
  readonly type?: string | undefined;
  readonly within?: string | undefined;
  readonly least?: number | undefined;
}

interface Found {
  readonly work: Work;
  readonly named: readonly Named[];
  /** True where it could be a work that is held. */
  readonly couldBeHeld: boolean;
}

/**
 * The works that documents name and nobody holds: the list of documents to obtain, those that most documents name first. It is computed from all that is named, so
 * that it is right after every change.
 */
export async function missing(index: Store, request: MissingRequest): Promise<MissingWorks> {
  const { from, size, level, type, within, least = 1 } = request;
  const place = within === undefined ? null : placeOf(within);
  const passes = (work: Work) =>
    work.cited >= least &&
    (level === undefined || levelOf(work.key, work.scope) === level) &&
    (type === undefined || work.type?.toUpperCase() === type.toUpperCase()) &&
    (place === null || place.isOf(work));
  const isOpen = level === undefined && type === undefined && place === null && least === 1;
  const foremost = new Foremost<Found>(from + size, byWeight);
  for await (const symbols of everySymbol(index)) {
    for (const symbol of symbols) {
      if (isOpen && isSurelyBehind(symbol, foremost.last)) foremost.passOver();
      else for (const found of missingOf(symbol)) if (passes(found.work)) foremost.offer(found);
    }
  }
  const page = foremost.first().slice(from);
  const ways = page.map(({ named }): Ways => waysOf(named));
  const speakers = await speakersOf(index, ways);
  const summaries = await summariesFor(index, { documents: [...speakers.values()].flat() });
  const uses = await usesOf(
    index,
    page.map(({ work }) => work.id),
  );
  return {
    total: foremost.offered,
    works: page.map(({ work }, at) => ({
      ...viewOf(work, summaries),
      use: uses.get(work.id)!,
      said: saidBy(ways[at]!, speakers, summaries),
      saidMore: ways[at]!.more,
    })),
  };
}

/** True of a number that is named in one way alone, by fewer documents than the last one that is kept: one work that nobody holds, and no more to be known of it. */
function isSurelyBehind({ named }: NamedSymbol, last: Found | null): boolean {
  const [only] = named;
  return last !== null && only !== undefined && named.length === 1 && only.naming.holder === null && only.documents < last.work.cited;
}

function* missingOf(symbol: NamedSymbol): Generator<Found> {
  // Most symbols have one held work and no other: that is told without comparing anything.
  if (symbol.named.every(({ naming }) => naming.holder !== null)) return;
  const { works, placed } = worksOf(symbol);
  const held = new Set(works.filter((work) => work.held.length > 0).map(({ id }) => id));
  if (held.size === works.length) return;
  const named = Map.groupBy(symbol.named, ({ id }) => placed.get(id)?.work);
  for (const work of works) {
    if (held.has(work.id)) continue;
    yield { work, named: named.get(work.id) ?? [], couldBeHeld: work.maybe.some((possible) => held.has(possible.work)) };
  }
}

/** How much the lack of works matters, the more before the less. */
function byWeight(a: Found, b: Found): number {
  return (
    b.work.cited - a.work.cited ||
    Number(a.couldBeHeld) - Number(b.couldBeHeld) ||
    unknowns(a.work) - unknowns(b.work) ||
    (a.work.id < b.work.id ? -1 : a.work.id > b.work.id ? 1 : 0)
  );
}

function unknowns({ scope, term }: Work): number {
  return Number(scope === null) + Number(term === null);
}
