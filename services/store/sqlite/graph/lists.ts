/** Numbers by a number: those of `owner` lie in `list` from `starts[owner]` to before `starts[owner + 1]`; what came after loading is in `added`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly list: Int32Array;
  readonly added: Map<number, Int32Array>;
}

/** A list, or a part of one: the numbers from `at` to before `end`. */
export interface Run {
  readonly list: Int32Array;
  at: number;
  readonly end: number;
}

/** Lists of the numbers from 0 to before `size`, each under its owner, ascending; without those whose owner is null. */
export function listsOf(size: number, ownerOf: (item: number) => number | null): Lists {
  let most = 0;
  for (let item = 0; item < size; item++) most = Math.max(most, ownerOf(item) ?? 0);
  const starts = new Int32Array(most + 2);
  for (let item = 0; item < size; item++) {
    const owner = ownerOf(item);
    if (owner !== null) (starts[owner + 1] as number)++;
  }
  for (let at = 1; at < starts.length; at++) (starts[at] as number) += starts[at - 1] as number;
  const list = new Int32Array(starts[most + 1] as number);
  const next = starts.slice();
  for (let item = 0; item < size; item++) {
    const owner = ownerOf(item);
    if (owner === null) continue;
    list[next[owner] as number] = item;
    (next[owner] as number)++;
  }
  return { starts, list, added: new Map() };
}

/** Adds a number to a list; it goes before the first of those added that stand behind it. */
export function addTo({ added }: Lists, owner: number, item: number, compare: (a: number, b: number) => number): void {
  const known = added.get(owner) ?? new Int32Array(0);
  let at = known.length;
  while (at > 0 && compare(item, known[at - 1] as number) < 0) at--;
  const longer = new Int32Array(known.length + 1);
  longer.set(known.subarray(0, at));
  longer[at] = item;
  longer.set(known.subarray(at), at + 1);
  added.set(owner, longer);
}

/** The lists of one owner: at most two. */
export function pushRuns({ starts, list, added }: Lists, owner: number, runs: Run[]): void {
  if (owner + 1 < starts.length) {
    const [at, end] = [starts[owner] as number, starts[owner + 1] as number];
    if (at < end) runs.push({ list, at, end });
  }
  if (added.size === 0) return;
  const more = added.get(owner);
  if (more !== undefined) runs.push({ list: more, at: 0, end: more.length });
}

/** Calls `visit` with the numbers of one owner, list after list, as long as it returns true. */
export function eachOf({ starts, list, added }: Lists, owner: number, visit: (item: number) => boolean): boolean {
  if (owner + 1 < starts.length) {
    const end = starts[owner + 1] as number;
    for (let at = starts[owner] as number; at < end; at++) if (!visit(list[at] as number)) return false;
  }
  if (added.size === 0) return true;
  return added.get(owner)?.every(visit) ?? true;
}
