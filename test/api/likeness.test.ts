import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noEngine } from '../support/engine.ts';
import { conclusion, otherPlan, plan } from './documents.ts';
import { openService, type Service, upload } from './service.ts';

let service: Service;
let ids: Record<string, string>;
beforeAll(async () => {
  service = await openService();
  await service.ask(upload({ name: 'khác.txt', content: plan.text.replaceAll('35-KH/TU', '79-KH/TU').replace('15/9/2022', '30/9/2022') }));
  const all = await Promise.all([conclusion, plan].map(async ({ number, name }) => [name, await idOf(number, name)]));
  ids = Object.fromEntries(all);
});
afterAll(() => service.close());

async function idOf(number: string, name: string): Promise<string> {
  return (await service.library.show(number)).find((document) => document.name === name)?.id ?? '';
}

describe.skipIf(noEngine)('similar documents over HTTP', () => {
  test('are told with what makes them similar', async () => {
    const { status, json } = await service.ask(`/api/v1/documents/${ids[plan.name]}/similar?limit=2`);
    expect(status).toBe(200);
    expect(json.documents).toHaveLength(2);
    const [first] = json.documents;
    expect([...first.words, ...first.citations].length).toBeGreaterThan(0);
    expect(json.documents.map(({ document }: { document: { id: string } }) => document.id)).not.toContain(ids[plan.name]);
    const likeness = json.documents.map((hit: { likeness: number }) => hit.likeness);
    expect(likeness).toEqual(likeness.toSorted((a: number, b: number) => b - a));
  });

  test.each(['limit=0', 'limit=41', 'limit=a', 'q=a'])('are refused for %s', async (query) => {
    expect((await service.ask(`/api/v1/documents/${ids[plan.name]}/similar?${query}`)).status).toBe(400);
  });
});

describe.skipIf(noEngine)('repeated passages over HTTP', () => {
  test('are told with places in both texts', async () => {
    const { status, json } = await service.ask(`/api/v1/documents/${ids[plan.name]}/repeats`);
    expect([status, json.partial]).toEqual([200, false]);
    expect(json.passages.length).toBeGreaterThan(0);
    const { text } = await service.library.text(ids[plan.name] ?? '');
    const said = json.passages.flatMap(({ repetitions }: { repetitions: { differences: unknown[] }[] }) => repetitions);
    expect(said.some(({ differences }: { differences: unknown[] }) => differences.length > 0)).toBe(true);
    for (const passage of json.passages) {
      expect(text.slice(passage.span.start, passage.span.end)).toBe(passage.text);
      for (const { document, span, text: theirs, differences } of passage.repetitions) {
        const other = await service.library.text(document.id);
        expect(other.text.slice(span.start, span.end)).toBe(theirs);
        for (const { here, there } of differences) {
          expect(here.start >= passage.span.start && here.end <= passage.span.end).toBe(true);
          expect(there.start >= span.start && there.end <= span.end).toBe(true);
        }
      }
    }
  });

  test('of one place are those that share something with it', async () => {
    const url = `/api/v1/documents/${ids[plan.name]}/repeats`;
    const [passage] = (await service.ask(url)).json.passages;
    const { start, end } = passage.span;
    expect((await service.ask(`${url}?start=${start}&end=${end}`)).json.passages[0]).toEqual(passage);
    for (const query of ['start=1', 'end=1', 'start=5&end=5', 'start=-1&end=3', 'start=5&end=x', 'limit=21'])
      expect((await service.ask(`${url}?${query}`)).status).toBe(400);
  });
});

describe.skipIf(noEngine)('a number that several documents bear', () => {
  test.each(['similar', 'repeats'])('is answered with the choice (%s)', async (what) => {
    const { status, json } = await service.ask(`/api/v1/documents/${encodeURIComponent(otherPlan.number)}/${what}`);
    expect([status, json.choices?.length]).toEqual([300, 2]);
    expect((await service.ask(`/api/v1/documents/99-ZZ%2FTU/${what}`)).status).toBe(404);
  });
});
