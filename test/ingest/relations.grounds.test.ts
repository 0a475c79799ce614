import { describe, expect, it } from 'vitest';
import { planWith, recordFrom } from '../support/pipeline.ts';

/** A decision of the State: its grounds, then its articles. */
const decisionOn = (grounds: readonly string[], ...articles: readonly string[]) =>
  [
    'ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH',
    'Số: 310/QĐ-UBND',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Hòa Bình, ngày 10 tháng 3 năm 2023',
    'QUYẾT ĐỊNH',
    'Về việc quản lý bến thuyền trên hồ',
    'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
    ...grounds,
    'QUYẾT ĐỊNH:',
    ...articles,
    'CHỦ TỊCH\nQuách Văn Lâm\n',
  ].join('\n');

async function kindsIn(text: string): Promise<Record<string, string>> {
  const { citations } = await recordFrom(text);
  return Object.fromEntries(citations.map(({ key, kind }) => [key, kind]));
}
const attestedIn = async (text: string) => (await recordFrom(text)).attested.map(({ from, kind, to }) => `${from} ${kind} ${to}`).sort();

describe('grounds of a decision', () => {
  it.each<[string, Record<string, string>]>([
    [
      'Căn cứ các Luật của Quốc hội: Luật Giao thông đường thủy nội địa số 23/2004/QH11; Luật Du lịch số 09/2017/QH14;',
      { '23/2004/QH11': 'basis', '09/2017/QH14': 'basis' },
    ],
    [
      'Căn cứ các Quyết định của Bộ trưởng Bộ Giao thông vận tải: Số 118/QĐ-BGTVT ngày 03/8/2016 về bến khách; số 54/QĐ-BGTVT ngày 21/5/2020 về phao tiêu;',
      { '118/QĐ-BGTVT': 'basis', '54/QĐ-BGTVT': 'basis' },
    ],
    [
      'Theo đề nghị của Giám đốc Sở Du lịch tại Tờ trình số 45/TTr-SDL ngày 06/3/2023 và Giám đốc Sở Tài chính tại Văn bản số 71/STC-NS ngày 07/3/2023;',
      { '45/TTr-SDL': 'on-proposal', '71/STC-NS': 'on-proposal' },
    ],
    [
      'Xét đề nghị của Sở Du lịch (Công văn số 45/SDL-QL ngày 06/3/2023), ý kiến của Sở Tài chính (Công văn số 71/STC-NS ngày 07/3/2023);',
      { '45/SDL-QL': 'on-proposal', '71/STC-NS': 'on-proposal' },
    ],
    ['Trên cơ sở xem xét Báo cáo kết quả giám sát số 12/BC-ĐGS ngày 01/02/2023 của Đoàn giám sát;', { '12/BC-ĐGS': 'basis' }],
    [
      'Căn cứ Nghị định số 48/2019/NĐ-CP ngày 05/6/2019 của Chính phủ về bến thuyền (đã được sửa đổi, bổ sung bởi Nghị định số 19/2024/NĐ-CP ngày 23/02/2024 của Chính phủ); Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư;',
      { '48/2019/NĐ-CP': 'basis', '19/2024/NĐ-CP': 'cites', '30/2020/NĐ-CP': 'basis' },
    ],
    [
      'Căn cứ Quy chế hoạt động của Ban Chấp hành Hội Làm vườn khóa V, nhiệm kỳ 2020 - 2025 ban hành kèm theo Quyết định số 16-QĐ/HLV;',
      { '16-QĐ/HLV': 'basis' },
    ],
    ['- Căn Hướng dẫn số 33-HD/BTCTU ngày 30/10/2022 của Ban Tổ chức Tỉnh ủy;', { '33-HD/BTCTU': 'basis' }],
    [
      'Thực hiện Chỉ thị số 44-CT/TU ngày 02/4/2022 của Ban Thường vụ Tỉnh ủy;\nKế hoạch số 27-KH/TU ngày 08/4/2022 của Ban Thường vụ Tỉnh ủy;',
      { '44-CT/TU': 'implements', '27-KH/TU': 'implements' },
    ],
    [
      'Căn cứ Nghị định số 48/2019/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Giao thông đường thủy; Chỉ thị số 11/CT-TTg ngày 05/6/2020;',
      { '48/2019/NĐ-CP': 'basis', '11/CT-TTg': 'basis' },
    ],
    [
      'Căn cứ Quyết định số 27/QĐ-BGTVT ngày 03/12/2021 của Bộ Giao thông vận tải về việc công bố thủ tục được thay thế, bị bãi bỏ;',
      { '27/QĐ-BGTVT': 'basis' },
    ],
  ])('%s', async (ground, expected) => {
    expect(await kindsIn(decisionOn([ground], 'Điều 1. Bến thuyền mở cửa hằng ngày.'))).toEqual(expected);
  });

  it('name others in their titles, behind the rest of a body’s name', async () => {
    const ground =
      'Căn cứ Thông tư số 07/2021/TT-BGTVT ngày 15/4/2021 của Bộ trưởng Bộ Giao thông vận tải hướng dẫn thi hành một số quy định của Nghị định số 58/2020/NĐ-CP;';
    const text = decisionOn([ground], 'Điều 1. Bến thuyền mở cửa hằng ngày.');
    expect(await attestedIn(text)).toEqual(['07/2021/TT-BGTVT guides 58/2020/NĐ-CP']);
    expect(await kindsIn(text)).toEqual({ '07/2021/TT-BGTVT': 'basis', '58/2020/NĐ-CP': 'cites' });
  });

  it('name all that the acts of a title have as their objects', async () => {
    const ground =
      'Căn cứ Thông tư số 25/2010/TT-BTC của Bộ Tài chính về việc sửa đổi, bổ sung Thông tư số 17/2006/TT-BTC và thay thế Thông tư số 06/2007/TT-BTC;';
    expect(await attestedIn(decisionOn([ground], 'Điều 1. Bến thuyền mở cửa hằng ngày.'))).toEqual([
      '25/2010/TT-BTC amends 17/2006/TT-BTC',
      '25/2010/TT-BTC replaces 06/2007/TT-BTC',
    ]);
  });
});

describe('what a decision ends', () => {
  it('is also what the documents had laid down that it names in a list', async () => {
    const article =
      'Điều 1. Quyết định này có hiệu lực từ ngày ký và thay thế Danh mục bến thuyền được công bố tại các Quyết định: Số 96/QĐ-UBND ngày 28/12/2021, số 41/QĐ-UBND ngày 14/11/2019.';
    expect(await kindsIn(decisionOn([], article))).toEqual({ '96/QĐ-UBND': 'replaces', '41/QĐ-UBND': 'replaces' });
  });
});

describe('in the body', () => {
  it.each<[string, Record<string, string>]>([
    [
      '1. Các xã quản lý rừng theo quy định tại Điều 12 Luật Lâm nghiệp, Luật Đất đai; Nghị định số 56/2018/NĐ-CP và Nghị định số 61/2018/NĐ-CP.',
      { '56/2018/NĐ-CP': 'basis', '61/2018/NĐ-CP': 'basis' },
    ],
    [
      '1. Theo quy định tại Luật Thư viện năm 2019, Nghị định số 93/2020/NĐ-CP của Chính phủ quy định chi tiết Luật Thư viện và Thông tư số 02/2020/TT-BVHTTDL, việc xếp hạng thư viện do Sở Văn hóa làm.',
      { '93/2020/NĐ-CP': 'basis', '02/2020/TT-BVHTTDL': 'basis' },
    ],
    ['1. Theo Luật Thư viện, các xã tổ chức ngày hội sách và Nghị quyết số 20-NQ/TW.', { '20-NQ/TW': 'cites' }],
    ['1. Các trạm mua thuốc theo danh mục thuốc ban hành tại Quyết định số 19/2018/QĐ-BYT.', { '19/2018/QĐ-BYT': 'basis' }],
    ['1. Thống nhất điều chỉnh đối tượng áp dụng Quy chế số 14-QC/TU.', { '14-QC/TU': 'amends' }],
    ['1. Sở Nội vụ tham mưu điều chỉnh phạm vi và đối tượng áp dụng Quy chế số 14-QC/TU.', { '14-QC/TU': 'cites' }],
    [
      '1. Thực hiện tốt các quy định của pháp luật về bảo vệ rừng, trọng tâm là: Luật Lâm nghiệp số 16/2017/QH14; Nghị định số 56/2018/NĐ-CP; Chỉ thị số 13-CT/TW.',
      { '16/2017/QH14': 'implements', '56/2018/NĐ-CP': 'implements', '13-CT/TW': 'implements' },
    ],
    ['1. Tại khoản 5 Điều 2 Nghị định số 20/2010/NĐ-CP của Chính phủ quy định: việc miễn phí do huyện xét.', { '20/2010/NĐ-CP': 'basis' }],
    ['1. Hội Làm vườn được thành lập theo Quyết định số 914/QĐ-UBND tiếp tục vận động hội viên.', { '914/QĐ-UBND': 'cites' }],
    ['1. Bảo đảm thực hiện có hiệu quả các nhiệm vụ, giải pháp nêu tại Kết luận số 21-KL/TW.', { '21-KL/TW': 'implements' }],
    [
      '1. Tiếp tục thực hiện Chỉ thị số 20-CT/TU gắn với Nghị quyết Đại hội Đảng bộ tỉnh, Kế hoạch số 29-KH/TU.',
      { '20-CT/TU': 'continues', '29-KH/TU': 'related' },
    ],
    ['1. Danh mục sách gửi kèm theo Báo cáo số 65-BC/BTCTU.', { '65-BC/BTCTU': 'cites' }],
    ['1. Văn phòng giới thiệu các Hướng dẫn: số 46-HD/BTCTU, số 66-HD/BTCTU.', { '46-HD/BTCTU': 'cites', '66-HD/BTCTU': 'cites' }],
    [
      '1. Tổ chức hội thảo về tài liệu tồn đọng kết hợp với thực hiện các Kết luận: số 41-KL/TU, số 63-KL/TU.',
      { '41-KL/TU': 'related', '63-KL/TU': 'related' },
    ],
    ['1. Trả lời Công văn số 51-CV/HU của Ban Thường vụ Huyện ủy Mai Châu trong tháng 4.', { '51-CV/HU': 'cites' }],
  ])('%s', async (paragraph, expected) => {
    expect(await kindsIn(planWith(paragraph))).toEqual(expected);
  });

  it('takes work that a plan plans for duties, and an account of it for the past', async () => {
    const parts = (heading: string) => planWith(heading, '1. Triển khai thực hiện Chỉ thị số 62-CT/TW.');
    expect(await kindsIn(parts('II- CÔNG TÁC QUÁN TRIỆT, TRIỂN KHAI'))).toEqual({ '62-CT/TW': 'implements' });
    expect(await kindsIn(parts('II- KẾT QUẢ CÔNG TÁC QUÁN TRIỆT'))).toEqual({ '62-CT/TW': 'cites' });
  });

  it('takes a main part on what is to come for duties, and a duty that ends in a report for a duty', async () => {
    const text = planWith(
      'II- TÌNH HÌNH',
      '1. Nhiều xã chưa có tủ sách.',
      'III- TỔ CHỨC THỰC HIỆN',
      '- Văn phòng cụ thể hóa Công văn số 388-CV/TU ngày 18 tháng 4 năm 2020 của Ban Thường vụ, báo cáo kết quả trước 15/12 hàng năm.',
    );
    expect(await kindsIn(text)).toEqual({ '388-CV/TU': 'implements' });
  });

  it.each<[string, string[]]>([
    [
      '1. Chính phủ ban hành Nghị định số 26/2024/NĐ-CP quy định về quản lý hội, có hiệu lực từ ngày 26/11/2024, thay thế Nghị định số 45/2010/NĐ-CP.',
      ['26/2024/NĐ-CP replaces 45/2010/NĐ-CP'],
    ],
    [
      '1. Chủ tịch Ủy ban nhân dân tỉnh có Công văn số 36/UBND-KGVX giao Hội Khuyến học thực hiện nội dung chỉ đạo tại Kết luận số 12-KL/TU.',
      ['36/UBND-KGVX implements 12-KL/TU'],
    ],
    [
      '1. Nghị quyết số 71/NQ-CP sửa đổi Chương trình hành động của Chính phủ thực hiện Nghị quyết số 57-NQ/TW.',
      ['71/NQ-CP implements 57-NQ/TW'],
    ],
    ['1. Công văn số 10/CV-HND về việc tổ chức đại hội và ý kiến của Sở Nội vụ tại Tờ trình số 19/TTr-SNV.', []],
    [
      '1. Quyết định số 409/QĐ-TTg ngày 09/4/2022 của Thủ tướng Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 21-KL/TW.',
      ['409/QĐ-TTg implements 21-KL/TW'],
    ],
    [
      '1. Nghị quyết số 11/NQ-CP của Chính phủ về Chương trình khuyến đọc và triển khai Nghị quyết số 43/2022/QH15.',
      ['11/NQ-CP implements 43/2022/QH15'],
    ],
    [
      '1. Công văn số 77/BTP-PB về hướng dẫn sơ kết 03 năm thực hiện Luật Thư viện và tổng kết thực hiện Quyết định số 409/QĐ-TTg.',
      ['77/BTP-PB reviews 409/QĐ-TTg'],
    ],
    [
      '1. Quyết định số 42/2017/QĐ-UBND về việc sửa đổi một số điều của Quy định ban hành kèm theo Quyết định số 11/2015/QĐ-UBND.',
      ['42/2017/QĐ-UBND amends 11/2015/QĐ-UBND'],
    ],
    ['1. Quyết định số 29/QĐ-UBND về tiếp tục áp dụng Quyết định số 89/2024/QĐ-UBND.', ['29/QĐ-UBND continues 89/2024/QĐ-UBND']],
  ])('others act: %s', async (paragraph, expected) => {
    expect(await attestedIn(planWith(paragraph))).toEqual(expected);
  });
});

describe('lists and regulations', () => {
  it('ends what stands in the documents of a list', async () => {
    const found = await kindsIn(
      decisionOn(
        ['Căn cứ Nghị định số 30/2020/NĐ-CP;'],
        'Điều 1. Bãi bỏ các nội dung về bến thuyền đã được công bố tại các Quyết định:',
        '- Quyết định số 44/QĐ-UBND ngày 14/8/2021 của Chủ tịch Ủy ban nhân dân tỉnh về bến thuyền;',
        '- Quyết định số 95/QĐ-UBND ngày 29/4/2022 của Chủ tịch Ủy ban nhân dân tỉnh.',
      ),
    );
    expect(found).toMatchObject({ '44/QĐ-UBND': 'repeals', '95/QĐ-UBND': 'repeals' });
  });

  it('carries out regulations that stand in a document, and rests on those by which something is done', async () => {
    expect(
      await kindsIn(
        planWith(
          '1. Các đơn vị thực hiện nghiêm các quy định tại Nghị định số 30/2020/NĐ-CP; xử lý theo quy định tại Nghị định số 33/2020/NĐ-CP.',
        ),
      ),
    ).toMatchObject({ '30/2020/NĐ-CP': 'implements', '33/2020/NĐ-CP': 'basis' });
  });

  it('lets the lead-in govern an item that opens with a noun for several', async () => {
    const found = await kindsIn(
      planWith(
        '1. Nghiên cứu, quán triệt và thực hiện nghiêm túc:',
        '- Các Nghị định về bến thủy nội địa: số 41/2021/NĐ-CP ngày 16/4/2021, số 77/2022/NĐ-CP ngày 05/10/2022.',
      ),
    );
    expect(found).toMatchObject({ '41/2021/NĐ-CP': 'implements', '77/2022/NĐ-CP': 'implements' });
  });

  it('rests on a proposal that is agreed to', async () => {
    expect(
      await kindsIn(
        planWith('1. Ban Thường vụ thống nhất với đề xuất tại Tờ trình số 98-TTr/BTCTU ngày 18/02/2023 của Ban Tổ chức Tỉnh ủy.'),
      ),
    ).toMatchObject({ '98-TTr/BTCTU': 'on-proposal' });
  });
});
