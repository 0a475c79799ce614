import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';
import { originOf } from '#ingest/model/origin.ts';
import { checkedName } from '#ingest/read/name.ts';
import { defaultLimits, read } from '#ingest/read/read.ts';
import { repair } from '#ingest/repair/repair.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const fixture = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)));
const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

async function linesOf(name: string): Promise<string[]> {
  return repair(await read({ name, bytes: fixture(name) })).text.split('\n');
}

async function failureOf(name: string, bytes: Uint8Array, limits = defaultLimits): Promise<{ code: FailureCode; detail: string | null }> {
  const thrown = await read({ name, bytes }, limits).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure)) throw new Error(`no failure, but ${String(thrown)}`);
  return { code: thrown.code, detail: thrown.detail };
}

/** A ZIP archive of the files given, its directory saying `claimed` for every size where that is set. */
function archiveOf(files: Readonly<Record<string, Uint8Array>>, claimed: number | null = null): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? content.length, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed ?? content.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, label);
    parts.push(local, label, packed);
    offset += local.length + label.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

describe('text', () => {
  it.each([
    ['UTF-8', bytesOf('Kính gửi các xã'), 'thu.txt', 'text/plain'],
    ['UTF-8 with its mark', bytesOf('\ufeffKính gửi các xã'), 'thu.txt', 'text/plain'],
    ['UTF-16, little end first', bytesOf('\ufeffKính gửi các xã', 'utf16le'), 'thu.txt', 'text/plain'],
    ['UTF-16, big end first', new Uint8Array(Buffer.from('\ufeffKính gửi các xã', 'utf16le').swap16()), 'thu.txt', 'text/plain'],
    ['Markdown', bytesOf('Kính gửi các xã'), 'thư mời.md', 'text/markdown'],
    ['a file without an ending', bytesOf('Kính gửi các xã'), 'thu', 'text/plain'],
    ['a text under the name of a PDF', bytesOf('Kính gửi các xã'), 'thu.pdf', 'text/plain'],
  ])('reads %s', async (_, bytes, name, mediaType) => {
    expect(await read({ name, bytes })).toEqual({ mediaType, text: 'Kính gửi các xã', pages: [0] });
  });

  /** Bytes of "Kế hoạch nhiệm kỳ" and the like in the encodings from before Unicode, one byte a letter of the string. */
  const byteByByte = (letters: string) => new Uint8Array(Array.from(letters, (letter) => letter.charCodeAt(0)));

  it.each([
    ['TCVN3', byteByByte('KÕ ho¹ch n\u00b9o vÐt c¸c tuyÕn kªnh ch\u00ddnh \u00ae· duy\u00d6t')],
    ['VNI', byteByByte('Keá hoaïch naïo veùt caùc tuyeán keânh chính ñaõ duyeät')],
    [
      'Windows-1258',
      byteByByte(
        'K\u00ea\u00ec hoa\u00f2ch na\u00f2o v\u00e9t c\u00e1c tuy\u00ea\u00ecn k\u00eanh ch\u00ednh \u00f0a\u00de duy\u00ea\u00f2t',
      ),
    ],
    ['UTF-16 without its mark', bytesOf('Kế hoạch nạo vét các tuyến kênh chính đã duyệt', 'utf16le')],
    [
      'UTF-16 without its mark, big end first',
      new Uint8Array(Buffer.from('Kế hoạch nạo vét các tuyến kênh chính đã duyệt', 'utf16le').swap16()),
    ],
  ])('reads and repairs %s', async (_, bytes) => {
    expect(repair(await read({ name: 'cu.txt', bytes })).text).toBe('Kế hoạch nạo vét các tuyến kênh chính đã duyệt');
  });

  it('names the first byte that is not UTF-8', async () => {
    const bytes = new Uint8Array([...bytesOf('Kính gửi '), 0xb5, 0xb6, 0x41]);
    const { code, detail } = await failureOf('cu.txt', bytes);
    expect(code).toBe('unknown-encoding');
    expect(detail).toContain(`0xb5 at offset ${bytesOf('Kính gửi ').length}`);
  });

  it('finds the wrong byte far into a large file, behind letters of several bytes', async () => {
    const good = bytesOf('ế'.repeat(50_000));
    const { detail } = await failureOf('cu.txt', new Uint8Array([...good, 0xff]));
    expect(detail).toContain(`0xff at offset ${good.length}`);
  });

  it('reads and repairs twenty megabytes in one line', async () => {
    const bytes = bytesOf('cán bộ, đảng viên và nhân dân '.repeat(550_000));
    expect(bytes.length).toBeGreaterThan(20 * 1024 * 1024);
    const result = repair(await read({ name: 'dai.txt', bytes }));
    expect(result.text.length).toBe(result.origin.rawLength - 1);
    expect(result.origin.kept.length).toBeLessThan(10);
  });
});

describe('HTML', () => {
  const text = async (html: string, name = 'trang.html') => (await read({ name, bytes: bytesOf(html) })).text.split('\n');

  it('makes lines of blocks and line breaks, and leaves out what no reader sees', async () => {
    const html = `<!doctype html><html><head><title>Ẩn</title><style>p{}</style><script>var an = 1</script></head>
      <body><h1>KẾ HOẠCH</h1><p>trồng <b>cây</b>
      phân tán</p><div>Số 5<br>Tân Lập</div><!-- ẩn --><script>an()</script><p>Hết&nbsp;&amp; xong</p></body></html>`;
    expect(await text(html)).toEqual(['KẾ HOẠCH', 'trồng cây phân tán', 'Số 5', 'Tân Lập', 'Hết\u00a0& xong']);
  });

  it('gives list items the marks that a browser shows', async () => {
    const html =
      '<ul><li>một</li><li>hai</li></ul><ol start="3"><li>ba</li><li value="7">bảy</li><li>tám</li></ol><ol type="a"><li>đầu</li></ol><ol type="I"><li>x</li><li>y</li></ol>';
    expect(await text(`<html>${html}</html>`)).toEqual(['- một', '- hai', '3. ba', '7. bảy', '8. tám', 'a. đầu', 'I. x', 'II. y']);
  });

  it('reads a table of data by rows and a table of the page by columns', async () => {
    const data = '<table border="1"><tr><th>Việc</th><th>Hạn</th></tr><tr><td>Rà soát<br>đê</td><td>30/6</td></tr></table>';
    const head =
      '<table><tr><td>UBND XÃ TÂN LẬP</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 12/KH-UBND</td><td>Độc lập - Tự do - Hạnh phúc</td></tr></table>';
    expect(await text(`<html>${head}${data}</html>`)).toEqual([
      'UBND XÃ TÂN LẬP',
      'Số: 12/KH-UBND',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Việc | Hạn',
      'Rà soát đê | 30/6',
    ]);
  });

  it.each([
    ['windows-1258', 'v\u00ea\u00ec cu\u00f2 th\u00ea\u00f2'],
    ['iso-8859-1', 'nh÷ng viÖc cô thÓ'],
  ])('reads a page that declares %s', async (charset, letters) => {
    const markup = `<html><head><meta charset="${charset}"></head><body><p>${letters}</p></body></html>`;
    const raw = await read({ name: 'trang.html', bytes: new Uint8Array(Array.from(markup, (letter) => letter.charCodeAt(0))) });
    expect(repair(raw).text).toBe(charset === 'windows-1258' ? 'vế cụ thệ' : 'những việc cụ thể');
  });

  it('takes markup under the name of a page for a page', async () => {
    expect(await text('<p>Kính gửi</p><p>các xã</p>', 'trang.htm')).toEqual(['Kính gửi', 'các xã']);
  });

  it('refuses a page in another encoding by its name', async () => {
    const page = bytesOf('<html><head><meta charset="shift_jis"></head><body>x</body></html>');
    expect(await failureOf('trang.html', page)).toEqual({ code: 'unknown-encoding', detail: expect.stringContaining('shift_jis') });
  });

  it('reads markup that is nested deeper than a stack', async () => {
    const html = `<html>${'<div>'.repeat(30_000)}Kính gửi${'</div>'.repeat(30_000)}</html>`;
    expect(await text(html)).toEqual(['Kính gửi']);
  });
});

const planHead = [
  'ĐẢNG BỘ TỈNH SƠN HẢI',
  'HUYỆN ỦY THANH BÌNH',
  '*',
  'Số 37-KH/HU',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'Thanh Bình, ngày 05 tháng 3 năm 2022',
  'KẾ HOẠCH',
];
const planClose = [
  'Nơi nhận:',
  '- Ban Thường vụ Tỉnh ủy (b/c),',
  '- Ủy ban nhân dân huyện,',
  '- Các chi bộ, đảng bộ cơ sở,',
  '- Lưu Văn phòng Huyện ủy.',
  'T/M BAN THƯỜNG VỤ',
  'PHÓ BÍ THƯ',
  'Lê Thị Hồng Nhạn',
];

describe('one document in the formats that offices have', () => {
  it.each(['plan.html', 'plan.docx', 'plan-chromium.pdf', 'plan-libreoffice.pdf'])('reads head, body and close of %s', async (name) => {
    const lines = await linesOf(name);
    expect(lines.slice(0, planHead.length)).toEqual(planHead);
    expect(lines.slice(-planClose.length)).toEqual(planClose);
    expect(lines[planHead.length]).toBe(
      'thực hiện Chỉ thị số 12-CT/TU ngày 20/01/2022 của Ban Thường vụ Tỉnh ủy về tăng cường quản lý, bảo vệ nguồn nước sạch nông thôn',
    );
    expect(lines).toContain('II- NHIỆM VỤ, GIẢI PHÁP');
    expect(lines.filter((line) => /^\d\. /u.test(line))).toHaveLength(9);
    expect(lines.find((line) => line.startsWith('5. Công an'))).toMatch(/cùng giám sát\.$/u);
  });

  it('gives the same paragraphs whatever the format', async () => {
    const paragraphs = async (name: string) => (await linesOf(name)).filter((line) => /^(?:[IVX]+-|\d\.) /u.test(line));
    const page = await paragraphs('plan.html');
    for (const name of ['plan.docx', 'plan-chromium.pdf', 'plan-libreoffice.pdf']) expect(await paragraphs(name)).toEqual(page);
  });

  it('keeps the rows of a table on lines of their own, with wrapped cells whole', async () => {
    for (const name of ['plan.html', 'plan.docx', 'plan-libreoffice.pdf']) {
      const rows = (await linesOf(name)).filter((line) => line.includes(' | '));
      expect(rows).toEqual([
        'TT | Nội dung | Đơn vị chủ trì | Thời gian',
        '1 | Lập danh mục trạm cấp nước xuống cấp | Phòng Nông nghiệp huyện | Quý II/2022',
        '2 | Kiểm tra chất lượng nước tại các xã ven biển | Trung tâm Y tế huyện | Hằng quý',
      ]);
    }
    // Chromium sets the number of a row too near its words for a gap to show; the other cells stand apart, over the page's end too.
    const rows = (await linesOf('plan-chromium.pdf')).filter((line) => line.includes(' | '));
    expect(rows.map((row) => row.split(' | ').slice(-2))).toEqual([
      ['Đơn vị chủ trì', 'Thời gian'],
      ['Phòng Nông nghiệp huyện', 'Quý II/2022'],
      ['Trung tâm Y tế huyện', 'Hằng quý'],
    ]);
  });

  it('parts the columns of a head made with tabs, and drops the page numbers', async () => {
    const lines = await linesOf('guide-libreoffice.pdf');
    expect(lines.slice(0, 7)).toEqual([
      'TỈNH ỦY SƠN HẢI',
      'BAN TUYÊN GIÁO',
      '*',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Sơn Hải, ngày 09 tháng 8 năm 2023',
      'Số 58-HD/BTGTU',
      'HƯỚNG DẪN',
    ]);
    expect(lines.slice(-6)).toEqual([
      'Nơi nhận:',
      '- Thường trực Tỉnh ủy (b/c),',
      '- Ban Tuyên giáo cấp huyện,',
      '- Lưu Ban Tuyên giáo.',
      'TRƯỞNG BAN',
      'Võ Thành Công',
    ]);
    expect(lines.filter((line) => /^\d+$/u.test(line))).toEqual([]);
    const word = await linesOf('guide.docx');
    expect(word).toEqual(
      expect.arrayContaining([
        'TỈNH ỦY SƠN HẢI',
        'ĐẢNG CỘNG SẢN VIỆT NAM',
        'Sơn Hải, ngày 09 tháng 8 năm 2023',
        'TRƯỞNG BAN',
        'Võ Thành Công',
      ]),
    );
  });

  it('tells on which page of a PDF words stand', async () => {
    const raw = await read({ name: 'plan-chromium.pdf', bytes: fixture('plan-chromium.pdf') });
    expect(raw.pages).toHaveLength(2);
    const { text, origin } = repair(raw);
    const pageOf = (words: string) => originOf(origin, { start: text.indexOf(words), end: text.indexOf(words) + words.length }).page;
    expect(pageOf('MỤC ĐÍCH, YÊU CẦU')).toBe(1);
    expect(pageOf('Lê Thị Hồng Nhạn')).toBe(2);
  });

  it('leaves the bytes as they were', async () => {
    const bytes = fixture('plan-chromium.pdf');
    await read({ name: 'plan.pdf', bytes });
    expect(bytes).toEqual(fixture('plan-chromium.pdf'));
  });

  it('neither writes to the console nor keeps the process alive', () => {
    const script = `
      import { readFileSync } from 'node:fs';
      const { read } = await import('#ingest/read/read.ts');
      for (const name of ['plan-chromium.pdf', 'locked.pdf', 'plan.docx']) await read({ name, bytes: readFileSync('test/fixtures/' + name) }).catch(() => {});
    `;
    const cwd = new URL('../../', import.meta.url);
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd, encoding: 'utf8', timeout: 30_000 });
    expect([run.status, run.stdout, run.stderr]).toEqual([0, '', '']);
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, Uint8Array, FailureCode, RegExp | null]>([
    ['an empty file', 'a.txt', new Uint8Array(), 'empty-file', null],
    ['a file of blanks', 'a.txt', bytesOf(' \n\t \n'), 'empty-file', null],
    ['a page without words', 'a.html', bytesOf('<html><body><hr></body></html>'), 'no-text', null],
    ['a scan', 'a.pdf', fixture('scan.pdf'), 'no-text', /2 pages/],
    ['a locked PDF', 'a.pdf', fixture('locked.pdf'), 'encrypted-file', null],
    ['half a PDF', 'a.pdf', fixture('plan-chromium.pdf').slice(0, 20_000), 'damaged-file', null],
    ['the first line of a PDF', 'a.pdf', bytesOf('%PDF-1.7\n%%EOF'), 'damaged-file', null],
    ['half a DOCX', 'a.docx', fixture('plan.docx').slice(0, 4_000), 'damaged-file', /DOCX/],
    ['a DOCX without its document', 'a.docx', archiveOf({ 'word/document.xml': bytesOf('<broken') }), 'damaged-file', /DOCX/],
    ['a page nested beyond reason', 'a.html', bytesOf(`<html>${'<b>'.repeat(150_000)}x</html>`), 'damaged-file', /deep/],
    ['an old Word file', 'a.doc', fixture('guide.doc'), 'unsupported-type', /Word document of the old form/],
    ['an old Word file under another name', 'a.txt', fixture('guide.doc'), 'unsupported-type', /old form/],
    [
      'a locked Office file',
      'a.docx',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...bytesOf('EncryptedPackage', 'utf16le')]),
      'encrypted-file',
      /Office/,
    ],
    ['a picture', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'unsupported-type', /PNG/],
    ['a photograph under the name of a text', 'a.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'unsupported-type', /JPEG/],
    ['an RTF file', 'a.rtf', bytesOf('{\\rtf1\\ansi x}'), 'unsupported-type', /RTF/],
    ['a workbook', 'a.xlsx', archiveOf({ 'xl/workbook.xml': bytesOf('<x/>') }), 'unsupported-type', /Excel/],
    ['slides', 'a.pptx', archiveOf({ 'ppt/presentation.xml': bytesOf('<x/>') }), 'unsupported-type', /PowerPoint/],
    ['an archive', 'a.zip', archiveOf({ 'a.txt': bytesOf('x') }), 'unsupported-type', /ZIP/],
    ['XML', 'a.xml', bytesOf('<?xml version="1.0"?><data/>'), 'unsupported-type', /XML/],
    ['bytes without sense', 'a.bin', new Uint8Array([1, 0, 2, 0, 3, 0]), 'unsupported-type', /binary/],
    [
      'legacy letters',
      'a.txt',
      new Uint8Array(Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 0xb8 : 0x61))),
      'unknown-encoding',
      /TCVN3/,
    ],
  ])('refuses %s', async (_, name, bytes, code, detail) => {
    const failure = await failureOf(name, bytes);
    expect(failure.code).toBe(code);
    if (detail !== null) expect(failure.detail).toMatch(detail);
  });

  it('refuses a file over the limit, naming both sizes', async () => {
    const failure = await failureOf('a.txt', bytesOf('mười một chữ'), { ...defaultLimits, fileBytes: 10 });
    expect(failure).toEqual({ code: 'file-too-large', detail: expect.stringMatching(/\d+ bytes; 10 are allowed/) });
  });

  it.each([
    ['says its size', null],
    ['lies about its size', 100],
  ])('refuses a DOCX that unpacks to more than is allowed and %s', async (_, claimed) => {
    const bomb = archiveOf({ 'word/document.xml': new Uint8Array(3_000_000) }, claimed);
    expect(bomb.length).toBeLessThan(10_000);
    expect((await failureOf('a.docx', bomb, { ...defaultLimits, unpackedBytes: 1_000_000 })).code).toBe('file-too-large');
  });
});

describe('names', () => {
  it.each(['Kế hoạch số 37.docx', 'a', '..a', 'Công văn (bản 2).pdf', 'x'.repeat(255)])('takes "%s"', (name) => {
    expect(checkedName(name)).toBe(name);
  });

  it('composes decomposed letters', () => {
    expect(checkedName('Kế hoạch.pdf'.normalize('NFD'))).toBe('Kế hoạch.pdf');
  });

  it.each([
    '',
    '  ',
    '../a.txt',
    'a/b.txt',
    'a\\b.txt',
    '/etc/passwd',
    '..',
    '.',
    'a\u0000.txt',
    'a\n.txt',
    'a\u202etxt.exe',
    '\ud800',
    'ế'.repeat(90),
  ])('refuses %j', async (name) => {
    expect((await failureOf(name, bytesOf('x'))).code).toBe('bad-name');
  });
});
