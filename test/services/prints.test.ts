import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passagesOf } from '#services/analysis/passages.ts';
import { printsOf, printTokens } from '#services/analysis/prints.ts';
import { wordsIn } from '#services/analysis/words.ts';

const syllables = [
  'cán',
  'bộ',
  'đảng',
  'viên',
  'học',
  'tập',
  'nghị',
  'quyết',
  'báo',
  'cáo',
  'kế',
  'hoạch',
  'thôn',
  'xã',
  'cầu',
  'đường',
  'lúa',
  'mùa',
  'nước',
  'rừng',
];
/** Words that are drawn evenly from some 8,000, by a generator of their own, so that every run draws the same. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const wordBy = (draw: (below: number) => number) => [0, 1, 2].map(() => syllables[draw(20)]).join('');
const passage = (draw: (below: number) => number, count: number) => Array.from({ length: count }, () => wordBy(draw));

const runs = (words: readonly string[]) => new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
function likeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [runs(one), runs(other)];
  const both = [...a].filter((run) => b.has(run)).length;
  return both / (a.size + b.size - both);
}
const share = (one: readonly string[], other: readonly string[]) => {
  const tokens = new Set(printTokens(one.join(' ')));
  return printTokens(other.join(' ')).some((token) => tokens.has(token));
};

const anyText = fc
  .array(fc.oneof(fc.constantFrom(...syllables), fc.constantFrom('.', ';', ',', '\n', '\n- ', '\n1. ', '…', '(', ' “', '144-QĐ/TW')), {
    maxLength: 400,
  })
  .map((pieces) => pieces.join(' '));

describe('passages of a text', () => {
  test('lie in order, apart, on whole words, none shorter than twelve words or longer than 128', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 600 })), (text) => {
        const words = wordsIn(text);
        let behind = -1;
        for (const { first, last, span } of passagesOf(words)) {
          expect(first).toBeGreaterThan(behind);
          expect(last - first + 1).toBeGreaterThanOrEqual(12);
          expect(last - first + 1).toBeLessThanOrEqual(128);
          expect(span).toEqual({ start: words.starts[first], end: words.ends[last] });
          behind = last;
        }
      }),
    );
  });

  test('a sentence of its own length is one, short ones are joined, and an item of a list begins anew', () => {
    const sentence = (count: number) => `${Array.from({ length: count }, () => 'lúa').join(' ')}.`;
    const texts = (text: string) => passagesOf(wordsIn(text)).map(({ span }) => text.slice(span.start, span.end));
    expect(texts(`${sentence(30)} ${sentence(26)}`)).toHaveLength(2);
    expect(texts(`${sentence(10)} ${sentence(10)} ${sentence(10)} ${sentence(25)}`)).toHaveLength(2);
    const items = (mark: string) => `${sentence(30).slice(0, -1)}\n${mark} ${sentence(30)}`;
    for (const mark of ['-', '2.', 'b)', 'II-']) expect(texts(items(mark))).toHaveLength(2);
    expect(texts(items(''))).toHaveLength(1);
    expect(texts(sentence(11))).toEqual([]);
  });
});

describe('prints of passages', () => {
  test('are at most four words of five letters and digits for each passage', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const prints = printsOf(text);
        for (const { tokens } of prints) for (const token of tokens) expect(token).toMatch(/^[a-z\d]{5}$/u);
        const all = printTokens(text);
        expect(new Set(all).size).toBe(all.length);
        expect(new Set(prints.flatMap(({ tokens }) => tokens))).toEqual(new Set(all));
        expect(all.length).toBeLessThanOrEqual(4 * prints.length);
      }),
    );
  });

  test('do not see tones, capitals, or where lines are wrapped', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...syllables), { maxLength: 200 }), fc.array(fc.nat(199)), (words, breaks) => {
        const wrapped = words.map((word, at) => word + (breaks.includes(at) ? ' \n\n' : ' ')).join('');
        const bare = wrapped.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toUpperCase();
        expect(printTokens(wrapped)).toEqual(printTokens(words.join(' ')));
        expect(printTokens(bare)).toEqual(printTokens(words.join(' ')));
      }),
    );
  });

  test('stay where other passages come before or behind', () => {
    const draw = drawn(7);
    const [one, two, three] = [passage(draw, 40), passage(draw, 40), passage(draw, 40)].map((words) => `${words.join(' ')}. `);
    const alone = printsOf(`${two}`)[0]?.tokens;
    expect(alone).toHaveLength(4);
    expect(printsOf(`${one}${two}${three}`).map(({ tokens }) => tokens)).toContainEqual(alone);
  });

  test.each([
    { changes: 1, least: 0.97 },
    { changes: 2, least: 0.93 },
    { changes: 3, least: 0.85 },
  ])('are shared by passages of 50 words with $changes words changed, as often as their likeness says', ({ changes, least }) => {
    const draw = drawn(11 + changes);
    let shared = 0;
    let expected = 0;
    const trials = 300;
    for (let trial = 0; trial < trials; trial++) {
      const one = passage(draw, 50);
      const other = [...one];
      for (let change = 0; change < changes; change++) other[draw(50)] = wordBy(draw);
      expected += 1 - (1 - likeness(one, other) ** 2) ** 4;
      if (share(one, other)) shared++;
    }
    expect(shared / trials).toBeGreaterThanOrEqual(least);
    expect(Math.abs(shared - expected) / trials).toBeLessThan(0.05);
  });

  test('are not shared by passages that have nothing in common', () => {
    const draw = drawn(3);
    const passages = Array.from({ length: 400 }, () => passage(draw, 40).join(' '));
    const tokens = passages.flatMap((text) => printTokens(text));
    expect(tokens.length).toBe(1600);
    expect(new Set(tokens).size).toBe(tokens.length);
  });
});
