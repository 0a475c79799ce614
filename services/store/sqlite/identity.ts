import type { Certainty, Identity, Part } from '#ingest/model/identity.ts';

/** A value, and whether it is said (left out) or inferred (1); 0 for an unknown one. */
type PackedPart = string | readonly [string | null, how: number] | 0;

/** An identity as it lies in the tables: a JSON list without the names of fields, which would take up more than what they hold. */
export type PackedIdentity = readonly [key: string | null, type: string | null, scope: PackedPart, term: PackedPart, date: PackedPart];

const hows: readonly Certainty[] = ['said', 'inferred', 'unknown'];

export function packIdentity({ key, type, scope, term, date }: Identity): PackedIdentity {
  return [key, type, packPart(scope), packPart(term), packPart(date)];
}

export function identityFrom([key, type, scope, term, date]: PackedIdentity): Identity {
  return { key, type, scope: partFrom(scope), term: partFrom(term), date: partFrom(date) };
}

function packPart({ value, how }: Part): PackedPart {
  if (value === null && how === 'unknown') return 0;
  return value !== null && how === 'said' ? value : [value, hows.indexOf(how)];
}

function partFrom(packed: PackedPart): Part {
  if (packed === 0) return { value: null, how: 'unknown' };
  return typeof packed === 'string' ? { value: packed, how: 'said' } : { value: packed[0], how: hows[packed[1]] ?? 'unknown' };
}
