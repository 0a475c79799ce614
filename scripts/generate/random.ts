/** Chance that is always the same for one seed. */
export interface Random {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly int: (least: number, most: number) => number;
  /** True in `share` of all cases. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different entries, in the order of the list; all where it has no more. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

/** Numbers from 0 up to 1, always the same for one seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomOf(seed: number): Random {
  const next = randomFrom(seed);
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from.');
    return list[Math.floor(next() * list.length)]!;
  };
  const some = <T>(list: readonly T[], count: number): T[] => {
    const chosen = new Set<number>();
    const wanted = Math.min(count, list.length);
    while (chosen.size < wanted) chosen.add(Math.floor(next() * list.length));
    return [...chosen].sort((a, b) => a - b).map((index) => list[index]!);
  };
  return { next, int, chance: (share) => next() < share, pick, some };
}
