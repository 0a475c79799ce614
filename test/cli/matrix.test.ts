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
};

const { data } = holdingFiles(files);

describe.skipIf(noEngine)('matrix', () => {
  test('shows units against directives, and what its words and marks mean', async () => {
    const { code, out } = await vankien(data, 'matrix', '12 ct tw', '--unit', 'tinh uy ben tre', 'tinh uy ca mau');
    expect(code).toBe(0);
    expect(out).toMatch(/^2 units\n\n +12-CT\/TW +issued +median\n/u);
    expect(out).toMatch(/\nTỉnh ủy Bến Tre +20-KH\/TU 50 d +1\/1 +50 d\n/u);
    expect(out).toMatch(/\nTỉnh ủy Cà Mau \? +silent +0\/1\n/u);
    expect(out).toContain('silent: no document held here shows an answer (không có văn bản đang lưu cho thấy)');
  });

  test('shows the words behind the cells', async () => {
    const { out } = await vankien(data, 'matrix', '12-CT/TW', '--level', 'province', '--proof');
    expect(out).toMatch(
      /\nTỉnh ủy Bến Tre · 12-CT\/TW .*\n {2}20-KH\/TU .*\n {4}implements 12-CT\/TW\n {4}“.*12-CT\/TW.*” \(kh20\.txt, page 1\)/u,
    );
  });

  test('is the same as JSON', async () => {
    const { json } = await vankien(data, 'matrix', '12-CT/TW', '--within', 'ben tre', '--json');
    expect(json()).toMatchObject({ total: 1, rows: [{ cells: [{ state: 'held', days: 50 }] }], choices: [] });
  });

  test('tells what is near where nothing is known', async () => {
    const { code, err } = await vankien(data, 'matrix', '12-CT/TV');
    expect([code, err]).toEqual([1, expect.stringContaining('Near it: 12-CT/TW')]);
  });
});
