import { describe, expect, test } from 'vitest';
import { audit } from '#services/library/audit/audit.ts';
import { reportOn } from '#services/library/audit/draft/report.ts';
import { type FaultyCluster, faultyCluster } from '../store/faultyElasticsearch.ts';
import { noElasticsearch } from '../support/elasticsearch.ts';
import { recordFrom } from '../support/pipeline.ts';
import { citing, text, type Written, written } from './auditCollection.ts';

/** Of each number a conclusion of the province, a document that dates it otherwise, and one that ends it twice over. */
function disputed(numbers: readonly number[]): Written[] {
  return numbers.flatMap((number) => {
    const meant = `Chỉ thị số ${number}-CT/TU, ngày 05/3/2022 của Ban Thường vụ Tỉnh ủy`;
    const ending = (at: number, day: string) => citing(`${at + number}-QĐ/TU`, `Quyết định này thay thế ${meant}.`, day, 'QUYẾT ĐỊNH');
    return [
      citing(`${100 + number}-KH/TU`, `Thực hiện ${meant.replace('05/3', '06/3')}. Kế hoạch số ${number} có ba phần.`),
      citing(`${200 + number}-KH/TU`, `Thực hiện ${meant}.`, '01 tháng 01 năm 2022'),
      ending(300, '20 tháng 6 năm 2023'),
      ending(400, '21 tháng 7 năm 2023'),
    ];
  });
}

async function requestsOf(cluster: FaultyCluster, work: () => Promise<unknown>): Promise<number> {
  const from = cluster.proxy.seen.length;
  await work();
  return cluster.proxy.seen.length - from;
}

describe.skipIf(noElasticsearch)('requests to a server', { timeout: 120_000 }, () => {
  test('of an audit, and of a draft, are as many for many findings as for few', async () => {
    const cluster = await faultyCluster();
    const store = await cluster.indexes().open('current', { create: true });
    const draft = async (numbers: readonly number[]) => {
      const body = numbers.map((number) => `Thực hiện Chỉ thị số ${number}-CT/TU, ngày 07/3/2022 của Ban Thường vụ Tỉnh ủy.`).join(' ');
      return await recordFrom(text(citing('95-KH/TU', body, '10 tháng 10 năm 2021')));
    };
    const counted = async (numbers: readonly number[]) => {
      await store.put(await written(...disputed(numbers)));
      const found = { audited: 0, drafted: 0 };
      const ofAudit = await requestsOf(cluster, async () => {
        found.audited = (await audit(store, { size: 50 })).findings.length;
      });
      const record = await draft(numbers);
      const ofDraft = await requestsOf(cluster, async () => {
        found.drafted = (await reportOn(store, record)).findings.length;
      });
      return { ...found, ofAudit, ofDraft };
    };
    const few = await counted([10, 11]);
    const many = await counted([10, 11, 12, 13, 14, 15]);
    expect(many.audited).toBeGreaterThan(2 * few.audited);
    expect(many.drafted).toBeGreaterThan(2 * few.drafted);
    expect([many.ofAudit, many.ofDraft]).toEqual([few.ofAudit, few.ofDraft]);
  });
});
