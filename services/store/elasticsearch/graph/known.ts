import type { Identified, Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Ask } from './answer.ts';
import { refOf, symbolIn } from './entry.ts';
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
  const learned = new Set<string>();
  const works = new Map<string, Work>();
  const refs = new Map<string, string[]>();
  const places = new Map<string, { work: string; identified: Identified }>();
  return {
    async learn(symbols) {
      const unknown = [...new Set(symbols)].filter((symbol) => !learned.has(symbol));
      for (const about of await named(ask, unknown)) {
        learned.add(about.symbol);
        const found = worksOf(about);
        for (const work of found.works) works.set(work.id, work);
        for (const [naming, place] of found.placed) {
          const ref = refOf(about.symbol, naming);
          places.set(ref, place);
          const others = refs.get(place.work);
          if (others === undefined) refs.set(place.work, [ref]);
          else others.push(ref);
        }
      }
    },
    work: (id) => works.get(id),
    refs: (id) => refs.get(id) ?? [],
    place: (ref) => places.get(ref),
  };
}

/** The symbols that a work of this id could have: an id begins with it, and symbols and ids of documents may hold the mark that parts it from the rest. */
export function possibleSymbols(work: string): string[] {
  const marks = Array.from(work.matchAll(/@/gu), ({ index }) => index);
  return [...marks.map((at) => work.slice(0, at)), work];
}

export const symbolsMet = (refs: readonly string[]): Set<string> => new Set(refs.map(symbolIn));
