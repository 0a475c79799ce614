import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Failure } from '#ingest/model/failure.ts';

/** Level 1 takes about as long as writing the JSON plain would and a third of the room (18 KB become 5 KB); the checksum tells damage from data. */
const settings = { params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 } };

/** A value of a record as every engine keeps it: its JSON, compressed. */
export function pack(value: unknown): Buffer {
  return zstdCompressSync(Buffer.from(JSON.stringify(value)), settings);
}

/** @throws Failure `collection-damaged` where it is nothing that `pack` gave. */
export function unpack<T>(bytes: Uint8Array): T {
  try {
    return JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as T;
  } catch (cause) {
    throw new Failure('collection-damaged', 'A record in the index cannot be read.', { cause });
  }
}
