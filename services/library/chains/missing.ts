import type { Level } from '#services/analysis/level.ts';
import type { Store } from '#services/store/port.ts';
import type { Named, Work } from '#services/works/work.ts';
import type { MissingWorks } from '../shapes.ts';
import { knownSymbols } from './known.ts';
import { saidBy, speakersOf, type Ways, waysOf } from './naming.ts';
import { usesOf } from './uses.ts';
import { summariesFor, viewOf } from './view.ts';

export interface MissingRequest {
  readonly from: number;
  readonly size: number;
  /** Only works of this level, type, place, or named by so many documents. */
  readonly level?: Level | undefined;
  readonly type?: string | undefined;
  readonly within?: string | undefined;
  readonly least?: number | undefined;
}

/** Symbols whose namings lie in memory at once. */
const symbolsAtOnce = 50;

/** The works that documents name and nobody holds: the list of documents to obtain, those that most documents name first. */
export async function missing(index: Store, request: MissingRequest): Promise<MissingWorks> {
  const { from, size, level = null, type = null, within = null, least = 1 } = request;
  const { total, works } = await index.unheld({ level, type, within, least, from, size });
  const named = await namingsOf(index, works);
  const ways = works.map(({ id }): Ways => waysOf(named.get(id) ?? []));
  const speakers = await speakersOf(index, ways);
  const summaries = await summariesFor(index, { documents: [...speakers.values()].flat() });
  const uses = await usesOf(
    index,
    works.map(({ id }) => id),
  );
  return {
    total,
    works: works.map((work, at) => ({
      ...viewOf(work, summaries),
      use: uses.get(work.id)!,
      said: saidBy(ways[at]!, speakers, summaries),
      saidMore: ways[at]!.more,
    })),
  };
}

/** The namings of works, by their ids. */
async function namingsOf(index: Pick<Store, 'named'>, works: readonly Work[]): Promise<ReadonlyMap<string, readonly Named[]>> {
  const wanted = new Set(works.map(({ id }) => id));
  const symbols = [...new Set(works.map(({ symbol }) => symbol))];
  const found = new Map<string, Named[]>();
  for (let at = 0; at < symbols.length; at += symbolsAtOnce)
    for (const { named, placed } of (await knownSymbols(index, symbols.slice(at, at + symbolsAtOnce))).values())
      for (const one of named.named) {
        const work = placed.get(one.id)?.work;
        if (work === undefined || !wanted.has(work)) continue;
        const others = found.get(work);
        if (others === undefined) found.set(work, [one]);
        else others.push(one);
      }
  return found;
}
