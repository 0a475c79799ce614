import { parse } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noEngine } from '../support/engine.ts';
import { all, conclusion, districtPlan, otherPlan, plan } from './documents.ts';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

async function idOf(document: { readonly name: string; readonly number: string }): Promise<string> {
  const { json } = await service.ask(query('/api/v1/documents', { number: document.number }));
  return json.documents.find((found: { name: string }) => found.name === document.name).id;
}

describe.skipIf(noEngine)('search', () => {
  test('finds documents by words with or without accents and by number, with facets', async () => {
    for (const q of ['nguồn nước', 'nguon nuoc', '21 kl tw']) {
      const { status, json } = await service.ask(query('/api/v1/search', { q }));
      expect([status, json.query], q).toEqual([200, q]);
      expect(
        json.hits.map((hit: { document: { number: string } }) => hit.document.number),
        q,
      ).toContain(conclusion.number);
      expect(json.facets.type.length, q).toBeGreaterThan(0);
    }
  });

  test('is narrowed by filters and by what is cited, and paged', async () => {
    const numbers = async (parameters: Record<string, string>) => {
      const { json } = await service.ask(query('/api/v1/search', { q: 'kế hoạch', ...parameters }));
      return json.hits.map((hit: { document: { name: string } }) => hit.document.name);
    };
    expect(await numbers({ cites: '21-KL/TW' })).toEqual([plan.name]);
    expect(await numbers({ cites: '21 kl tw' })).toEqual([plan.name]);
    expect(await numbers({ from: '2022-08-01', to: '2022-08-10' })).toEqual([otherPlan.name]);
    expect(await numbers({ year: '2019' })).toEqual([]);
    const everything = await numbers({});
    expect([...(await numbers({ limit: '1' })), ...(await numbers({ offset: '1' }))]).toEqual(everything);
    expect(await numbers({ signer: 'Trần Thị Suối' })).toEqual([plan.name]);
    expect(await numbers({ level: 'district' })).toEqual([districtPlan.name]);
    expect(await numbers({ relation: 'implements', place: 'Bến Tre' })).toEqual([plan.name]);
  });

  test('leads from page to page by cursors, in the order asked for', async () => {
    const page = async (parameters: Record<string, string>) =>
      (await service.ask(query('/api/v1/search', { q: 'kế hoạch', order: 'oldest', facets: 'none', limit: '1', ...parameters }))).json;
    const names: string[] = [];
    const dates: string[] = [];
    for (let json = await page({}); ; json = await page({ after: json.next })) {
      expect([json.order, json.total, json.facets.type]).toEqual(['oldest', 3, []]);
      names.push(...json.hits.map((hit: { document: { name: string } }) => hit.document.name));
      dates.push(...json.hits.map((hit: { document: { date: string } }) => hit.document.date));
      if (json.next === null) break;
    }
    expect([...names].sort()).toEqual([plan.name, otherPlan.name, districtPlan.name].sort());
    expect(dates).toEqual([...dates].sort());
  });

  test('says why a hit stands first, what else to ask, and what the limit of an offset is', async () => {
    const { hits } = (await service.ask(query('/api/v1/search', { q: '21-KL/TW' }))).json;
    expect(hits[0]).toMatchObject({ rule: 'number', document: { number: '21-KL/TW' } });
    const misspelt = (await service.ask(query('/api/v1/search', { q: 'giếng nứơc sạhc' }))).json;
    expect(misspelt).toMatchObject({
      total: 1,
      loosened: { least: 2, of: 3 },
      suggestion: { query: 'giếng nứơc sạch', changes: [{ typed: 'sạhc', read: 'sạch' }] },
    });
    const { json } = await service.ask(query('/api/v1/search', { q: 'nước', offset: '10001' }));
    expect(json.error.details).toEqual([{ path: 'offset', message: 'must be at most 10000; go on with after' }]);
  });
});

describe.skipIf(noEngine)('suggestions', () => {
  test('are of the collection, each with the query that finds it', async () => {
    for (const q of ['tăng cường bảo v', '21-K', 'xyzzy', '%', 'của ban tuyên gi']) {
      const { status, json } = await service.ask(query('/api/v1/suggest', { q, limit: '5' }));
      expect([status, json.typed], q).toEqual([200, q]);
      expect(json.suggestions.length, q).toBeLessThanOrEqual(5);
      if (q === 'xyzzy' || q === '%') expect(json.suggestions).toEqual([]);
      else expect(json.suggestions.length, q).toBeGreaterThan(0);
      for (const suggestion of json.suggestions) {
        const { total } = (await service.ask(query('/api/v1/search', { q: suggestion.query, limit: '1' }))).json;
        expect(total, suggestion.query).toBeGreaterThan(0);
      }
    }
  });
});

describe.skipIf(noEngine)('documents', () => {
  test('are found by number in any form; all that bear it are listed', async () => {
    const { status, json } = await service.ask(query('/api/v1/documents', { number: '35-KH/TU' }));
    expect(status).toBe(200);
    expect(json.documents.map((document: { name: string }) => document.name).sort()).toEqual([otherPlan.name, plan.name].sort());
    const loose = await service.ask(query('/api/v1/documents', { number: '21 kl tw' }));
    expect(loose.json.documents.map((document: { name: string }) => document.name)).toEqual([conclusion.name]);
  });

  test('are shown by id, and by a number that one alone bears', async () => {
    const id = await idOf(conclusion);
    const byId = await service.ask(`/api/v1/documents/${encodeURIComponent(id)}`);
    expect(byId.json).toMatchObject({ id, number: conclusion.number, date: '2022-04-12', name: conclusion.name });
    const byNumber = await service.ask(`/api/v1/documents/${encodeURIComponent(conclusion.number)}`);
    expect(byNumber.json).toEqual(byId.json);
  });

  test.each(['', '/text', '/citations', '/tasks', '/findings', '/original'])(
    'give the choice where several bear the number: %s',
    async (part) => {
      const { status, json } = await service.ask(`/api/v1/documents/35-KH%2FTU${part}`);
      expect(status).toBe(300);
      expect(json.choices.map((choice: { name: string }) => choice.name).sort()).toEqual([otherPlan.name, plan.name].sort());
    },
  );

  test.each(['', '/text', '/citations', '/tasks', '/findings', '/original'])('that are not there are not-found: %s', async (part) => {
    for (const ref of ['999-QĐ/TW', 'nothing', '0'.repeat(16)]) {
      const { status, json } = await service.ask(`/api/v1/documents/${encodeURIComponent(ref)}${part}`);
      expect([status, json.error.code]).toEqual([404, 'not-found']);
    }
  });

  test('tell their text, citations, tasks and findings, whose spans point into the text', async () => {
    const id = await idOf(plan);
    const part = async (name: string) => (await service.ask(`/api/v1/documents/${encodeURIComponent(id)}/${name}`)).json;
    const { text } = await part('text');
    expect(text).toContain('xây dựng kế hoạch như sau');
    const { citations } = await part('citations');
    const cited = citations.find((citation: { key: string }) => citation.key === '21-KL/TW');
    expect(cited).toMatchObject({ relation: 'implements', kind: 'implements', inverse: [] });
    const [{ span: said, words, rule, confidence }] = cited.witnesses;
    expect([rule, confidence, text.slice(words.start, words.end)]).toEqual(['carry-out', 'stated', 'thực hiện']);
    expect(text.slice(said.start, said.end)).toContain('21-KL/TW');
    for (const { span } of cited.occurrences) expect(text.slice(span.start, span.end)).toContain('21-KL/TW');
    const { tasks } = await part('tasks');
    const task = tasks.find((one: { text: string }) => one.text.includes('tuyên truyền'));
    expect(text.slice(task.span.start, task.span.end)).toContain('tuyên truyền');
    expect(task.deadlines.map((deadline: { end: string }) => deadline.end)).toContain('2022-09-15');
    expect(await part('findings')).toMatchObject({ id });
  });

  test('give their original back byte for byte, to be saved under its Vietnamese name and never shown in place', async () => {
    for (const document of all) {
      const { status, headers, bytes } = await service.ask(`/api/v1/documents/${encodeURIComponent(await idOf(document))}/original`);
      expect([status, headers['content-type']]).toEqual([200, 'text/plain']);
      expect(Buffer.from(bytes).equals(Buffer.from(document.text))).toBe(true);
      const disposition = String(headers['content-disposition']);
      expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.-]+$/);
      expect(parse(disposition).parameters.filename).toBe(document.name);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toContain('sandbox');
    }
  });
});

describe.skipIf(noEngine)('the graph', () => {
  const edges = (json: { edges: { relation: string; witnesses: { quote: string }[] }[] }) => json.edges.map((edge) => edge.relation);

  test('leads down to what came of a document, with the words that say so', async () => {
    const { status, json } = await service.ask(query('/api/v1/graph', { of: '21-KL/TW', direction: 'down', depth: '2' }));
    expect(status).toBe(200);
    const held = json.nodes.flatMap((node: { held: { name: string }[] }) => node.held.map(({ name }) => name));
    expect(held).toEqual(expect.arrayContaining([conclusion.name, plan.name, districtPlan.name]));
    expect(held).not.toContain(otherPlan.name);
    for (const { relation, kind, kinds, witnesses } of json.edges) {
      expect(kinds[0]).toMatchObject({ relation, kind });
      for (const witness of witnesses) {
        expect(witness.quote).not.toBe('');
        expect([witness.rule, ['stated', 'read', 'assumed'].includes(witness.confidence)]).toEqual([expect.stringMatching(/./u), true]);
      }
    }
  });

  test('goes as deep and follows such relations as asked', async () => {
    const one = await service.ask(query('/api/v1/graph', { of: '21-KL/TW', direction: 'down', depth: '1' }));
    expect(one.json.nodes.flatMap((node: { held: { name: string }[] }) => node.held.map(({ name }) => name))).not.toContain(
      districtPlan.name,
    );
    const amended = await service.ask(query('/api/v1/graph', { of: '21-KL/TW', relation: 'amends' }));
    expect(edges(amended.json)).toEqual([]);
    const implemented = await service.ask('/api/v1/graph?of=21-KL%2FTW&relation=amends&relation=implements');
    expect(new Set(edges(implemented.json))).toEqual(new Set(['implements']));
  });

  test('follows finer kinds by their own names', async () => {
    const { status, json } = await service.ask('/api/v1/graph?of=21-KL%2FTW&relation=guides&relation=repeals');
    expect([status, edges(json)]).toEqual([200, []]);
  });

  test('of a number that several bear is the choice', async () => {
    const { json } = await service.ask(query('/api/v1/graph', { of: '35-KH/TU' }));
    expect(json).toMatchObject({ root: null, nodes: [], edges: [] });
    expect(json.choices.length).toBeGreaterThan(1);
  });

  test('of an unknown number is not-found', async () => {
    expect((await service.ask(query('/api/v1/graph', { of: '999-QĐ/TW' }))).json.error.code).toBe('not-found');
  });
});

describe.skipIf(noEngine)('tasks', () => {
  const texts = (json: { tasks: { task: { text: string } }[] }) => json.tasks.map(({ task }) => task.text);

  test('are found by who must do them, by when, by rhythm and by document', async () => {
    const ask = async (parameters: Record<string, string>) => texts((await service.ask(query('/api/v1/tasks', parameters))).json);
    expect(await ask({ assignee: 'ban tuyen giao tinh uy' })).toEqual([expect.stringContaining('tuyên truyền')]);
    expect(await ask({ from: '2022-10-01', to: '2022-10-31' })).toEqual([expect.stringContaining('giếng nước')]);
    expect(await ask({ recurs: 'yearly' })).toEqual([expect.stringContaining('quý I hằng năm')]);
    expect(await ask({ document: await idOf(districtPlan) })).toEqual([expect.stringContaining('giếng nước')]);
  });

  test('are paged', async () => {
    const { json } = await service.ask('/api/v1/tasks');
    const pages = await Promise.all([0, 1, 2].map((offset) => service.ask(`/api/v1/tasks?limit=1&offset=${offset}`)));
    expect(pages.flatMap((page) => texts(page.json))).toEqual(texts(json).slice(0, 3));
    expect(pages.every((page) => page.json.total === json.total)).toBe(true);
  });
});

describe.skipIf(noEngine)('the service', () => {
  test('counts what it holds', async () => {
    const { json } = await service.ask('/api/v1/stats');
    expect(json.documents).toBe(all.length);
    expect(json.tasks).toBeGreaterThanOrEqual(3);
  });

  test('is alive and ready', async () => {
    expect((await service.ask('/health')).json).toEqual({ status: 'alive' });
    expect((await service.ask('/ready')).json).toEqual({ status: 'ready' });
  });

  test('answers HEAD as it answers GET, without the body', async () => {
    const { status, body } = await service.ask({ method: 'HEAD', url: '/api/v1/stats' });
    expect([status, body]).toEqual([200, '']);
  });
});
