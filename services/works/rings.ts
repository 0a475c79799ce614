/** Works that lead to one another by links of any kind, so that each rests on itself; links among them are told by the ids of their ends. */
export interface Ring {
  /** In order of their ids; three or more, as two are a contradiction of their own. */
  readonly works: readonly string[];
  /** The first links among them, by `from`, `to`. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** Links as pairs of numbers; a list that grows, of eight bytes a link, so that those of a whole collection fit. A link may stand in it several times. */
export class Links {
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

/** The numbers that each of the numbers below `count` leads to: those of `number` lie in `list` from `starts[number]` to before `starts[number + 1]`. */
function targetsOf(count: number, links: Links): { readonly starts: Int32Array; readonly list: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < links.length; at++) starts[links.from(at) + 1]!++;
  for (let at = 0; at < count; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const list = new Int32Array(links.length);
  for (let at = 0; at < links.length; at++) list[next[links.from(at)]!++] = links.to(at);
  return { starts, list };
}

/**
 * Groups of numbers below `count` each of which leads to every other of its group (strongly connected components of two or more), each in ascending order, by
 * their first number; linear time, and some 24 bytes a number.
 */
function groupsOf(count: number, links: Links): Int32Array[] {
  const { starts, list } = targetsOf(count, links);
  // Tarjan's algorithm with a stack of its own: a chain of works may be longer than calls can nest. Places are counted from 1; 0 is not met.
  const [met, low, next] = [new Int32Array(count), new Int32Array(count), starts.slice(0, count)];
  const [open, path, isOpen] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  let [places, opened, depth] = [0, 0, 0];
  const groups: Int32Array[] = [];
  const enter = (number: number) => {
    met[number] = low[number] = ++places;
    open[opened++] = number;
    isOpen[number] = 1;
    path[depth++] = number;
  };
  for (let start = 0; start < count; start++) {
    if (met[start] !== 0) continue;
    enter(start);
    while (depth > 0) {
      const top = path[depth - 1]!;
      if (next[top]! < starts[top + 1]!) {
        const to = list[next[top]!++]!;
        if (met[to] === 0) enter(to);
        else if (isOpen[to] === 1) low[top] = Math.min(low[top]!, met[to]!);
        continue;
      }
      depth--;
      if (depth > 0) low[path[depth - 1]!] = Math.min(low[path[depth - 1]!]!, low[top]!);
      if (low[top] !== met[top]) continue;
      const end = opened;
      do isOpen[open[--opened]!] = 0;
      while (open[opened] !== top);
      if (end - opened > 1) groups.push(open.slice(opened, end).sort());
    }
  }
  return groups.sort((a, b) => a[0]! - b[0]!);
}

/** The rings among works with numbers below `count`, by their first works, each with its first `shown` links; `namesOf` tells the ids of works, in their order. */
export function ringsAmong(count: number, links: Links, namesOf: (works: Int32Array) => readonly string[], shown: number): Ring[] {
  /** By number: the ring that it is in, and its place in the order of ids there. */
  const [within, place] = [new Int32Array(count).fill(-1), new Int32Array(count)];
  const found = groupsOf(count, links)
    .filter((group) => group.length > 2)
    .map((group, ring) => {
      const names = namesOf(group);
      const order = names.map((_, at) => at).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
      for (const [at, of] of order.entries()) {
        within[group[of]!] = ring;
        place[group[of]!] = at;
      }
      return { works: order.map((of) => names[of]!), links: [] as (readonly [from: number, to: number])[] };
    });
  for (let at = 0; at < links.length; at++) {
    const [from, to] = [links.from(at), links.to(at)];
    const ring = within[from]!;
    if (ring >= 0 && ring === within[to] && from !== to) enterAmong(found[ring]!.links, [place[from]!, place[to]!], shown);
  }
  return found
    .map(({ works, links }) => ({ works, links: links.map(([from, to]) => ({ from: works[from]!, to: works[to]! })) }))
    .sort((a, b) => (a.works[0]! < b.works[0]! ? -1 : 1));
}

/** Puts a pair among the first `most` ones in order; each stands there once. */
function enterAmong(first: (readonly [number, number])[], pair: readonly [number, number], most: number): void {
  let at = first.length;
  while (at > 0 && compare(pair, first[at - 1]!) < 0) at--;
  if (at === most || (at > 0 && compare(pair, first[at - 1]!) === 0)) return;
  first.splice(at, 0, pair);
  if (first.length > most) first.pop();
}

const compare = (a: readonly [number, number], b: readonly [number, number]) => a[0] - b[0] || a[1] - b[1];

/** Groups of works that lead to one another by these links, two or more, in the order of `ids`. */
export function rings(ids: readonly string[], links: readonly { readonly from: string; readonly to: string }[]): string[][] {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const pairs = new Links();
  for (const { from, to } of links) {
    const [first, second] = [numbers.get(from), numbers.get(to)];
    if (first !== undefined && second !== undefined) pairs.add(first, second);
  }
  return groupsOf(ids.length, pairs).map((group) => Array.from(group, (at) => ids[at]!));
}
