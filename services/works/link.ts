import { type Confidence, kindNames, parentOf, type Relation, type RelationKind, relations } from '#ingest/model/relation.ts';
import type { Span } from '#ingest/model/span.ts';
import type { BriefWork, Identified, Work } from './work.ts';

/** Which links are followed. */
export interface LinkFilter {
  /** Kinds wanted, one of the seven relations standing for all kinds under it; null for all. */
  readonly kinds: readonly RelationKind[] | null;
  /** Bounds of the date of the document that acts (ISO, inclusive); null where open. A link whose acting document has no known date lies outside of every bound. */
  readonly from: string | null;
  readonly to: string | null;
}
export const everyLink: LinkFilter = { kinds: null, from: null, to: null };

/** All kinds that a filter lets through. */
export function kindsOf({ kinds }: LinkFilter): ReadonlySet<RelationKind> {
  if (kinds === null) return new Set(kindNames);
  const wanted = new Set<RelationKind>(kinds);
  return new Set(kindNames.filter((kind) => wanted.has(kind) || wanted.has(parentOf(kind))));
}

/** Strength of a kind as a number, 0 the strongest: the place of its relation among the seven. */
export function rankOf(kind: RelationKind): number {
  return relations.indexOf(parentOf(kind));
}

/** The words that state a link: the claim at `position` of a document's record. `date` is that of the acting document as the claim gives it. */
export interface LinkWitness {
  readonly document: string;
  readonly position: number;
  readonly page: number;
  readonly relation: Relation;
  readonly kind: RelationKind;
  readonly confidence: Confidence;
  readonly rule: string;
  /** False where a third document states it. */
  readonly own: boolean;
  readonly span: Span;
  readonly quote: string;
  readonly date: string | null;
  /** How its words tell which works stand at the ends: the less certain of the two. */
  readonly identified: Identified;
}

/** A kind of relation that is stated of a pair, as sure as its surest words. */
export interface LinkKind {
  readonly relation: Relation;
  readonly kind: RelationKind;
  readonly confidence: Confidence;
}

/**
 * All that is stated of one pair of works in one direction: `from` acts on, rests on or cites `to`. `kinds` strongest first (`byStrength`), plain `cites` only
 * alone. `claims` counts the statements, `witnesses` are the first of them in the order of statements, as many as were asked for.
 */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly LinkKind[];
  readonly claims: number;
  readonly witnesses: readonly LinkWitness[];
}

/** A statement: its words, and the works at the ends of the link that they state. */
export interface Statement {
  readonly from: string;
  readonly to: string;
  readonly witness: LinkWitness;
}

/**
 * What is stated of one work: `up` of what it rests on, `down` of what came of it; with `other`, only of these two. The order of statements is the same on every
 * engine: by rank of their kind, then date of the acting document (unknown last), then id of the document that states it, then position.
 */
export interface StatementsRequest {
  readonly work: string;
  readonly direction: 'up' | 'down';
  readonly other?: string;
  readonly filter: LinkFilter;
  readonly size: number;
  /** `next` of the page before. */
  readonly after?: string;
}
export interface StatementsPage {
  readonly statements: readonly Statement[];
  /** The works at the far ends of these. */
  readonly works: readonly Work[];
  /** How many statements there are in all. */
  readonly total: number;
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/**
 * A walk over the links from `roots` (ids of works): `up` to what they rest on, `down` to what came of them. A step goes from all works met in the step before;
 * of those that are new the first in the order of statements are kept until `limit` works are reached, each once, so that cycles end.
 */
export interface WalkRequest {
  readonly roots: readonly string[];
  readonly direction: 'up' | 'down' | 'both';
  /** Steps at most. */
  readonly depth: number;
  readonly filter: LinkFilter;
  /** Works at most, roots included. */
  readonly limit: number;
  /** Witnesses wanted for each link: 0 to `mostWitnesses`. */
  readonly witnesses: number;
}
export const mostWalked = 100_000;
export const mostWitnesses = 10;

/** A work met on a walk. `depth`: steps from the nearest root, negative up. */
export interface WalkNode<Of extends BriefWork = Work> {
  readonly work: Of;
  readonly depth: number;
}

/** Nodes by `depth` (from 0 outward, up before down), then id; `links` are those among the nodes that the filter lets through, by `from`, `to`. */
export interface Walk<Of extends BriefWork = Work> {
  readonly nodes: readonly WalkNode<Of>[];
  readonly links: readonly Link[];
  /** True where works beyond the limit, or links beyond `linksPerNode`, were left out. */
  readonly truncated: boolean;
}
/** Most links of a walk, for each node of its limit. */
export const linksPerNode = 20;
