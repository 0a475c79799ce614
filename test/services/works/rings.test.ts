import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Links, type Ring, ringsAmong } from '#services/works/rings.ts';

const names = ['g', 'a', 'f', 'b', 'e', 'c', 'd'];

function ringsOf(pairs: readonly (readonly [from: number, to: number])[], shown = 100): Ring[] {
  const links = new Links();
  for (const [from, to] of pairs) links.add(from, to);
  return ringsAmong(names.length, links, (works) => Array.from(works, (at) => names[at]!), shown);
}

/** The numbers that one leads to, by any way. */
function reachedFrom(start: number, pairs: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const met = new Set<number>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const [from, to] of pairs) {
      if ((from !== start && !met.has(from)) || met.has(to)) continue;
      met.add(to);
      grown = true;
    }
  }
  return met;
}

describe('rings of works', () => {
  test('are three or more that lead to one another, with the first links among them in order of ids', () => {
    const ring = { works: ['a', 'b', 'f'], links: [{ from: 'a', to: 'f' }] };
    const pairs = [
      [1, 2],
      [2, 3],
      [3, 1],
      [1, 2],
      [0, 1],
      [3, 5],
      [4, 6],
      [6, 4],
      [5, 5],
    ] as const;
    expect(ringsOf(pairs, 1)).toEqual([ring]);
    expect(ringsOf(pairs)[0]?.links).toEqual([
      { from: 'a', to: 'f' },
      { from: 'b', to: 'a' },
      { from: 'f', to: 'b' },
    ]);
  });

  test('are found however they lie among other links', () => {
    const number = fc.nat(names.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 20 }), (pairs) => {
        const reached = names.map((_, at) => reachedFrom(at, pairs));
        const alike = (a: number, b: number) => a === b || (reached[a]!.has(b) && reached[b]!.has(a));
        const expected = new Set(
          names.map((_, at) =>
            names
              .filter((_name, other) => alike(at, other))
              .sort()
              .join(),
          ),
        );
        const long = [...expected].filter((group) => group.split(',').length > 2).sort();
        expect(ringsOf(pairs).map(({ works }) => works.join())).toEqual(long);
      }),
    );
  });

  test('may be as long as the collection', () => {
    const links = new Links();
    const count = 100_000;
    for (let at = 0; at < count; at++) links.add(at, (at + 1) % count);
    const [ring, ...others] = ringsAmong(count, links, (works) => Array.from(works, (at) => String(at).padStart(6, '0')), 1);
    expect(ring?.works).toHaveLength(count);
    expect(others).toEqual([]);
  });
});
