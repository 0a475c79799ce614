import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Store } from '#services/store/port.ts';
import { findProgram } from '../../../scripts/make-samples/programs.ts';
import { noEngine } from '../../support/engine.ts';
import { central, document, holding, holdingHere, idOf, local, says } from '../chains/collection.ts';
import { around, collection, hostile, plan, written } from './collection.ts';
import { faultOf } from './wellFormed.ts';

let index: Store;
let bytes: Buffer;
beforeAll(async () => {
  index = await holding(collection);
  bytes = (await written(index, around, 'docx')).bytes;
});
afterAll(() => index.close());

/** As paragraphs show a text: on one line, U+FFFD for what the format cannot hold. */
const shown = (text: string) =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .replace(/[\0-\x08\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');

async function textOf(docx: Buffer): Promise<string> {
  return (await mammoth.extractRawText({ buffer: docx })).value;
}

describe.skipIf(noEngine)('the dossier', () => {
  test('is a package of well-formed parts, each of a declared type, each relationship with its target', () => {
    const files = unzipSync(bytes);
    const parts = Object.keys(files);
    for (const part of parts) expect([part, faultOf(strFromU8(files[part]!))]).toEqual([part, null]);
    const types = load(strFromU8(files['[Content_Types].xml']!), { xml: true });
    for (const { attribs } of types('Override').toArray()) expect(parts).toContain(attribs.PartName!.slice(1));
    const links = load(strFromU8(files['word/_rels/document.xml.rels']!), { xml: true });
    for (const { attribs } of links('Relationship').toArray()) expect(parts).toContain(`word/${attribs.Target}`);
    const styles = load(strFromU8(files['word/styles.xml']!), { xml: true });
    const known = new Set(
      styles('w\\:style')
        .toArray()
        .map(({ attribs }) => attribs['w:styleId']),
    );
    const body = load(strFromU8(files['word/document.xml']!), { xml: true });
    for (const { attribs } of body('w\\:pStyle').toArray()) expect(known).toContain(attribs['w:val']);
    expect(strFromU8(files['word/footer1.xml']!)).toContain(' NUMPAGES ');
  });

  test('tells what was asked, when, by which extraction, the chain, its steps in words, quotes with page and print of the file, and what is not held', async () => {
    const text = await textOf(bytes);
    const [held] = await index.bodies([idOf(1)]);
    for (const words of [
      ...['Hồ sơ chuỗi văn bản: Kế hoạch 20-KH/TU', 'Chuỗi văn bản quanh 20-KH/TU', '4/3/2026 (2026-03-04T05:06:07.000Z)', '9.9.9'],
      ...[
        '/vb/ben-tre/kh/20-kh-tu/2021-09-06',
        'Kế hoạch 20-KH/TU (Bến Tre) ngày 6/9/2021 thực hiện Kết luận 01-KL/TW (TW) ngày 18/5/2021, sau 111 ngày (1 lời chứng).',
      ],
      ...['“Thực hiện Kết luận 01-KL/TW”', `${idOf(1)}.txt, trang 2`, `SHA-256 ${held!.body.file.hash}`],
      ...['5. Mâu thuẫn và điểm chưa rõ', 'điều đó không có nghĩa là chúng không được ban hành'],
    ])
      expect(text).toContain(words);
    for (const words of hostile) expect(text).toContain(`“${shown(words)}”`);
  });

  test('has headings, tables with headings on every page, and rows for all works', async () => {
    const html = load((await mammoth.convertToHtml({ buffer: bytes })).value);
    expect(
      html('h1')
        .toArray()
        .map((one) => html(one).text()),
    ).toEqual(expect.arrayContaining(['1. Nội dung yêu cầu', '4. Căn cứ của từng liên kết', '7. Tệp nguồn']));
    expect(html('h2').length).toBeGreaterThan(3 + hostile.length);
    expect(html('table').first().find('tr')).toHaveLength(1 + 3 + hostile.length);
    expect(html('table').first().find('thead th, thead td')).toHaveLength(7);
  });

  test('quotes both sides of a contradiction, and says what statements are not shown', async () => {
    const many = Array.from({ length: 5 }, () => says(plan, 'implements', null, 'nói lại'));
    const disputed = await holdingHere([
      document(idOf(1), plan, [says(central('9-KL/TW', '2020-01-02'), 'implements')]),
      document(idOf(2), local('7-KH/HU', 'Bến Tre/Ba Tri'), [...many, says(central('9-KL/TW', '2020-02-01'), 'cites')]),
    ]);
    const text = await textOf((await written(disputed, around, 'docx')).bytes);
    expect(text).toContain('Kết luận 9-KL/TW (TW) được ghi các ngày khác nhau: 2/1/2020 (theo 1 văn bản); 1/2/2020 (theo 1 văn bản).');
    expect(text).toContain('Còn 2 lời chứng khác, không nêu ở đây.');
  });

  test.skipIf(inject('engine') !== 'embedded')('is read by LibreOffice', { timeout: 120_000 }, async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vankien-docx-'));
    try {
      await writeFile(join(folder, 'a.docx'), bytes);
      const read = await convertedByWriter(folder);
      skip(read === null, 'LibreOffice Writer is not installed');
      expect(read).toContain('Hồ sơ chuỗi văn bản: Kế hoạch 20-KH/TU');
      expect(read).toContain('Nước "sạch" & <rừng>');
      expect(read).toContain('7. Tệp nguồn');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function convertedByWriter(folder: string): Promise<string | null> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  try {
    await promisify(execFile)(findProgram('LibreOffice'), [
      ...[profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'a.docx')],
    ]);
    return await readFile(join(folder, 'a.txt'), 'utf8');
  } catch {
    return null;
  }
}
