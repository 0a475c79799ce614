import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { readLexicon } from '#services/analysis/lexicon.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { parseQuery } from '#services/query/parse.ts';
import { passages } from '#services/query/snippets.ts';
import { record } from '../support/record.ts';

const compoundsIn = (text: string) => {
  const { exact } = wordsIn(text);
  return compoundsOf(exact).map(({ first, last }) => exact.slice(first, last + 1).join(' '));
};

describe('compounds', () => {
  it.each([
    ['Đẩy mạnh chuyển đổi số quốc gia ở cơ sở', ['đẩy mạnh', 'chuyển đổi số quốc gia', 'cơ sở']],
    ['chính sách bảo hiểm xã hội tự nguyện', ['chính sách', 'bảo hiểm xã hội tự nguyện']],
    ['Ủy ban Kiểm tra Tỉnh uỷ', ['ủy ban kiểm tra tỉnh ủy']],
    ['Hội đồng; nhân dân xã', ['hội đồng nhân dân']],
    ['giảm nghèo nhanh', ['giảm nghèo']],
    ['mây trắng bay', []],
    ['', []],
  ])('of “%s” are %j', (text, expected) => {
    expect(compoundsIn(text)).toEqual(expected.map((one) => wordsIn(one).exact.join(' ')));
  });

  it('are the longest that begin at a place, even where a longer one breaks off', () => {
    expect(compoundsIn('chuyển đổi số quốc')).toEqual(['chuyển đổi số']);
  });

  const lexicon = readLexicon();
  const known = new Set(lexicon.map((compound) => compound.join(' ')));
  const syllables = fc.array(fc.constantFrom(...new Set(lexicon.slice(0, 400).flat())), { maxLength: 30 });

  it('are of the lexicon, in order, and do not overlap', () => {
    fc.assert(
      fc.property(syllables, (list) => {
        let next = 0;
        for (const { first, last } of compoundsOf(list)) {
          expect(first).toBeGreaterThanOrEqual(next);
          expect(known).toContain(list.slice(first, last + 1).join(' '));
          next = last + 1;
        }
      }),
    );
  });

  it('of an entry of the lexicon are that entry', () => {
    for (const compound of lexicon) expect(compoundsOf(compound)).toEqual([{ first: 0, last: compound.length - 1 }]);
  });
});

describe('the lexicon', () => {
  const entries = readLexicon().map((compound) => compound.join(' '));

  it('holds at least three thousand compounds of two syllables and more, none twice', () => {
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.length).toBeGreaterThanOrEqual(3_000);
    expect(entries.filter((entry) => !entry.includes(' '))).toEqual([]);
  });
});

describe('the passages for words that make a compound', () => {
  const apart = 'Hiểm họa bảo rằng hội của xã đã qua.';
  const together = 'Người lao động tham gia bảo hiểm xã hội từ tháng sau.';
  const between = 'Mưa rơi trên lá cây ven đường. '.repeat(20);

  it('show where they stand together before where they are strewn, and mark them as one', () => {
    const [best] = passages(record(`${apart} ${between}${together}`), parseQuery('bảo hiểm xã hội'), 1);
    expect(best?.marks.map(({ start, end }) => best.text.slice(start, end))).toEqual(['bảo hiểm xã hội']);
  });

  it('are found all the same where they are strewn only', () => {
    expect(passages(record(`${between}${apart}`), parseQuery('bảo hiểm xã hội'))).not.toEqual([]);
  });
});
