import type { Store } from '#services/store/port.ts';
import type { NamedSymbol, Work, WorksOfSymbol } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';

/** All that is said of one symbol, and the works that it comes to. */
export interface KnownSymbol extends WorksOfSymbol {
  readonly named: NamedSymbol;
}

/** A work that was asked for, among those of its symbol. */
export interface MeantWork {
  readonly work: Work;
  readonly known: KnownSymbol;
}

export async function knownSymbol(index: Pick<Store, 'named'>, symbol: string): Promise<KnownSymbol> {
  const [named = { symbol, named: [], decisions: [] }] = await index.named([symbol]);
  return { ...worksOf(named), named };
}
