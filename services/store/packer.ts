import { constants, createZstdCompress } from 'node:zlib';
import { Failure } from '#ingest/model/failure.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type PackedRecord, packetNames, packetsOf, packSettings } from './packing.ts';

/**
 * Packs records off the thread that asks, for whoever packs many. The packets are those of `packRecord`, bit for bit, for half the work: making ready for
 * a packet, above all reading the dictionary, takes longer than compressing it, and here it is done once.
 */
export interface Packer {
  /** Records are packed in the order in which they are given. Rejects where the packer is closed, or fails. */
  pack(record: DocumentRecord): Promise<PackedRecord>;
  /** Gives the memory back, some megabytes; the next record makes it ready again. */
  rest(): void;
}

export function openPacker(): Packer {
  let lines: Readonly<Record<keyof PackedRecord, Line>> | null = null;
  function rest(): void {
    if (lines !== null) for (const name of packetNames) lines[name].end();
    lines = null;
  }
  return {
    rest,
    async pack(record) {
      lines ??= { record: openLine(), claims: openLine(), tasks: openLine() };
      const packets = packetsOf(record);
      const [body, claims, tasks] = await Promise.all([
        lines.record.pack(packets.record),
        lines.claims.pack(packets.claims),
        lines.tasks.pack(packets.tasks),
      ]).catch((thrown) => {
        rest();
        throw thrown;
      });
      return { record: body, claims, tasks };
    },
  };
}

/** One compressor, which packs one value after another. Three side by side, as each takes a turn of the event loop for a packet. */
interface Line {
  pack(value: unknown): Promise<Uint8Array>;
  end(): void;
}

function openLine(): Line {
  // Every write ends a frame of its own.
  const stream = createZstdCompress({ ...packSettings, flush: constants.ZSTD_e_end });
  let parts: Buffer[] = [];
  const waiting = new Set<(cause: unknown) => void>();
  stream.on('data', (part: Buffer) => parts.push(part));
  stream.on('error', fail);
  stream.on('close', () => fail(null));

  function fail(cause: unknown): void {
    for (const reject of waiting) reject(new Failure('internal', 'A record could not be packed.', { cause }));
    waiting.clear();
  }

  return {
    pack(value) {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      waiting.add(reject);
      // Whoever waits hears of a failure; where nobody does yet, it must not count as unhandled.
      promise.catch(() => undefined);
      stream.write(Buffer.from(JSON.stringify(value)), (error) => {
        if (error instanceof Error || !waiting.delete(reject)) return;
        // Parts lie in buffers of the stream that are much larger than a packet: one that is copied lets go of them.
        resolve(Buffer.concat(parts));
        parts = [];
      });
      return promise;
    },
    end: () => void stream.destroy(),
  };
}
