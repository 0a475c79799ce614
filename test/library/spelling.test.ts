import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '#services/analysis/folding.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { accentForms, partsOf } from '#services/library/search/spelling/syllables.ts';
import { farVariants, nearVariants, otherAccents, type Variant } from '#services/library/search/spelling/variants.ts';

const texts = (variants: readonly Variant[]) => variants.map(({ words }) => words.map(({ text }) => text).join(' '));
const costOf = (variants: readonly Variant[], text: string) => variants[texts(variants).indexOf(text)]?.cost ?? Number.POSITIVE_INFINITY;

describe('variants of a word', () => {
  test.each([
    ['su', 'xu'],
    ['trung', 'chung'],
    ['danh', 'gianh'],
    ['lang', 'nang'],
    ['ngiem', 'nghiem'],
    ['ki', 'ky'],
    ['nghanh', 'nganh'],
    ['luan', 'laun'],
    ['hoahc', 'hoach'],
    ['chuyn', 'chuyen'],
    ['ketluan', 'ket luan'],
    ['logistic', 'logistics'],
  ])('%s may be meant for %s', (typed, meant) => {
    expect(texts(nearVariants(typed))).toContain(meant);
  });

  test('that sound alike cost less than neighbours swapped, and these less than another letter', () => {
    const variants = nearVariants('sa');
    expect(costOf(variants, 'xa')).toBeLessThan(costOf(nearVariants('luan'), 'laun'));
    expect(costOf(nearVariants('luan'), 'laun')).toBeLessThan(costOf(variants, 'sai'));
  });

  test('two slips away are those that are not one slip away', () => {
    const near = new Set(texts(nearVariants('phuwowng')));
    const far = texts(farVariants('phuwowng'));
    expect(far).toContain('phuong');
    expect(far.filter((text) => near.has(text))).toEqual([]);
  });

  test('of accents keep the letters; a wrong tone costs less than a wrong letter and a wrong tone', () => {
    const variants = otherAccents('luân');
    expect(variants.every(({ words: [word] }) => word?.exact === true && fold(word.text) === 'luan')).toBe(true);
    expect(texts(variants)).not.toContain('luân');
    expect(costOf(variants, 'luận')).toBeLessThan(costOf(variants, 'luạn'));
    expect(costOf(otherAccents('dọc'), 'đọc')).toBeLessThan(costOf(otherAccents('dọc'), 'đóc'));
  });

  test('are few, made of letters, and none is the word itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeiouycghnt0 _'), maxLength: 30 }), (word) => {
        const variants = [...nearVariants(word), ...farVariants(word)];
        expect(variants.length).toBeLessThan(1500);
        expect(texts(variants)).not.toContain(word);
        for (const text of texts(variants)) expect(text).toMatch(/^[a-z]+(?: [a-z]+)?$/u);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the syllables', () => {
  test.each('nghiêng khuỷu giếng quyết thuở ủy yêu xoong đường gìn ưu'.split(' '))(
    '%s is one, and a form of its folded self',
    (printed) => {
      const { exact = [], folded = [] } = wordsIn(printed);
      expect(partsOf(folded[0] ?? '')).not.toBeNull();
      expect(accentForms(folded[0] ?? '')).toContain(exact[0]);
    },
  );

  test.each(['', 'xyzzy', 'ubnd', 'covid', 'luanm', '12'])('%j is none', (word) => {
    expect([partsOf(word), accentForms(word)]).toEqual([null, []]);
  });
});
