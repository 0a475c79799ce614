import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noEngine } from '../support/engine.ts';
import { conclusion, districtPlan, plan } from './documents.ts';
import { openService, query, type Service } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

type Held = { held: { name: string }[] };
const names = (works: readonly Held[]) => works.flatMap(({ held }) => held.map(({ name }) => name));

describe.skipIf(noEngine)('chains over HTTP', () => {
  test('lead from a plan of a district to the conclusion, with the words of every step', async () => {
    const { status, json } = await service.ask(query('/api/v1/graph/paths', { first: districtPlan.number, second: conclusion.number }));
    expect([status, json.shortest > 0]).toEqual([200, true]);
    expect(names(json.works)).toEqual(expect.arrayContaining([conclusion.name, districtPlan.name]));
    for (const { witnesses } of json.edges) expect(witnesses[0].quote).not.toBe('');
  });

  test('form a cascade, which the province narrows', async () => {
    const { status, json } = await service.ask(query('/api/v1/graph/cascade', { of: conclusion.number }));
    expect(status).toBe(200);
    expect(names(json.entries)).toEqual(expect.arrayContaining([conclusion.name, plan.name, districtPlan.name]));
    const nowhere = await service.ask(query('/api/v1/graph/cascade', { of: conclusion.number, within: 'Lai Châu' }));
    expect([nowhere.status, nowhere.json.entries.length, nowhere.json.within.works]).toEqual([200, 1, 0]);
  });

  test('tell whether a document is in force, as far as is known here', async () => {
    const { status, json } = await service.ask(query('/api/v1/graph/effect', { of: conclusion.number, day: '2024-01-01' }));
    expect([status, json.state]).toEqual([200, 'in-force']);
    expect(json.message).toContain('No document held here says');
  });

  test('page all that is stated of a document, and refuse a cursor that no answer gave', async () => {
    const ask = (more: Record<string, string>) =>
      service.ask(query('/api/v1/graph/statements', { of: conclusion.number, direction: 'down', limit: '1', ...more }));
    const first = await ask({});
    expect([first.status, first.json.statements.length]).toEqual([200, 1]);
    if (first.json.total > 1) expect((await ask({ after: first.json.next })).json.statements).not.toEqual(first.json.statements);
    expect((await ask({ after: 'xyz' })).json.error.code).toBe('bad-request');
  });

  test('narrow what is stated to a place, its predecessors and successors', async () => {
    const of = async (within: string) =>
      (await service.ask(query('/api/v1/graph/statements', { of: conclusion.number, direction: 'down', within }))).json;
    // Bến Tre went up in Vĩnh Long.
    for (const within of ['ben tre', 'Vĩnh Long']) {
      const { total, statements, within: told } = await of(within);
      expect([within, total > 0, statements.length, told.scopes]).toEqual([within, true, total, ['Bến Tre']]);
    }
    expect(await of('Cà Mau')).toMatchObject({ total: 0, statements: [], next: null });
  });

  test('list what is named and not held', async () => {
    const { status, json } = await service.ask('/api/v1/graph/missing?limit=100');
    expect([status, json.total]).toEqual([200, json.works.length]);
    expect(names(json.works)).toEqual([]);
    expect(json.works.map(({ cited }: { cited: number }) => cited)).toEqual(
      json.works.map(({ cited }: { cited: number }) => cited).toSorted((a: number, b: number) => b - a),
    );
    expect((await service.ask(query('/api/v1/graph/missing', { type: 'XX' }))).json).toEqual({ total: 0, works: [] });
  });

  test.each(['cascade', 'effect', 'statements'])('of an unknown number %s is not-found', async (what) => {
    const parameters: Record<string, string> = { of: '999-QĐ/TW', ...(what === 'statements' ? { direction: 'up' } : {}) };
    expect((await service.ask(query(`/api/v1/graph/${what}`, parameters))).json.error.code).toBe('not-found');
  });
});
