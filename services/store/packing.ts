import { readFileSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Claim } from '#ingest/model/claim.ts';
import { Failure } from '#ingest/model/failure.ts';
import { pageOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { StoredTask } from './port.ts';

/**
 * How a record is kept by every engine: in three packets, so that the graph reads claims alone and a list of tasks reads tasks alone. A packet is JSON,
 * compressed by zstd with a dictionary of what records have in common (their keys, and the phrases of the trade): 12 KB of JSON become 2.4 KB, half of what
 * they take without. Level 3 takes about as long as 1. The checksum tells damage from data; the dictionary's number stands in each packet.
 */
export interface PackedRecord {
  readonly record: Uint8Array;
  readonly claims: Uint8Array;
  readonly tasks: Uint8Array;
}

export const packetNames = ['record', 'claims', 'tasks'] as const satisfies readonly (keyof PackedRecord)[];

/** A claim and a task with the page on which their words begin, which is found only with the whole record at hand. */
export interface KeptClaim {
  readonly claim: Claim;
  readonly page: number;
}
export type KeptTask = Pick<StoredTask, 'task' | 'page'>;

/** Made by `npm run dictionary`. A changed one is a new `mappingVersion`: what was packed with another cannot be read. */
const dictionary = readFileSync(new URL('../../mappings/record.dictionary', import.meta.url));
export const packSettings = { dictionary, params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } };

/** What is in the packets of a record. */
export function packetsOf(record: DocumentRecord) {
  const { claims, tasks, ...rest } = record;
  return {
    record: rest,
    claims: claims.map((claim): KeptClaim => ({ claim, page: pageOf(record.origin, claim.witness) })),
    tasks: tasks.map((task): KeptTask => ({ task, page: pageOf(record.origin, task.span) })),
  };
}

/** For one record; `packer.ts` packs many. */
export function packRecord(record: DocumentRecord): PackedRecord {
  const packets = packetsOf(record);
  return { record: pack(packets.record), claims: pack(packets.claims), tasks: pack(packets.tasks) };
}

/** @throws Failure `collection-damaged` where it is nothing that `packRecord` gave; so the others. */
export function unpackRecord(packed: PackedRecord): DocumentRecord {
  const rest = unpackBody(packed.record);
  const claims = unpackClaims(packed.claims).map(({ claim }) => claim);
  return { ...rest, claims, tasks: unpackTasks(packed.tasks).map(({ task }) => task) };
}

export const unpackBody = (bytes: Uint8Array): Omit<DocumentRecord, 'claims' | 'tasks'> => unpack(bytes);
export const unpackClaims = (bytes: Uint8Array): KeptClaim[] => unpack(bytes);
export const unpackTasks = (bytes: Uint8Array): KeptTask[] => unpack(bytes);

/** A value as a packet. */
export function pack(value: unknown): Buffer {
  return zstdCompressSync(Buffer.from(JSON.stringify(value)), packSettings);
}

/** @throws Failure `collection-damaged` where it is nothing that `pack` gave. */
export function unpack<T>(bytes: Uint8Array): T {
  try {
    return JSON.parse(zstdDecompressSync(bytes, { dictionary }).toString('utf8')) as T;
  } catch (cause) {
    throw new Failure('collection-damaged', 'A record in the index cannot be read.', { cause });
  }
}
