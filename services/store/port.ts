import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Relation } from '#ingest/model/relation.ts';
import type { Task } from '#ingest/model/task.ts';
import type { Query } from '#services/query/query.ts';

/**
 * What Vankien asks of an engine, and all of it. Every adapter passes the suite of `test/store/contract.ts`.
 * A store is an index: everything in it can be made again from the ledger and the original files.
 * Methods throw `Failure` and nothing else.
 */
export interface Store {
  /** Puts documents in, all or none; one with the same id is replaced as a whole. */
  put(documents: readonly StoredDocument[]): Promise<void>;
  /** Takes a document out; no error where it is not there. */
  remove(id: string): Promise<void>;
  /** The document under this id, or null. */
  get(id: string): Promise<StoredDocument | null>;
  /** Ids of all documents held with `revision`, in order of id, from after `after`. For doctor and exports. */
  list(after: string | null, limit: number): Promise<readonly { id: string; revision: number }[]>;
  search(query: Query, page: { from: number; size: number }): Promise<SearchPage>;
  /** All claims whose subject or object bears one of these symbol keys, or that one of these documents makes of itself. */
  claims(about: { keys: readonly string[]; documents: readonly string[] }): Promise<readonly StoredClaim[]>;
  /** Documents whose own number bears one of these symbol keys. */
  bearers(keys: readonly string[]): Promise<readonly DocumentSummary[]>;
  /** Summaries by id, in no order; unknown ids are left out. */
  summaries(ids: readonly string[]): Promise<readonly DocumentSummary[]>;
  /** Distinct symbol keys that claims or documents hold, for suggestions; at most `limit`, beginning with `prefix`. */
  keys(prefix: string, limit: number): Promise<readonly string[]>;
  tasks(filter: TaskFilter, page: { from: number; size: number }): Promise<TaskPage>;
  stats(): Promise<StoreStats>;
  /** Checks the engine's own integrity; returns one sentence for each fault. */
  check(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A record under its id. `revision` counts the accepted versions of this document, from 1. */
export interface StoredDocument {
  readonly id: string;
  readonly revision: number;
  readonly source: string;
  readonly record: DocumentRecord;
}

/** What lists show of a document. */
export interface DocumentSummary {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly type: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly identity: Identity;
}

/** A claim with the document that makes it (its witness). */
export interface StoredClaim {
  readonly document: string;
  readonly claim: Claim;
}

/** Facets count documents of the whole result, before paging. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}
export type FacetName = 'type' | 'issuer' | 'place' | 'year' | 'scope';
export type Facets = Readonly<Record<FacetName, readonly Facet[]>>;

export interface SearchHit {
  readonly document: DocumentSummary;
  /** Larger is better; comparable within one answer only. */
  readonly score: number;
}
export interface SearchPage {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Facets;
}

/** `assignee` is matched as words, accents optional. `from` and `to` (ISO dates, both inclusive) bound the last day of one-off deadlines. */
export interface TaskFilter {
  readonly assignee?: string;
  readonly from?: string;
  readonly to?: string;
  readonly document?: string;
  readonly recurs?: string;
}
export interface StoredTask {
  readonly document: DocumentSummary;
  /** Place of the task in its document's list, from 0. */
  readonly index: number;
  readonly task: Task;
}
export interface TaskPage {
  readonly total: number;
  readonly tasks: readonly StoredTask[];
}

/** `relations` counts the pairs of documents of which a document states a relation, once for each such document; `byRelation` by the strongest stated. */
export interface StoreStats {
  readonly documents: number;
  readonly citations: number;
  readonly relations: number;
  readonly tasks: number;
  readonly findings: number;
  readonly byType: readonly Facet[];
  readonly byRelation: readonly { relation: Relation; count: number }[];
}
