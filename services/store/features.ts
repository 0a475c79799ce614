import { leadingClaims } from '#ingest/model/claim.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Relation } from '#ingest/model/relation.ts';
import type { facetFields, manyFacetFields } from '#mappings/fields.ts';
import { levelOf } from '#services/analysis/level.ts';
import type { Holding, QueryFilters } from '#services/query/query.ts';
import { ownKey } from './index-entry.ts';
import { oneWriting, oneWritingOfPerson } from './oneWriting.ts';

/** What of a record is filtered and counted, the same in every engine. */
export type Features = Readonly<Record<(typeof facetFields)[number], string | null>> &
  Readonly<Record<Exclude<(typeof manyFacetFields)[number], 'relation'>, readonly string[]>> & {
    readonly relation: readonly Relation[];
    readonly holds: readonly Holding[];
  };

/** Lists hold each value once, in the order of the record; names are in one writing (`oneWriting`), as in `filtersAsked`. */
export function featuresOf(record: DocumentRecord): Features {
  const { document, identity, signatures, citations, claims, tasks, findings } = record;
  const leading = leadingClaims(claims);
  const holds: readonly [Holding, boolean][] = [
    ['tasks', tasks.length > 0],
    ['deadlines', tasks.some((task) => task.deadlines.length > 0)],
    ['citations', citations.length > 0],
    ['signatures', signatures.length > 0],
    ['findings', findings.length > 0],
  ];
  return {
    type: document.type,
    level: levelOf(ownKey(record), identity.scope.value),
    issuer: named(document.issuer),
    place: named(document.place),
    year: document.date?.slice(0, 4) ?? null,
    scope: named(identity.scope.value),
    signer: distinct(signatures.flatMap(({ name }) => (name === null ? [] : [oneWritingOfPerson(name)]))),
    cites: distinct(citations.map(({ key }) => key)),
    // What a document states of itself: what it says of others is theirs.
    relation: distinct(claims.flatMap((claim) => (claim.subject === null && leading.has(claim) ? [claim.relation] : []))),
    holds: holds.flatMap(([what, has]) => (has ? [what] : [])),
  };
}

const named = (name: string | null) => (name === null ? null : oneWriting(name));

/** The filters with their names as features hold them. */
export function filtersAsked(filters: QueryFilters): QueryFilters {
  const asked: { -readonly [name in keyof QueryFilters]: QueryFilters[name] } = { ...filters };
  for (const name of names) if (asked[name] !== undefined) asked[name] = oneWriting(asked[name]);
  if (asked.signer !== undefined) asked.signer = oneWritingOfPerson(asked.signer);
  return asked;
}

/** Features whose values are names of bodies and places, as documents print them. */
const names = ['issuer', 'place', 'scope'] as const;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
