import type { Store } from '#services/store/port.ts';
import { everyLink } from '#services/works/link.ts';
import { rings } from '../chains/rings.ts';
import { worksAtOnce } from './links.ts';

/** A list of pairs of numbers that grows: eight bytes a pair, so that the links of a whole collection fit. */
class Pairs {
  #list = new Int32Array(1 << 14);
  length = 0;

  add(from: number, to: number): void {
    if (this.length * 2 === this.#list.length) {
      const longer = new Int32Array(this.#list.length * 2);
      longer.set(this.#list);
      this.#list = longer;
    }
    this.#list[this.length * 2] = from;
    this.#list[this.length++ * 2 + 1] = to;
  }

  from(at: number): number {
    return this.#list[at * 2]!;
  }

  to(at: number): number {
    return this.#list[at * 2 + 1]!;
  }
}

const mostWorks = 100_000;

/** Ids of works that lead to one another, and the links among them. */
export interface Ring {
  readonly works: readonly string[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Groups of three works or more that lead to one another in a ring (two are a contradiction of their own), among all works. The links of all are kept as numbers;
 * what nothing leads to, or what leads nowhere, is in no ring and is taken away until only rings and what joins them are left.
 */
export async function ringsAmong(index: Pick<Store, 'walk'>, works: AsyncIterable<readonly string[]>): Promise<Ring[]> {
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const links = new Pairs();
  for await (const ids of works) {
    for (let at = 0; at < ids.length; at += worksAtOnce) {
      const roots = ids.slice(at, at + worksAtOnce);
      const isRoot = new Set(roots);
      const found = await index.walk({ roots, direction: 'up', depth: 1, filter: everyLink, limit: mostWorks, witnesses: 0 });
      for (const { from, to } of found.links) if (isRoot.has(from)) links.add(numberOf(from), numberOf(to));
    }
  }
  const left = inRings(links, numbers.size);
  const core: { from: string; to: string }[] = [];
  const ids = [...numbers.keys()];
  for (let at = 0; at < links.length; at++)
    if (left[links.from(at)] === 1 && left[links.to(at)] === 1) core.push({ from: ids[links.from(at)]!, to: ids[links.to(at)]! });
  const within = [...new Set(core.flatMap(({ from, to }) => [from, to]))].sort();
  return rings(within, core)
    .filter((ring) => ring.length > 2)
    .map((ring) => {
      const members = new Set(ring);
      return { works: ring, links: core.filter(({ from, to }) => members.has(from) && members.has(to)) };
    });
}

/** Which works are left when those at a loose end are taken away again and again; in time linear to the links. */
function inRings(links: Pairs, works: number): Uint8Array {
  const left = new Uint8Array(works).fill(1);
  for (const side of ['from', 'to'] as const) {
    const other = side === 'from' ? 'to' : 'from';
    // How many links each work has on this side, and for each work the links of the other side.
    const degree = new Int32Array(works);
    const starts = new Int32Array(works + 1);
    for (let at = 0; at < links.length; at++) {
      degree[links[side](at)]!++;
      starts[links[other](at) + 1]!++;
    }
    for (let at = 0; at < works; at++) starts[at + 1]! += starts[at]!;
    const places = starts.slice(0, works);
    const sorted = new Int32Array(links.length);
    for (let at = 0; at < links.length; at++) sorted[places[links[other](at)]!++] = links[side](at);
    const loose: number[] = [];
    for (let at = 0; at < works; at++) if (degree[at] === 0) loose.push(at);
    for (let work = loose.pop(); work !== undefined; work = loose.pop()) {
      left[work] = 0;
      for (let at = starts[work]!; at < starts[work + 1]!; at++) if (--degree[sorted[at]!]! === 0) loose.push(sorted[at]!);
    }
  }
  return left;
}
