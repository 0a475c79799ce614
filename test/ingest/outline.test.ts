import { describe, expect, it } from 'vitest';
import { wordsOf } from '#ingest/model/span.ts';
import { outline } from '#ingest/outline/outline.ts';
import { recordFrom } from '../support/pipeline.ts';

const bodyOfLetter = '1. Các huyện ủy báo cáo trước ngày 15/12/2023.\n2. Văn phòng Tỉnh ủy đôn đốc.';

describe('heads in the layouts that offices and text extraction make', () => {
  it.each([
    [
      'columns one under the other',
      'TỈNH ỦY HÒA BÌNH\n*\nSố 90-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa Bình, ngày 02 tháng 3 năm 2024\nBÁO CÁO\nkết quả phát triển du lịch năm 2023\n-----\nBan Thường vụ Tỉnh ủy báo cáo như sau:\n1. Kết quả\nĐã mở 12 điểm.',
    ],
    [
      'columns side by side',
      'TỈNH ỦY HÒA BÌNH                    ĐẢNG CỘNG SẢN VIỆT NAM\n        *                   Hòa Bình, ngày 02 tháng 3 năm 2024\nSố 90-BC/TU\nBÁO CÁO\nkết quả phát triển du lịch năm 2023\n-----\nBan Thường vụ Tỉnh ủy báo cáo như sau:\n1. Kết quả\nĐã mở 12 điểm.',
    ],
    [
      'columns interleaved',
      'TỈNH ỦY HÒA BÌNH\nĐẢNG CỘNG SẢN VIỆT NAM\n*\nHòa Bình, ngày 02 tháng 3 năm 2024\nSố 90-BC/TU\nBÁO CÁO\nkết quả phát triển du lịch năm 2023\n-----\nBan Thường vụ Tỉnh ủy báo cáo như sau:\n1. Kết quả\nĐã mở 12 điểm.',
    ],
  ])('%s', async (_layout, text) => {
    const { document } = await recordFrom(text);
    expect(document).toMatchObject({
      type: 'BC',
      number: '90-BC/TU',
      issuer: 'Ban Thường vụ Tỉnh ủy',
      place: 'Hòa Bình',
      date: '2024-03-02',
      dateSource: 'header',
      title: 'kết quả phát triển du lịch năm 2023',
    });
  });

  it('a letter without a type line: its type is told by its number, its title by V/v', async () => {
    const { document } = await recordFrom(
      `ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 412/UBND-KGVX\nV/v rà soát các điểm du lịch\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa Bình, ngày 12 tháng 5 năm 2023\nKính gửi: Các sở, ban, ngành tỉnh.\nỦy ban nhân dân tỉnh yêu cầu:\n${bodyOfLetter}`,
    );
    expect(document).toMatchObject({
      type: 'CV',
      number: '412/UBND-KGVX',
      issuer: 'Ủy ban nhân dân tỉnh Hòa Bình',
      date: '2023-05-12',
      title: 'V/v rà soát các điểm du lịch',
    });
  });

  it('a text whose head was lost: type and title stay, the rest is null and not guessed', async () => {
    const { document } = await recordFrom(
      'KẾ HOẠCH\ntổ chức ngày hội đọc sách\n-----\nBan Thường vụ Huyện ủy ban hành Kế hoạch như sau:\n1. Mục đích\nPhát triển văn hóa đọc.',
    );
    expect(document).toMatchObject({
      type: 'KH',
      number: null,
      place: null,
      date: null,
      dateSource: null,
      issuer: 'Ban Thường vụ Huyện ủy',
      title: 'tổ chức ngày hội đọc sách',
    });
  });

  it('a title without a rule under it ends where the preamble begins', async () => {
    const { document } = await recordFrom(
      'QUYẾT ĐỊNH\nvề việc thành lập Tổ giúp việc\nCăn cứ Quy chế làm việc của Ban Thường vụ Tỉnh ủy;\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:\nĐiều 1. Thành lập Tổ giúp việc gồm 05 đồng chí.',
    );
    expect(document).toMatchObject({ type: 'QĐ', title: 'về việc thành lập Tổ giúp việc', issuer: 'Ban Thường vụ Tỉnh ủy' });
  });

  it('a conclusion without a date has that of its meeting, and says so', async () => {
    const { document } = await recordFrom(
      'KẾT LUẬN\nHội nghị sơ kết 03 năm thực hiện Chỉ thị số 77-CT/TW, ngày 12/12/2022\n-----\nNgày 20 tháng 10 năm 2025, tại Hội nghị sơ kết, Ban Thường vụ Tỉnh ủy kết luận:\n1. Kết quả\nTốt.',
    );
    expect(document).toMatchObject({ date: '2025-10-20', dateSource: 'meeting' });
  });

  it('a day that no calendar has is not taken for a date', async () => {
    const record = await recordFrom(
      'TỈNH ỦY HÒA BÌNH\nSố 90-BC/TU\nHòa Bình, ngày 31 tháng 6 năm 2024\nBÁO CÁO\nkết quả năm 2023\n-----\n1. Kết quả\nTốt.',
    );
    expect(record.document.date).toBeNull();
    expect(record.findings.map(({ code }) => code)).toContain('impossible-date');
  });
});

describe('blocks of the body', () => {
  const tree = (text: string) => {
    const { blocks } = outline(text);
    return blocks.map(({ marker, parent, kind }) => [marker, parent === null ? null : blocks[parent]!.marker, kind]);
  };

  it('nest by the order of numberings, and bullets by their first use', () => {
    expect(
      tree(
        'KẾ HOẠCH\nđọc sách\n-----\nI- NHIỆM VỤ\n1. Nội dung\n1.1. Học tập\n- Cấp cơ sở\n+ Chi bộ họp hằng tháng.\n+ Đảng bộ họp hằng quý.\n- Cấp huyện báo cáo.\n1.2. Tuyên truyền\na) Báo, đài đưa tin.\n2. Thời gian\nII- TỔ CHỨC THỰC HIỆN\n- Huyện ủy đôn đốc.',
      ),
    ).toEqual([
      ['I-', null, 'heading'],
      ['1.', 'I-', 'heading'],
      ['1.1.', '1.', 'heading'],
      ['-', '1.1.', 'heading'],
      ['+', '-', 'item'],
      ['+', '-', 'item'],
      ['-', '1.1.', 'item'],
      ['1.2.', '1.', 'heading'],
      ['a)', '1.2.', 'item'],
      ['2.', 'I-', 'heading'],
      ['II-', null, 'heading'],
      ['-', 'II-', 'item'],
    ]);
  });

  it('a line that ends in a colon leads the bullets after it', () => {
    const { blocks } = outline('KẾ HOẠCH\nđọc sách\n-----\nI- NHIỆM VỤ\nNăm 2023:\n- Mở hội sách.\n- Tặng sách.\nNăm 2024:\n- Sơ kết.');
    expect(blocks.map(({ parent }) => parent)).toEqual([null, 0, 1, 1, 0, 4]);
  });

  it('every block lies inside the body, in order, without overlaps', () => {
    const text = 'KẾ HOẠCH\nđọc sách\n-----\nI- NHIỆM VỤ\n1. Nội dung\n- Một.\n- Hai.\nNơi nhận:\n- Lưu.';
    const { blocks, body } = outline(text);
    for (const [index, { span }] of blocks.entries()) {
      expect(span.start).toBeGreaterThanOrEqual(index === 0 ? body.start : blocks[index - 1]!.span.end);
      expect(span.end).toBeLessThanOrEqual(body.end);
    }
  });
});

describe('the close', () => {
  it.each([
    [
      'a Party signature',
      'Nơi nhận:\n- Thường trực Tỉnh ủy,\n- Lưu Văn phòng.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\nQuách Văn Lâm',
      [['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ', 'Quách Văn Lâm']],
    ],
    [
      'a deputy for the head',
      'Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBùi Thị Nương',
      [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Bùi Thị Nương']],
    ],
    [
      'on behalf of, then for the head',
      'Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBùi Thị Nương',
      [['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Bùi Thị Nương']],
    ],
    [
      'columns read across',
      'Nơi nhận: TUQ. CHỦ TỊCH\n- Như trên;\n- Lưu: VT.\nCHÁNH VĂN PHÒNG\nHuỳnh Phước Lộc',
      [['TUQ. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Huỳnh Phước Lộc']],
    ],
    ['no close at all', '', []],
  ])('%s', async (_case, close, signatures) => {
    const record = await recordFrom(`KẾ HOẠCH\nđọc sách\n-----\n1. Nội dung\n- Mở hội sách.\n${close}`);
    expect(record.signatures.map(({ capacity, position, name }) => [capacity, position, name])).toEqual(signatures);
  });

  it('recipients lose dash and closing mark, and keep their notes', async () => {
    const record = await recordFrom(
      'KẾ HOẠCH\nđọc sách\n-----\n1. Nội dung\n- Mở hội sách.\nNơi nhận:\n- Ban Thường vụ Tỉnh ủy (báo cáo),\n- Các chi, đảng bộ;\n- Lưu Văn phòng./.',
    );
    expect(record.recipients.map(({ name }) => name)).toEqual(['Ban Thường vụ Tỉnh ủy (báo cáo)', 'Các chi, đảng bộ', 'Lưu Văn phòng']);
    expect(record.recipients.map(({ span }) => wordsOf(record.text, span))).toEqual(record.recipients.map(({ name }) => name));
  });
});

describe('an annex', () => {
  it('after the signature is read like the body, and is no part of the close', async () => {
    const record = await recordFrom(
      'ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 815/QĐ-UBND\nHòa Bình, ngày 12 tháng 5 năm 2023\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch đọc sách\n-----\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch đọc sách.\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nBùi Thị Nương\nKẾ HOẠCH\nđọc sách năm 2023\nI. NHIỆM VỤ\n1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính mở hội sách trước ngày 30/9/2023.\n',
    );
    expect(record.signatures.map(({ name }) => name)).toEqual(['Bùi Thị Nương']);
    expect(record.recipients).toHaveLength(2);
    expect(record.tasks.map(({ assignees, deadlines }) => [assignees.map(({ name }) => name), deadlines.map(({ end }) => end)])).toEqual([
      [['Sở Nội vụ'], ['2023-09-30']],
    ]);
  });
});
