import { describe, expect, it } from 'vitest';
import { planWith, recordFrom } from '../support/pipeline.ts';

const body = [
  'Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;',
  'Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch,',
  'QUYẾT ĐỊNH:',
  'Điều 1. Thành lập Ban Tổ chức Ngày hội Sách tỉnh.',
  'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
].join('\n');

const decision = {
  type: 'QĐ',
  number: '731/QĐ-UBND',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Lai Châu',
  place: 'Lai Châu',
  date: '2023-04-18',
  dateSource: 'header',
  title: 'Về việc thành lập Ban Tổ chức Ngày hội Sách tỉnh',
};

describe('one head of the State in the layouts that extraction makes of its two columns', () => {
  const title = 'QUYẾT ĐỊNH\nVề việc thành lập Ban Tổ chức Ngày hội Sách tỉnh\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU';
  it.each([
    [
      'left column first',
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\nSố: 731/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'side by side',
      'ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LAI CHÂU                   Độc lập - Tự do - Hạnh phúc\n\nSố: 731/QĐ-UBND                 Lai Châu, ngày 18 tháng 4 năm 2023\n',
    ],
    [
      'interleaved',
      'ỦY BAN NHÂN DÂN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LAI CHÂU\nĐộc lập - Tự do - Hạnh phúc\nSố: 731/QĐ-UBND\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'right column first',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 18 tháng 4 năm 2023\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 731/QĐ-UBND',
    ],
    [
      'lone bars between cells, names broken over lines',
      'ỦY\nBAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n|\nSố:\n731/QĐ-UBND\n|\nLai\nChâu, ngày 18 tháng 4\nnăm 2023\n|',
    ],
    [
      'rows of a table',
      '| ỦY BAN NHÂN DÂN TỈNH LAI CHÂU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |\n|---|---|\n| Số: 731/QĐ-UBND | Lai Châu, ngày 18 tháng 4 năm 2023 |\n',
    ],
    [
      'rows of a table without their last bars',
      '| ỦY BAN NHÂN DÂN TỈNH LAI CHÂU ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\n|---|---\n| Số: 731/QĐ-UBND | Lai Châu, ngày 18 tháng 4 năm 2023\n',
    ],
    [
      'all on one line',
      'ỦY BAN NHÂN DÂN TỈNH LAI CHÂU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 731/QĐ-UBND Lai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'motto with wrong and lost marks',
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 731/QĐ-UBND\nCỘNG HÕA XÃ HỘl CHỦ NGHĨA VIỆT NAM\nĐộc lập  Tự do  Hạnh phúc\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'first letter of the body lost',
      'Y BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 731/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'date with slashes',
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 731/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 18/4/2023',
    ],
    [
      'marks of urgency and secrecy',
      'HỎA TỐC\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nMẬT\nSố: 731/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
    [
      'a page’s table of facts and headline before it',
      'Quyết định 731/QĐ-UBND năm 2023 thành lập Ban Tổ chức Ngày hội Sách tỉnh Lai Châu\nSố hiệu: 731/QĐ-UBND Loại văn bản: Quyết định\nNơi ban hành: Tỉnh Lai Châu Người ký: Vàng A Sính\nNgày ban hành: 18/04/2023 Ngày hiệu lực: Đang cập nhật\n\nỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 731/QĐ-UBND\nLai Châu, ngày 18 tháng 4 năm 2023',
    ],
  ])('%s', async (_layout, head) => {
    const { document } = await recordFrom(`${head}\n${title}\n${body}`);
    expect(document).toMatchObject(decision);
  });

  it('number and date after the type', async () => {
    const { document } = await recordFrom(
      `ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUYẾT ĐỊNH\nSố: 731/QĐ-UBND\nLai Châu, ngày 18 tháng 4 năm 2023\nVề việc thành lập Ban Tổ chức Ngày hội Sách tỉnh\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n${body}`,
    );
    expect(document).toMatchObject(decision);
  });

  it('a title in capitals over several lines ends before the body that decides', async () => {
    const { document } = await recordFrom(
      `HỘI ĐỒNG NHÂN DÂN\nTỈNH LAI CHÂU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 24/2023/NQ-HĐND\nLai Châu, ngày 18 tháng 7 năm 2023\nNGHỊ QUYẾT\nQUY ĐỊNH MỨC HỖ TRỢ THƯ VIỆN CƠ SỞ\nVÀ TỦ SÁCH CỘNG ĐỒNG TRÊN ĐỊA BÀN TỈNH\nHỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU\nKHÓA XV, KỲ HỌP THỨ MƯỜI LĂM\nCăn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\nQUYẾT NGHỊ:\nĐiều 1. Mức hỗ trợ là 20 triệu đồng.`,
    );
    expect(document).toMatchObject({
      type: 'NQ',
      number: '24/2023/NQ-HĐND',
      issuer: 'Hội đồng nhân dân tỉnh Lai Châu',
      title: 'QUY ĐỊNH MỨC HỖ TRỢ THƯ VIỆN CƠ SỞ VÀ TỦ SÁCH CỘNG ĐỒNG TRÊN ĐỊA BÀN TỈNH',
    });
  });

  it('a circular of two ministries names both', async () => {
    const { document } = await recordFrom(
      'BỘ NỘI VỤ - BỘ TÀI CHÍNH\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/2014/TTLT-BNV-BTC\nHà Nội, ngày 05 tháng 6 năm 2014\nTHÔNG TƯ LIÊN TỊCH\nHƯỚNG DẪN PHỤ CẤP NGƯỜI LÀM CÔNG TÁC THƯ VIỆN\nCăn cứ Nghị định số 61/2006/NĐ-CP ngày 20 tháng 6 năm 2006 của Chính phủ;\nĐiều 1. Phạm vi điều chỉnh\nThông tư này hướng dẫn mức phụ cấp.',
    );
    expect(document).toMatchObject({ type: 'TTLT', number: '12/2014/TTLT-BNV-BTC', issuer: 'Bộ Nội vụ, Bộ Tài chính', date: '2014-06-05' });
  });
});

describe('heads of the Party', () => {
  it.each([
    [
      'an office of a province’s committee',
      'TỈNH ỦY LAI CHÂU\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*\nSố 14-HD/BTGDVTU\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 20 tháng 8 năm 2025\nHƯỚNG DẪN\ntuyên truyền Ngày hội Sách\n-----\n1. Nội dung\n- Tuyên truyền trên báo, đài.',
      {
        type: 'HD',
        number: '14-HD/BTGDVTU',
        issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy Lai Châu',
        place: 'Lai Châu',
        title: 'tuyên truyền Ngày hội Sách',
      },
    ],
    [
      'an office of the centre',
      'BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*\nSố 88-TB/VPTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 02 tháng 12 năm 2025\nTHÔNG BÁO\nCỦA ĐỒNG CHÍ THƯỜNG TRỰC BAN BÍ THƯ TẠI BUỔI LÀM VIỆC VỀ THƯ VIỆN\n-----\n1. Kết quả\n- Tốt.',
      {
        type: 'TB',
        issuer: 'Văn phòng Trung ương Đảng',
        title: 'CỦA ĐỒNG CHÍ THƯỜNG TRỰC BAN BÍ THƯ TẠI BUỔI LÀM VIỆC VỀ THƯ VIỆN',
      },
    ],
    [
      'two bodies that conclude together',
      'BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 301-KL/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 02 tháng 12 năm 2025\nKẾT LUẬN\nCỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ\nVỀ PHÁT TRIỂN THƯ VIỆN\n-----\nTại phiên họp ngày 28/11/2025, sau khi nghe báo cáo, Bộ Chính trị, Ban Bí thư kết luận như sau:\n1. Thống nhất với Báo cáo.',
      {
        type: 'KL',
        number: '301-KL/TW',
        issuer: 'Bộ Chính trị, Ban Bí thư',
        date: '2025-12-02',
        title: 'CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ PHÁT TRIỂN THƯ VIỆN',
      },
    ],
    [
      'a commune’s committee after the district level',
      'ĐẢNG BỘ TỈNH LAI CHÂU\nĐẢNG ỦY XÃ SÌN SUỐI HỒ\n*\nSố 09-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nSìn Suối Hồ, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nmở tủ sách thôn, bản\n-----\nBan Thường vụ Đảng ủy xã ban hành Kế hoạch như sau:\n1. Nội dung\n- Mở tủ sách.',
      { type: 'KH', number: '09-KH/ĐU', issuer: 'Ban Thường vụ Đảng ủy xã', place: 'Sìn Suối Hồ', date: '2025-09-05' },
    ],
    [
      'a type’s name with lost blanks, the province’s code with a mark too many',
      'TỈNH ỦY LAI CHÂU\n*\nSố 77-QĐ/TƯ\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 05 tháng 9 năm 2022\nQUYẾTĐỊNH\nthành lập Tổ giúp việc\n-----\n- Căn cứ Điều lệ Đảng;\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH\nĐiều 1. Thành lập Tổ giúp việc.',
      { type: 'QĐ', number: '77-QĐ/TU', issuer: 'Ban Thường vụ Tỉnh ủy', title: 'thành lập Tổ giúp việc' },
    ],
    [
      'a plenary session',
      'TỈNH ỦY LAI CHÂU\n*\nSố 45-KL/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 05 tháng 9 năm 2022\nKẾT LUẬN\nHỘI NGHỊ LẦN THỨ NĂM\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH (KHÓA XIV)\nvề phát triển văn hóa đọc\nHội nghị họp ngày 01/9/2022 và thống nhất các nội dung.\nI. ĐÁNH GIÁ\nTốt.',
      { issuer: 'Ban Chấp hành Đảng bộ tỉnh', date: '2022-09-05' },
    ],
  ])('%s', async (_case, text, facts) => {
    const { document } = await recordFrom(text);
    expect(document).toMatchObject(facts);
  });
});

describe('letters', () => {
  it('in a table, with the subject beside the number', async () => {
    const { document } = await recordFrom(
      '| BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |\n|---|---|\n| Số: 3152/BVHTTDL-TV V/v thống kê tủ sách cơ sở | Hà Nội, ngày 04 tháng 10 năm 2021 |\n\n| Kính gửi: | - Sở Văn hóa, Thể thao và Du lịch các tỉnh; - Các thư viện. |\n\nBộ Văn hóa, Thể thao và Du lịch đề nghị các sở báo cáo số liệu.',
    );
    expect(document).toMatchObject({
      type: 'CV',
      number: '3152/BVHTTDL-TV',
      issuer: 'Bộ Văn hóa, Thể thao và Du lịch',
      place: 'Hà Nội',
      date: '2021-10-04',
      title: 'V/v thống kê tủ sách cơ sở',
    });
  });

  it('a number and a day not filled in are null; the rest stands', async () => {
    const { document } = await recordFrom(
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố:          /UBND-VX\nV/v thống kê tủ sách cơ sở\n      Lai Châu, ngày        tháng 10 năm 2021\nKính gửi: Các sở, ban, ngành.\nỦy ban nhân dân tỉnh đề nghị các sở báo cáo số liệu.',
    );
    expect(document).toMatchObject({
      type: 'CV',
      number: null,
      issuer: 'Ủy ban nhân dân tỉnh Lai Châu',
      place: 'Lai Châu',
      date: null,
      dateSource: null,
      title: 'V/v thống kê tủ sách cơ sở',
    });
  });

  it('an office that passes on what its head said speaks itself', async () => {
    const { document } = await recordFrom(
      'VĂN PHÒNG CHÍNH PHỦ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 6120/VPCP-KGVX\nV/v phát triển thư viện\nHà Nội, ngày 04 tháng 10 năm 2021\nKính gửi: Bộ Văn hóa, Thể thao và Du lịch.\nXét báo cáo của Bộ, Phó Thủ tướng Chính phủ có ý kiến như sau:\n1. Giao Bộ nghiên cứu, đề xuất.',
    );
    expect(document.issuer).toBe('Văn phòng Chính phủ');
  });
});

describe('documents whose own head is missing', () => {
  it('a page’s headline names the document that it prints', async () => {
    const record = await recordFrom(
      'Kết luận số 301-KL/TW\n\nKết luận số 301-KL/TW ngày 02/12/2025 của Bộ Chính trị về tiếp tục phát triển thư viện cơ sở và văn hóa đọc trong Nhân dân\n\nSau 5 năm thực hiện Chỉ thị số 62-CT/TW, phong trào đã có chuyển biến.\n1. Nhiệm vụ\n- Các cấp ủy mở tủ sách.',
    );
    expect(record.document).toMatchObject({
      type: 'KL',
      number: '301-KL/TW',
      issuer: 'Bộ Chính trị',
      date: '2025-12-02',
      title: 'về tiếp tục phát triển thư viện cơ sở và văn hóa đọc trong Nhân dân',
    });
    expect(record.citations.map(({ key }) => key)).toEqual(['62-CT/TW']);
  });

  it('an editor’s sentence does, where the page says that it prints the text', async () => {
    const { document } = await recordFrom(
      'Ngày 18/7/2022, Tỉnh ủy Lai Châu đã ban hành Chương trình số 31-CTr/TU về phát triển văn hóa đọc.\nBan Biên tập trân trọng giới thiệu toàn văn Chương trình:\nCHƯƠNG TRÌNH\nphát triển văn hóa đọc giai đoạn 2022 - 2025\n-----\nBan Thường vụ Tỉnh ủy ban hành Chương trình như sau:\n1. Mục tiêu\nMỗi xã một tủ sách.',
    );
    expect(document).toMatchObject({ type: 'CTr', number: '31-CTr/TU', issuer: 'Ban Thường vụ Tỉnh ủy', date: '2022-07-18' });
  });

  it('a sentence on another document in the first paragraph announces nothing', async () => {
    const { document } = await recordFrom(
      'Ngày 18/7/2022, Bộ Chính trị đã ban hành Nghị quyết số 77-NQ/TW về phát triển văn hóa đọc.\nĐể thực hiện Nghị quyết, các cấp ủy tổ chức học tập, quán triệt.\n1. Nội dung\n- Mở tủ sách.',
    );
    expect(document).toMatchObject({ type: null, number: null, date: null, title: null });
  });

  it.each([
    [
      'an editor’s note',
      'Nghị quyết của Ban Chấp hành Đảng bộ tỉnh khóa XIV về phát triển thư viện giai đoạn 2021-2025\nLTS: Ngày 12-8-2021, Ban Chấp hành Đảng bộ tỉnh khóa XIV đã ban hành Nghị quyết số 08-NQ/TU về phát triển thư viện giai đoạn 2021-2025. Báo trân trọng giới thiệu toàn văn Nghị quyết.\nI- TÌNH HÌNH\nCác thư viện đã mở cửa.',
      {
        type: 'NQ',
        number: '08-NQ/TU',
        issuer: 'Ban Chấp hành Đảng bộ tỉnh',
        date: '2021-08-12',
        title: 'của Ban Chấp hành Đảng bộ tỉnh khóa XIV về phát triển thư viện giai đoạn 2021-2025',
      },
    ],
    [
      'who signed on whose behalf',
      'Thay mặt Ban Bí thư, đồng chí Thường trực Lò Văn Páo đã ký Thông báo kết luận số 64-TB/TW ngày 9/5/2023 của Ban Bí thư về việc mở rộng thư viện cơ sở.\nTheo đó, sau khi nghe báo cáo, Ban Bí thư kết luận như sau:\n1. Đồng ý mở rộng thư viện.',
      { type: 'TB', number: '64-TB/TW', date: '2023-05-09', title: 'về việc mở rộng thư viện cơ sở' },
    ],
    [
      'the year behind the number',
      'Đã có Công văn 215-CV/TU về ngày hội đọc sách?\nNgày 3/4/2023, Ban Thường vụ Tỉnh ủy đã ban hành Công văn 215-CV/TU năm 2023 về việc tổ chức ngày hội đọc sách.\nTheo nội dung Công văn 215-CV/TU, các huyện ủy thực hiện một số nội dung như sau:\n- Mở hội sách ở các xã.',
      { type: 'CV', number: '215-CV/TU', date: '2023-04-03', title: 'về việc tổ chức ngày hội đọc sách' },
    ],
    [
      'a heading in running letters',
      'Chương trình hành động của Ban Thường vụ Huyện ủy thực hiện Nghị quyết số 08\nBan Thường vụ Huyện ủy vừa ban hành chương trình như sau:\nI. MỤC ĐÍCH\nMở rộng thư viện.',
      { type: 'CTHĐ', number: null, title: 'của Ban Thường vụ Huyện ủy thực hiện Nghị quyết số 08' },
    ],
    [
      'a heading that names no type',
      'ĐỊNH HƯỚNG TUYÊN TRUYỀN\nTHÁNG 4 NĂM 2023\nBan Tuyên giáo Huyện ủy đề nghị các xã tuyên truyền:\n1. Ngày hội đọc sách.',
      { type: null, number: null, title: 'ĐỊNH HƯỚNG TUYÊN TRUYỀN THÁNG 4 NĂM 2023' },
    ],
  ])('%s tells of it', async (_, text, told) => {
    expect((await recordFrom(text)).document).toMatchObject(told);
  });

  it('a plan whose first sentence tells of another document has no number from it', async () => {
    const { document } = await recordFrom(
      'Ngày 3/4/2023, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 21-CT/TU về ngày hội đọc sách. Để thực hiện Chỉ thị, huyện yêu cầu như sau:\n1. Mở hội sách.',
    );
    expect(document.number).toBeNull();
  });

  it('a text that calls itself by its type is of that type', async () => {
    const { document } = await recordFrom(
      'Tại phiên họp ngày 28/02/2025, sau khi nghe báo cáo, Ban Thường vụ Tỉnh ủy có ý kiến như sau:\n1. Thống nhất với báo cáo.\n2. Văn phòng Tỉnh ủy đôn đốc thực hiện Kết luận này.',
    );
    expect(document).toMatchObject({
      type: 'KL',
      number: null,
      issuer: 'Ban Thường vụ Tỉnh ủy',
      date: '2025-02-28',
      dateSource: 'meeting',
      title: null,
    });
  });
});

describe('a head on one line with the body behind it', () => {
  it('is read like one on lines of its own', async () => {
    const body = ' Các chi bộ họp bàn việc mở thư viện, phân công đảng viên giới thiệu sách.'.repeat(12);
    const { document } = await recordFrom(
      `ĐẢNG BỘ HUYỆN MƯỜNG LA ĐẢNG ỦY XÃ CHIỀNG LAO * Số 31 -KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM Chiềng Lao, ngày 6 tháng 5 năm 2021 KẾ HOẠCH mở rộng thư viện xã năm 2021 -Căn cứ Kế hoạch số 12-KH/HU ngày 20/4/2021 của Huyện ủy, Đảng ủy ban hành kế hoạch.${body}`,
    );
    expect(document).toMatchObject({
      type: 'KH',
      number: '31-KH/ĐU',
      place: 'Chiềng Lao',
      date: '2021-05-06',
      title: 'mở rộng thư viện xã năm 2021',
    });
  });
});

describe('codes that no table knows', () => {
  it('are reported once for each number that is cited', async () => {
    const { findings } = await recordFrom(planWith('1. Thực hiện Công văn số 45-XQZ/TU ngày 2/3/2021 và Công văn số 45-XQZ/TU.'));
    expect(findings.filter(({ code }) => code.startsWith('unknown')).map(({ code, severity }) => [code, severity])).toEqual([
      ['unknown-type', 'info'],
    ]);
  });

  it('are read by their form and reported', async () => {
    const record = await recordFrom(
      'TỈNH ỦY LAI CHÂU\nTIỂU BAN LỊCH SỬ\n*\nSố 03-GTX/TBLSĐP\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 05 tháng 9 năm 2022\nKẾ HOẠCH\nsưu tầm tư liệu\n-----\n1. Nội dung\n- Sưu tầm.',
    );
    expect(record.document).toMatchObject({ type: 'KH', number: '03-GTX/TBLSĐP' });
    expect(record.findings.map(({ code, severity }) => [code, severity])).toEqual(
      expect.arrayContaining([
        ['unknown-type', 'info'],
        ['unknown-issuer', 'info'],
      ]),
    );
  });

  it('known ones are not reported', async () => {
    const record = await recordFrom(
      'TỈNH ỦY LAI CHÂU\n*\nSố 52-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 05 tháng 9 năm 2022\nKẾ HOẠCH\nsưu tầm tư liệu\n-----\n1. Nội dung\n- Sưu tầm.',
    );
    expect(record.findings.map(({ code }) => code).filter((code) => code.startsWith('unknown'))).toEqual([]);
  });

  it('a lost dash between two known codes is put back', async () => {
    const { document } = await recordFrom(
      `ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 731/QĐUBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLai Châu, ngày 18 tháng 4 năm 2023\nQUYẾT ĐỊNH\nVề việc mở tủ sách\n${body}`,
    );
    expect(document.number).toBe('731/QĐ-UBND');
  });
});

describe('heads of other bodies', () => {
  const motto = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc';
  it.each([
    [
      'a law',
      `QUỐC HỘI\n-------\n${motto}\nLuật số: 58/2024/QH15\nHà Nội, ngày 30 tháng 11 năm 2024\nLUẬT\nTHƯ VIỆN CƠ SỞ\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Thư viện cơ sở.\nĐiều 1. Phạm vi điều chỉnh`,
      { type: 'L', number: '58/2024/QH15', issuer: 'Quốc hội', date: '2024-11-30', title: 'THƯ VIỆN CƠ SỞ' },
    ],
    [
      'an order of the President',
      `CHỦ TỊCH NƯỚC\n-------\n${motto}\nSố: 12/2024/L-CTN\nHà Nội, ngày 10 tháng 12 năm 2024\nLỆNH\nVỀ VIỆC CÔNG BỐ LUẬT\nCHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCăn cứ Điều 88 Hiến pháp;\nNAY CÔNG BỐ\nLuật Thư viện cơ sở`,
      { type: 'L-CTN', number: '12/2024/L-CTN', issuer: 'Chủ tịch nước', title: 'VỀ VIỆC CÔNG BỐ LUẬT' },
    ],
    [
      'a university',
      `BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC MƯỜNG LA\n${motto}\nSố: 1274/QĐ-ĐHML\nMường La, ngày 05 tháng 8 năm 2022\nQUYẾT ĐỊNH\nVề việc mở tủ sách\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC MƯỜNG LA\nCăn cứ Luật Giáo dục đại học;\nQUYẾT ĐỊNH:\nĐiều 1. Mở tủ sách.`,
      { number: '1274/QĐ-ĐHML', issuer: 'Hiệu trưởng Trường Đại học Mường La', title: 'Về việc mở tủ sách' },
    ],
    [
      'the judges of the supreme court',
      `TÒA ÁN NHÂN DÂN TỐI CAO\n${motto}\nSố: 03/2024/NQ-HĐTP\nHà Nội, ngày 15 tháng 5 năm 2024\nNGHỊ QUYẾT\nHƯỚNG DẪN VỀ THƯ VIỆN\nHỘI ĐỒNG THẨM PHÁN TÒA ÁN NHÂN DÂN TỐI CAO\nCăn cứ Luật Tổ chức Tòa án nhân dân;\nQUYẾT NGHỊ:\nĐiều 1. Phạm vi.`,
      { issuer: 'Hội đồng Thẩm phán Tòa án nhân dân tối cao', title: 'HƯỚNG DẪN VỀ THƯ VIỆN' },
    ],
    [
      'the Youth Union of a province',
      'ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH LAI CHÂU\n***\nSố: 214-KH/TĐTN-XDĐ\nLai Châu, ngày 07 tháng 8 năm 2023\nKẾ HOẠCH\nTổ chức ngày hội đọc sách\n----------\nBan Thường vụ Tỉnh đoàn ban hành kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Đọc sách.',
      { number: '214-KH/TĐTN-XDĐ', issuer: 'Ban Thường vụ Tỉnh đoàn', title: 'Tổ chức ngày hội đọc sách' },
    ],
    [
      'a congress',
      'ĐẢNG BỘ TỈNH LAI CHÂU\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ XV\n*\nSố 01-NQ/ĐH\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 26 tháng 9 năm 2025\nNGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XV\n-----\nĐại hội đại biểu Đảng bộ tỉnh lần thứ XV quyết nghị:\nI. Phương hướng\n1. Đọc sách.',
      { issuer: 'Đại hội đại biểu Đảng bộ tỉnh lần thứ XV', title: 'ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XV' },
    ],
  ])('%s', async (_case, text, facts) => {
    expect((await recordFrom(text)).document).toMatchObject(facts);
  });
});

describe('what was no more on the date of a head', () => {
  const head = (body: string, date: string) =>
    `${body}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 12/KH-UBND\nVĩnh Long, ${date}\nKẾ HOẠCH\nđọc sách\n-----\n1. Nội dung\n- Mở hội sách.`;
  it.each([
    ['a province that went up in another', 'ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH', 'ngày 02 tháng 9 năm 2025', ['dissolved-province']],
    ['the same before it', 'ỦY BAN NHÂN DÂN\nTỈNH TRÀ VINH', 'ngày 02 tháng 6 năm 2025', []],
    ['a province that took it up', 'ỦY BAN NHÂN DÂN\nTỈNH VĨNH LONG', 'ngày 02 tháng 9 năm 2025', []],
    ['a district', 'ỦY BAN NHÂN DÂN\nHUYỆN VŨNG LIÊM', 'ngày 02 tháng 9 năm 2025', ['abolished-district']],
  ])('%s', async (_case, body, date, codes) => {
    const { findings } = await recordFrom(head(body, date));
    expect(findings.map(({ code }) => code).filter((code) => /^(?:dissolved|abolished)/u.test(code))).toEqual(codes);
  });
});
