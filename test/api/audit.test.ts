import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noEngine } from '../support/engine.ts';
import { plan as provincePlan } from './documents.ts';
import { openService, rawUpload, type Service, upload } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

/** A district's draft that dates the conclusion otherwise, and cites a plan that nobody knows. */
const draft = {
  name: 'Dự thảo.txt',
  content: provincePlan.text
    .replace('Số 35-KH/TU', 'Số 68-KH/TU')
    .replaceAll('ngày 12/4/2022', 'ngày 04/12/2022')
    .replace('20 tháng 6 năm 2022', '15 tháng 02 năm 2023')
    .replace('Nâng cao ý thức', 'Thực hiện Kế hoạch số 9876-KH/TU, ngày 01/02/2023 của Ban Thường vụ Tỉnh ủy; nâng cao ý thức'),
};
const send = (...files: readonly { name: string; content: string | Uint8Array<ArrayBuffer>; part?: string }[]) =>
  service.ask({ ...upload(...files), url: '/api/v1/audit' });

describe.skipIf(noEngine)('the audit of a draft', () => {
  test('tells what is wrong with each citation, and stores nothing', async () => {
    const before = (await service.ask('/api/v1/stats')).json;
    const { status, json } = await send(draft);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ file: { name: 'Dự thảo.txt' }, document: { number: '68-KH/TU', date: '2023-02-15' }, clean: 0 },
      findings: [
        {
          ...{ code: 'other-date', citation: '21-KL/TW', at: { document: null, words: 'ngày 04/12/2022' } },
          sides: [{ value: '2022-12-04' }, { value: '2022-04-12', own: true }],
        },
        { code: 'never-seen', citation: '9876-KH/TU' },
      ],
      citations: [
        { key: '21-KL/TW', status: 'known', held: true, findings: ['other-date'] },
        { key: '9876-KH/TU', status: 'never-seen', findings: ['never-seen'] },
      ],
    });
    expect(json.findings[0].sides[1].quotes[0]).toMatchObject({ name: 'Kết luận 21.txt', words: 'Hà Nội, ngày 12 tháng 4 năm 2022' });
    expect((await service.ask('/api/v1/stats')).json).toEqual(before);
  });

  test.each([
    ['empty-file', { name: 'trống.txt', content: '' }],
    ['unsupported-type', { name: 'ảnh.png', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]) }],
    ['bad-name', { name: '..', content: 'Kế hoạch' }],
    ['bad-request', { name: 'a.txt', content: 'Kế hoạch', part: 'draft' }],
  ])('refuses %s', async (code, file) => {
    expect((await send(file)).json.error.code).toBe(code);
  });

  test('takes one file, and that as a form', async () => {
    expect((await send(draft, { ...draft, name: 'b.txt' })).json.error.code).toBe('too-many-files');
    const plain = await service.ask({
      ...{ method: 'POST', url: '/api/v1/audit', headers: { 'content-type': 'text/plain' }, payload: 'Kế hoạch' },
    });
    expect(plain.json.error.code).toBe('wrong-media-type');
    expect((await service.ask({ ...rawUpload('nothing of the kind'), url: '/api/v1/audit' })).json.error.code).toBe('bad-request');
  });
});

describe.skipIf(noEngine)('the audit of the collection', () => {
  test('pages, filters and counts', async () => {
    expect((await service.ask(upload({ name: 'Kế hoạch 68.txt', content: draft.content }))).status).toBe(200);
    const { status, json } = await service.ask('/api/v1/audit?code=other-date&counts=all&limit=1');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      findings: [{ code: 'other-date', severity: 'warning', works: ['21-KL/TW@TW@XIII'] }],
      counts: { byCode: [{ code: 'other-date', severity: 'warning', count: 1 }], total: 1, complete: true },
    });
    expect((await service.ask('/api/v1/audit?code=cycle')).json).toEqual({ findings: [], next: null, counts: null });
    expect((await service.ask('/api/v1/audit?work=21-KL%2FTW&code=other-date')).json.findings).toHaveLength(1);
    const [document] = json.findings[0].sides[0].quotes;
    expect((await service.ask(`/api/v1/audit?document=${document.document}&code=other-date`)).json.findings).toHaveLength(1);
  });

  test('refuses what it does not know', async () => {
    const codeOf = async (query: string) => (await service.ask(`/api/v1/audit?${query}`)).json.error.code;
    expect(await codeOf('code=strange')).toBe('bad-request');
    expect(await codeOf('after=nothing')).toBe('bad-request');
    expect(await codeOf('work=999-CT%2FTW')).toBe('not-found');
  });
});
