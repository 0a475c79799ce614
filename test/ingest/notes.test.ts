import { describe, expect, it } from 'vitest';
import { outline } from '#ingest/outline/outline.ts';
import { planWith, recordFrom } from '../support/pipeline.ts';

/** A plan with a close and, behind it, notes. */
const withNotes = (body: string, notes: string) =>
  `${planWith(body)}\nNơi nhận:\n- Thường trực Tỉnh ủy;\n- Lưu VT.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nTrần Văn An\n${notes}`;

const relationTo = async (text: string, key: string) =>
  (await recordFrom(text)).citations.find((citation) => citation.key === key)?.relation;

describe('notes', () => {
  it('belong to the sentence where their mark stands, and are no part of the body', () => {
    const text = withNotes(
      '1. Sở Y tế triển khai các đề án của Chính phủ[1], Bộ Y tế[2].',
      '[1] Quyết định số 215/QĐ-TTg ngày 03/4/2021.\n[2] Sở Y tế gửi báo cáo trước ngày 05/6/2022.',
    );
    const { notes, blocks } = outline(text);
    expect(notes.map(({ mark, span }) => [mark, text.slice(span.start, span.end).slice(0, 14)])).toEqual([
      ['1', '[1] Quyết định'],
      ['2', '[2] Sở Y tế gử'],
    ]);
    expect(notes.map(({ at }) => text.slice(at.start - 5, at.end))).toEqual(['h phủ[1]', ' Y tế[2]']);
    expect(blocks.some(({ span }) => text.slice(span.start, span.end).startsWith('['))).toBe(false);
  });

  it.each([
    ['no mark stands in the text', '1. Sở Y tế triển khai đề án.', '[1] Quyết định số 215/QĐ-TTg.'],
    ['the mark stands only after it', '[1] Quyết định số 215/QĐ-TTg.\n2. Sở Y tế triển khai đề án của Chính phủ[1].', ''],
    ['the number is a unit’s', '1. Mở rộng thêm 40 km2, bảo đảm 3 m2.', '2 Quyết định số 215/QĐ-TTg.'],
    ['the mark is of another form', '1. Sở Y tế triển khai đề án của Chính phủ[2].', '2 Quyết định số 215/QĐ-TTg.'],
  ])('are none where %s', (_why, body, notes) => {
    expect(outline(withNotes(body, notes)).notes).toEqual([]);
  });

  it('may have raised numbers that came down to the line', () => {
    const text = withNotes('1. Sở Y tế triển khai các đề án của Chính phủ1.', '1 Quyết định số 215/QĐ-TTg ngày 03/4/2021.');
    expect(outline(text).notes.map(({ mark }) => mark)).toEqual(['1']);
  });

  it('are numbered anew on each page: a note goes with the nearest mark before it', () => {
    const text = planWith(
      '1. Sở Y tế triển khai đề án[1].\n[1] Quyết định số 215/QĐ-TTg.\n2. Sở Tài chính bố trí kinh phí[1].\n[1] Quyết định số 317/QĐ-UBND.',
    );
    const { notes } = outline(text);
    expect(notes.map(({ at }) => text.slice(at.start - 4, at.start))).toEqual(
      [' án', 'phí'].map((end) => expect.stringMatching(`${end}$`)),
    );
  });

  it('lay no duties', async () => {
    const record = await recordFrom(
      withNotes('1. Sở Y tế trình Đề án[1] trước ngày 10/5/2024.', '[1] Sở Tài chính báo cáo trước ngày 05/6/2024.'),
    );
    expect(record.tasks).toHaveLength(1);
  });

  it('are one block each, however their lines were broken', async () => {
    const line = 'Nghị quyết số 118/NQ-CP ngày 04/8/2021 của Chính phủ về phát triển y tế cơ sở;';
    const body = Array.from(
      { length: 6 },
      () => 'Sở Y tế thường xuyên theo dõi các huyện trong việc khám chữa bệnh cho người già, trẻ\nem ở vùng cao theo các đề án.',
    ).join('\n');
    const { text } = await recordFrom(
      withNotes(`1. Triển khai các đề án của Chính phủ[1].\n${body}`, `[1]\n${line}\nQuyết định số 215/QĐ-TTg ngày 03/4/2021.`),
    );
    expect(text.split('\n').at(-1)).toBe(`[1] ${line} Quyết định số 215/QĐ-TTg ngày 03/4/2021.`);
  });
});

describe('documents that a note names', () => {
  it.each([
    ['basis', 'Sở Y tế xây dựng dự toán theo các quyết định của Chính phủ[1], Bộ Y tế.'],
    ['implements', 'Sở Y tế triển khai thực hiện các văn bản của Chính phủ[1] trong năm 2024.'],
    ['basis', 'Căn cứ Nghị định số 12/2020/NĐ-CP và các văn bản chỉ đạo của Bộ Y tế, Chính phủ[1], Sở Y tế lập dự toán.'],
    ['cites', 'Thời gian qua, Chính phủ đã ban hành nhiều chương trình, quyết định[1] về y tế.'],
    ['cites', 'Người bệnh được hỗ trợ kịp thời[1].'],
  ])('stand to the document (%s) as one would at the mark: “%s”', async (relation, sentence) => {
    const text = withNotes(`1. ${sentence}`, '[1] Quyết định số 215/QĐ-TTg ngày 03/4/2021; Quyết định số 218/QĐ-TTg ngày 07/4/2021.');
    expect(await relationTo(text, '215/QĐ-TTg')).toBe(relation);
    expect(await relationTo(text, '218/QĐ-TTg')).toBe(relation);
  });

  it('keep the relations that their titles state among them', async () => {
    const record = await recordFrom(
      withNotes(
        '1. Tỉnh ủy đã ban hành nhiều chương trình[1] về y tế.',
        '[1] Chương trình số 31-CTr/TU ngày 09/5/2018 của Tỉnh ủy thực hiện Nghị quyết số 20-NQ/TW.',
      ),
    );
    expect(record.attested.map(({ from, relation, to }) => [from, relation, to])).toEqual([['31-CTr/TU', 'implements', '20-NQ/TW']]);
    expect(record.citations.map(({ relation }) => relation)).toEqual(['cites', 'cites']);
  });
});
