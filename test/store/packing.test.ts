import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf } from '#ingest/model/origin.ts';
import { pack, packRecord, unpack, unpackClaims, unpackRecord, unpackTasks } from '#services/store/packing.ts';
import { citation, claim, stored, task } from '../support/record.ts';

const { record } = stored('d1', 'Thực hiện Kết luận số 01-KL/TW.\nBan Tổ chức báo cáo trước 30/6/2022.', {
  number: '12-KH/TU',
  citations: [citation('01-KL/TW')],
  claims: [claim(null, 'implements', '01-KL/TW')],
  tasks: [task('báo cáo')],
});

test('a record comes out of its packets as it went in', () => {
  expect(unpackRecord(packRecord(record))).toEqual(record);
});

test('claims and tasks are read alone, with the page on which their words begin', () => {
  const packed = packRecord(record);
  expect(unpackClaims(packed.claims)).toEqual(record.claims.map((one) => ({ claim: one, page: pageOf(record.origin, one.witness) })));
  expect(unpackTasks(packed.tasks)).toEqual(record.tasks.map((one) => ({ task: one, page: pageOf(record.origin, one.span) })));
});

test('any value of JSON comes back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['bytes that are no packet', Buffer.from('{"text":"không phải"}')],
  ['a packet cut short', pack(record).subarray(0, -5)],
  ['a packet whose bytes were changed', flipped(pack(record))],
  ['what was packed with another dictionary', foreign()],
])('%s is told as damage', (_, bytes) => {
  expect(() => unpack(bytes)).toThrow(expect.objectContaining({ code: 'collection-damaged' }));
});

/** As it would come from a program with other phrases in common. */
function foreign(): Buffer {
  const json = JSON.stringify({ title: 'về việc thực hiện '.repeat(40) });
  return zstdCompressSync(Buffer.from(json), { dictionary: Buffer.from(json) });
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}
