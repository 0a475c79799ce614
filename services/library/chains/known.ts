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
  return (await knownSymbols(index, [symbol])).get(symbol)!;
}

/** The same of several symbols, each under its own: asked for together, for an engine on another machine answers one question as fast as a hundred names. */
export async function knownSymbols(index: Pick<Store, 'named'>, symbols: Iterable<string>): Promise<ReadonlyMap<string, KnownSymbol>> {
  const known = new Map<string, KnownSymbol>();
  for (const [symbol, named] of await namedSymbols(index, symbols)) known.set(symbol, { ...worksOf(named), named });
  return known;
}

/** Symbols that are asked for in one step. */
const symbolsAtOnce = 500;

/** What is said of each of these symbols, without the works that it comes to. */
export async function namedSymbols(index: Pick<Store, 'named'>, symbols: Iterable<string>): Promise<ReadonlyMap<string, NamedSymbol>> {
  const wanted = [...new Set(symbols)];
  const found = new Map<string, NamedSymbol>(wanted.map((symbol) => [symbol, { symbol, named: [], decisions: [] }]));
  for (let at = 0; at < wanted.length; at += symbolsAtOnce)
    for (const named of await index.named(wanted.slice(at, at + symbolsAtOnce))) found.set(named.symbol, named);
  return found;
}
