import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSentences } from '#ingest/extract/sentences.ts';

function sentencesOf(text: string): string[] {
  return findSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

const rows: readonly [text: string, sentences: string[]][] = [
  ['Giao Sở Nội vụ tham mưu. Định kỳ báo cáo.', ['Giao Sở Nội vụ tham mưu.', 'Định kỳ báo cáo.']],
  ['Thành ủy TP. Cao Lãnh tổng kết.', ['Thành ủy TP. Cao Lãnh tổng kết.']],
  ['Đồng chí PGS. TS. Lê An phụ trách.', ['Đồng chí PGS. TS. Lê An phụ trách.']],
  ['Các nội quy, quy chế... cho phù hợp. Rà soát lại.', ['Các nội quy, quy chế... cho phù hợp.', 'Rà soát lại.']],
  ['Nêu gương trong công tác... Trong sinh hoạt cũng vậy.', ['Nêu gương trong công tác...', 'Trong sinh hoạt cũng vậy.']],
  ['Mức hỗ trợ 1.500.000 đồng. Chi đúng quy định./.', ['Mức hỗ trợ 1.500.000 đồng.', 'Chi đúng quy định./.']],
  ['Thi đua “làm theo Bác”. “Nói đi đôi với làm”.', ['Thi đua “làm theo Bác”.', '“Nói đi đôi với làm”.']],
];

describe('sentences of a block', () => {
  it.each(rows)('parts “%s”', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('keep all words of the block, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Giao', 'Sở', '.', '...', ';', ' ', 'tham mưu', '”', '(', 'TP.', '1.2', '?')), (parts) => {
        const text = `a${parts.join(' ')}`.trim();
        expect(sentencesOf(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
