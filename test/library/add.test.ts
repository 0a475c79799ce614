import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '#ingest/model/failure.ts';
import { noEngine } from '../support/engine.ts';
import { add, emptyFolder, fileOf, freshLibrary, plan } from './library.ts';

const first = plan({ number: '31-KH/TU', body: 'Các huyện ủy trồng dặm cây xanh ở hai bên đường.' });
const second = plan({ number: '31-KH/TU', body: 'Các huyện ủy trồng dặm cây xanh và tỉa cành trước mùa mưa bão.' });
const other = plan({ number: '57-KH/TU', body: 'Văn phòng thống kê số cây bị gãy đổ.' });

describe.skipIf(noEngine)('taking files in', () => {
  test('makes a document findable, and its file is kept byte for byte', async () => {
    const library = await freshLibrary();
    const [outcome] = await add(library, fileOf('a.txt', first));
    expect(outcome).toMatchObject({ outcome: 'added', revision: 1, failure: null });
    const found = await library.search('trong dam cay xanh', {}, { from: 0, size: 10 });
    expect(found.hits.map((hit) => hit.document.id)).toEqual([outcome?.document]);
    const { bytes, name, mediaType } = await library.original(outcome?.document ?? '');
    expect({ text: new TextDecoder().decode(bytes), name, mediaType }).toEqual({ text: first, name: 'a.txt', mediaType: 'text/plain' });
  });

  test('costs nothing for bytes that are known, wherever they come from', async () => {
    const library = await freshLibrary();
    await add(library, fileOf('a.txt', first));
    const again = await add(library, fileOf('a.txt', first), fileOf('copy.txt', first), fileOf('a.txt', first, 'upload:a.txt'));
    expect(again.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known']);
    expect((await library.stats()).documents).toBe(1);
  });

  test('knows the same bytes within one batch', async () => {
    const library = await freshLibrary();
    const outcomes = await add(library, fileOf('a.txt', first), fileOf('b.txt', first));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'known']);
    expect(outcomes[1]?.document).toBe(outcomes[0]?.document);
  });

  test('makes a changed file a new version and keeps the old one', async () => {
    const library = await freshLibrary();
    const [before] = await add(library, fileOf('a.txt', first));
    const [after] = await add(library, fileOf('a.txt', second));
    expect(after).toMatchObject({ outcome: 'updated', document: before?.document, revision: 2 });
    const id = before?.document ?? '';
    const [view] = await library.show(id);
    expect(view?.versions.map(({ revision, current }) => [revision, current])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(new TextDecoder().decode((await library.original(id, 1)).bytes)).toBe(first);
    expect(new TextDecoder().decode((await library.original(id)).bytes)).toBe(second);
    expect((await library.search('mùa mưa bão', {}, { from: 0, size: 10 })).total).toBe(1);
    expect((await library.stats()).documents).toBe(1);
  });

  test('makes two versions of one batch two versions', async () => {
    const library = await freshLibrary();
    const outcomes = await add(library, fileOf('a.txt', first), fileOf('a.txt', second));
    expect(outcomes.map(({ outcome, revision }) => [outcome, revision])).toEqual([
      ['added', 1],
      ['updated', 2],
    ]);
    expect((await library.doctor()).faults).toEqual([]);
  });

  test('follows a file that goes back to its earlier state', async () => {
    const library = await freshLibrary();
    await add(library, fileOf('a.txt', first));
    await add(library, fileOf('a.txt', second));
    const [back] = await add(library, fileOf('a.txt', first));
    expect(back).toMatchObject({ outcome: 'updated', revision: 3 });
    expect((await library.search('mùa mưa bão', {}, { from: 0, size: 10 })).total).toBe(0);
    expect((await add(library, fileOf('a.txt', first)))[0]?.outcome).toBe('known');
    expect((await library.doctor()).faults).toEqual([]);
  });

  test('makes another document of a file whose number is another one', async () => {
    const library = await freshLibrary();
    const [before] = await add(library, fileOf('a.txt', first));
    const [after] = await add(library, fileOf('a.txt', other));
    expect(after?.outcome).toBe('added');
    expect(after?.document).not.toBe(before?.document);
    expect((await library.stats()).documents).toBe(2);
  });

  test('takes an upload of a known name for a new version only where the identity is the same', async () => {
    const library = await freshLibrary();
    const unsure = (text: string) => text.replace(/Số .*/u, '').replace('TỈNH ỦY BẾN TRE', '');
    const outcomes = [
      ...(await add(library, fileOf('a.txt', first, 'upload:a.txt'))),
      ...(await add(library, fileOf('a.txt', second, 'upload:a.txt'))),
      ...(await add(library, fileOf('a.txt', unsure(first), 'upload:a.txt'))),
      ...(await add(library, fileOf('a.txt', unsure(second), 'upload:a.txt'))),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'updated', 'added', 'added']);
  });

  test('gives a document the same id whatever came before it', async () => {
    const [one, two] = [await freshLibrary(), await freshLibrary()];
    const forth = await add(one, fileOf('a.txt', first), fileOf('b.txt', other));
    const back = await add(two, fileOf('b.txt', other), fileOf('a.txt', first));
    expect(back.map(({ document }) => document)).toEqual(forth.map(({ document }) => document).reverse());
  });
});

describe.skipIf(noEngine)('files that cannot be taken in', () => {
  const refusing = (code: 'unreadable-file') => async (): Promise<Uint8Array> => {
    throw new Failure(code);
  };

  test('are outcomes with a code, in their place, and the rest goes on', async () => {
    const library = await freshLibrary();
    const outcomes = await add(
      library,
      fileOf('a.txt', first),
      fileOf('empty.txt', ''),
      { name: 'gone.txt', source: '/test/gone.txt', read: refusing('unreadable-file') },
      {
        name: 'odd.txt',
        source: '/test/odd.txt',
        read: async () => {
          throw new Error('the disk is on fire');
        },
      },
      fileOf('b.txt', other),
    );
    expect(outcomes.map(({ name, outcome, failure }) => [name, outcome, failure?.code ?? null])).toEqual([
      ['a.txt', 'added', null],
      ['empty.txt', 'refused', 'empty-file'],
      ['gone.txt', 'refused', 'unreadable-file'],
      ['odd.txt', 'refused', 'unreadable-file'],
      ['b.txt', 'added', null],
    ]);
    expect((await library.doctor()).faults).toEqual([]);
  });

  test.each(['', ' ', '..', '../a.txt', 'a/b.txt', 'a\\b.txt', 'a\u0000.txt', 'a\u001b[31m.txt', 'a\u202etxt.exe', 'á'.repeat(200)])(
    'have a name that is not acceptable: %j',
    async (name) => {
      const library = await freshLibrary();
      const [outcome] = await add(library, fileOf(name, first));
      expect(outcome?.failure?.code).toBe('bad-name');
    },
  );

  test.each(['báo cáo số 5.txt', 'Ủy ban.txt', 'a b (2).txt', '.ẩn.txt'])('have an ordinary name: %s is taken', async (name) => {
    const library = await freshLibrary();
    const [outcome] = await add(library, fileOf(name, first));
    expect(outcome?.outcome).toBe('added');
  });
});

describe.skipIf(noEngine)('writing', () => {
  test('serves several writers of one process in turn', async () => {
    const library = await freshLibrary();
    const texts = Array.from({ length: 12 }, (_, at) =>
      plan({ number: `${at + 1}-KH/TU`, body: `Đoạn đường thứ ${at + 1} trồng cây sao đen.` }),
    );
    const outcomes = await Promise.all([...texts, ...texts].map((text, at) => add(library, fileOf(`${at % 12}.txt`, text))));
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'added')).toHaveLength(12);
    expect(outcomes.flat().filter(({ outcome }) => outcome === 'known')).toHaveLength(12);
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: 12 });
  });

  test('is refused while another holds the lock, and reading goes on', async () => {
    const data = await emptyFolder();
    const [one, two] = [await freshLibrary(data), await freshLibrary(data)];
    const writing = one.add(
      (async function* () {
        yield fileOf('a.txt', first);
        await expect(add(two, fileOf('b.txt', other))).rejects.toMatchObject({ code: 'collection-busy' });
        expect((await two.stats()).documents).toBe(0);
      })(),
    );
    expect((await Array.fromAsync(writing)).map(({ outcome }) => outcome)).toEqual(['added']);
    expect((await two.stats()).documents).toBe(1);
    expect((await add(two, fileOf('b.txt', other)))[0]?.outcome).toBe('added');
  });

  test('ends in order where the reader of the outcomes stops early', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    for await (const outcome of library.add([fileOf('a.txt', first), fileOf('b.txt', other)])) {
      expect(outcome.outcome).toBe('added');
      break;
    }
    const elsewhere = await freshLibrary(data);
    expect((await elsewhere.doctor()).faults).toEqual([]);
  });

  test('takes the same bytes in once where they come from two sides at the same time', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    const sides = await Promise.all(['a.txt', 'b.txt', 'c.txt'].map((name) => add(library, fileOf(name, first))));
    expect(sides.flatMap((outcomes) => outcomes.map(({ outcome }) => outcome)).sort()).toEqual(['added', 'known', 'known']);
    expect(await library.doctor()).toMatchObject({ healthy: true, documents: 1, notes: [] });
  });

  test('keeps originals under their hash', async () => {
    const data = await emptyFolder();
    const library = await freshLibrary(data);
    const [outcome] = await add(library, fileOf('a.txt', first));
    const [view] = await library.show(outcome?.document ?? '');
    const hash = view?.file.hash ?? '';
    expect(await readFile(join(data, 'originals', hash.slice(0, 1), hash), 'utf8')).toBe(first);
    expect(outcome?.document).toBe(hash.slice(0, 16));
  });
});
