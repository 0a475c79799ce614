import { chmod, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../../scripts/bench/documents.ts';
import { noEngine } from '../support/engine.ts';
import { emptyFolder, vankien } from './world.ts';

/** A folder with a collection of generated documents, and the folder it was made from. */
let root: string;
let sources: string;
let data: Record<string, string>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'vankien-cli-'));
  sources = join(root, 'sources');
  data = { VANKIEN_DATA: join(root, 'data') };
  await mkdir(join(sources, 'inner'), { recursive: true });
  for (let index = 0; index < 8; index++) {
    const { name, text } = documentOf(index);
    await writeFile(join(sources, index < 4 ? '' : 'inner', name), text);
  }
  const { code, out } = await vankien(data, 'ingest', sources);
  expect([code, out.split('\n').at(-1)]).toEqual([0, '8 files: 8 added, 0 updated, 0 known already, 0 refused.']);
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe.skipIf(noEngine)('ingest', () => {
  test('does no work over again', async () => {
    const { code, out } = await vankien(data, 'ingest', sources);
    expect([code, out.split('\n').at(-1)]).toEqual([0, '8 files: 0 added, 0 updated, 8 known already, 0 refused.']);
  });

  test('tells every file and counts them, as JSON', async () => {
    const { json } = await vankien(data, 'ingest', sources, '--json');
    expect(json()).toMatchObject({
      summary: { files: 8, added: 0, updated: 0, known: 8, refused: 0, hidden: 0 },
      outcomes: Array.from({ length: 8 }, () => ({ outcome: 'known', failure: null })),
    });
  });

  test('takes patterns, and files given twice once', async () => {
    const folder = await emptyFolder();
    const { json } = await vankien(
      { VANKIEN_DATA: folder },
      'ingest',
      join(sources, '**/*-KH-*.txt'),
      join(sources, '10-KH-0.txt'),
      '--json',
    );
    const names = (json() as { outcomes: { name: string }[] }).outcomes.map(({ name }) => name);
    expect(names.length).toBe(new Set(names).size);
    expect(names).toContain('10-KH-0.txt');
    expect(names.every((name) => name.includes('-KH-'))).toBe(true);
  });

  test('tells what it cannot read, goes on with the rest, and ends with 1', async () => {
    const folder = await emptyFolder();
    const bad = join(folder, 'bad');
    await mkdir(join(bad, 'loop'), { recursive: true });
    await writeFile(join(bad, 'empty.txt'), '');
    await writeFile(join(bad, 'good.txt'), documentOf(0).text);
    await writeFile(join(bad, 'Tờ trình số 5.txt'), documentOf(1).text);
    await writeFile(join(bad, 'broken.pdf'), '%PDF-1.7 and nothing else');
    await writeFile(join(bad, '.hidden.txt'), documentOf(2).text);
    await writeFile(join(bad, 'a\u001b[2Jb.txt'), documentOf(3).text);
    await symlink(bad, join(bad, 'loop', 'back'));
    await symlink(join(bad, 'nowhere'), join(bad, 'dangling.txt'));
    await symlink(join(bad, 'self'), join(bad, 'self'));
    const { code, json } = await vankien(
      { VANKIEN_DATA: join(folder, 'data') },
      'ingest',
      bad,
      join(folder, 'missing.txt'),
      'no-such-*',
      '--json',
    );
    expect(code).toBe(1);
    const { summary, outcomes } = json() as { summary: unknown; outcomes: { name: string; failure: { code: string } | null }[] };
    expect(summary).toMatchObject({ added: 2, refused: 7, hidden: 1 });
    expect(Object.fromEntries(outcomes.map(({ name, failure }) => [name, failure?.code ?? null]))).toEqual({
      'empty.txt': 'empty-file',
      'good.txt': null,
      'Tờ trình số 5.txt': null,
      'broken.pdf': 'damaged-file',
      'a\u001b[2Jb.txt': 'bad-name',
      'dangling.txt': 'unreadable-file',
      self: 'unreadable-file',
      'missing.txt': 'unreadable-file',
      'no-such-*': 'unreadable-file',
    });
  });

  test('shows no control characters of file names on a terminal', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'a\u001b[2Jb.txt'), documentOf(3).text);
    const { out } = await vankien({ VANKIEN_DATA: join(folder, 'data') }, 'ingest', join(folder, 'a\u001b[2Jb.txt'));
    expect(out).toContain('a\ufffd[2Jb.txt');
    expect(out).not.toContain('\u001b');
  });

  test.skipIf(process.getuid?.() === 0)('tells a file that may not be read', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'secret.txt'), documentOf(0).text);
    await chmod(join(folder, 'secret.txt'), 0);
    const { code, out } = await vankien({ VANKIEN_DATA: join(folder, 'data') }, 'ingest', join(folder, 'secret.txt'));
    expect(code).toBe(1);
    expect(out).toMatch(/refused {2}secret\.txt: It may not be read\..*\(unreadable-file\)/u);
  });

  test('refuses a file above the limit without reading it', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'large.txt'), 'x'.repeat(1024 * 1024 + 1));
    const { code, out } = await vankien(
      { VANKIEN_DATA: join(folder, 'data'), VANKIEN_MAX_FILE_MB: '1' },
      'ingest',
      join(folder, 'large.txt'),
    );
    expect([code, out]).toEqual([1, expect.stringContaining('(file-too-large)')]);
  });
});

describe.skipIf(noEngine)('extract', () => {
  test('prints one annotation a line and stores nothing', async () => {
    const folder = await emptyFolder();
    const { code, out, err } = await vankien({ VANKIEN_DATA: join(folder, 'data') }, 'extract', sources);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(8);
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'file',
      'document',
      'signatures',
      'recipients',
      'aliases',
      'citations',
      'attested',
      'tasks',
    ]);
    expect(lines.find(({ file }) => file === '10-KH-0.txt')?.document).toMatchObject({
      type: 'KH',
      number: '10-KH/TU',
      place: 'Bến Tre',
      date: '2021-01-01',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('tells what cannot be read on stderr, one object a line, and goes on', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'empty.txt'), '');
    const { code, out, err } = await vankien({}, 'extract', join(folder, 'empty.txt'), join(sources, '10-KH-0.txt'));
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(1);
    expect(JSON.parse(err)).toMatchObject({ file: 'empty.txt', failure: { code: 'empty-file' } });
  });
});

describe.skipIf(noEngine)('questions to the collection', () => {
  test('search shows the documents with their passages', async () => {
    const { code, out } = await vankien(data, 'search', 'nghe', 'nhan');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ documents?/u);
    expect(out).toMatch(/- page 1, .*»nghệ« »nhân«/u);
  });

  test.each(['"', '(', '*', '%', 'AND', 'OR NOT', '-x*'])('search refuses %j with a sentence', async (words) => {
    const { code, err } = await vankien(data, 'search', '--', words);
    expect([code, err]).toEqual([2, expect.stringContaining('Error (bad-query)')]);
  });

  test.each(['NEAR(', '01-KL/TW', 'name:x', 'a AND'])('search takes %j for words', async (words) => {
    expect((await vankien(data, 'search', '--', words)).code).toBe(0);
  });

  test('search --all lists every document that matches, with or without words', async () => {
    const all = (await vankien(data, 'search', '--all', '--json')).out.split('\n').map((line) => JSON.parse(line) as { id: string });
    expect(all).toHaveLength(8);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
    const { total } = (await vankien(data, 'search', '12-CT/TW', '--json')).json() as { total: number };
    expect(total).toBeGreaterThan(0);
    expect((await vankien(data, 'search', '--all', '12-CT/TW')).out.split('\n')).toHaveLength(total);
  });

  test('search says why hits were found, counts facets, and goes on behind a page', async () => {
    const { out } = await vankien(data, 'search', '10-KH/TU', '--limit', '2', '--facets', '--order', 'relevance');
    const total = Number(/^(\d+) documents, shown 1 to 2$/mu.exec(out)?.[1]);
    expect(total).toBeGreaterThan(2);
    expect(out).toMatch(/^by type: KH \d/mu);
    expect(out).toMatch(/, id [0-9a-f]{16}, found by its own number$/mu);
    const after = /^The next page: --after (\S+)$/mu.exec(out)?.[1] ?? '';
    const { out: next } = await vankien(data, 'search', '10-KH/TU', '--limit', '100', '--after', after);
    const ids = (text: string) => [...text.matchAll(/, id ([0-9a-f]{16})/gu)].map((match) => match[1]);
    expect(new Set([...ids(out), ...ids(next)]).size).toBe(total);
    expect([ids(next).length, next.includes('--after'), next.includes('by type')]).toEqual([total - 2, false, false]);
    expect((await vankien(data, 'search', 'làng', '--after', after)).code).toBe(2);
  });

  test('search proposes another spelling where it finds nothing', async () => {
    expect((await vankien(data, 'search', 'làng', 'ngheèe')).out).toMatch(/^0 documents\nDid you mean: làng nghề \(\d+ documents?\)\?$/u);
  });

  test('suggest tells what goes on from words half typed', async () => {
    expect((await vankien(data, 'suggest', '10-K')).out).toContain('10-KH/TU');
    expect((await vankien(data, 'suggest', 'xyzzy')).out).toBe('Nothing in the collection goes on from this.');
    expect((await vankien(data, 'suggest', '10-K', '--limit', '1', '--json')).json()).toMatchObject({
      typed: '10-K',
      suggestions: [{ kind: 'number', query: expect.stringMatching(/^10-K/u) }],
    });
  });

  test('search gives the answer as JSON, and an error as JSON too', async () => {
    expect((await vankien(data, 'search', 'làng', 'nghề', '--json')).json()).toMatchObject({ query: 'làng nghề', hits: expect.any(Array) });
    const { code, err } = await vankien(data, 'search', '"', '--json');
    expect([code, JSON.parse(err)]).toMatchObject([2, { error: { code: 'bad-query' } }]);
  });

  test('show gives all that bear a number, in any way of writing it', async () => {
    const ids = async (...args: string[]) =>
      ((await vankien(data, 'show', ...args, '--json')).json() as { id: string }[]).map(({ id }) => id).sort();
    const found = await ids('10-KH/TU');
    expect(found).toHaveLength(6);
    expect(await ids('10', 'kh', 'tu')).toEqual(found);
    expect(await ids(found[0] ?? '')).toEqual([found[0]]);
    expect((await vankien(data, 'show', '10-KH/TU')).out).toContain('10-KH/TU · ');
  });

  test('show names what is near where nothing is found, and tells cited documents from unknown ones', async () => {
    const unknown = await vankien(data, 'show', '10-KH/TV');
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Near it: 10-KH/TU')]);
    const cited = await vankien(data, 'show', '12-CT/TW');
    expect([cited.code, cited.err]).toEqual([1, expect.stringContaining('It is cited, but no document held bears "12-CT/TW"')]);
  });

  test('graph shows who carries a document out, with the words', async () => {
    const { code, out } = await vankien(data, 'graph', '12-CT/TW', '--down', '--depth', '1');
    expect(code).toBe(0);
    expect(out).toContain('12-CT/TW (TW, XIII, 2021-04-14, not in the collection)');
    expect(out).toMatch(/implemented by: \d+-\S+\/TU/u);
    expect(out).toMatch(/“.*12-CT\/TW.*” \(.*\.txt, page 1/u);
  });

  test.each(['47-qd/tw', '47 qd tw', '47-QĐi/TW'])(
    'graph knows a number without its marks, and one printed otherwise elsewhere: %s',
    async (typed) => {
      const { code, out } = await vankien(data, 'graph', typed, '--down', '--depth', '1');
      expect(code).toBe(0);
      expect(out).toMatch(/^47-QĐ\/TW \(/u);
      expect(out).toEqual((await vankien(data, 'graph', '47-QĐ/TW', '--down', '--depth', '1')).out);
    },
  );

  test('graph lists the choice where a number could be several documents', async () => {
    const { code, out } = await vankien(data, 'graph', '10-KH/TU');
    expect(code).toBe(0);
    expect(out).toContain('10-KH/TU could be one of 6 documents');
  });

  test('graph takes a direction, a depth and relations', async () => {
    const { json } = await vankien(data, 'graph', '12-CT/TW', '--up', '--depth', '2', '--relation', 'implements', '--json');
    expect(json()).toMatchObject({ root: '12-CT/TW@TW@XIII', nodes: [{ depth: 0 }], edges: [] });
  });

  test('graph and show tell every kind of relation of a pair, the strongest first', async () => {
    const folder = await emptyFolder();
    const own = { VANKIEN_DATA: join(folder, 'data') };
    const text = [
      'TỈNH ỦY BẾN TRE\nSố 9-QĐ/TU\nBến Tre, ngày 20 tháng 6 năm 2022\nQUYẾT ĐỊNH\nvề quản lý cây xanh\n-----',
      'Căn cứ Quy chế số 4-QC/TU của Ban Chấp hành Đảng bộ tỉnh,\nBAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH:',
      'Điều 1. Bãi bỏ Quy chế số 4-QC/TU.\nĐiều 2. Quyết định này được đính chính bởi Công văn số 12-CV/TU.\n',
    ].join('\n');
    await writeFile(join(folder, 'qd.txt'), text);
    await vankien(own, 'ingest', join(folder, 'qd.txt'));
    const { out } = await vankien(own, 'graph', '4-QC/TU', '--down');
    expect(out).toContain('repealed by, basis of: 9-QĐ/TU');
    expect(out).toMatch(/Bãi bỏ .*\n.*“Căn cứ Quy chế/u);
    expect((await vankien(own, 'graph', '4-QC/TU', '--down', '--relation', 'repeals')).out).toContain('repealed by: 9-QĐ/TU');
    expect((await vankien(own, 'graph', '4-QC/TU', '--down', '--relation', 'amends')).out).toContain('Nothing is linked');
    const corrected = (await vankien(own, 'graph', '12-CV/TU', '--up')).out;
    expect(corrected).toContain('corrects: 9-QĐ/TU');
    expect(corrected).not.toContain('said by a third');
    const shown = (await vankien(own, 'show', '9-QĐ/TU')).out;
    expect(shown).toMatch(/repeals +4-QC\/TU .*, 2 mentions, also basis/u);
    expect(shown).toContain('it says that 12-CV/TU corrects this document');
    expect((await vankien(own, 'stats')).out).toContain('2 relations');
  });

  test('tasks lists who, what, and by when, narrowed by who and when', async () => {
    const total = async (...args: string[]) => ((await vankien(data, 'tasks', ...args, '--json')).json() as { total: number }).total;
    const all = await total();
    expect(all).toBeGreaterThan(8);
    const some = await total('--assignee', 'ban to chuc');
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await total('--from', '1/1/2023', '--to', '2023-12-31')).toBeLessThan(all);
    expect(await total('--to', '1999-12-31')).toBe(0);
    const { out } = await vankien(data, 'tasks', '--limit', '1');
    expect(out).toMatch(/tasks, shown 1 to 1\n\n- .*\n {2}who: .*\n(?: {2}.*\n)* {2}in .*page 1$/u);
  });

  test('tasks asks which document is meant where several bear the number', async () => {
    const { code, err } = await vankien(data, 'tasks', '--document', '10-KH/TU');
    expect([code, err]).toEqual([2, expect.stringContaining('Choose one by its id')]);
    const [first] = (await vankien(data, 'show', '10-KH/TU', '--json')).json() as { id: string; tasks: unknown[] }[];
    const list = (await vankien(data, 'tasks', '--document', first?.id ?? '', '--json')).json() as { total: number };
    expect(list.total).toBe(first?.tasks.length);
  });

  test('stats, doctor and rebuild tell their results', async () => {
    expect((await vankien(data, 'stats')).out).toMatch(/^8 documents, \d+ citations, \d+ relations, \d+ tasks, \d+ findings?\./u);
    expect(await vankien(data, 'doctor')).toMatchObject({ code: 0, out: '8 documents, nothing wrong.' });
    expect(await vankien(data, 'rebuild')).toMatchObject({ code: 0, out: '8 documents in the new index.' });
    expect((await vankien(data, 'doctor', '--json')).json()).toMatchObject({ healthy: true, documents: 8 });
    expect((await vankien(data, 'rebuild', '--json')).json()).toEqual({ documents: 8, failures: 0 });
  });

  test('rebuild --back returns to the index before', async () => {
    const folder = await emptyFolder();
    const own = { VANKIEN_DATA: folder };
    await vankien(own, 'ingest', join(sources, 'inner'));
    expect(await vankien(own, 'rebuild', '--back')).toMatchObject({ code: 1, err: expect.stringContaining('No earlier index is kept') });
    await vankien(own, 'rebuild');
    await vankien(own, 'ingest', sources);
    expect(await vankien(own, 'rebuild', '--back')).toMatchObject({
      code: 0,
      out: 'The index before the last rebuild answers again; 4 documents accepted since were put in.',
    });
    expect(await vankien(own, 'stats')).toMatchObject({ code: 0, out: expect.stringContaining('8 documents') });
  });

  test('a process that only reads answers and refuses documents', async () => {
    const reading = { ...data, VANKIEN_READ_ONLY: '1' };
    expect((await vankien(reading, 'stats')).out).toContain('8 documents');
    for (const command of [['ingest', sources], ['rebuild'], ['doctor']]) {
      expect(await vankien(reading, ...command)).toMatchObject({ code: 1, err: expect.stringContaining('Error (read-only)') });
    }
  });

  test('doctor ends with 1 and names the fault', async () => {
    const folder = await emptyFolder();
    const own = { VANKIEN_DATA: folder };
    await vankien(own, 'ingest', join(sources, '10-KH-0.txt'));
    await rm(join(folder, 'originals'), { recursive: true });
    const { code, out } = await vankien(own, 'doctor');
    expect([code, out]).toEqual([1, expect.stringContaining('fault original-damaged: 10-KH-0.txt')]);
  });
});

describe.skipIf(noEngine)('serve and start', () => {
  test('serve makes an empty collection where there is none and tells its address', async () => {
    const folder = join(await emptyFolder(), 'data');
    const { code, out } = await vankien({ VANKIEN_DATA: folder }, 'serve', '--port', '9123');
    expect([code, out]).toEqual([0, expect.stringContaining('Serving http://127.0.0.1:9123')]);
  });

  test('start reads the samples once', async () => {
    const own = { VANKIEN_DATA: join(await emptyFolder(), 'data'), VANKIEN_PORT: '9124' };
    const first = await vankien(own, 'start');
    expect(first.out).toMatch(/Samples: (\d+) read, 0 known already, 0 refused\.\n\1 documents, /u);
    expect(first.out).toContain('Serving http://127.0.0.1:9124');
    const second = await vankien(own, 'start');
    expect(second.out).toMatch(/^Samples: 0 read, \d+ known already, 0 refused\./u);
  });
});

describe.skipIf(noEngine)('wrong use', () => {
  test.each([
    [['frob'], "unknown command 'frob'"],
    [['ingest'], "missing required argument 'path'"],
    [['search'], "missing required argument 'words'"],
    [['search', 'x', '--limit', '0'], 'It must be a whole number from 1 to 1000.'],
    [['search', 'x', '--from', '30/2/2024'], 'It must be a day'],
    [['search', 'x', '--offset', '10001'], 'It must be a whole number from 0 to 10000.'],
    [['search', 'x', '--offset', '1', '--after', 'y'], 'cannot be used with option'],
    [['search', 'x', '--order', 'best'], 'Allowed choices are relevance, newest, oldest, added.'],
    [['suggest'], "missing required argument 'words'"],
    [['graph', 'x', '--depth', '101'], 'It must be a whole number from 1 to 100.'],
    [['path', 'x'], "missing required argument 'second'"],
    [['effect', 'x', '--day', '30/2/2024'], 'It must be a day'],
    [['statements', 'x', '--up', '--down'], 'cannot be used with option'],
    [['missing', '--level', 'ward'], 'Allowed choices are central'],
    [['graph', 'x', '--relation', 'loves'], 'Allowed choices are amends'],
    [['tasks', '--recurs', 'daily'], 'Allowed choices are weekly'],
    [['serve', '--port', 'http'], 'It must be a whole number from 0 to 65535.'],
    [['stats', '--frob'], "unknown option '--frob'"],
  ])('%j ends with 2 and says how it is used', async (args, sentence) => {
    const { code, err } = await vankien(data, ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).toContain('--help');
  });

  test('without a command shows the help', async () => {
    const { code, err } = await vankien(data);
    expect([code, err]).toEqual([2, expect.stringContaining('A first walk:')]);
  });

  test.each(['search', 'show', 'graph', 'tasks', 'stats', 'doctor', 'rebuild'])(
    '%s without a collection says what to do and makes none',
    async (command) => {
      const folder = join(await emptyFolder(), 'none');
      const { code, err } = await vankien({}, command, ...(/search|show|graph/u.test(command) ? ['x'] : []), '--data', folder);
      expect([code, err]).toEqual([1, expect.stringContaining('Run `vankien ingest PATH` first')]);
      await expect(readdir(folder)).rejects.toThrow();
    },
  );

  test.each(['start', 'ingest', 'extract', 'search', 'show', 'graph', 'tasks', 'stats', 'rebuild', 'doctor', 'serve'])(
    '%s teaches by example',
    async (command) => {
      const { code, out } = await vankien(data, command, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`Examples?:\\n  vankien ${command}`, 'u'));
      expect(out).toContain('--json');
      expect(out).toContain('--data');
    },
  );
});
