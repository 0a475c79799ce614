import type { Decision } from './decision.ts';
import type { Naming } from './naming.ts';

/** A naming with how many documents speak so (the holder itself for its own head). */
export interface Named {
  readonly id: string;
  readonly naming: Naming;
  readonly documents: number;
}

/** All that is known of one symbol: each naming that is in use, once, and what persons decided. Everything about its works follows from this. */
export interface NamedSymbol {
  readonly symbol: string;
  readonly named: readonly Named[];
  readonly decisions: readonly Decision[];
}

/** How the words tell which work is meant: they say scope and term, both follow from what is known around them, or they do not tell; or a person decided it. */
export type Identified = 'said' | 'inferred' | 'unknown' | 'decided';

/** A value that is said of a work, by how many documents; `own`: its own head says it. Sorted by `own`, then `documents`, then value. */
export interface ClaimedValue {
  readonly value: string;
  readonly documents: number;
  readonly own: boolean;
}

/** Why two works may be one, or are not. */
export const samenessReasons = [
  'same-number',
  'same-scope',
  'other-scope',
  'scope-unknown',
  'same-term',
  'other-term',
  'term-unknown',
  'same-date',
  'other-date',
  'same-title',
  'other-title',
  'other-type',
  'spoken-before',
  'own-number',
  'decided',
] as const;
export type SamenessReason = (typeof samenessReasons)[number];

/** A work that this one could be. */
export interface Possible {
  readonly work: string;
  readonly reasons: readonly SamenessReason[];
}

/** Most entries of each list of a work; `more` of the lists tells how many there are beyond. */
export const mostListed = 20;

/** One document as the collection knows it, held or not: what it is, without what is said of it. */
export interface BriefWork {
  readonly id: string;
  readonly symbol: string;
  readonly key: string | null;
  readonly type: string | null;
  readonly scope: string | null;
  readonly term: string | null;
  /** What its own head says; of a work that nobody holds the only date said, else null. */
  readonly date: string | null;
  readonly title: string | null;
  readonly issuer: string | null;
  /** Ids of the documents that are this work. */
  readonly held: readonly string[];
}

/** A work with what is said of it. All lists are sorted, so that no order of arrival shows. */
export interface Work extends BriefWork {
  /** How often it is named by others: documents times namings. */
  readonly cited: number;
  readonly claimed: {
    readonly dates: readonly ClaimedValue[];
    readonly titles: readonly ClaimedValue[];
    readonly issuers: readonly ClaimedValue[];
    readonly types: readonly ClaimedValue[];
  };
  readonly maybe: readonly Possible[];
  /** How many more works it could be than `maybe` lists. */
  readonly maybeMore: number;
  /** Ids of the decisions that made it what it is. */
  readonly decisions: readonly string[];
}

/** What a work is, alone. */
export function briefOf({ id, symbol, key, type, scope, term, date, title, issuer, held }: BriefWork): BriefWork {
  return { id, symbol, key, type, scope, term, date, title, issuer, held };
}

/** The works of one symbol, and which of them each naming means. */
export interface WorksOfSymbol {
  readonly works: readonly Work[];
  readonly placed: ReadonlyMap<string, { readonly work: string; readonly identified: Identified }>;
  /** Ids of decisions that a later one contradicts: they do nothing. Sorted. */
  readonly overruled: readonly string[];
  /** Ids of decisions about works that are not there (any more): they do nothing. Sorted. */
  readonly notApplicable: readonly string[];
}
