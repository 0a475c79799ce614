import { everySymbol } from '#services/works/everySymbol.ts';
import { everyLink } from '#services/works/link.ts';
import { Links, type Ring, ringsAmong } from '#services/works/rings.ts';
import { worksOf } from '#services/works/worksOf.ts';
import type { Connection } from '../connection.ts';
import { askingNow, mostTold } from './answer.ts';
import { refOf } from './entry.ts';
import { symbolsBy } from './namings.ts';
import { toldPages } from './told.ts';

/**
 * All that is named is read once, and then all statements, of which only the numbers of the works at their ends are kept. What comes in meanwhile may be
 * among the statements and not among what is named: it is passed over, as if it had come later.
 */
export async function rings(connection: Connection, shown: number): Promise<Ring[]> {
  const ask = askingNow(connection);
  const ids: string[] = [];
  const meant = new Map<string, number>();
  for await (const symbols of everySymbol(symbolsBy(ask))) {
    for (const about of symbols) {
      const numbers = new Map<string, number>();
      for (const [naming, { work }] of worksOf(about).placed) {
        const number = numbers.get(work) ?? ids.push(work) - 1;
        numbers.set(work, number);
        meant.set(refOf(about.symbol, naming), number);
      }
    }
  }
  const links = new Links();
  for await (const page of toldPages(ask, { filter: everyLink }, mostTold)) {
    for (const { subject, object } of page) {
      const [from, to] = [meant.get(subject), meant.get(object)];
      if (from !== undefined && to !== undefined && from !== to) links.add(from, to);
    }
  }
  return ringsAmong(ids.length, links, (those) => Array.from(those, (at) => ids[at]!), shown);
}
