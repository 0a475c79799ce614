import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { allByName, plan } from '../api/documents.ts';
import { noEngine } from '../support/engine.ts';
import { holdingFiles, vankien } from './world.ts';

const { data, path } = holdingFiles(allByName);
let draft: string;

beforeAll(async () => {
  draft = path('du-thao.txt');
  await writeFile(draft, plan.text.replace('Số 35-KH/TU', 'Số 68-KH/TU').replaceAll('ngày 12/4/2022', 'ngày 04/12/2022'));
});

describe.skipIf(noEngine)('audit', () => {
  test('of a draft tells what is wrong in English and Vietnamese, with both sides and what to do', async () => {
    const { code, out, err } = await vankien(data, 'audit', draft);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('! other-date  p. 1: “');
    expect(out).toContain('The draft gives the date of 21-KL/TW (TW, XIII) as 2022-12-04');
    expect(out).toContain('Dự thảo ghi ngày của 21-KL/TW (TW, XIII) là 04/12/2022');
    expect(out).toContain('2022-04-12 (its own head');
    expect(out).toContain('→ Write 2022-04-12');
    expect(out).toContain('→ Ghi 12/04/2022');
    expect(out).toMatch(/21-KL\/TW \(\d×\): held: .*other-date/);
  });

  test('of a draft as JSON', async () => {
    const ran = await vankien(data, 'audit', draft, '--json');
    expect(ran.json()).toMatchObject({ document: { number: '68-KH/TU' }, citations: [{ key: '21-KL/TW', held: true }] });
  });

  test('of the collection shows findings and counts', async () => {
    const { code, out } = await vankien(data, 'audit', '--counts', '--limit', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ findings? in all:|Nothing was found/);
    expect((await vankien(data, 'audit', '--code', 'cycle')).out).toBe('Nothing was found. · Không phát hiện gì.');
  });

  test('refuses what it cannot read, and options that do not go together', async () => {
    expect((await vankien(data, 'audit', path('nirgends.txt'))).err).toContain('unreadable-file');
    expect((await vankien(data, 'audit', draft, '--counts')).code).toBe(2);
    expect((await vankien(data, 'audit', '--code', 'strange')).code).toBe(2);
  });
});
