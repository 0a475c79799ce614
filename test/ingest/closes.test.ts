import { describe, expect, it } from 'vitest';
import { quoted, recordFrom } from '../support/pipeline.ts';

const plan = 'KẾ HOẠCH\nđọc sách\n-----\nI- NỘI DUNG\n1. Các thư viện mở hội sách.\n2. Các trường tặng sách.\n';

async function signersOf(close: string) {
  return (await recordFrom(plan + close)).signatures.map(({ capacity, position, name }) => [capacity, position, name]);
}

async function recipientsOf(close: string) {
  return (await recordFrom(plan + close)).recipients.map(({ name }) => name);
}

const list = 'Nơi nhận:\n- Như trên;\n- Lưu: VT.\n';

describe('signatures', () => {
  it.each([
    ['signed note', `${list}T/M BAN THƯỜNG VỤ\nBÍ THƯ\n(Đã ký)\nVàng A Sính`, [['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Vàng A Sính']]],
    ['by a deputy', `${list}K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLý Thị Mẩy`, [['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Lý Thị Mẩy']]],
    ['by order', `${list}TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLý Thị Mẩy`, [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Lý Thị Mẩy']]],
    [
      'by order of the order',
      `${list}TL. TỔNG CỤC TRƯỞNG\nKT. VỤ TRƯỞNG VỤ TỔNG HỢP\nPHÓ VỤ TRƯỞNG\nLý Thị Mẩy`,
      [['TL. TỔNG CỤC TRƯỞNG KT. VỤ TRƯỞNG VỤ TỔNG HỢP', 'PHÓ VỤ TRƯỞNG', 'Lý Thị Mẩy']],
    ],
    [
      'by delegation',
      `${list}TUQ. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ PHÁP CHẾ\nLý Thị Mẩy`,
      [['TUQ. BỘ TRƯỞNG', 'VỤ TRƯỞNG VỤ PHÁP CHẾ', 'Lý Thị Mẩy']],
    ],
    ['acting', `${list}Q. GIÁM ĐỐC\nLý Thị Mẩy`, [[null, 'Q. GIÁM ĐỐC', 'Lý Thị Mẩy']]],
    ['no position', `${list}T/M BAN BÍ THƯ\nLý Thị Mẩy`, [['T/M BAN BÍ THƯ', null, 'Lý Thị Mẩy']]],
    ['no capacity', `${list}BỘ TRƯỞNG\nLý Thị Mẩy`, [[null, 'BỘ TRƯỞNG', 'Lý Thị Mẩy']]],
    [
      'presidency',
      `${list}TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nLý Thị Mẩy`,
      [['TM. ĐOÀN CHỦ TỊCH', 'PHÓ CHỦ TỊCH THƯỜNG TRỰC', 'Lý Thị Mẩy']],
    ],
    ['degrees', `${list}HIỆU TRƯỞNG\nPGS.TS. Lý Thị Mẩy`, [[null, 'HIỆU TRƯỞNG', 'Lý Thị Mẩy']]],
    ['a rank', `${list}BỘ TRƯỞNG\nĐại tướng Lê Văn Chín`, [[null, 'BỘ TRƯỞNG', 'Lê Văn Chín']]],
    ['the name in capitals', `${list}CHỦ TỊCH\nTRẦN THỊ MƯỜI`, [[null, 'CHỦ TỊCH', 'TRẦN THỊ MƯỜI']]],
    ['a name of the highlands', `${list}T/M BAN CHẤP HÀNH\nBÍ THƯ\nH’Bơ Êban`, [['T/M BAN CHẤP HÀNH', 'BÍ THƯ', 'H’Bơ Êban']]],
    [
      'all on one line',
      `${list}TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lý Thị Mẩy`,
      [['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lý Thị Mẩy']],
    ],
    [
      'two offices of one man',
      `${list}KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nLý Thị Mẩy`,
      [['KT. BỘ TRƯỞNG, CHỦ NHIỆM', 'PHÓ CHỦ NHIỆM', 'Lý Thị Mẩy']],
    ],
    [
      'an office broken over two lines',
      `${list}K/T CHÁNH\nVĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLý Thị Mẩy`,
      [['K/T CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG', 'Lý Thị Mẩy']],
    ],
    [
      'one under another',
      `${list}CHỦ TỊCH\nLý Thị Mẩy\nTHƯ KÝ\nVàng A Sính`,
      [
        [null, 'CHỦ TỊCH', 'Lý Thị Mẩy'],
        [null, 'THƯ KÝ', 'Vàng A Sính'],
      ],
    ],
    [
      'side by side',
      `${list}KT. BỘ TRƯỞNG BỘ TÀI CHÍNH          KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG                         THỨ TRƯỞNG\n\nLý Thị Mẩy                         Vàng A Sính`,
      [
        ['KT. BỘ TRƯỞNG BỘ TÀI CHÍNH', 'THỨ TRƯỞNG', 'Lý Thị Mẩy'],
        ['KT. BỘ TRƯỞNG BỘ NỘI VỤ', 'THỨ TRƯỞNG', 'Vàng A Sính'],
      ],
    ],
    [
      'side by side, the columns one blank apart',
      `${list}KT. BỘ TRƯỞNG BỘ TÀI CHÍNH KT. BỘ TRƯỞNG BỘ NỘI VỤ\nTHỨ TRƯỞNG THỨ TRƯỞNG\nLê Văn Chín Trần Thị Mười`,
      [
        ['KT. BỘ TRƯỞNG BỘ TÀI CHÍNH', 'THỨ TRƯỞNG', 'Lê Văn Chín'],
        ['KT. BỘ TRƯỞNG BỘ NỘI VỤ', 'THỨ TRƯỞNG', 'Trần Thị Mười'],
      ],
    ],
    [
      'traces of a digital signature',
      `${list}Ký bởi: Ủy ban nhân dân tỉnh\nNgày ký: 18-04-2023 08:12:44 +07:00\nSignature Not Verified\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLý Thị Mẩy`,
      [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lý Thị Mẩy']],
    ],
    [
      'in the last row of a table',
      '| Nơi nhận: - Như trên; - Lưu: VT. | KT. BỘ TRƯỞNG THỨ TRƯỞNG Lý Thị Mẩy |\n|---|---|',
      [['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', 'Lý Thị Mẩy']],
    ],
    [
      'in a table without recipients',
      '|   | T/M BAN BÍ THƯ *(Đã ký)* Lý Thị Mẩy |\n| :---- | :---- |',
      [['T/M BAN BÍ THƯ', null, 'Lý Thị Mẩy']],
    ],
    [
      'the name blank lines apart',
      `${list}T/M BAN THƯỜNG VỤ\n\nBÍ THƯ\n\n\n\n\n\n\nLý Thị Mẩy`,
      [['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Lý Thị Mẩy']],
    ],
    [
      'two offices side by side',
      'THƯ KÝ                         CHỦ TRÌ\nLê Văn Chín                    Trần Thị Mười',
      [
        [null, 'THƯ KÝ', 'Lê Văn Chín'],
        [null, 'CHỦ TRÌ', 'Trần Thị Mười'],
      ],
    ],
    [
      'a name whose syllables came apart',
      '| Nơi nhận: - Như trên; - Lưu: VT. | CHỦ TỊCH Đặ ng Văn Chín |\n|---|---|',
      [[null, 'CHỦ TỊCH', 'Đặng Văn Chín']],
    ],
    ['a name broken over two lines', `${list}T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Thị\nMười`, [['T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'Lê Thị Mười']]],
    ['the seal’s legend after it', `${list}CHÁNH VĂN PHÒNG\nLý Thị Mẩy\n(Dấu của Văn phòng)`, [[null, 'CHÁNH VĂN PHÒNG', 'Lý Thị Mẩy']]],
    ['a text that is cut before it', '', []],
    ['a paragraph that begins with an office', 'Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành Kế hoạch này.', []],
  ])('%s', async (_case, close, signatures) => {
    expect(await signersOf(close)).toEqual(signatures);
  });

  it('carry the span of their words', async () => {
    const record = await recordFrom(`${plan}${list}T/M BAN THƯỜNG VỤ\nBÍ THƯ\nVàng A Sính`);
    expect(quoted(record, record.signatures[0]!.span)).toBe('T/M BAN THƯỜNG VỤ\nBÍ THƯ\nVàng A Sính');
  });

  it('carry no word of the next one, where they share a line', async () => {
    const record = await recordFrom(`${plan}${list}CHỦ TỊCH\nLý Thị Mẩy THƯ KÝ\nVàng A Sính`);
    expect(record.signatures.map(({ span }) => quoted(record, span))).toEqual(['CHỦ TỊCH\nLý Thị Mẩy', 'THƯ KÝ\nVàng A Sính']);
  });
});

describe('recipients', () => {
  it.each([
    [
      'one a line',
      'Nơi nhận:\n- Thường trực Tỉnh ủy (b/c),\n- Các sở, ngành;\n- Lưu: VT, KGVX.',
      ['Thường trực Tỉnh ủy (b/c)', 'Các sở, ngành', 'Lưu: VT, KGVX'],
    ],
    ['on one line', 'Nơi nhận: - Như trên; - Các sở, ngành; - Lưu: VT.', ['Như trên', 'Các sở, ngành', 'Lưu: VT']],
    ['on one line without dashes', 'Nơi nhận: Như trên; Các sở, ngành; Lưu: VT.', ['Như trên', 'Các sở, ngành', 'Lưu: VT']],
    [
      'two of one line stay together',
      'Nơi nhận:\n- Văn phòng Chính phủ; Bộ Công an;\n- Lưu: VT.',
      ['Văn phòng Chính phủ; Bộ Công an', 'Lưu: VT'],
    ],
    [
      'without dashes',
      'Nơi nhận:\nThường trực Tỉnh ủy,\nCác huyện ủy,\nLưu Văn phòng.',
      ['Thường trực Tỉnh ủy', 'Các huyện ủy', 'Lưu Văn phòng'],
    ],
    [
      'broken over lines in a narrow cell',
      '|\nNơi nhận:\n- Các đồng chí lãnh đạo\nVăn phòng Tỉnh ủy,\n- Lưu Văn phòng.\n|\nCHÁNH VĂN PHÒNG\nLý Thị Mẩy\n|',
      ['Các đồng chí lãnh đạo Văn phòng Tỉnh ủy', 'Lưu Văn phòng'],
    ],
    ['going on after a page', 'Nơi nhận:\n- Như trên;\n\n\f  2\n\n- Các sở, ngành;\n- Lưu: VT.', ['Như trên', 'Các sở, ngành', 'Lưu: VT']],
    [
      'read across with the signature',
      'Nơi nhận:\n- Như Điều 3; KT. CHỦ TỊCH\n- Các sở, ngành; PHÓ CHỦ TỊCH\n- Lưu: VT.\nLý Thị Mẩy',
      ['Như Điều 3', 'Các sở, ngành', 'Lưu: VT'],
    ],
    [
      'short names in capitals',
      'Nơi nhận:\nVPTW, VPCP, VPQH,\nCVP, PCVP,\nLưu VT.\nCHÁNH VĂN PHÒNG\nLý Thị Mẩy',
      ['VPTW, VPCP, VPQH', 'CVP, PCVP', 'Lưu VT'],
    ],
  ])('%s', async (_case, close, recipients) => {
    expect(await recipientsOf(close)).toEqual(recipients);
  });

  it('those of a form in an annex are not the document’s', async () => {
    const record = await recordFrom(
      `${plan}${list}CHỦ TỊCH\nLý Thị Mẩy\nPHỤ LỤC\nMẫu báo cáo của các xã\n1. Kết quả đạt được trong kỳ báo cáo là gì.\nNơi nhận:\n- Phòng Văn hóa;\n- Lưu.\n`,
    );
    expect(record.recipients.map(({ name }) => name)).toEqual(['Như trên', 'Lưu: VT']);
    expect(record.signatures).toHaveLength(1);
  });
});

describe('what stands around a close', () => {
  it.each([
    ['on a line below', 'Nơi nhận:\n- Các sở;\n- Lưu: VT, VX.\nPaol\\KH31.7b.\nCHỦ TỊCH\nLý Thị Mẩy'],
    ['behind the last recipient', 'Nơi nhận:\n- Các sở;\n- Lưu: VT, VX. D:\\Vanban\\ke-hoach.doc\nCHỦ TỊCH\nLý Thị Mẩy'],
    ['by its name', 'Nơi nhận:\n- Các sở;\n- Lưu: VT, VX.\nKH_31.docx\nCHỦ TỊCH\nLý Thị Mẩy'],
  ])('the mark of a file %s is no recipient', async (_, close) => {
    expect(await recipientsOf(close)).toEqual(['Các sở', 'Lưu: VT, VX']);
    expect(await signersOf(close)).toEqual([[null, 'CHỦ TỊCH', 'Lý Thị Mẩy']]);
  });

  it('a signature without recipients is found before a long annex', async () => {
    const annex = `QUY CHẾ\nVề quản lý thư viện\n${Array.from({ length: 60 }, (_, at) => `Điều ${at + 1}. Thư viện xã mở cửa.`).join('\n')}`;
    expect(await signersOf(`TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLý Thị Mẩy\n${annex}`)).toEqual([
      ['TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lý Thị Mẩy'],
    ]);
  });
});
