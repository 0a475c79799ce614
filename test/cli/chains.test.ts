import { describe, expect, test } from 'vitest';
import { plan } from '../library/library.ts';
import { noEngine } from '../support/engine.ts';
import { holdingFiles, vankien } from './world.ts';

const files: Readonly<Record<string, string>> = {
  'kh20.txt': plan({
    number: '20-KH/TU',
    date: '05 tháng 3 năm 2022',
    body: 'Thực hiện Chỉ thị số 12-CT/TW, ngày 14/01/2022 của Ban Bí thư, các chi bộ trồng cây ven đường.',
  }),
  'qc5.txt': plan({ number: '5-QC/TU', type: 'QUY CHẾ', date: '01 tháng 3 năm 2021', body: 'Các chi bộ nhận chăm sóc cây.' }),
  'qc30.txt': plan({ number: '30-QC/TU', type: 'QUY CHẾ', date: '01 tháng 6 năm 2022', body: 'Quy chế này thay thế Quy chế số 5-QC/TU.' }),
  'kh31.txt': plan({
    number: '31-KH/TU',
    date: '07 tháng 7 năm 2022',
    body: 'Căn cứ Quy chế số 5-QC/TU;\nThực hiện Kế hoạch số 20-KH/TU, các chi bộ trồng tre.',
  }),
};

const { data } = holdingFiles(files);

describe.skipIf(noEngine)('what is narrowed to a province', () => {
  test('tells of graph, cascade and statements what is counted in over the reform of 2025, by which act, and what is not followed', async () => {
    const told = 'Of Vĩnh Long (Bến Tre): 2 documents.\n  with Bến Tre: what it issued before 2025-07-01 (Nghị quyết số 202/2025/QH15)';
    for (const command of ['graph', 'cascade']) {
      const { code, out } = await vankien(data, command, '12-CT/TW', '--within', 'Vĩnh Long');
      expect([command, code, out]).toEqual([command, 0, expect.stringContaining(told)]);
    }
    const { out } = await vankien(data, 'statements', '20-KH/TU', '--within', 'vinh long');
    expect(out).toMatch(
      /: 1 statement\n {2}implemented by: 31-KH\/TU.*\n.*\n\nOf vinh long \(Bến Tre\): 1 document\.\n {2}with Bến Tre: /u,
    );
    const unit = await vankien(data, 'statements', '20-KH/TU', '--within', 'Ba Tri');
    expect(unit.out).toMatch(/: 0 statements\n\nOf Ba Tri: 0 documents\.\n\n1 finding:\n {2}not-followed: .*2025-07-01/u);
  });
});

describe.skipIf(noEngine)('chains', () => {
  test('path shows every step with its words, whichever end is named first', async () => {
    const { code, out } = await vankien(data, 'path', '31-KH/TU', '12 ct tw');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^1\. 2 steps:\n {2}31-KH\/TU .*\n {2}implements.*: 20-KH\/TU .*\n {4}“.*20-KH\/TU.*” \(kh31\.txt, page 1\)\n {2}implements.*: 12-CT\/TW/u,
    );
    expect((await vankien(data, 'path', '12-CT/TW', '31-KH/TU')).out).toBe(out);
    expect((await vankien(data, 'path', '30-QC/TU', '12-CT/TW')).out).toBe('No chain leads from 30-QC/TU to 12-CT/TW or back.');
  });

  test('cascade shows the tree with the days between, and sums it up by level', async () => {
    const { code, out } = await vankien(data, 'cascade', '12-CT/TW');
    expect(code).toBe(0);
    expect(out).toMatch(/^12-CT\/TW .*\n {2}implemented by, 50 days later: 20-KH\/TU/u);
    expect(out).toContain('implemented by, 124 days later: 31-KH/TU');
    expect(out).toContain('province: 2 documents of 1 place, 2 in the collection; days: 50 to 124, median 87, of 2');
    expect((await vankien(data, 'cascade', '12-CT/TW', '--within', 'Cà Mau')).out).toContain('Of Cà Mau: 0 documents.');
  });

  test('effect tells what ended a document, as of a day, and what still cites it', async () => {
    const { code, out } = await vankien(data, 'effect', '5-QC/TU');
    expect(code).toBe(0);
    expect(out).toMatch(/^5-QC\/TU \(Bến Tre, 2020-2025\) was replaced by 30-QC\/TU \(Bến Tre, 2020-2025\) of 2022-06-01/u);
    expect(out).toMatch(/1 statement rests on it or cites it from 2022-06-02 on:\n {2}2022-07-07 basis of: 31-KH\/TU/u);
    expect((await vankien(data, 'effect', '5-QC/TU', '--day', '31/5/2022')).out).toMatch(
      /^No document held here says that 5-QC\/TU .* as of 2022-05-31\./u,
    );
  });

  test('missing lists what is named and not held, with who names it', async () => {
    const { code, out } = await vankien(data, 'missing');
    expect(code).toBe(0);
    expect(out).toMatch(/^1 document is named and not in the collection\n\n1\. 12-CT\/TW \(TW, XIII, 2022-01-14\)/u);
    expect(out).toContain('ground of 1 document, 1 of them held; by Bến Tre 1');
    expect(out).toMatch(/2022-01-14, Ban Bí thư: kh20\.txt/u);
    expect((await vankien(data, 'missing', '--level', 'base')).out).toBe('0 documents are named and not in the collection');
  });

  test('statements pages all that is stated of a document', async () => {
    const { code, out } = await vankien(data, 'statements', '5-QC/TU', '--limit', '1');
    expect(code).toBe(0);
    expect(out).toMatch(/: 2 statements\n {2}replaced by: 30-QC\/TU/u);
    const after = /--after (\S+)$/u.exec(out)?.[1] ?? '';
    expect((await vankien(data, 'statements', '5-QC/TU', '--limit', '1', '--after', after)).out).toMatch(
      /basis of: 31-KH\/TU .*\n {4}“Căn cứ/u,
    );
    const pair = await vankien(data, 'statements', '5-QC/TU', '--other', '30-QC/TU', '--json');
    expect(pair.json()).toMatchObject({ total: 1, statements: [{ kind: 'replaces' }] });
    expect((await vankien(data, 'statements', '5-QC/TU', '--after', 'x')).code).toBe(2);
  });

  test.each(['path', 'cascade', 'effect', 'statements'])('%s tells what is near where nothing is known', async (command) => {
    const { code, err } = await vankien(data, command, '12-CT/TV', ...(command === 'path' ? ['20-KH/TU'] : []));
    expect([code, err]).toEqual([1, expect.stringContaining('Near it: 12-CT/TW')]);
  });
});
