import { beforeAll, describe, expect, test } from 'vitest';
import { statements } from '#services/library/chains/statements.ts';
import { trace } from '#services/library/chains/trace.ts';
import type { StatementView } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { central, document, holding, idOf, local, says } from './collection.ts';

const directive = central('12-CT/TW');
const citers = 300;

let index: Store;
beforeAll(async () => {
  const many = Array.from({ length: citers }, (_, at) => {
    const day = `2021-${String(1 + (at % 12)).padStart(2, '0')}-15`;
    return document(idOf(at + 1), local(`${at + 1}-KH/TU`, 'Bến Tre', day), [says(directive, at % 3 === 0 ? 'implements' : 'cites')]);
  });
  const twice = document(idOf(1000), local('999-KH/TU', 'Cà Mau'), [
    says(directive, 'implements'),
    says(directive, 'cites', null, 'lời khác'),
  ]);
  index = await holding([...many, twice]);
  return () => index.close();
});

async function pages(asked: Partial<Parameters<typeof statements>[1]>, size: number): Promise<StatementView[]> {
  const found: StatementView[] = [];
  let after: string | undefined;
  do {
    const page = await statements(index, { of: '12-CT/TW', direction: 'down', size, ...asked, after });
    expect(page.statements.length).toBeLessThanOrEqual(size);
    const far = page.statements.map(({ from, to }) => (asked.direction === 'up' ? to : from));
    expect(page.works.map(({ id }) => id).sort()).toEqual([...new Set(far)].sort());
    found.push(...page.statements);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

describe.skipIf(noEngine)('all that is stated of a document', () => {
  test('comes page by page, each once, the strongest and earliest first', async () => {
    const found = await pages({}, 47);
    expect(found).toHaveLength(citers + 2);
    expect(new Set(found.map(({ document: by, position }) => `${by} ${position}`)).size).toBe(citers + 2);
    expect(found.map(({ relation }) => relation)).toEqual(
      found.map(({ relation }) => relation).toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0)),
    );
    const dates = found.filter(({ relation }) => relation === 'implements').map(({ date }) => date ?? '9');
    expect(dates).toEqual(dates.toSorted());
  });

  test('is counted, where a graph shows the first alone', async () => {
    const { total, work } = await statements(index, { of: '12-CT/TW', direction: 'down', size: 1 });
    expect([total, work?.key]).toEqual([citers + 2, '12-CT/TW']);
    const graph = await trace(index, { of: '12-CT/TW', direction: 'down', depth: 1, limit: 10 });
    expect([graph.nodes.length, graph.truncated]).toEqual([10, true]);
  });

  test('is less of a pair, a relation, a period', async () => {
    const pair = await pages({ other: '999-KH/TU' }, 1);
    expect(pair.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['implements', 'lời văn làm chứng'],
      ['cites', 'lời khác'],
    ]);
    expect(await pages({ relations: ['implements'] }, 100)).toHaveLength(citers / 3 + 1);
    expect(await pages({ from: '2021-03-01', to: '2021-03-31' }, 100)).toHaveLength(citers / 12);
  });

  test('goes up too: what one document says of what it rests on', async () => {
    const found = await pages({ of: '999-KH/TU', direction: 'up' }, 10);
    expect(found.map(({ to }) => to)).toEqual(['12-CT/TW@TW@XIII', '12-CT/TW@TW@XIII']);
  });

  test('is nothing where nothing is stated, and not-found of what nobody names', async () => {
    expect(await statements(index, { of: '12-CT/TW', direction: 'up', size: 5 })).toMatchObject({ total: 0, statements: [], next: null });
    await expect(statements(index, { of: '77-XX/YY', direction: 'up', size: 5 })).rejects.toMatchObject({ code: 'not-found' });
  });
});
