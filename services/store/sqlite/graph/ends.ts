import { type Confidence, confidences, kindNames, parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { LinkKind } from '#services/works/link.ts';
import { rankOf } from '#services/works/link.ts';

/**
 * What a walk asks of a statement, as four numbers of 32 bits (little-endian): the rows of the namings at its ends, how it is stated, its day. A document's
 * statements lie one after the other in `stating.ends`.
 */
export interface Ends {
  readonly subject: number;
  readonly object: number;
  /** `statedAs` of its kind and sureness. */
  readonly stated: number;
  /** `dayNumber` of its date. */
  readonly day: number;
}

/** Numbers of an entry, and its bytes. */
export const endsLength = 4;
const endsBytes = 4 * endsLength;

export function packEnds(all: readonly Ends[]): Buffer {
  const bytes = Buffer.alloc(all.length * endsBytes);
  for (const [at, { subject, object, stated, day }] of all.entries())
    for (const [place, number] of [subject, object, stated, day].entries()) bytes.writeInt32LE(number, at * endsBytes + place * 4);
  return bytes;
}

/** The numbers of entries, `endsLength` of each. */
export function unpackEnds(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Int32Array(bytes.byteLength >> 2);
  for (let at = 0; at < numbers.length; at++) numbers[at] = view.getInt32(at * 4, true);
  return numbers;
}

/** A kind and its sureness as one number, by the places in their lists. Other lists are a new `mappingVersion`. */
export function statedAs(kind: RelationKind, confidence: Confidence): number {
  return kindNames.indexOf(kind) * confidences.length + confidences.indexOf(confidence);
}

/** What each number of `statedAs` stands for. */
export const statedKinds: readonly LinkKind[] = kindNames.flatMap((kind) =>
  confidences.map((confidence) => ({ relation: parentOf(kind), kind, confidence })),
);
/** `rankOf` the kind of each. */
export const statedRanks = Uint8Array.from(statedKinds, ({ kind }) => rankOf(kind));

/** Stands for a date that is not known, behind all others. */
export const unknownDay = 0x7fff_ffff;

/** An ISO date, or the year or month of one, as a number in the order of the texts; of anything else `unknownDay`. */
export function dayNumber(date: string | null): number {
  const match = date === null ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(date);
  return match === null ? unknownDay : Number(match[1]) * 10_000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0);
}

/** The date of a number; null where there is none, or not to the day. */
export function dateOf(day: number): string | null {
  const text = String(day);
  return day === unknownDay || text.length !== 8 || day % 100 === 0 ? null : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
