import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Library } from '#services/library/library.ts';
import { withCells } from '#services/library/list/cells.ts';
import { askedOf } from '#services/library/list/line.ts';
import { mostLines, readList } from '#services/library/list/read.ts';
import type { ListEntry } from '#services/library/shapes.ts';
import { all } from '../api/documents.ts';
import { noEngine } from '../support/engine.ts';
import { add, fileOf, freshLibrary, plan } from './library.ts';

describe('a line', () => {
  const none = { type: null, date: null, issuer: null, term: null };
  test.each([
    ['21-KL/TW', { ...none, key: '21-KL/TW' }],
    ['21 kl tw', { ...none, key: '21-KL/TW' }],
    ['số 30/2020/NĐ-CP', { ...none, key: '30/2020/NĐ-CP' }],
    ['Kết luận số 21-KL/TW', { ...none, key: '21-KL/TW', type: 'KL' }],
    ['ket luan so 21-kl/tw', { ...none, key: '21-KL/TW', type: 'KL' }],
    ['Chương trình hành động số 14-CTHĐ/TU', { ...none, key: '14-CTHĐ/TU', type: 'CTHĐ' }],
    ['21-KL/TW, ngày 12/4/2022', { ...none, key: '21-KL/TW', date: '2022-04-12' }],
    ['21-KL/TW 12.04.2022', { ...none, key: '21-KL/TW', date: '2022-04-12' }],
    ['21-KL/TW (2022-04-12)', { ...none, key: '21-KL/TW', date: '2022-04-12' }],
    ['21-KL/TW ngày 12 tháng 4 năm 2022', { ...none, key: '21-KL/TW', date: '2022-04-12' }],
    ['21-KL/TW ban hành ngày 12/4/2022', { ...none, key: '21-KL/TW', date: '2022-04-12' }],
    ['35-KH/TU năm 2022', { ...none, key: '35-KH/TU', date: '2022' }],
    ['35-KH/TU nhiệm kỳ 2020-2025', { ...none, key: '35-KH/TU', term: '2020-2025' }],
    ['21-KL/TW khóa XIII', { ...none, key: '21-KL/TW', term: 'XIII' }],
    ['35-KH/TU Bến Tre', { ...none, key: '35-KH/TU', issuer: ['ben', 'tre'] }],
    ['35-KH/TU (tỉnh Bến Tre)', { ...none, key: '35-KH/TU', issuer: ['tinh', 'ben', 'tre'] }],
    ['35-KH/TU do Tỉnh ủy Bến Tre ban hành', { ...none, key: '35-KH/TU', issuer: ['tinh', 'uy', 'ben', 'tre'] }],
    [
      'Kế hoạch số 35-KH/TU, ngày 20/6/2022 của Tỉnh ủy Bến Tre về tăng cường bảo vệ nguồn nước ở nông thôn',
      { key: '35-KH/TU', type: 'KH', date: '2022-06-20', issuer: ['tinh', 'uy', 'ben', 'tre'], term: null },
    ],
    ['1590/VPCP-KGVX v/v sách giáo khoa', { ...none, key: '1590/VPCP-KGVX' }],
  ])('%j is a number', (text, expected) => {
    expect(askedOf(text)).toEqual({ kind: 'number', ...expected });
  });

  test.each([
    'bảo vệ nguồn nước',
    'thực hiện 21-KL/TW',
    '21-KL/TW và 35-KH/TU',
    '21-KL/TW chuyển đổi số',
    '21',
    'số liệu năm 2022',
    '35-KH/TU ngày 31/2/2022',
    '???',
    '',
  ])('%j is words', (text) => {
    expect(askedOf(text)).toEqual({ kind: 'words' });
  });

  test('an id is a document', () => {
    expect(askedOf(' 0123456789abcdef ')).toEqual({ kind: 'id', id: '0123456789abcdef' });
  });

  test('that is a number stays that number, whatever is said around it, in any order', () => {
    const around = fc.shuffledSubarray(['ngày 12/4/2022', 'của Tỉnh ủy Bến Tre', 'nhiệm kỳ 2020-2025']);
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), around, fc.constantFrom(' ', ', ', ' - ', ' ('), (number, said, joint) => {
        expect(askedOf([`Kế hoạch số ${number}-KH/TU`, ...said].join(joint))).toEqual({
          ...{ kind: 'number', key: `${number}-KH/TU`, type: 'KH' },
          date: said.includes('ngày 12/4/2022') ? '2022-04-12' : null,
          issuer: said.includes('của Tỉnh ủy Bến Tre') ? ['tinh', 'uy', 'ben', 'tre'] : null,
          term: said.includes('nhiệm kỳ 2020-2025') ? '2020-2025' : null,
        });
      }),
    );
  });

  test('is read whatever it holds', () => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('21-KL/TW', 'ngày', '12/4', 'của', 'năm', 'khóa', 'số', 'v/v')),
    );
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join(' ');
        const asked = askedOf(text);
        if (asked.kind === 'number') expect(text).toMatch(/\d/);
        else expect(['id', 'words']).toContain(asked.kind);
      }),
    );
  });
});

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

describe('a list', () => {
  test('of text keeps the number of each line, and passes blank ones and bullets over', () => {
    expect(readList(bytes('\ufeff21-KL/TW\r\n\n  - nguồn nước \n12. 35-KH/TU\n"a, b"'), 'text')).toEqual([
      { line: 1, text: '21-KL/TW' },
      { line: 3, text: 'nguồn nước' },
      { line: 4, text: '35-KH/TU' },
      { line: 5, text: '"a, b"' },
    ]);
  });

  test.each([
    ['UTF-8', bytes('21-QĐ/TW\nnước')],
    ['UTF-8 with mark', bytes('\ufeff21-QĐ/TW\nnước')],
    ['UTF-16 with mark', bytes('\ufeff21-QĐ/TW\nnước', 'utf16le')],
    ['UTF-16, big end first', bytes('\ufeff21-QĐ/TW\nnước', 'utf16le').swap16()],
    ['accents as letters of their own', bytes('21-QĐ/TW\nnước'.normalize('NFD'))],
  ])('is read as %s', (_, list) => {
    for (const form of ['text', 'csv'] as const) {
      expect(readList(list, form)).toEqual([
        { line: 1, text: '21-QĐ/TW' },
        { line: 2, text: 'nước' },
      ]);
    }
  });

  test.each([
    [
      '21-KL/TW,x\n\n"35-KH/TU\nngày 20/6/2022",y\nnước\n',
      [
        [1, '21-KL/TW'],
        [3, '35-KH/TU ngày 20/6/2022'],
        [5, 'nước'],
      ],
    ],
    [
      'STT;Số, ký hiệu;Ghi chú\n1;21-KL/TW;a\n2;"nước; sạch";b',
      [
        [2, '21-KL/TW'],
        [3, 'nước; sạch'],
      ],
    ],
    ['number\tname\n21-KL/TW\tx', [[2, '21-KL/TW']]],
    ['21-KL/TW, ngày 12/4/2022', [[1, '21-KL/TW, ngày 12/4/2022']]],
    [
      'Số hiệu,Ngày ban hành,Cơ quan ban hành\n35-KH/TU,20/06/2022,Tỉnh ủy Bến Tre\nnước,20/06/2022,x\n36-KH/TU,,\n',
      [
        [2, '35-KH/TU, ngày 20/06/2022, của Tỉnh ủy Bến Tre'],
        [3, 'nước'],
        [4, '36-KH/TU'],
      ],
    ],
  ] as [string, [number, string][]][])('as CSV: %j', (text, lines) => {
    expect(readList(bytes(text), 'csv')).toEqual(lines.map(([line, asked]) => ({ line, text: asked })));
  });

  test.each([
    ...['Số', 'Số ký hiệu', 'Số, ký hiệu', 'SỐ KÝ HIỆU', 'Số kí hiệu', 'Số và ký hiệu', 'Số hiệu', 'Số/Ký hiệu', 'So ky hieu', 'Symbol'],
    ...['Số văn bản', 'Số VB', 'Số công văn', 'Số ký hiệu VB', 'Số kí hiệu văn bản', 'Số, ký hiệu văn bản', 'Số và ký hiệu văn bản'],
    ...['Ký hiệu văn bản', 'Số hiệu VB'],
  ])('as CSV has its numbers under %j, whatever stands in the columns before', (heading) => {
    const rows = ['STT', 'Tên văn bản', 'Từ khóa', heading].join(';');
    expect(
      readList(bytes(`${rows.replace(heading, `"${heading}"`)}\n1;Về trồng cây;cây;35-KH/TU\n2;Về giếng làng;giếng;\n`), 'csv'),
    ).toEqual([
      { line: 2, text: '35-KH/TU' },
      { line: 3, text: 'Về giếng làng' },
    ]);
  });

  test.each(['Ngày', 'Ngày tháng', 'Ngày văn bản', 'Ngày tháng văn bản', 'Ngày VB', 'Ngày ban hành', 'Ngày ban hành văn bản', 'Ngày ký'])(
    'as CSV has its dates under %j, not under those of the register',
    (heading) => {
      const rows = [`Ngày đến;Số đến;Tác giả;"Số, ký hiệu văn bản";${heading}`, '14/7/2022;1250;Tỉnh ủy;35-KH/TU;20/6/2022'];
      expect(readList(bytes(rows.join('\n')), 'csv')).toEqual([{ line: 2, text: '35-KH/TU, ngày 20/6/2022' }]);
    },
  );

  test.each(['\n', '\r\n', '\r'])('as CSV tells the line on which each row begins, whatever ends lines: %j', (end) => {
    const text = ['Số;n', '"62-CT/TW', '";x', '', '"901-CT/TU";"a', 'b"', '20-KH/TU;y', ''].join(end);
    expect(readList(bytes(text), 'csv')).toEqual([
      { line: 2, text: '62-CT/TW' },
      { line: 5, text: '901-CT/TU' },
      { line: 7, text: '20-KH/TU' },
    ]);
  });

  test.each([
    ['sep=;', ';'],
    ['SEP=,', ','],
    ['"sep=;"', ';'],
    ['sep=|', '|'],
    ['sep=\t', '\t'],
    ['sep=;;', ';'],
  ])('as CSV takes a first line %j for what it says of the columns', (hint, sign) => {
    const rows = [hint, `Ghi chú${sign}Số`, `"a, b; c"${sign}21-KL/TW`, `x${sign}35-KH/TU`];
    expect(readList(bytes(`\ufeff${rows.join('\r\n')}`), 'csv')).toEqual([
      { line: 3, text: '21-KL/TW' },
      { line: 4, text: '35-KH/TU' },
    ]);
  });

  const heading = 'Số;Ngày ban hành;Cơ quan ban hành';
  test.each(['', '-', '?', '…'])('as CSV passes a cell over that stands for nothing: %j', (cell) => {
    expect(readList(bytes(`${heading}\n35-KH/TU;${cell};${cell}\n`), 'csv')).toEqual([{ line: 2, text: '35-KH/TU' }]);
  });

  test.each([
    ['12/5/2021', 'ngày 12/5/2021'],
    ['ngày 12 tháng 5 năm 2021', 'ngày 12 tháng 5 năm 2021'],
    ['Hòa Bình, ngày 12 tháng 5 năm 2021', 'ngày 12 tháng 5 năm 2021'],
    ['12/5/2021 00:00:00', 'ngày 12/5/2021'],
    ['12/5/2021 8:30 SA', 'ngày 12/5/2021'],
    ['2021-05-12T00:00:00.000Z', 'ngày 2021-05-12'],
    ['2021-05-12 07:00:00+07:00', 'ngày 2021-05-12'],
    ['2021', 'năm 2021'],
    ['năm 2021', 'năm 2021'],
  ])('as CSV takes the date %j to the number beside it', (cell, said) => {
    expect(readList(bytes(`${heading}\n35-KH/TU;${cell};\n`), 'csv')).toEqual([{ line: 2, text: `35-KH/TU, ${said}` }]);
  });

  test.each(['12/5/21', '5/2021', 'tháng 5/2021', '44328', '12/5/2021 (dự thảo)', '31/2/2021', 'về cây xanh', 'x'.repeat(5000)])(
    'as CSV leaves the date %j out, which cannot be read, and tells so',
    (cell) => {
      expect(readList(bytes(`${heading}\n35-KH/TU;${cell};Tỉnh ủy Bến Tre\n`), 'csv')).toEqual([
        { line: 2, text: '35-KH/TU, của Tỉnh ủy Bến Tre', unread: ['date'] },
      ]);
    },
  );

  test('as CSV leaves a body out that is a sentence, and tells so', () => {
    expect(readList(bytes(`${heading}\n35-KH/TU;2021;${'chữ '.repeat(21)}\n`), 'csv')).toEqual([
      { line: 2, text: '35-KH/TU, năm 2021', unread: ['issuer'] },
    ]);
  });

  test('as CSV asks for the number under its heading, whatever stands in the cells beside it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('của', 'về', 'ngày 12', 'Tỉnh ủy Bến Tre', '6/2022', 'khóa XIII'),
    );
    fc.assert(
      fc.property(fc.constantFrom('35-KH/TU', '35-KH/TU của Tỉnh ủy', '35-KH/TU năm 2022'), cell, cell, (number, date, issuer) => {
        const beside = [{ aspect: 'date', cell: date } as const, { aspect: 'issuer', cell: issuer } as const];
        expect(askedOf(withCells(number, beside).text)).toMatchObject({ kind: 'number', key: '35-KH/TU' });
      }),
    );
  });

  test('of more lines than are answered is refused with the limit, and so is one of none', () => {
    expect(readList(bytes('a\n\n'.repeat(mostLines)), 'text')).toHaveLength(mostLines);
    expect(() => readList(bytes('a\n'.repeat(mostLines + 1)), 'text')).toThrow(
      `The list has ${mostLines + 1} lines; the limit is ${mostLines}.`,
    );
    for (const form of ['text', 'csv'] as const) expect(() => readList(bytes(' \n\n'), form)).toThrow('holds no line');
  });

  test('that is no text or no CSV is refused with the reason', () => {
    expect(() => readList(Buffer.from([0x80, 0xff, 0x41]), 'text')).toThrow(expect.objectContaining({ code: 'unknown-encoding' }));
    expect(() => readList(bytes('a,b\n"c'), 'csv')).toThrow(/no well-formed CSV: .*line 2/);
  });

  test('that holds letters of TCVN3 or VNI is refused, signs of the same codes are not', () => {
    expect(() => readList(bytes('KÕt luËn sè 21\nChØ thÞ sè 5'), 'text')).toThrow('TCVN3');
    expect(readList(bytes('· 21-KL/TW\n· 22-KL/TW\n5 µ\n¸\nß'), 'text')).toHaveLength(5);
  });

  test('gives a line for each that is not blank, whatever they hold', () => {
    // Letters of Latin-1 may by chance be words of an encoding from before Unicode, and are refused then.
    const line = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/[\n\r\f\u2028\u2029"\u00a1-\u00ff]/u.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        expect(readList(bytes(lines.join('\n')), 'text').map((one) => one.line)).toEqual(lines.map((_, index) => index + 1));
      }),
    );
  });
});

const answersOf = async (library: Library, ...texts: readonly string[]): Promise<ListEntry[]> =>
  await Array.fromAsync(library.lookUp(texts.map((text, index) => ({ line: index + 1, text }))));

const told = ({ outcome, documents, doubts }: ListEntry) => ({ outcome, names: documents.map(({ name }) => name).sort(), doubts });

describe.skipIf(noEngine)('the answers to a list', () => {
  test('are found, ambiguous, absent or invalid, in the order of the lines', async () => {
    const library = await freshLibrary();
    await add(library, ...all.map(({ name, text }) => fileOf(name, text)));
    const entries = await answersOf(
      library,
      ...['21 kl tw', '35-KH/TU', '99-KH/TU', 'nguồn nước nông thôn', 'chữ không có ở đây', '???', 'x'.repeat(501)],
    );
    expect(entries.map(({ line, asked, outcome, total }) => [line, asked, outcome, total])).toEqual([
      [1, 'number', 'found', 1],
      [2, 'number', 'ambiguous', 2],
      [3, 'number', 'absent', 0],
      [4, 'words', 'found', 2],
      [5, 'words', 'absent', 0],
      [6, 'words', 'invalid', 0],
      [7, 'words', 'invalid', 0],
    ]);
    expect(entries[0]!.documents.map(({ name }) => name)).toEqual(['Kết luận 21.txt']);
    expect(entries[1]!.works.map(({ scope, held }) => [scope, held.length])).toEqual([
      ['An Giang', 1],
      ['Bến Tre', 1],
    ]);
    expect(entries[2]!.near).toContain('35-KH/TU');
    expect(entries[3]!.documents).toHaveLength(1);
    expect(entries[6]!.reason).toContain('500');
    // Each can be asked for by its id.
    const [id] = entries[0]!.documents.map((document) => document.id);
    expect((await answersOf(library, id!, 'f'.repeat(16))).map(told)).toEqual([
      { outcome: 'found', names: ['Kết luận 21.txt'], doubts: [] },
      { outcome: 'absent', names: [], doubts: [] },
    ]);
  });

  test('go by what a line says beside the number; what nothing bears out is a doubt', async () => {
    const library = await freshLibrary();
    await add(library, ...all.map(({ name, text }) => fileOf(name, text)));
    const both = ['Kế hoạch 35 An Giang.txt', 'Kế hoạch 35 Bến Tre.txt'];
    const cases: readonly (readonly [string, ReturnType<typeof told>])[] = [
      ['35-KH/TU ngày 20/6/2022', { outcome: 'found', names: ['Kế hoạch 35 Bến Tre.txt'], doubts: [] }],
      ['35-KH/TU An Giang', { outcome: 'found', names: ['Kế hoạch 35 An Giang.txt'], doubts: [] }],
      ['ke hoach so 35-kh/tu cua tinh uy ben tre', { outcome: 'found', names: ['Kế hoạch 35 Bến Tre.txt'], doubts: [] }],
      ['35-KH/TU của Ban Thường vụ Tỉnh ủy Bến Tre', { outcome: 'found', names: ['Kế hoạch 35 Bến Tre.txt'], doubts: [] }],
      ['35-KH/TU năm 2022', { outcome: 'ambiguous', names: both, doubts: [] }],
      ['35-KH/TU nhiệm kỳ 2020-2025', { outcome: 'ambiguous', names: both, doubts: [] }],
      ['35-KH/TU ngày 01/01/2022', { outcome: 'ambiguous', names: both, doubts: ['date'] }],
      ['35-KH/TU tỉnh Cà Mau', { outcome: 'ambiguous', names: both, doubts: ['issuer'] }],
      ['Chỉ thị số 21-KL/TW', { outcome: 'found', names: ['Kết luận 21.txt'], doubts: ['type'] }],
      ['21-KL/TW khóa XII', { outcome: 'found', names: ['Kết luận 21.txt'], doubts: ['term'] }],
      ['21-KL/TW của Bộ Chính trị', { outcome: 'found', names: ['Kết luận 21.txt'], doubts: [] }],
      ['08-KH/HU của Huyện ủy Ba Tri', { outcome: 'found', names: ['Kế hoạch 08 Ba Tri.txt'], doubts: [] }],
    ];
    const entries = await answersOf(library, ...cases.map(([text]) => text));
    expect(entries.map(told)).toEqual(cases.map(([, expected]) => expected));
  });

  test('hold the number for right where a cell beside it cannot be read, which is a doubt', async () => {
    const library = await freshLibrary();
    await add(library, ...all.map(({ name, text }) => fileOf(name, text)));
    const table =
      'Số;Ngày;Cơ quan\n21-KL/TW;12/4/22;\n35-KH/TU;-;-\n35-KH/TU;6/2022;Bến Tre\n21-KL/TW;2022;\n21-KL/TW;2021;\n99-KH/TU;?;?\n';
    const entries = await Array.fromAsync(library.lookUp(readList(bytes(table), 'csv')));
    expect(entries.map(({ asked }) => asked)).toEqual(entries.map(() => 'number'));
    expect(entries.map(told)).toEqual([
      { outcome: 'found', names: ['Kết luận 21.txt'], doubts: ['date'] },
      { outcome: 'ambiguous', names: ['Kế hoạch 35 An Giang.txt', 'Kế hoạch 35 Bến Tre.txt'], doubts: [] },
      { outcome: 'found', names: ['Kế hoạch 35 Bến Tre.txt'], doubts: ['date'] },
      { outcome: 'found', names: ['Kết luận 21.txt'], doubts: [] },
      { outcome: 'found', names: ['Kết luận 21.txt'], doubts: ['date'] },
      { outcome: 'absent', names: [], doubts: [] },
    ]);
  });

  test('tell of a number that is only cited that nothing held bears it, and what it could be', async () => {
    const library = await freshLibrary();
    await add(
      library,
      fileOf(
        'a.txt',
        plan({ number: '36-KH/TU', body: 'Thực hiện Kết luận số 77-KL/TW, ngày 05/5/2023 của Ban Bí thư về bảo tồn chim nước.' }),
      ),
    );
    const [entry] = await answersOf(library, '77-KL/TW');
    expect(entry).toMatchObject({ outcome: 'absent', total: 0, documents: [], works: [{ key: '77-KL/TW', scope: 'TW', held: [] }] });
  });

  test('list all that a number could mean, held or not, but not what says too little to be one of them', async () => {
    const library = await freshLibrary();
    const cites = (number: string, words: string) =>
      fileOf(`${number}.txt`, plan({ number: `${number}-KH/TU`, body: `Thực hiện ${words} về bảo tồn chim nước.` }));
    await add(
      library,
      cites('36', 'Kết luận số 77-KL/TW, ngày 05/5/2023 của Ban Bí thư'),
      cites('37', 'Kết luận số 77-KL/TW, ngày 06/6/2018 của Ban Bí thư'),
    );
    await add(library, cites('38', 'Kết luận số 77-KL/TW'));
    const [any, one] = await answersOf(library, '77-KL/TW', '77-KL/TW khóa XII');
    expect([any!.outcome, any!.works.map(({ term }) => term)]).toEqual(['absent', ['XII', 'XIII']]);
    expect([one!.outcome, one!.works.map(({ term }) => term)]).toEqual(['absent', ['XII']]);
  });

  test('hold one entry for two files of one document', async () => {
    const library = await freshLibrary();
    const body = 'Các huyện ủy trồng cây xanh ven đường.';
    await add(
      library,
      fileOf('a.txt', plan({ number: '36-KH/TU', body })),
      fileOf('b.txt', plan({ number: '36-KH/TU', body: `${body} Báo cáo kết quả.` })),
    );
    expect((await answersOf(library, '36-KH/TU')).map(told)).toEqual([{ outcome: 'found', names: ['a.txt', 'b.txt'], doubts: [] }]);
  });
});
