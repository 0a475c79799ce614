import { afterAll, expect, test } from 'vitest';
import { openPacker } from '#services/store/packer.ts';
import { packRecord } from '#services/store/packing.ts';
import { citation, claim, stored, task } from '../support/record.ts';

const packer = openPacker();
afterAll(() => packer.rest());

const records = Array.from({ length: 40 }, (_, at) => {
  const text = `Kết luận số ${at} về công tác cán bộ.\n`.repeat(1 + at * at * 4);
  return stored(`d${at}`, text, {
    citations: [citation(`${at}-KL/TW`)],
    claims: at % 3 === 0 ? [] : [claim(null, 'implements', '01-KL/TW')],
    tasks: at % 2 === 0 ? [] : [task('báo cáo')],
  }).record;
});

test('packs many records side by side as one alone is packed', async () => {
  const packed = await Promise.all(records.map((record) => packer.pack(record)));
  for (const [at, record] of records.entries()) {
    const { record: body, claims, tasks } = packRecord(record);
    expect(packed[at]).toEqual({ record: body, claims, tasks });
  }
});

test('works again after a rest, and after a record that cannot be packed', async () => {
  const [record] = records;
  packer.rest();
  const circular = { ...record!, claims: [] as unknown[] };
  circular.claims.push({ witness: { start: 0, end: 1 }, circular });
  const unfit = packer.pack(circular as never);
  const [failed] = await Promise.allSettled([unfit]);
  expect(failed.status).toBe('rejected');
  expect(await packer.pack(record!)).toEqual(packRecord(record!));
});

test('a rest tells those who wait', async () => {
  const waiting = packer.pack(records[39]!);
  packer.rest();
  await expect(waiting).rejects.toMatchObject({ code: 'internal' });
});
