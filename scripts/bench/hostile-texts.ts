/** A text that nobody writes, of as many code units as asked for, or a little more. */
export interface HostileText {
  readonly name: string;
  make(length: number): string;
}

const repeated = (name: string, piece: string, before = 'x '): HostileText => ({
  name,
  make: (length) => before + piece.repeat(Math.ceil(length / piece.length)),
});

/** A text of numbered pieces, none like another. */
const counted = (name: string, piece: (index: number) => string): HostileText => ({
  name,
  make: (length) => {
    const pieces: string[] = [];
    for (let index = 0, made = 0; made < length; index++) {
      const next = piece(index);
      pieces.push(next);
      made += next.length;
    }
    return pieces.join('');
  },
});

const types = ['KL', 'NQ', 'CT', 'QĐ', 'KH', 'HD', 'BC', 'TB'] as const;
const issuers = ['TW', 'TU', 'HU', 'BTGTW', 'UBKTTU', 'VPTW'] as const;
const symbol = (index: number) =>
  `${1 + (index % 9999)}-${types[Math.floor(index / 9999) % types.length]}/${issuers[Math.floor(index / 79992) % issuers.length]}`;

/** Letters of an endless line without a stop: words that official prose is made of. */
const prose =
  'các cấp ủy đảng chính quyền và các đoàn thể nhân dân tiếp tục quán triệt thực hiện nghiêm túc các chủ trương của Đảng về xây dựng đời sống văn hóa ở cơ sở gắn với phát triển kinh tế ';

/** The bad input that reading must stay linear on. */
export const hostileTexts: readonly HostileText[] = [
  repeated('near-citations: number and type', '01-KL/ '),
  repeated('near-citations: noun and number', 'Kết luận số 01 '),
  repeated('near-citations: types without number', 'Nghị quyết số -NQ/TW '),
  repeated('near-citations: broken over lines', '01-\nKL/\nTW\n'),
  repeated('near-dates', 'ngày 31/02/ '),
  repeated('near-plenums', 'Nghị quyết Trung ương (khóa XI, '),
  repeated('near-short-names', '(sau đây gọi tắt là Kết luận '),
  repeated('digits', '1'),
  repeated('digits and dashes', '1-'),
  repeated('opening brackets', '('),
  repeated('opening square brackets', '['),
  repeated('opening quotation marks', '“'),
  repeated('dashes', '-'),
  repeated('slashes', '/'),
  repeated('stars', '*'),
  repeated('bars', '| '),
  repeated('blanks', ' \t'),
  repeated('line ends', '\n'),
  repeated('form feeds', '\f'),
  repeated('capitals', 'Đ'),
  repeated('capital words', 'AN BÌNH '),
  repeated('small letters', 'ư'),
  repeated('combining marks', '\u0309'),
  repeated('decomposed letters', 'u\u031b\u0309'),
  repeated('lone surrogates', '\ud800'),
  repeated('lone surrogates between words', 'số \udc00 01-KL/TW '),
  repeated('pairs of surrogates', '\u{1d7d8}'),
  repeated('one endless line', prose),
  repeated('one endless line that has lost its lines', prose, 'Căn cứ Luật X '),
  repeated('one endless line of bodies', 'Ban Thường vụ Tỉnh ủy '),
  repeated('one endless line of commas', 'Sở Nội vụ, '),
  repeated('sentences of one letter', 'A. '),
  repeated('headings', '\nI. Anh\n1. Em'),
  repeated('list items', '\n- a) 1. '),
  repeated('items of one list', '\n- Sở Nội vụ báo cáo trước ngày 15/12'),
  repeated('recipients', 'Nơi nhận: ', 'KẾ HOẠCH\n'),
  repeated('signatures', 'T/M BAN THƯỜNG VỤ\nBÍ THƯ\n', 'KẾ HOẠCH\n'),
  repeated('type names', 'KẾ HOẠCH\n'),
  repeated('numbers of heads', 'Số 01-KH/TU\n', 'TỈNH ỦY\n'),
  repeated('phrases of relation', 'gắn với thực hiện '),
  repeated('deadlines', 'trước ngày 15/12, '),
  repeated('rhythms', 'hằng năm, định kỳ 6 tháng, '),
  repeated('labels', 'Thời gian: '),
  repeated('rows of a table', '\n1 | làm việc | Sở Nội vụ | quý I | '),
  repeated('one number again and again', 'Kết luận số 01-KL/TW, '),
  repeated('a number and its short name', 'Kết luận số 01-KL/TW, Kết luận 01; '),
  counted('references, each to another document', (index) => `Kết luận số ${symbol(index)}, `),
  counted('references, each in a sentence of its own', (index) => `Thực hiện Kết luận số ${symbol(index)}. `),
  counted('references, each in a line of its own', (index) => `- Thực hiện Kết luận số ${symbol(index)} về việc số ${index};\n`),
  counted('short names, each declared', (index) => `Kết luận số ${symbol(index)} (sau đây gọi tắt là Kết luận ${index}). `),
  counted('bare numbers', (index) => `Kết luận ${index}, `),
  counted('titles in titles', (index) => `Kế hoạch số ${symbol(index)} về thực hiện `),
  counted('one number of two terms', (index) => `Kết luận số 01-KL/TW (khóa ${index % 2 === 0 ? 'XI' : 'XII'}), `),
  counted('days', (index) => `ngày ${1 + (index % 31)}/${1 + (index % 12)}/20${10 + (index % 15)}, `),
];
