import { facetNames } from '#mappings/fields.ts';
import { holdings } from '#services/query/query.ts';
import type { Features } from '#services/store/features.ts';
import type { Connection } from '../connection.ts';
import { damaged, noBytes, putVarint, varintsOf, written } from './varints.ts';

/**
 * What of a document is filtered and counted, in one block of varints: a bit for each of `holdings` that it has; the words in its title, the headings of its
 * parts, and its text; then for each facet how many values, and their numbers (table facet_value).
 */
export interface FeatureBlock {
  readonly holds: number;
  readonly lengths: readonly [title: number, parts: number, body: number];
  readonly facets: readonly (readonly number[])[];
}

/** Numbers of facet values that are known to be in the table, by facet. Emptied when a transaction fails, or at `mostKnown`. */
export type KnownValues = Map<number, Map<string, number>>;
const mostKnown = 100_000;

/** `KnownValues` with the next free number of each facet, for one transaction: another process may write in the next. */
export interface FacetNumbers {
  readonly known: KnownValues;
  readonly next: Map<number, number>;
}
export const facetNumbers = (known: KnownValues): FacetNumbers => ({ known, next: new Map() });

export function featureBlock(
  connection: Connection,
  features: Features,
  lengths: FeatureBlock['lengths'],
  numbers: FacetNumbers,
): Uint8Array {
  const bytes = noBytes();
  putVarint(bytes, holdingBits(features));
  for (const length of lengths) putVarint(bytes, length);
  for (const [facet, name] of facetNames.entries()) {
    const given = features[name];
    const values = given === null ? [] : typeof given === 'string' ? [given] : given;
    putVarint(bytes, values.length);
    for (const value of values) putVarint(bytes, valueNumber(connection, facet, value, numbers));
  }
  return written(bytes);
}

function holdingBits(features: Features): number {
  return holdings.reduce((bits, what, at) => (features.holds.includes(what) ? bits | (1 << at) : bits), 0);
}

/** The number of a value of a facet, from 0; a new value gets the next one. */
function valueNumber(connection: Connection, facet: number, text: string, { known, next }: FacetNumbers): number {
  let ofFacet = known.get(facet);
  if (ofFacet === undefined) {
    ofFacet = new Map();
    known.set(facet, ofFacet);
  }
  const found = ofFacet.get(text);
  if (found !== undefined) return found;
  const free = next.get(facet) ?? firstFree(connection, facet);
  const { changes } = connection
    .statement('INSERT OR IGNORE INTO facet_value (facet, number, text) VALUES (?, ?, ?)')
    .run(facet, free, text);
  const isNew = Number(changes) === 1;
  next.set(facet, isNew ? free + 1 : free);
  const number = isNew ? free : heldNumber(connection, facet, text);
  if (ofFacet.size >= mostKnown) ofFacet.clear();
  ofFacet.set(text, number);
  return number;
}

function firstFree(connection: Connection, facet: number): number {
  return Number(connection.statement('SELECT coalesce(max(number) + 1, 0) AS number FROM facet_value WHERE facet = ?').get(facet)?.number);
}

function heldNumber(connection: Connection, facet: number, text: string): number {
  return Number(connection.statement('SELECT number FROM facet_value WHERE facet = ? AND text = ?').get(facet, text)?.number);
}

/** @throws Failure `collection-damaged` where the block is none. */
export function readFeatures(bytes: Uint8Array): FeatureBlock {
  const values = varintsOf(bytes);
  let at = 0;
  const next = () => {
    const value = values[at++];
    if (value === undefined) throw damaged('the features of a document have no end');
    return value;
  };
  const holds = next();
  const lengths = [next(), next(), next()] as const;
  const facets = facetNames.map(() => Array.from({ length: Math.min(next(), values.length) }, next));
  if (at !== values.length) throw damaged('the features of a document are too long');
  return { holds, lengths, facets };
}
