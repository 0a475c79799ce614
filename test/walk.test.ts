import { describe, expect, it } from 'vitest';
import { extract } from '#ingest/extract/extract.ts';
import { ingest } from '#ingest/ingest.ts';
import { originOf } from '#ingest/model/origin.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { outline } from '#ingest/outline/outline.ts';
import { read } from '#ingest/read/read.ts';
import { repair } from '#ingest/repair/repair.ts';
import { resolve } from '#ingest/resolve/resolve.ts';

/**
 * The walk of one document, step by step: the first test to read. The text is damaged as texts from PDF files are: lines broken
 * in the middle of phrases, a number broken over a line, a wrong letter (ƣ), a page number between two pages.
 */
const page1 = `HUYỆN ỦY LẠC SƠN
*
Số 41-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Lạc Sơn, ngày 05 tháng 4 năm 2023

KẾ HOẠCH
thực hiện Chỉ thị số 77-CT/TW, ngày 12/12/2022 của Ban Bí thư
về bảo vệ nguồn nước
-----
Thực hiện Chỉ thị số 77-CT/TW, ngày 12/12/2022 của Ban Bí thư về bảo vệ nguồn
nƣớc; Kế hoạch số 52-
KH/TU, ngày 10/3/2023 của Ban Thường vụ Tỉnh ủy Hòa Bình, Ban
Thường vụ Huyện ủy xây dựng Kế hoạch như sau:
I- NHIỆM VỤ, GIẢI PHÁP
1. Ban Tuyên giáo Huyện ủy chủ trì, phối hợp với Phòng Tài nguyên và Môi trường
mở đợt tuyên truyền về nguồn nước trước ngày 30/6/2023 ở
`;
const page2 = `2

tất cả các xã, thị trấn.
2. Các chi bộ, đảng bộ cơ sở báo cáo kết quả trong quý I hằng năm.
Nơi nhận:
- Ban Thường vụ Tỉnh ủy (báo cáo),
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Bùi Thị Nương
`;
const file = { name: 'ke-hoach-41.txt', bytes: new TextEncoder().encode(`${page1}\f${page2}`) };

describe('the walk of a document', async () => {
  const raw = await read(file);
  const repaired = repair(raw);
  const { text } = repaired;
  const shape = outline(text);
  const mentions = extract(text, shape);
  const facts = resolve(text, shape, mentions);

  it('read: bytes become text with pages', () => {
    expect(raw.mediaType).toBe('text/plain');
    expect(raw.pages).toHaveLength(2);
  });

  it('repair: lines, letters and numbers are whole again, and every place leads back to the file', () => {
    expect(text).toContain(
      'về bảo vệ nguồn nước; Kế hoạch số 52-KH/TU, ngày 10/3/2023 của Ban Thường vụ Tỉnh ủy Hòa Bình, Ban Thường vụ Huyện ủy',
    );
    expect(text).toContain('trước ngày 30/6/2023 ở tất cả các xã, thị trấn.');
    expect(text).not.toMatch(/\n2\n/u);
    const start = text.indexOf('tất cả các xã');
    const origin = originOf(repaired.origin, { start, end: start + 13 });
    expect(origin.page).toBe(2);
    expect(raw.text.slice(origin.raw.start, origin.raw.end)).toBe('tất cả các xã');
  });

  it('outline: head, blocks and close are spans of that text', () => {
    expect(wordsOf(text, shape.head.number!)).toBe('41-KH/HU');
    expect(wordsOf(text, shape.head.title!)).toContain('bảo vệ nguồn nước');
    expect(shape.blocks.map(({ kind, marker }) => `${kind} ${marker ?? ''}`.trim())).toEqual([
      'paragraph',
      'heading I-',
      'item 1.',
      'item 2.',
    ]);
    expect(shape.close.recipientLines).toHaveLength(2);
  });

  it('extract: mentions are found before it is known what they mean', () => {
    const numbered = mentions.citations.map((mention) => (mention.kind === 'numbered' ? mention.symbol.key : mention.kind));
    expect(numbered).toEqual(['41-KH/HU', '77-CT/TW', '77-CT/TW', '52-KH/TU']);
  });

  it('resolve: identity, citations, claims and tasks', () => {
    expect(facts.document).toMatchObject({
      type: 'KH',
      number: '41-KH/HU',
      issuer: 'Ban Thường vụ Huyện ủy',
      place: 'Lạc Sơn',
      date: '2023-04-05',
    });
    expect(facts.citations.map(({ key, relation, mentions: count }) => [key, relation, count])).toEqual([
      ['77-CT/TW', 'implements', 2],
      ['52-KH/TU', 'implements', 1],
    ]);
    expect(facts.citations[1]!.identity.scope).toEqual({ value: 'Hòa Bình', how: 'said' });
    expect(facts.claims.map(({ object, quote }) => [object.key, quote.includes('Thực hiện') || quote.includes('thực hiện')])).toEqual([
      ['77-CT/TW', true],
      ['52-KH/TU', true],
    ]);
    expect(
      facts.tasks.map((task) => [
        task.assignees.map(({ name }) => name),
        task.coordinators.map(({ name }) => name),
        task.deadlines.map(({ end, recurs }) => end ?? recurs),
      ]),
    ).toEqual([
      [['Ban Tuyên giáo Huyện ủy'], ['Phòng Tài nguyên và Môi trường'], ['2023-06-30']],
      [['Các chi bộ', 'đảng bộ cơ sở'], [], ['yearly']],
    ]);
    expect(facts.signatures.map(({ capacity, position, name }) => [capacity, position, name])).toEqual([
      ['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Bùi Thị Nương'],
    ]);
  });

  it('ingest is these stages in order, and nothing else', async () => {
    const record = await ingest(file);
    expect({ ...record }).toMatchObject({ ...facts, text });
    expect(await ingest(file)).toEqual(record);
  });
});
