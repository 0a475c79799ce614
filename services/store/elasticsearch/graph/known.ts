import type { Identified, Work, WorksOfSymbol } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Ask } from './answer.ts';
import { namingOf, refOf, symbolIn } from './entry.ts';
import { named } from './named.ts';

/** The works of the symbols that were met while one question is answered. */
export interface Known {
  /** Learns the works of all these symbols that are not known yet, in one request; none where all are. */
  learn(symbols: Iterable<string>): Promise<void>;
  work(id: string): Work | undefined;
  /** The namings (`refOf`) that mean a work. */
  refs(id: string): readonly string[];
  /** What a naming means; undefined where its symbol was not learned. */
  place(ref: string): { readonly work: string; readonly identified: Identified } | undefined;
}

export function knownWorks(ask: Ask): Known {
  const learned = new Map<string, WorksOfSymbol>();
  const works = new Map<string, Work>();
  const members = new Map<string, ReadonlyMap<string, readonly string[]>>();
  /** The namings of one symbol by work. Of most symbols that are learned nobody asks for them. */
  const membersOf = (symbol: string): ReadonlyMap<string, readonly string[]> => {
    const { placed } = learned.get(symbol)!;
    const known = members.get(symbol) ?? Map.groupBy(placed.keys(), (naming) => placed.get(naming)!.work);
    members.set(symbol, known);
    return known;
  };
  return {
    async learn(symbols) {
      const unknown = [...new Set(symbols)].filter((symbol) => !learned.has(symbol));
      for (const about of await named(ask, unknown)) {
        const found = worksOf(about);
        learned.set(about.symbol, found);
        for (const work of found.works) works.set(work.id, work);
      }
    },
    work: (id) => works.get(id),
    refs(id) {
      const symbol = works.get(id)?.symbol;
      return symbol === undefined ? [] : (membersOf(symbol).get(id) ?? []).map((naming) => refOf(symbol, naming));
    },
    place(ref) {
      const [symbol, naming] = namingOf(ref);
      return learned.get(symbol)?.placed.get(naming);
    },
  };
}

/** The symbols that a work of this id could have: an id begins with it, and symbols and ids of documents may hold the mark that parts it from the rest. */
export function possibleSymbols(work: string): string[] {
  const marks = Array.from(work.matchAll(/@/gu), ({ index }) => index);
  return [...marks.map((at) => work.slice(0, at)), work];
}

export const symbolsMet = (refs: readonly string[]): Set<string> => new Set(refs.map(symbolIn));
