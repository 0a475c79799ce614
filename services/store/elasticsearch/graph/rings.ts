import { everySymbol } from '#services/works/everySymbol.ts';
import { everyLink, mostWalked } from '#services/works/link.ts';
import { Links, type Ring, ringsAmong } from '#services/works/rings.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Connection } from '../connection.ts';
import { askingNow } from './answer.ts';
import { symbolsBy } from './namings.ts';
import { walk } from './walk.ts';

/** Works whose links are asked for at once. */
const together = 1000;

/** The links of all works are asked for, some works at a time, and kept as numbers. */
export async function rings(connection: Connection, shown: number): Promise<Ring[]> {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const links = new Links();
  for await (const symbols of everySymbol(symbolsBy(askingNow(connection)))) {
    const works = symbols.flatMap((symbol) => worksOf(symbol).works.map(({ id }) => id));
    for (let at = 0; at < works.length; at += together) {
      const roots = works.slice(at, at + together);
      const isRoot = new Set(roots);
      const found = await walk(connection, { roots, direction: 'up', depth: 1, filter: everyLink, limit: mostWalked, witnesses: 0 });
      for (const { from, to } of found.links) if (isRoot.has(from)) links.add(numberOf(from), numberOf(to));
    }
  }
  return ringsAmong(ids.length, links, (those) => Array.from(those, (at) => ids[at]!), shown);
}
