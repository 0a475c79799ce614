import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { DocumentRecord as Schema } from '#ingest/model/record.ts';
import type { Span } from '#ingest/model/span.ts';
import { recordFrom } from '../support/pipeline.ts';

/** Pieces of official prose, cut and mixed at random: nearer to trouble than random letters are. */
const pieces = [
  'KẾ HOẠCH',
  'Số 01-',
  'KL/TW',
  '01-KL/TW',
  ' ngày 18/5/2021',
  'của Bộ Chính trị',
  '(khóa XI, XII)',
  '(sau đây gọi tắt là Kết luận 01)',
  '\n',
  '\n\n',
  '- ',
  '+ ',
  '1.1. ',
  'I- ',
  'Nơi nhận:',
  'T/M BAN THƯỜNG VỤ',
  'gắn với',
  'thực hiện',
  'Giao Sở Nội vụ:',
  'trước ngày 15/12',
  'hằng năm',
  '“',
  '”',
  ';',
  '.',
  ',',
  '/',
  '-',
  '\u00a0',
  '\u200b',
  'ƣ',
  'o\u0309',
  '\f',
  '|',
  '**',
  '-----',
  '\u{1cf1a}',
  '\u{1f600}',
  '1',
  '2021',
];
const officialNoise = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 60 })
  .map((parts) => `a ${parts.join(' ')}`);
/** As a page that was saved as one line: long, without a line break. */
const noiseOnOneLine = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 60 }),
    fc.constantFrom('', ' '),
  )
  .map(([parts, between]) =>
    `Căn cứ ${parts.join(between)} ${'Anh em. '.repeat(100)} Nơi nhận: ${parts.toReversed().join(between)}`.replace(/\n+/gu, ' '),
  );

function spansOf(record: DocumentRecord): Span[] {
  return [
    ...Object.values(record.document.spans),
    ...record.signatures.map(({ span }) => span),
    ...record.recipients.map(({ span }) => span),
    ...record.aliases.map(({ span }) => span),
    ...record.citations.flatMap(({ occurrences, witnesses, said }) =>
      [...occurrences, ...witnesses, ...said.dates, ...said.issuers, ...said.terms, ...said.titles].map(({ span }) => span),
    ),
    ...record.attested.map(({ span }) => span),
    ...record.tasks.flatMap(({ span, assignees, coordinators, deadlines }) => [
      span,
      ...[...assignees, ...coordinators, ...deadlines].map((part) => part.span),
    ]),
    ...record.parts.map(({ span }) => span),
    ...record.claims.map(({ witness }) => witness),
    ...record.findings.flatMap(({ span }) => span ?? []),
  ];
}

describe('any text', () => {
  it('gives a record of the declared form, whose spans lie inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(officialNoise, async (text) => {
        const record = await recordFrom(text);
        expect([...Value.Errors(Schema, record)]).toEqual([]);
        for (const { start, end } of spansOf(record)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(record.text.length);
        }
        for (const { mentions, occurrences } of record.citations) expect(mentions).toBe(occurrences.length);
      }),
      { numRuns: 200 },
    );
  });

  it('on one line is read to its end, whatever signs are in it', async () => {
    await fc.assert(
      fc.asyncProperty(noiseOnOneLine, async (text) => {
        const record = await recordFrom(text);
        for (const { start, end } of spansOf(record)) expect([start, end].every(Number.isInteger)).toBe(true);
        expect(record.origin.repaired.every(Number.isInteger)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same record twice', async () => {
    await fc.assert(
      fc.asyncProperty(officialNoise, async (text) => {
        expect(await recordFrom(text)).toEqual(await recordFrom(text));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['digits', '1'],
    ['dashes', '-'],
    ['capitals', 'Đ'],
    ['numbers cut short', '01-KL/'],
    ['numbers', '01-KL/TW, '],
    ['nouns', 'Kết luận số '],
    ['bodies', 'Ban Thường vụ Tỉnh ủy '],
    ['plenums', 'Nghị quyết Trung ương 4, '],
    ['joints', 'gắn với thực hiện '],
    ['brackets', '(khóa XI, '],
    ['days', 'ngày 1/1/'],
    ['short names', 'gọi tắt là Kết luận '],
    ['blanks', ' \t '],
    ['lists', '\n- a) 1. '],
    ['stops', '. A'],
    ['headings', '\nI. Anh\n1. Em'],
    ['numbers and their short names', 'Kết luận số 01-KL/TW, Kết luận 01; '],
  ])(
    'of 300,000 letters of nothing but %s is read to its end',
    async (_what, piece) => {
      const record = await recordFrom(`x ${piece.repeat(Math.ceil(300_000 / piece.length))}`);
      expect(record.text.length).toBeGreaterThan(0);
    },
    30_000,
  );

  // A text with a ground and without lines is taken for one that has lost them.
  it.each(['-', ' ', 'Đ ', 'An Bình ', '1.1. A ', 'ngày 1 tháng 1 năm 2020 ', 'Nơi nhận: '])(
    'on one line, a ground and 300,000 letters of “%s”, is read to its end',
    async (piece) => {
      const record = await recordFrom(`Căn cứ x${piece.repeat(Math.ceil(300_000 / piece.length))}x`);
      expect(record.text).toContain('Căn cứ');
    },
    30_000,
  );

  it('of two megabytes in one line is read to its end, whatever the line is made of', async () => {
    for (const piece of ['Kết luận số 01-KL/TW ', 'Nơi nhận ', 'KẾ HOẠCH ', 'ngày 01 tháng 02 năm 2023 ', 'a']) {
      const record = await recordFrom(piece.repeat(Math.ceil(2_000_000 / piece.length)));
      expect(record.text.length).toBeGreaterThan(1_900_000);
    }
  }, 60_000);
});
