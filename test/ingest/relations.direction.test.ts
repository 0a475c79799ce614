import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { planWith, recordFrom } from '../support/pipeline.ts';

/** A decision of a province around its provisions; its own number is 88-QĐ/TU. */
function decisionWith(...provisions: string[]): string {
  return [
    'TỈNH ỦY HÒA BÌNH',
    'Số 88-QĐ/TU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Hòa Bình, ngày 10 tháng 3 năm 2023',
    'QUYẾT ĐỊNH',
    'về quản lý nhà văn hóa thôn',
    '-----',
    'BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:',
    ...provisions,
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Quách Văn Lâm',
    '',
  ].join('\n');
}

/** What the text states of pairs: "ta" is the document that speaks; plain `cites` of its own is left out. */
function statedIn(record: DocumentRecord): string[] {
  return record.claims
    .filter(({ kind, subject }) => subject !== null || kind !== 'cites')
    .map(({ subject, kind, object }) => `${subject?.key ?? 'ta'} ${kind} ${object.key === record.document.number ? 'ta' : object.key}`)
    .sort();
}

const stated = async (text: string) => statedIn(await recordFrom(text));

describe('the verb says who acts on whom', () => {
  it.each<[string, string[]]>([
    // Passive: the one named after "bởi", "bằng", "theo", "tại" acts.
    ['1. Quy chế số 14-QC/TU được thay thế bởi Quy chế số 20-QC/TU.', ['20-QC/TU replaces 14-QC/TU']],
    ['1. Quy chế số 14-QC/TU đã được thay thế bằng Quy chế số 20-QC/TU, ngày 05/6/2022.', ['20-QC/TU replaces 14-QC/TU']],
    ['1. Quyết định số 14-QĐ/TU bị bãi bỏ bởi Quyết định số 20-QĐ/TU.', ['20-QĐ/TU repeals 14-QĐ/TU']],
    ['1. Kế hoạch số 14-KH/TU được sửa đổi bởi Quyết định số 20-QĐ/TU.', ['20-QĐ/TU amends 14-KH/TU']],
    ['1. Kế hoạch số 14-KH/TU được sửa đổi, bổ sung tại Quyết định số 20-QĐ/TU.', ['20-QĐ/TU amends 14-KH/TU']],
    ['1. Quy định số 14-QĐi/TU (được sửa đổi, bổ sung bởi Quy định số 20-QĐi/TU).', ['20-QĐi/TU amends 14-QĐi/TU']],
    ['1. Quy định số 14-QĐi/TU (sửa đổi, bổ sung tại Quy định số 20-QĐi/TU).', ['20-QĐi/TU amends 14-QĐi/TU']],
    [
      '1. Nghị định số 14/2015/NĐ-CP ngày 05/02/2015 của Chính phủ về quản lý chợ đã được sửa đổi, bổ sung một số điều theo Nghị định số 20/2019/NĐ-CP.',
      ['20/2019/NĐ-CP amends 14/2015/NĐ-CP'],
    ],
    ['1. Kế hoạch số 14-KH/TU đã được Quyết định số 20-QĐ/TU sửa đổi, bổ sung.', ['20-QĐ/TU amends 14-KH/TU']],
    ['1. Quyết định số 14-QĐ/TU bị Quyết định số 20-QĐ/TU, ngày 05/6/2022 bãi bỏ.', ['20-QĐ/TU repeals 14-QĐ/TU']],
    ['1. Quyết định số 14-QĐ/TU được đính chính tại Công văn số 20-CV/TU.', ['20-CV/TU corrects 14-QĐ/TU']],
    ['1. Quyết định số 14-QĐ/TU bị đình chỉ thi hành theo Quyết định số 20-QĐ/TU.', ['20-QĐ/TU suspends 14-QĐ/TU']],
    ['1. Đề án số 14-ĐA/TU được gia hạn bởi Kết luận số 20-KL/TU.', ['20-KL/TU extends 14-ĐA/TU']],
    [
      '1. Quy chế số 14-QC/TU và Quy định số 15-QĐi/TU được thay thế bởi Quy chế số 20-QC/TU.',
      ['20-QC/TU replaces 14-QC/TU', '20-QC/TU replaces 15-QĐi/TU'],
    ],
    // Active: the one named first acts.
    ['1. Quy chế số 20-QC/TU thay thế Quy chế số 14-QC/TU.', ['20-QC/TU replaces 14-QC/TU']],
    ['1. Quyết định số 20-QĐ/TU đã bãi bỏ Quyết định số 14-QĐ/TU.', ['20-QĐ/TU repeals 14-QĐ/TU']],
    ['1. Quyết định số 20-QĐ/TU sửa đổi, bổ sung một số điều của Quy chế số 14-QC/TU.', ['20-QĐ/TU amends 14-QC/TU']],
    ['1. Công văn số 20-CV/TU đính chính Quyết định số 14-QĐ/TU.', ['20-CV/TU corrects 14-QĐ/TU']],
    ['1. Hướng dẫn số 20-HD/BTCTU hướng dẫn thực hiện Quy định số 14-QĐi/TU.', ['20-HD/BTCTU guides 14-QĐi/TU']],
    ['1. Thông tư số 20/2020/TT-BTC quy định chi tiết Nghị định số 14/2015/NĐ-CP.', ['20/2020/TT-BTC guides 14/2015/NĐ-CP']],
    ['1. Chương trình số 20-CTr/TU cụ thể hóa Nghị quyết số 14-NQ/TW.', ['20-CTr/TU concretizes 14-NQ/TW']],
    ['1. Kế hoạch số 20-KH/TU được ban hành để thực hiện Chỉ thị số 14-CT/TW.', ['20-KH/TU implements 14-CT/TW']],
    ['1. Kế hoạch số 20-KH/TU được xây dựng trên cơ sở Nghị quyết số 14-NQ/TU.', ['20-KH/TU basis 14-NQ/TU']],
    ['1. Kết luận số 20-KL/TW về tiếp tục thực hiện Chỉ thị số 14-CT/TW.', ['20-KL/TW continues 14-CT/TW']],
    ['1. Báo cáo số 20-BC/TU báo cáo kết quả thực hiện Chỉ thị số 14-CT/TW.', ['20-BC/TU reports-on 14-CT/TW']],
    ['1. Báo cáo số 20-BC/TU sơ kết 03 năm thực hiện Chỉ thị số 14-CT/TW.', ['20-BC/TU reviews 14-CT/TW']],
    ['1. Văn bản hợp nhất số 20/VBHN-BTC hợp nhất Thông tư số 14/2016/TT-BTC.', ['20/VBHN-BTC consolidates 14/2016/TT-BTC']],
    ['1. Công văn số 20/SNV-TCCB trả lời Công văn số 14/UBND-NC.', ['20/SNV-TCCB answers 14/UBND-NC']],
    // Loss of effect, and what brought it.
    ['1. Quyết định số 14-QĐ/TU hết hiệu lực kể từ ngày Quyết định số 20-QĐ/TU có hiệu lực.', ['20-QĐ/TU repeals 14-QĐ/TU']],
    ['1. Kể từ ngày Quyết định số 20-QĐ/TU có hiệu lực, Quyết định số 14-QĐ/TU hết hiệu lực.', ['20-QĐ/TU repeals 14-QĐ/TU']],
    ['1. Quyết định số 14-QĐ/TU hết hiệu lực do được thay thế bằng Quyết định số 20-QĐ/TU.', ['20-QĐ/TU replaces 14-QĐ/TU']],
    ['1. Theo Quyết định số 20-QĐ/TU, Quyết định số 14-QĐ/TU bị bãi bỏ.', ['20-QĐ/TU repeals 14-QĐ/TU', 'ta basis 20-QĐ/TU']],
  ])('of two others: %s', async (paragraph, expected) => {
    expect(await stated(planWith(paragraph))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Điều 1. Quyết định này thay thế Quyết định số 14-QĐ/TU.', ['ta replaces 14-QĐ/TU']],
    ['Điều 1. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 14-QĐ/TU.', ['ta replaces 14-QĐ/TU']],
    [
      'Điều 1. Quyết định này có hiệu lực kể từ ngày ký, thay thế Quyết định số 14-QĐ/TU và bãi bỏ Quyết định số 15-QĐ/TU.',
      ['ta repeals 15-QĐ/TU', 'ta replaces 14-QĐ/TU'],
    ],
    ['Điều 1. Bãi bỏ Quyết định số 14-QĐ/TU và Quyết định số 15-QĐ/TU.', ['ta repeals 14-QĐ/TU', 'ta repeals 15-QĐ/TU']],
    ['Điều 1. Đính chính Quyết định số 14-QĐ/TU.', ['ta corrects 14-QĐ/TU']],
    ['Điều 1. Tạm ngưng hiệu lực của Quyết định số 14-QĐ/TU.', ['ta suspends 14-QĐ/TU']],
    ['Điều 1. Gia hạn thời gian thực hiện Đề án số 14-ĐA/TU.', ['ta extends 14-ĐA/TU']],
    ['Điều 1. Quyết định số 14-QĐ/TU hết hiệu lực kể từ ngày Quyết định này có hiệu lực.', ['ta repeals 14-QĐ/TU']],
    ['Điều 1. Quyết định số 14-QĐ/TU, Quyết định số 15-QĐ/TU hết hiệu lực thi hành.', ['ta repeals 14-QĐ/TU', 'ta repeals 15-QĐ/TU']],
    ['Điều 1. Kể từ ngày Quyết định này có hiệu lực, Quyết định số 14-QĐ/TU hết hiệu lực.', ['ta repeals 14-QĐ/TU']],
    ['Điều 1. Quyết định số 14-QĐ/TU bị bãi bỏ bởi Quyết định này.', ['ta repeals 14-QĐ/TU']],
    ['Điều 1. Quyết định số 14-QĐ/TU về thu phí chợ được thay thế bằng Quyết định này.', ['ta replaces 14-QĐ/TU']],
    ['Điều 1. Quyết định này được sửa đổi, bổ sung bởi Quyết định số 90-QĐ/TU.', ['90-QĐ/TU amends ta']],
    ['Điều 1. Quyết định này hết hiệu lực kể từ ngày Quyết định số 90-QĐ/TU có hiệu lực.', ['90-QĐ/TU repeals ta']],
    ['Điều 1. Quyết định này cụ thể hóa Nghị quyết số 14-NQ/TW.', ['ta concretizes 14-NQ/TW']],
    ['Điều 1. Quyết định này hướng dẫn thực hiện Quy định số 14-QĐi/TW.', ['ta guides 14-QĐi/TW']],
    ['Điều 1. Văn bản này thay thế Thông báo số 14-TB/TU.', ['ta replaces 14-TB/TU']],
    ['Điều 1. Sửa đổi khoản 2 Điều 3 Quy chế số 14-QC/TU như sau:', ['ta amends 14-QC/TU']],
    ['Điều 1. Ban Tổ chức Tỉnh ủy rà soát, đề xuất bãi bỏ Quy chế số 14-QC/TU.', []],
  ])('of the document itself: %s', async (provision, expected) => {
    expect(await stated(decisionWith(provision))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['1. Kế hoạch này thay thế Kế hoạch số 14-KH/TU.', ['ta replaces 14-KH/TU']],
    ['1. Kế hoạch số 14-KH/TU được thay thế bởi Kế hoạch này.', ['ta replaces 14-KH/TU']],
    // In a plan "Kết luận này" is the one just named.
    [
      '1. Quán triệt Kết luận số 20-KL/TU; Kết luận này thay thế Kết luận số 14-KL/TU.',
      ['20-KL/TU replaces 14-KL/TU', 'ta implements 20-KL/TU'],
    ],
    ['1. Quyết định số 14-QĐ/TU đã hết hiệu lực.', []],
    ['1. Các đơn vị không dùng mẫu của Quyết định số 14-QĐ/TU đã bị bãi bỏ.', []],
  ])('in a plan: %s', async (paragraph, expected) => {
    expect(await stated(planWith(paragraph))).toEqual(expected);
  });
});

describe('several titles in one sentence', () => {
  it.each<[string, string[]]>([
    [
      '1. Học tập Kế hoạch số 20-KH/TU của Ban Thường vụ Tỉnh ủy thực hiện Hướng dẫn số 35-HD/BTGTW về thực hiện Chỉ thị số 62-CT/TW.',
      ['20-KH/TU implements 35-HD/BTGTW', '35-HD/BTGTW guides 62-CT/TW', 'ta implements 20-KH/TU'],
    ],
    [
      '1. Tiếp tục thực hiện Kết luận số 21-KL/TW về xây dựng Đảng gắn với Nghị quyết số 19-NQ/TU về chuyển đổi số.',
      ['ta continues 21-KL/TW', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Thực hiện Kế hoạch số 20-KH/TU về triển khai Chỉ thị số 62-CT/TW gắn với thực hiện Nghị quyết số 19-NQ/TU.',
      ['20-KH/TU implements 62-CT/TW', 'ta implements 20-KH/TU', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Sau hội nghị, Tỉnh ủy đã ban hành Công văn số 51-CV/TU để triển khai Quy định số 37-QĐ/TW gắn với việc thực hiện Nghị quyết số 19-NQ/TU.',
      ['51-CV/TU implements 37-QĐ/TW', '51-CV/TU related 19-NQ/TU', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Thực hiện Kế hoạch số 20-KH/TU về triển khai Chỉ thị số 62-CT/TW, gắn với thực hiện Nghị quyết số 19-NQ/TU.',
      ['20-KH/TU implements 62-CT/TW', 'ta implements 20-KH/TU', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Thực hiện Kế hoạch số 20-KH/TU, ngày 05/6/2021 về triển khai Chỉ thị số 62-CT/TW; gắn với thực hiện Nghị quyết số 19-NQ/TU, Quy định số 37-QĐ/TW.',
      ['20-KH/TU implements 62-CT/TW', 'ta implements 20-KH/TU', 'ta related 19-NQ/TU', 'ta related 37-QĐ/TW'],
    ],
    [
      '1. Gắn việc thực hiện Nghị quyết số 19-NQ/TU về chuyển đổi số với thực hiện Chỉ thị số 62-CT/TW về văn hóa đọc và Quy định số 37-QĐ/TW về những điều đảng viên không được làm.',
      ['ta implements 19-NQ/TU', 'ta related 37-QĐ/TW', 'ta related 62-CT/TW'],
    ],
    [
      '1. Gắn thực hiện Chỉ thị số 62-CT/TW với phong trào đọc sách ở thôn bản và Kết luận số 88-KL/TW.',
      ['ta implements 62-CT/TW', 'ta related 88-KL/TW'],
    ],
    [
      '1. Cùng với Nghị quyết số 19-NQ/TU về chuyển đổi số, tiếp tục quán triệt Chỉ thị số 62-CT/TW về văn hóa đọc.',
      ['ta continues 62-CT/TW', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Cùng với việc thực hiện Nghị quyết số 19-NQ/TU, các huyện ủy triển khai Chỉ thị số 62-CT/TW và Kết luận số 88-KL/TW.',
      ['ta implements 62-CT/TW', 'ta implements 88-KL/TW', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Quán triệt Kết luận số 88-KL/TW về tổng kết Chỉ thị số 62-CT/TW và Kế hoạch số 20-KH/TU về thực hiện Kết luận số 21-KL/TW.',
      ['20-KH/TU implements 21-KL/TW', '88-KL/TW reviews 62-CT/TW', 'ta implements 20-KH/TU', 'ta implements 88-KL/TW'],
    ],
    [
      '1. Thực hiện Công văn số 51-CV/TU về việc sơ kết Chỉ thị số 62-CT/TW, tổng kết Nghị quyết số 19-NQ/TU.',
      ['51-CV/TU reviews 19-NQ/TU', '51-CV/TU reviews 62-CT/TW', 'ta implements 51-CV/TU'],
    ],
    [
      '1. Thực hiện Quyết định số 20-QĐ/TU về sửa đổi Quy chế số 14-QC/TU, Hướng dẫn số 35-HD/BTCTU về thực hiện Quy chế số 15-QC/TU.',
      ['20-QĐ/TU amends 14-QC/TU', '35-HD/BTCTU guides 15-QC/TU', 'ta implements 20-QĐ/TU', 'ta implements 35-HD/BTCTU'],
    ],
    ['1. Quán triệt Kết luận số 88-KL/TW, triển khai Kế hoạch số 20-KH/TU.', ['ta implements 20-KH/TU', 'ta implements 88-KL/TW']],
    ['1. Thực hiện Kết luận số 88-KL/TW; hướng dẫn thực hiện Kế hoạch số 20-KH/TU.', ['ta implements 20-KH/TU', 'ta implements 88-KL/TW']],
    [
      '1. Công văn số 51-CV/TU hướng dẫn thực hiện Kế hoạch số 20-KH/TU về cụ thể hóa Nghị quyết số 19-NQ/TW.',
      ['20-KH/TU concretizes 19-NQ/TW', '51-CV/TU guides 20-KH/TU'],
    ],
    [
      '1. Kế hoạch số 20-KH/TU thực hiện Chỉ thị số 62-CT/TW, sau đó được thay thế bằng Kế hoạch số 96-KH/TU.',
      ['20-KH/TU implements 62-CT/TW', '96-KH/TU replaces 20-KH/TU'],
    ],
    [
      '1. Thực hiện Chỉ thị số 62-CT/TW kết hợp với Nghị quyết số 19-NQ/TU và theo Quy định số 37-QĐ/TW.',
      ['ta basis 37-QĐ/TW', 'ta implements 62-CT/TW', 'ta related 19-NQ/TU'],
    ],
    [
      '1. Báo cáo kết quả thực hiện Kế hoạch số 20-KH/TU về thực hiện Chỉ thị số 62-CT/TW.',
      ['20-KH/TU implements 62-CT/TW', 'ta implements 20-KH/TU'],
    ],
    [
      '1. Sử dụng Hướng dẫn số 35-HD/BTGTW về tuyên truyền Kết luận số 88-KL/TW về tiếp tục thực hiện Chỉ thị số 62-CT/TW.',
      ['35-HD/BTGTW guides 88-KL/TW', '88-KL/TW continues 62-CT/TW'],
    ],
  ])('%s', async (paragraph, expected) => {
    expect(await stated(planWith(paragraph))).toEqual(expected);
  });
});
