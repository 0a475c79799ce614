import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#ingest/model/span.ts';
import { legacy } from '#ingest/repair/legacy.ts';
import { repair } from '#ingest/repair/repair.ts';
import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { recordFrom } from '../support/pipeline.ts';

function repaired(text: string) {
  return repair({ mediaType: 'text/plain', text, pages: [0] });
}

describe('the spelling of syllables', () => {
  it.each('a ý oan nghiêng quyết giếng gì khuỷu khuya thuở ngoằng rượu xoong quốc gìn huỵch ủy uỷ hòa hoà của Đảng ỦY'.split(' '))(
    'lets "%s" stand',
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  it.each('ab nghang kan cê gê ngê luậnsố tàc hòat strong quư đ b antoàn việêc QĐ TW và1'.split(' '))('does not let "%s" stand', (word) => {
    expect(isSyllable(word)).toBe(false);
  });
});

describe('lost spaces', () => {
  it.each([
    ['ngày22 tháng 7 năm2010', 'ngày 22 tháng 7 năm 2010'],
    ['ngày27/02/2025', 'ngày 27/02/2025'],
    ['trước ngày 18/5/2021của huyện', 'trước ngày 18/5/2021 của huyện'],
    ['các kết luậnsố 14, 21-KL/TW', 'các kết luận số 14, 21-KL/TW'],
    ['KẾ HOẠCH PHÊDUYỆT', 'KẾ HOẠCH PHÊ DUYỆT'],
    ['THỰC HIỆNQUYẾT ĐỊNH SỐ 34/2014/QĐ-TTG', 'THỰC HIỆN QUYẾT ĐỊNH SỐ 34/2014/QĐ-TTG'],
    ['của Chính phủvề', 'của Chính phủ về'],
    ['antoàn thực phẩm', 'an toàn thực phẩm'],
    ['tốt đẹpnhất', 'tốt đẹp nhất'],
    ['Điều5 và khoản2', 'Điều 5 và khoản 2'],
    ['500đồng, 7giờ30', '500 đồng, 7 giờ 30'],
    ['các cấp đãhoànthành', 'các cấp đã hoàn thành'],
  ])('"%s" is "%s"', (damaged, whole) => {
    const result = repaired(damaged);
    expect(result.text).toBe(whole);
    for (const edit of result.edits.filter(({ step }) => step === 'lost-space')) expect(wordsOf(damaged, edit.raw)).toBe(edit.was);
  });

  it('tells a known compound from other ways of parting the letters', () => {
    expect(repaired('đã banhành và thựchiện').text).toBe('đã ban hành và thực hiện');
  });

  it('marks two parted words as a guess, a word beside figures not', () => {
    expect(repaired('đẹpnhất ngày22').edits.map(({ guess }) => guess)).toEqual([true, false]);
  });

  it('parts letters behind marked vowels where the text lost its spaces there throughout', () => {
    const text = repaired('Sổtay, hỗtrợ, sửdụng: bốtrí kinh phí từngân sách, phụtrách, ĐềnghịĐảng ủy').text;
    expect(text).toBe('Sổ tay, hỗ trợ, sử dụng: bố trí kinh phí từ ngân sách, phụ trách, Đề nghị Đảng ủy');
    expect(repaired('Đảng uỷUBND xã, BộQP, TTg, QĐi, iPhone').text).toBe('Đảng uỷ UBND xã, Bộ QP, TTg, QĐi, iPhone');
  });

  it.each([
    ['units and sizes', '5km 100ha 5đ 12b 30m2'],
    ['names with figures', 'mạng 5G, khí CO2, khổ A4, đường ĐT741, B52, TK21, 3D'],
    ['a virus', 'cúm A/H5N1, Covid19'],
    ['short forms of bodies', 'THPT, UBND, HĐND, MTTQ, UBTVQH15, QH14'],
    ['numbers of documents', '36/2024/QH15, 1130/2020/UBTVQH14, 12/QĐ-BGDĐT, 02-CTr/TU, 27/CT-TTg'],
    ['foreign words', 'online, internet, Facebook, YouTube, video, marketing, iPhone13, top10, win11'],
    ['foreign names', 'Rôma, Lênin, Ăngghen, Xôviết, Bônsêvích, Cuba, Canada'],
    ['loan words', 'axít, lôgích, cátxét, ôtô, bôxít'],
    ['names of the highlands', 'Đắk Lắk, Krông Búk, Êđê, Xơđăng, Plâyku'],
    ['letters that part in two ways', 'cáchọc'],
    ['a misread word', 'Ủy ban Kìểm tra'],
  ])('leaves %s: %s', (_, text) => {
    expect(repaired(text).text).toBe(text);
  });

  it('never parts a word that Vietnamese spelling lets stand', () => {
    const syllable = fc.constantFrom(...'nghiêng quyết khuyến huyện tuyên hoàn thuế giường loạt quỳnh xuất tiếng'.split(' '));
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 12 }), (words) => {
        expect(repaired(words.join(' ')).text).toBe(words.join(' '));
      }),
    );
  });
});

describe('letters from before Unicode', () => {
  it.each([
    ['TCVN3', 'KÕt luËn sè 01-KL/TW', 'Kết luận số 01-KL/TW', 'tcvn3'],
    ['VNI', 'Keát luaän soá 01-KL/TW', 'Kết luận số 01-KL/TW', 'vni'],
    ['TCVN3 with đ and ư', 'Ban Th\u00adêng vô H\u00b5nh \u00ae\u00e9ng, n\u00b9o v\u00d0t', 'Ban Thường vụ Hành động, nạo vét', 'tcvn3'],
    ['VNI capitals', 'QUYEÁT ÑÒNH VEÀ VIEÄC THAØNH LAÄP TOÅ COÂNG TAÙC', 'QUYẾT ĐỊNH VỀ VIỆC THÀNH LẬP TỔ CÔNG TÁC', 'vni'],
    ['TCVN3 capitals', 'QUYÕT §ÞNH VÒ VIÖC THµNH LËP Tæ C¤NG T¸C', 'QUYẾT ĐỊNH VỀ VIỆC THÀNH LẬP TỔ CÔNG TÁC', 'tcvn3'],
  ])('are read: %s', (_, damaged, whole, step) => {
    const result = repaired(damaged);
    expect(result.text).toBe(whole);
    expect(result.edits).toEqual([
      { step, raw: { start: 0, end: damaged.length }, span: { start: 0, end: whole.length }, was: damaged, guess: true },
    ]);
  });

  it('are read line by line in a document that has both', () => {
    const text = 'Kết luận số 01-KL/TW về công tác cán bộ\nKÕ ho¹ch n¹o vÐt kªnh néi ®ång\nKeá hoaïch naïo veùt keânh noäi ñoàng';
    const result = repaired(text);
    expect(result.text).toBe('Kết luận số 01-KL/TW về công tác cán bộ\nKế hoạch nạo vét kênh nội đồng\nKế hoạch nạo vét kênh nội đồng');
    expect(result.edits.map(({ step }) => step)).toEqual(['tcvn3', 'vni']);
  });

  it.each(['a', 'KÕ', 'Keá ', '\u00b5', 'a\u00b5 ', 'A\u00b5\n', 'antoàn', 'ngày2'])(
    'are looked for in half a million letters of "%s" in linear time',
    (unit) => {
      const text = `K\u00d5 ho\u00b9ch ${unit.repeat(500_000 / unit.length)}`;
      expect(repaired(text).origin.rawLength).toBe(text.length);
    },
  );

  it.each([
    ['Vietnamese', 'Ông Hà và bà Là ở xã Xuân Hòa thì cho là không có gì'],
    ['French', 'Le député a été réélu à la chambre, où ça s’est passé'],
    ['German', 'Die Straße führt über die Brücke nach Österreich'],
    ['signs alone', '· Ha Noi\n· Hue\n5 µ, ¸'],
    ['signs', '5 m², 20°C, §3, «một», 2×3, ±5%, ©2024'],
  ])('are not found in %s', (_, text) => {
    expect(legacy(text)).toEqual([]);
    expect(repaired(text).text).toBe(text);
  });
});

describe('a document in any form of its letters', () => {
  const document = `HUYỆN ỦY AN PHÚ
ĐẢNG CỘNG SẢN VIỆT NAM
Số 12-KH/HU
An Phú, ngày 03 tháng 4 năm 2021
KẾ HOẠCH
thực hiện Kết luận số 15-KL/TU về nạo vét kênh mương
-----
Thực hiện Kết luận số 15-KL/TU, ngày 06/01/2021 của Ban Thường vụ Tỉnh ủy về nạo vét kênh mương, Ban Thường vụ Huyện ủy xây dựng kế hoạch như sau:
1. Giao Ủy ban nhân dân huyện hoàn thành việc rà soát trước ngày 30/6/2021.
2. Văn phòng Huyện ủy theo dõi, báo cáo kết quả vào quý IV hằng năm.
Nơi nhận:
- Ban Thường vụ Tỉnh ủy,
- Lưu Văn phòng Huyện ủy.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Đỗ Văn Lành`;

  /** What a person would see of a record. */
  async function factsOf(text: string) {
    const { identity, header, citations, signatures, tasks } = (await recordFrom(text)) as unknown as Record<string, unknown>;
    const bare = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(bare);
      if (typeof value === 'string') return value.normalize('NFC');
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)]));
    };
    return bare({ identity, header, citations, signatures, tasks });
  }

  const blanks = ['\u00a0', ' \u200b', '\u2003', '\u202f', '\ufeff ', ' \u2060'];

  it.each([
    ['NFD', document.normalize('NFD')],
    [
      'NFD in every other line',
      document
        .split('\n')
        .map((line, index) => (index % 2 === 0 ? line.normalize('NFD') : line))
        .join('\n'),
    ],
    ['Windows line ends', document.replaceAll('\n', '\r\n')],
    ['a mark at the beginning', `\ufeff${document}`],
    ['Icelandic Đ', document.replaceAll('Đ', '\u00d0')],
    ['Ƣ for Ư', document.replaceAll('Ư', 'Ƣ').replaceAll('ư', 'ƣ')],
    ...blanks.map((blank) => [
      `blanks U+${blank.trim().codePointAt(0)?.toString(16) ?? blank.codePointAt(0)!.toString(16)}`,
      document.replaceAll(' ', blank),
    ]),
  ])('gives the same record: %s', async (_, text) => {
    expect(await factsOf(text!)).toEqual(await factsOf(document));
  });

  it('gives the same record with marks decomposed and blanks changed anywhere', async () => {
    const whole = await factsOf(document);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), fc.constantFrom(...blanks), async (places, blank) => {
        const letters = [...document];
        for (const place of places) {
          const at = place % letters.length;
          letters[at] = letters[at] === ' ' ? blank : letters[at]!.normalize('NFD');
        }
        expect(await factsOf(letters.join(''))).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });
});
