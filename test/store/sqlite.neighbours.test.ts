import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countNeighbours } from '#services/store/sqlite/postings/neighbours.ts';
import { packedList } from '#services/store/sqlite/postings/packed.ts';
import { listOf as blocksOf } from '../support/postings.ts';

/** A text as the number of each word; null for a row without a document. */
const texts = fc.array(fc.option(fc.array(fc.nat(5), { maxLength: 30 }), { freq: 6 }), { minLength: 1, maxLength: 300 });

/** The list of a word of these texts, the first of which is that of the row `first`. */
function listOf(held: readonly (readonly number[] | null)[], first: number, word: number) {
  const notes = held.flatMap((text, at) => (text ?? []).flatMap((each, place) => (each === word ? [[first + at, place] as const] : [])));
  const { rows, places } = blocksOf(notes, first);
  return rows.length === 0 ? [] : [packedList(rows, places, first, first + held.length - 1)];
}

describe('words side by side', () => {
  test('are counted as by looking through each text', () => {
    const wanted = fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.nat(50), wanted, fc.integer({ min: 1, max: 40 }), (held, first, words, every) => {
        const lengths = Int32Array.from({ length: first + held.length }, (_, row) => held[row - first]?.length ?? 0);
        const asked = held.flatMap((text, at) => (text !== null && (at * 7) % every === 0 ? [at] : []));
        const neighbours = words.map((forms, offset) => ({ offset, lists: forms.flatMap((word) => listOf(held, first, word)) }));
        const counts = countNeighbours(
          neighbours,
          Int32Array.from(asked, (at) => first + at),
          lengths,
        );
        const expected = asked.map((at) => {
          const text = held[at] ?? [];
          return text.filter((_, place) => words.every((forms, offset) => forms.includes(text[place + offset] ?? -1))).length;
        });
        expect([...counts]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('are not looked for behind the end that a text has', () => {
    const held = [[0, 1, 0, 1]];
    const neighbours = [0, 1].map((word) => ({ offset: word, lists: listOf(held, 0, word) }));
    expect([...countNeighbours(neighbours, Int32Array.of(0), Int32Array.of(4))]).toEqual([2]);
    expect(() => countNeighbours(neighbours, Int32Array.of(0), Int32Array.of(3))).toThrow(
      expect.objectContaining({ code: 'collection-damaged' }),
    );
  });
});
