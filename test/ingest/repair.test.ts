import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import type { MediaType, RepairedText } from '#ingest/model/source.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { repair } from '#ingest/repair/repair.ts';

function repaired(text: string, mediaType: MediaType = 'text/plain', pages: readonly number[] = [0]): RepairedText {
  return repair({ mediaType, text, pages });
}

/** The edits of one step: what was there, what is there now, and whether it is a guess. */
function editsOf(result: RepairedText, step: string): [string, string, boolean][] {
  return result.edits.filter((edit) => edit.step === step).map((edit) => [edit.was, wordsOf(result.text, edit.span), edit.guess]);
}

describe('letters', () => {
  it.each([
    ['Windows line ends', 'Kính gửi:\r\nCác xã', 'Kính gửi:\nCác xã'],
    ['a mark at the beginning', '\ufeffKính gửi', 'Kính gửi'],
    ['a no-break space', 'Tỉnh\u00a0ủy', 'Tỉnh ủy'],
    ['a zero-width space', 'Tỉnh \u200bủy', 'Tỉnh ủy'],
    ['a soft hyphen', 'thường\u00ad xuyên', 'thường xuyên'],
    ['a tab', 'Số:\t15', 'Số: 15'],
    ['decomposed letters', 'Đảng bộ xã Tân Lập'.normalize('NFD'), 'Đảng bộ xã Tân Lập'],
    ['half composed letters', 'vi\u00ea\u0323c', 'việc'],
    ['a letter of another alphabet in a decomposed one', 'k\u01b0\u0303', 'kữ'],
  ])('mends %s', (_, damaged, whole) => {
    expect(repaired(damaged).text).toBe(whole);
  });

  it('puts Ư and ư for the letters of a wrong font table, with an edit each', () => {
    const result = repaired('TƢ TƢỞNG của ngƣời dân');
    expect(result.text).toBe('TƯ TƯỞNG của người dân');
    expect(editsOf(result, 'wrong-letter')).toEqual([
      ['Ƣ', 'Ư', false],
      ['Ƣ', 'Ư', false],
      ['ƣ', 'ư', false],
    ]);
  });

  it('makes a hyphen of a bullet in the private-use area', () => {
    const result = repaired('\uf0b7 Rà soát cầu cống\n\uf02dNạo vét kênh');
    expect(result.text).toBe('- Rà soát cầu cống\n- Nạo vét kênh');
  });

  it('leaves the place of tones as it was written', () => {
    expect(repaired('cấp uỷ, cấp ủy, văn hoá, văn hóa').text).toBe('cấp uỷ, cấp ủy, văn hoá, văn hóa');
  });
});

const wrapped = `Thực hiện chủ trương của Huyện ủy về việc trồng cây phân tán dọc các tuyến

đê bao, Ban Chấp hành Đảng bộ xã giao các chi bộ ấp vận động từng hộ gia

đình nhận chăm sóc cây trước nhà, mỗi hộ ít nhất năm cây, giữ cho cây sống

qua mùa khô. Riêng các đoạn đê mới đắp thì do lực lượng dân quân xã trồng

và bảo vệ.`;

describe('lines', () => {
  it('joins the lines of a paragraph that has blank lines between all of its lines', () => {
    const result = repaired(wrapped);
    expect(result.text.split('\n')).toHaveLength(1);
    expect(result.text).toContain('từng hộ gia đình nhận chăm sóc');
  });

  it('joins a sentence over the end of a page, and takes the page number out with an edit', () => {
    const result = repaired(wrapped.replace('hộ gia\n\nđình', 'hộ gia\n\n2\n\f đình'));
    expect(result.text).toContain('từng hộ gia đình nhận chăm sóc');
    expect(editsOf(result, 'page-number')).toEqual([['2', expect.any(String), false]]);
  });

  it('leaves a space where a page number with blanks of its own stood between two words', () => {
    const before = Array.from({ length: 20 }, (_, index) => `- Chi bộ ${index} nộp báo cáo kết quả kiểm tra về Đảng ủy xã đúng`);
    const result = repaired([...before, 'hạn và Văn phòng tổng hợp, trình Thường trực trước ngày', '- 2 -', '30/11/2024.'].join('\n'));
    expect(result.text).toContain('trước ngày 30/11/2024.');
    expect(editsOf(result, 'page-number').map(([was]) => was)).toEqual([expect.stringContaining('- 2 -')]);
  });

  it('takes out page numbers that stand between paragraphs, a page apart', () => {
    const page = (from: number) =>
      Array.from({ length: 18 }, (_, index) => `- Việc thứ ${from + index} trong kế hoạch của xã.`).join('\n\n');
    const result = repaired([page(1), '2', page(19), '3', page(37)].join('\n\n'));
    expect(result.text.split('\n')).toHaveLength(54);
    expect(editsOf(result, 'page-number').map(([was]) => was)).toEqual(['2', '3']);
  });

  it('keeps a number that is no page number', () => {
    expect(repaired('Số phiếu đồng ý:\n\n128\n\nSố phiếu trắng:\n\n3').text).toBe('Số phiếu đồng ý:\n128\nSố phiếu trắng:\n3');
  });

  it.each([
    ['a roman number', 'II- Nhiệm vụ'],
    ['a roman number with a dot', 'IV. NHIỆM VỤ'],
    ['a number', '2. Giao Văn phòng'],
    ['a number of two levels', '2.1. Giao Văn phòng'],
    ['a letter', 'b) Giao Văn phòng'],
    ['the letter đ', 'đ) Giao Văn phòng'],
    ['a hyphen', '- Giao Văn phòng'],
    ['a plus', '+ Giao Văn phòng'],
    ['a bullet', '• Giao Văn phòng'],
    ['a year', 'Năm 2024: hoàn thành'],
    ['a note', 'Lưu ý: gửi trước'],
    ['an article', 'Điều 4. Hiệu lực'],
    ['a rule', '-----'],
    ['a star', '*'],
    ['the recipients', 'Nơi nhận:'],
    ['a capacity', 'T/M BAN THƯỜNG VỤ'],
    ["a State body's capacity", 'KT. CHỦ TỊCH'],
  ])('keeps a line apart that opens with %s', (_, line) => {
    const text = `${wrapped.replace('\n\nvà bảo vệ.', '')}\n\n${line}`;
    const lines = repaired(text).text.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(line);
  });

  it('joins a line that begins with a dash inside a phrase', () => {
    const text = wrapped.replace('trồng cây phân tán dọc các tuyến\n\nđê', 'phát triển kinh tế, các tổ chức chính trị\n\n- xã hội và đê');
    expect(repaired(text).text).toContain('các tổ chức chính trị - xã hội và đê bao');
  });

  it('marks a joint as a guess where a sentence ends with the line', () => {
    const result = repaired(wrapped.replace('dọc các tuyến\n\nđê bao, Ban', 'ở các tuyến đê.\n\nBan'));
    expect(result.text).toContain('ở các tuyến đê. Ban Chấp hành');
    expect(editsOf(result, 'join-lines')).toEqual([[expect.stringMatching(/^\s+$/), ' ', true]]);
  });

  it('goes by the indents of paragraphs where a text has them', () => {
    const result = repaired(`    Ban Chấp hành Đảng bộ xã giao các chi bộ ấp vận động từng hộ nhận cây.
Việc chăm sóc kéo dài đến hết mùa khô, mỗi hộ ít nhất năm cây, do trưởng ấp
theo dõi.
    Các đoạn đê mới đắp thì giao lực lượng dân quân xã trồng và bảo vệ cây.
    Văn phòng Đảng ủy xã tổng hợp kết quả từ các ấp gửi về, báo cáo Ban
Thường vụ vào cuối mỗi quý để có hướng xử lý kịp thời trước mùa mưa năm
sau.`);
    expect(result.text.split('\n').map((line) => line.slice(0, 12))).toEqual(['Ban Chấp hàn', 'Các đoạn đê ', 'Văn phòng Đả']);
    expect(result.edits).toEqual([]);
  });

  it.each([
    ['tại quý', 'III/2023 phải xong'],
    ['theo nghị quyết (khóa', 'XIII) về nông thôn'],
    ['nêu ở các điểm (a,', 'b) của quy định'],
    ['nhiệm vụ trước ngày', '15 tháng 3 năm sau'],
    ['giao Ban', 'Thường vụ Đảng ủy xã'],
    ['gửi về Bộ', 'Chính trị trước Tết'],
  ])('joins what cannot stand alone: "%s" and "%s", though the line was not full', (before, after) => {
    const result = repaired(`${wrapped.replace('\n\nvà bảo vệ.', '')} ${before}\n\n${after}`);
    expect(result.text).toContain(`${before} ${after}`);
    expect(result.edits).toEqual([]);
  });

  it('keeps the rows of a table apart', () => {
    const rows = 'Việc | Ai làm | Hạn\n1 | Rà soát các đoạn đê | quý I\n2 | Nạo vét kênh nội đồng | quý II';
    expect(repaired(rows).text).toBe(rows);
  });

  it('does not take a text for wrapped by small letters behind rules: a head stays as it is', () => {
    const text = '-----\n(gọi tắt là Chỉ thị 05)\nHUYỆN ỦY AN PHÚ\nĐẢNG CỘNG SẢN VIỆT NAM\n-----\ntheo Chỉ thị số 05';
    expect(repaired(text).text).toBe(text);
  });

  it('keeps the paragraphs of a text that was never wrapped', () => {
    const text = 'Các xã báo cáo số hộ nghèo.\nCác phường báo cáo số hộ cận nghèo\nVăn phòng tổng hợp.';
    expect(repaired(text).text).toBe(text);
  });

  it('joins a paragraph that a page end tore apart in a text that was never wrapped', () => {
    const text = 'Phong trào đã tạo sự đồng thuận rất lớn\n\ntrong nhân dân các xã vùng sâu.\n\nNăm qua có nhiều gương tốt.';
    expect(repaired(text).text).toBe(
      'Phong trào đã tạo sự đồng thuận rất lớn trong nhân dân các xã vùng sâu.\nNăm qua có nhiều gương tốt.',
    );
  });

  it('makes lines of the two columns of a head, left first', () => {
    const result = repaired(`  HUYỆN ỦY AN PHÚ          ĐẢNG CỘNG SẢN VIỆT NAM
        *                 An Phú, ngày 03 tháng 4 năm 2021
   Số 12-KH/HU
                KẾ HOẠCH
     trồng cây phân tán`);
    expect(result.text.split('\n')).toEqual([
      'HUYỆN ỦY AN PHÚ',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      '*',
      'An Phú, ngày 03 tháng 4 năm 2021',
      'Số 12-KH/HU',
      'KẾ HOẠCH',
      'trồng cây phân tán',
    ]);
    expect(editsOf(result, 'split-columns')).toHaveLength(2);
  });

  it('does not take wide spaces in the body for columns', () => {
    expect(repaired('KẾ HOẠCH\ntrồng cây\n-----\nThực hiện Kết luận số    15-KL/HU của Huyện ủy').text).toContain('số 15-KL/HU của');
  });

  it('joins a title over several lines and keeps it apart from the type name', () => {
    const text = 'KẾ HOẠCH\ntrồng cây phân tán trên địa bàn xã\nvà chăm sóc cây đã trồng\n-----\nCăn cứ tình hình thực tế';
    expect(repaired(text).text.split('\n')).toEqual([
      'KẾ HOẠCH',
      'trồng cây phân tán trên địa bàn xã và chăm sóc cây đã trồng',
      '-----',
      'Căn cứ tình hình thực tế',
    ]);
  });

  it('keeps recipients, capacity, position and name on lines of their own, and joins a recipient that went over its line', () => {
    const close =
      'Nơi nhận:\n- Thường trực Huyện ủy,\n- Các chi bộ, đảng bộ cơ sở trực\nthuộc Huyện ủy,\n- Lưu Văn phòng.\nT/M BAN CHẤP HÀNH\nPHÓ BÍ THƯ\nĐỗ Văn Lành';
    expect(repaired(close).text.split('\n')).toEqual([
      'Nơi nhận:',
      '- Thường trực Huyện ủy,',
      '- Các chi bộ, đảng bộ cơ sở trực thuộc Huyện ủy,',
      '- Lưu Văn phòng.',
      'T/M BAN CHẤP HÀNH',
      'PHÓ BÍ THƯ',
      'Đỗ Văn Lành',
    ]);
  });
});

describe('symbols', () => {
  it.each([
    ['a symbol broken after its hyphen', 'theo Kế hoạch số 50-\nKH/ĐUK của Đảng ủy', 'theo Kế hoạch số 50-KH/ĐUK của Đảng ủy'],
    ['a symbol broken between blank lines', 'theo Chỉ thị số 05-\n\nCT/TW', 'theo Chỉ thị số 05-CT/TW'],
    ['a space after the hyphen', 'Kết luận số 21- KL/TW', 'Kết luận số 21-KL/TW'],
    ['spaces all over', 'Quyết định 15 - QĐ / TU', 'Quyết định 15-QĐ/TU'],
    ["spaces in the State's form", 'Nghị định 91/2017/ NĐ-CP', 'Nghị định 91/2017/NĐ-CP'],
    ['a dash', 'Kết luận 21–KL/TW', 'Kết luận 21-KL/TW'],
    ['a date', 'ngày 18/ 5 /2021', 'ngày 18/5/2021'],
  ])('mends %s', (_, damaged, whole) => {
    const result = repaired(damaged);
    expect(result.text).toBe(whole);
    expect(editsOf(result, 'symbol')).toHaveLength(1);
  });

  it.each(['nhiệm kỳ 2020 - 2025', 'phát triển kinh tế - xã hội', 'từ 5 - 7 xã', 'Mác - Lênin'])('leaves "%s" alone', (text) => {
    expect(repaired(text).text).toBe(text);
  });
});

describe('marks of Markdown', () => {
  it.each([
    ['italics', '(*gọi tắt là Quy chế 15*)', '(gọi tắt là Quy chế 15)'],
    ['bold over two lines', '**T/M ĐẢNG ỦY\nBÍ THƯ**', 'T/M ĐẢNG ỦY\nBÍ THƯ'],
    ['bold with a space inside', '1. Rà soát\n** 2.1. **Họp bàn', '1. Rà soát\n2.1. Họp bàn'],
    ['headings', '## KẾ HOẠCH\n# Phần chung', 'KẾ HOẠCH\nPhần chung'],
    ['backslashes', '1\\. Rà soát\n\\- Báo cáo', '1. Rà soát\n- Báo cáo'],
    ['the bars around a table', '| Việc | Hạn |\n|---|:--|\n| Rà soát | 30/6 |', 'Việc | Hạn\nRà soát | 30/6'],
  ])('takes out %s, with edits', (_, marked, plain) => {
    const result = repaired(marked);
    expect(result.text).toBe(plain);
    expect(editsOf(result, 'markdown').length).toBeGreaterThan(0);
  });

  it.each(['*', '* * *', '- Cần ghi chú (*) ở cuối', '5 * 3 = 15'])('leaves "%s" alone', (text) => {
    expect(repaired(text).text).toBe(text);
  });

  it('takes out links and quotes of Markdown proper only', () => {
    expect(repaired('> Xem [Quy chế](https://example.vn/a)', 'text/markdown').text).toBe('Xem Quy chế');
    expect(repaired('> Xem [Quy chế](https://example.vn/a)').text).toBe('> Xem [Quy chế](https://example.vn/a)');
  });
});

describe('lost glyphs', () => {
  it.each([
    ['sức lan t a của phong trào', 'sức lan tỏa của phong trào', 'lan t a'],
    ['cần làm r  trách nhiệm', 'cần làm rõ trách nhiệm', 'làm r '],
    ['đội ngũ cán  ộ xã', 'đội ngũ cán bộ xã', 'cán  ộ'],
    ['họp  ổ sung danh sách', 'họp bổ sung danh sách', ' ổ sung'],
    ['phối hợp ch t ch  với xã', 'phối hợp chặt chẽ với xã', 'phối hợp ch t ch '],
    ['nâng cao ch t lượng', 'nâng cao chất lượng', 'ch t lượng'],
    ['ho t động của tổ', 'hoạt động của tổ', 'ho t động'],
    ['công tác ki m tra', 'công tác kiểm tra', 'ki m tra'],
    ['công tác n i vụ', 'công tác nội vụ', 'n i vụ'],
  ])('mends "%s" by the compound that fits, as a guess', (damaged, whole, was) => {
    const result = repaired(damaged);
    expect(result.text).toBe(whole);
    const edits = editsOf(result, 'lost-glyph');
    expect(edits).toHaveLength(1);
    expect(edits[0]?.[0]).toContain(was);
    expect(edits[0]?.[2]).toBe(true);
  });

  it.each([
    ['nothing known fits', 'ông Đ ng và bà M n'],
    ['the letters are a list mark', 'điểm c) khoản 2'],
    ['the letters are a short form', 'các đ/c trong tổ (b/c)'],
    ['no letter is lost', 'an ninh, ổn định, ý thức, ưu tiên'],
    ['two compounds fit', 'công tác ch  đạo'],
  ])('leaves words alone where %s', (_, text) => {
    const result = repaired(text);
    expect(editsOf(result, 'lost-glyph')).toEqual([]);
    expect(result.text).toBe(text.replace(/ {2,}/g, ' '));
  });

  it('leaves misspelt words as they are', () => {
    expect(repaired('theo Kế luận số 15, công tác tuyên tuyền').text).toBe('theo Kế luận số 15, công tác tuyên tuyền');
  });
});

describe('the way back', () => {
  it('leads from words of the repaired text to page and letters of the raw text', () => {
    const first = 'Trang đầu nói về việc trồng cây ở các xã ven\n';
    const second = ' sông và việc chăm  sóc cây.';
    const text = first + second;
    const result = repair({ mediaType: 'application/pdf', text, pages: [0, first.length] });
    expect(result.text).toBe('Trang đầu nói về việc trồng cây ở các xã ven sông và việc chăm sóc cây.');
    const start = result.text.indexOf('chăm sóc');
    const origin = originOf(result.origin, { start, end: start + 'chăm sóc'.length });
    expect(origin.page).toBe(2);
    expect(wordsOf(text, origin.raw)).toBe('chăm  sóc');
  });

  it('keeps the original of every edit readable', () => {
    const raw = 'Kết luận số 21- KL/TW về việc tăng cƣờng';
    for (const edit of repaired(raw).edits) expect(wordsOf(raw, edit.raw)).toBe(edit.was);
  });

  it('makes nothing of nothing', () => {
    expect(repaired('')).toEqual({ text: '', edits: [], origin: { repaired: [], raw: [], kept: [], rawLength: 0, length: 0, pages: [0] } });
    expect(repaired(' \n\f \u200b').text).toBe('');
  });
});
