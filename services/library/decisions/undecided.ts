import type { Store } from '#services/store/port.ts';
import { everySymbol } from '#services/works/everySymbol.ts';
import type { Named, NamedSymbol, Possible, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import { saidBy, speakersOf, type Ways, waysOf } from '../chains/naming.ts';
import { summariesFor, viewOf } from '../chains/view.ts';
import type { UndecidedWorks } from '../shapes.ts';

export interface UndecidedRequest {
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly size: number;
}

interface Found {
  readonly work: Work;
  readonly named: readonly Named[];
  readonly possible: readonly { readonly work: Work; readonly reasons: Possible['reasons'] }[];
}

/**
 * The works that the texts leave open, each with those that it could be: the list for a person to decide. In order of their numbers; a page ends behind a number, so that it may
 * hold somewhat more works than were asked for.
 */
export async function undecided(index: Store, { after, size }: UndecidedRequest): Promise<UndecidedWorks> {
  const found: Found[] = [];
  let reached = after ?? null;
  let ended = true;
  pages: for await (const symbols of everySymbol(index, reached)) {
    for (const symbol of symbols) {
      if (found.length >= size) {
        ended = false;
        break pages;
      }
      found.push(...openIn(symbol));
      reached = symbol.symbol;
    }
  }
  const ways = found.map(({ named }): Ways => waysOf(named));
  const speakers = await speakersOf(index, ways);
  const works = found.flatMap(({ work, possible }) => [work, ...possible.map((other) => other.work)]);
  const summaries = await summariesFor(index, { works, documents: [...speakers.values()].flat() });
  return {
    works: found.map(({ work, possible }, at) => ({
      work: viewOf(work, summaries),
      said: saidBy(ways[at]!, speakers, summaries),
      possible: possible.map((other) => ({ work: viewOf(other.work, summaries), reasons: [...other.reasons] })),
    })),
    next: ended ? null : reached,
  };
}

/** Of two works that could be one, the one whose words tell less is open. */
function openIn(symbol: NamedSymbol): readonly Found[] {
  if (symbol.named.length < 2) return [];
  const { works, placed } = worksOf(symbol);
  const byId = new Map(works.map((work) => [work.id, work]));
  const open = works.filter((work) => work.maybe.length > 0 && unknowns(work) > 0);
  if (open.length === 0) return [];
  const named = Map.groupBy(symbol.named, ({ id }) => placed.get(id)?.work);
  return open.map((work) => ({
    work,
    named: named.get(work.id) ?? [],
    possible: work.maybe.flatMap(({ work: other, reasons }) => {
      const found = byId.get(other);
      return found === undefined ? [] : [{ work: found, reasons }];
    }),
  }));
}

function unknowns({ id }: Work): number {
  return id.split('@').filter((part) => part.startsWith('?')).length;
}
