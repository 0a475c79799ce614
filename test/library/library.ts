import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openLibrary } from '#services/compose.ts';
import type { IncomingFile, Library } from '#services/library/library.ts';
import type { AddOutcome, Graph } from '#services/library/shapes.ts';
import { engineFor } from '../support/engine.ts';

/** An empty folder that is taken away after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-library-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The library as shipped, on a folder of its own unless one is given; closed after the test. */
export async function freshLibrary(data?: string): Promise<Library> {
  const folder = data ?? (await emptyFolder());
  const library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  onTestFinished(() => library.close());
  return library;
}

export function fileOf(name: string, text: string, source = `/test/${name}`): IncomingFile {
  return { name, source, read: async () => new TextEncoder().encode(text) };
}

export async function add(library: Library, ...files: readonly IncomingFile[]): Promise<AddOutcome[]> {
  return await Array.fromAsync(library.add(files));
}

/** A short document in the form of a provincial office. */
export function plan(options: { number: string; place?: string; date?: string; body: string; type?: string }): string {
  const { number, place = 'Bến Tre', date = '05 tháng 3 năm 2022', body, type = 'KẾ HOẠCH' } = options;
  return [
    `TỈNH ỦY ${place.toUpperCase()}                        ĐẢNG CỘNG SẢN VIỆT NAM`,
    `Số ${number}                              ${place}, ngày ${date}`,
    '',
    type,
    'về chăm sóc cây xanh ven đường liên xã',
    '-----',
    '',
    body,
    '',
    'Nơi nhận:                              T/M BAN THƯỜNG VỤ',
    '- Các huyện ủy,                        PHÓ BÍ THƯ',
    '- Lưu Văn phòng.                       Trịnh Hoài Nam',
  ].join('\n');
}

/** A graph without what depends on where files were when they were read. */
export async function graphsAround(library: Library, keys: readonly string[]): Promise<Graph[]> {
  return await Promise.all(keys.map((of) => library.trace({ of, direction: 'both', depth: 5, limit: 1000 })));
}
