import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ErrorAnswer } from '#services/api/errors.ts';
import type { ApiOptions } from '#services/api/options.ts';
import { listen } from '#services/api/server.ts';
import { all, districtPlan, plan } from './documents.ts';
import { ask, openService, rawUpload, type Service, upload } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

const report = (words: string) =>
  districtPlan.text.replace('08-KH/HU', '112-BC/HU').replace('KẾ HOẠCH', 'BÁO CÁO').replace('giếng nước', words);

describe('adding documents', () => {
  test('takes a file in, whose document can be found at once', async () => {
    const { status, json } = await service.ask(upload({ name: 'Báo cáo 112.txt', content: report('giếng làng') }));
    expect(status).toBe(200);
    expect(json.files).toMatchObject([{ name: 'Báo cáo 112.txt', outcome: 'added', revision: 1, failure: null }]);
    const document = await service.ask(`/api/v1/documents/${encodeURIComponent(json.files[0].document)}`);
    expect(document.json).toMatchObject({ number: '112-BC/HU', name: 'Báo cáo 112.txt' });
    const found = await service.ask('/api/v1/search?q=112-BC%2FHU');
    expect(found.json.hits.map((hit: { document: { id: string } }) => hit.document.id)).toContain(json.files[0].document);
  });

  test('does nothing for a file that it has, and makes a new version of one that changed', async () => {
    const send = async (words: string) => (await service.ask(upload({ name: 'Báo cáo 112.txt', content: report(words) }))).json.files[0];
    const first = await send('giếng làng');
    expect(await send('giếng làng')).toMatchObject({ outcome: 'known', document: first.document, revision: 1 });
    expect(await send('giếng khoan')).toMatchObject({ outcome: 'updated', document: first.document, revision: 2 });
    const original = async (search: string) =>
      (await service.ask(`/api/v1/documents/${encodeURIComponent(first.document)}/original${search}`)).body;
    expect(await original('')).toBe(report('giếng khoan'));
    expect(await original('?revision=1')).toBe(report('giếng làng'));
    expect((await service.ask(`/api/v1/documents/${encodeURIComponent(first.document)}/original?revision=3`)).json.error.code).toBe(
      'not-found',
    );
  });

  test('knows a file by its name, however its accents were sent', async () => {
    const send = async (name: string, words: string) => (await service.ask(upload({ name, content: report(words) }))).json.files[0];
    const first = await send('Tệp đã sửa.txt'.normalize('NFC'), 'giếng đào');
    expect(await send('Tệp đã sửa.txt'.normalize('NFD'), 'giếng đá')).toMatchObject({ outcome: 'updated', document: first.document });
  });

  test('tells of each file by itself, and goes on after one that is refused', async () => {
    const { status, json } = await service.ask(
      upload(
        { name: 'rỗng.txt', content: '' },
        { name: '../lạc.txt', content: plan.text },
        { name: 'Báo cáo mới.txt', content: report('giếng mới') },
      ),
    );
    expect(status).toBe(200);
    expect(json.files.map((file: { outcome: string; failure: { code: string } | null }) => [file.outcome, file.failure?.code])).toEqual([
      ['refused', 'empty-file'],
      ['refused', 'bad-name'],
      ['added', undefined],
    ]);
  });

  test.each<[what: string, name: string, content: string | Uint8Array<ArrayBuffer>, status: number, code: string]>([
    ['an empty file', 'rỗng.txt', '', 422, 'empty-file'],
    ['a picture', 'ảnh.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 415, 'unsupported-type'],
    ['a path upwards', '../../etc/passwd', plan.text, 400, 'bad-name'],
    ['a path of another system', 'C:\\tệp.txt', plan.text, 400, 'bad-name'],
    ['a control character', 'a\tb.txt', plan.text, 400, 'bad-name'],
    ['turned writing', 'a\u202Etxt.exe', plan.text, 400, 'bad-name'],
    ['no name', '', plan.text, 400, 'bad-name'],
    ['a very long name', `${'dài'.repeat(100)}.txt`, plan.text, 400, 'bad-name'],
    ['a damaged PDF', 'hỏng.pdf', '%PDF-1.7\nnothing', 422, 'damaged-file'],
  ])('fails for %s, and leaves nothing behind', async (_what, name, content, status, code) => {
    const before = await service.library.stats();
    const answer = await service.ask(upload({ name, content }));
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(answer.json.error.details.map((detail: { path: string }) => detail.path)).toEqual([name]);
    expect(await service.library.stats()).toEqual(before);
  });

  test.each<[what: string, ...Parameters<typeof rawUpload>]>([
    ['no boundary', 'x', 'multipart/form-data'],
    ['a boundary that never comes', 'x'],
    ['nothing', ''],
    ['a part without an end', '--limit\nContent-Disposition: form-data; name="file"; filename="a.txt"\n\nKế hoạch'],
    ['a part without a name', '--limit\nContent-Disposition: form-data\n\nx\n--limit--\n'],
    ['headers that break off', '--limit\nContent-Disposition: form-data; name="file'],
    ['no file at all', '--limit--\n'],
    ['a field in place of the file', '--limit\nContent-Disposition: form-data; name="file"\n\nx\n--limit--\n'],
    ['a name from the prototype', '--limit\nContent-Disposition: form-data; name="__proto__"; filename="a.txt"\n\nx\n--limit--\n'],
    [
      'a second part that breaks off',
      `--limit\nContent-Disposition: form-data; name="file"; filename="a.txt"\n\n${report('x')}\n--limit\nContent-Disp`,
    ],
  ])('refuses a body with %s, and leaves nothing behind', async (_what, body, contentType) => {
    const before = await service.library.stats();
    const { status, json } = await service.ask(rawUpload(body, contentType));
    expect([status, json.error.code]).toEqual([400, 'bad-request']);
    expect(await service.library.stats()).toEqual(before);
  });

  test('refuses parts that it does not know by their names, with all files that came with them', async () => {
    const before = await service.library.stats();
    const unknown = await service.ask(
      upload({ name: 'a.txt', content: report('x') }, { name: 'b.txt', content: report('y'), part: 'attachment' }),
    );
    expect([unknown.status, unknown.json.error.details]).toEqual([
      400,
      [{ path: 'attachment', message: expect.stringContaining('part named file') }],
    ]);
    expect(await service.library.stats()).toEqual(before);
  });

  test.each([
    ['application/json', '{"a":1}'],
    ['application/json', '{'],
    ['text/plain', 'x'],
    ['application/x-www-form-urlencoded', 'file=x'],
    ['', 'x'],
  ])('asks for multipart where it gets %s', async (contentType, payload) => {
    const { status, json } = await service.ask({
      method: 'POST',
      url: '/api/v1/documents',
      payload,
      headers: contentType ? { 'content-type': contentType } : {},
    });
    expect([status, json.error.code]).toEqual([415, 'wrong-media-type']);
  });
});

describe('limits of uploads', () => {
  const small: Partial<ApiOptions> = { maxFileBytes: 4000, maxUploadBytes: 10_000, maxFiles: 3 };
  const long = `${report('x')}${'\nThêm một dòng cho dài ra.'.repeat(200)}`;

  async function withLimits(work: (limited: Service) => Promise<void>): Promise<void> {
    const limited = await openService(small);
    try {
      await work(limited);
    } finally {
      await limited.close();
    }
  }

  test('a file beyond the limit is refused, those beside it are not', () =>
    withLimits(async ({ ask }) => {
      const alone = await ask(upload({ name: 'dài.txt', content: long }));
      expect([alone.status, alone.json.error.code]).toEqual([413, 'file-too-large']);
      const beside = await ask(upload({ name: 'dài.txt', content: long }, { name: 'ngắn.txt', content: report('x') }));
      expect(beside.json.files.map((file: { outcome: string }) => file.outcome)).toEqual(['refused', 'added']);
    }));

  test('an upload beyond the limit is refused as a whole', () =>
    withLimits(async ({ ask, library }) => {
      const before = await library.stats();
      const { status, json, headers } = await ask(
        upload({ name: 'dài.txt', content: long }, { name: 'dài 2.txt', content: `${long}${long}` }),
      );
      expect([status, json.error.code, headers.connection]).toEqual([413, 'file-too-large', 'close']);
      expect(await library.stats()).toEqual(before);
    }));

  test('more files than the limit are refused as a whole', () =>
    withLimits(async ({ ask, library }) => {
      const before = await library.stats();
      const files = ['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.txt`, content: report(name) }));
      const { status, json } = await ask(upload(...files));
      expect([status, json.error.code]).toEqual([413, 'too-many-files']);
      expect(await library.stats()).toEqual(before);
    }));

  test('uploads beyond those that are read at the same time are turned away', async () => {
    const limited = await openService({ uploadsAtOnce: 1 });
    const send = (name: string) => ask(limited.app, upload({ name, content: report(name) }));
    const answers = await Promise.all([send('a.txt'), send('b.txt'), send('c.txt')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503, 503]);
    expect((await send('d.txt')).status).toBe(200);
    await limited.close();
  });
});

describe('uploads over a real connection', () => {
  const head = 'POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=limit\r\n';
  const part = '--limit\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';
  let port: number;
  beforeAll(async () => {
    port = Number(new URL(await listen(service.app, { host: '127.0.0.1', port: 0 })).port);
  });

  test('that are refused get their answer, though the rest of the body is not wanted', async () => {
    const form = new FormData();
    for (let count = 0; count <= 100; count += 1) form.append('file', new Blob([report(String(count))]), `${count}.txt`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/documents`, { method: 'POST', body: form });
    expect([answer.status, ((await answer.json()) as ErrorAnswer).error.code]).toEqual([413, 'too-many-files']);
    const astray = await fetch(`http://127.0.0.1:${port}/nothing`, { method: 'POST', body: 'x'.repeat(20_000_000) });
    expect(astray.status).toBe(404);
  });

  describe.each(['keep-alive', 'close'])(
    'that are refused, of a client that looks at the answer only when all is sent (connection: %s)',
    (wish) => {
      test.each([
        ['/api/v1/saved', 'application/json', 413],
        ['/api/v1/lists', 'text/csv', 413],
        ['/api/v1/lists', 'image/png', 415],
      ])('get it: %s, %s', async (path, type, status) => {
        const socket = connect(port, '127.0.0.1').setEncoding('utf8').pause();
        // A cut connection fails the sending.
        socket.on('error', () => undefined);
        onTestFinished(() => void socket.destroy());
        const length = 10_000_000;
        const about = `Host: localhost\r\nConnection: ${wish}`;
        socket.write(`POST ${path} HTTP/1.1\r\n${about}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`);
        const send = promisify(socket.write.bind(socket) as (words: string, done: (error?: Error | null) => void) => boolean);
        for (let sent = 0; sent < length; sent += 10_000) await send('x'.repeat(10_000));
        const [answer] = (await once(socket.resume(), 'data')) as [string];
        expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
        if (wish === 'close') return void (await once(socket, 'end'));
        socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n');
        expect((await once(socket, 'data'))[0]).toMatch(/^HTTP\/1\.1 200 /);
      });
    },
  );

  test('that break off leave nothing behind, and the service goes on', async () => {
    const before = await service.library.stats();
    const received = once(service.app.server, 'request');
    const socket = connect(port, '127.0.0.1');
    socket.write(`${head}Content-Length: 100000\r\n\r\n${part}${report('x')}\r\n${part}Kế hoạch`);
    const [request] = (await received) as [IncomingMessage];
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    request.on('close', resolve);
    socket.destroy();
    await closed;
    expect((await service.ask(upload({ name: 'rỗng.txt', content: '' }))).json.error.code).toBe('empty-file');
    expect(await service.library.stats()).toEqual(before);
  });

  test('that never end are cut off at the limit', async () => {
    const limited = await openService({ maxFileBytes: 1000, maxUploadBytes: 100_000 });
    const at = Number(new URL(await listen(limited.app, { host: '127.0.0.1', port: 0 })).port);
    const socket = connect(at, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (words) => {
      answer += words;
    });
    socket.on('error', () => undefined);
    const chunk = (words: string) => `${Buffer.byteLength(words).toString(16)}\r\n${words}\r\n`;
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk(part)}`);
    const sending = setInterval(() => socket.write(chunk('x'.repeat(10_000))), 1);
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    socket.on('close', resolve);
    await closed;
    clearInterval(sending);
    // A client that never stops sending may be cut off before it looks at the answer.
    if (answer !== '') expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*"file-too-large"/);
    expect((await limited.library.stats()).documents).toBe(all.length);
    await limited.close();
  });
});
