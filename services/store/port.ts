import type { Failure } from '#ingest/model/failure.ts';
import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Relation } from '#ingest/model/relation.ts';
import type { Task } from '#ingest/model/task.ts';
import type { facetNames } from '#mappings/fields.ts';
import type { HitRule, Query, QueryWord, SearchOrder } from '#services/query/query.ts';
import type { Decision } from '#services/works/decision.ts';
import type { StatementsPage, StatementsRequest, Walk, WalkRequest } from '#services/works/link.ts';
import type { Ring } from '#services/works/rings.ts';
import type { Series } from '#services/works/series.ts';
import type { UnheldPage, UnheldRequest } from '#services/works/unheld.ts';
import type { BriefWork, NamedSymbol } from '#services/works/work.ts';

/**
 * What Vankien asks of an engine, and all of it. Every adapter passes the suite of `test/store/contract.ts`.
 * A store is an index: everything in it can be made again from the ledger and the original files.
 * Methods throw `Failure` and nothing else.
 */
export interface Store {
  /**
   * Puts documents in; one with the same id is replaced as a whole, one whose held revision is newer stays. Returns those that the engine cannot
   * hold, with the reason; all others are in and durable. Where it throws, an engine with transactions holds none of them; of another some may be
   * in, each whole, and putting them again completes it.
   */
  put(documents: readonly StoredDocument[], options?: PutOptions): Promise<readonly Unfit[]>;
  /** Takes a document out; no error where it is not there. */
  remove(id: string): Promise<void>;
  /** Makes all that was put or removed before visible to every question. */
  refresh(): Promise<void>;
  /** The document under this id, or null. */
  get(id: string): Promise<StoredDocument | null>;
  /** What is held, in order of id, from after `after`. For doctor and catching up. */
  list(after: string | null, limit: number): Promise<readonly Held[]>;
  /**
   * `early` is told the hits as soon as they are there, by an engine that counts all that matches beside them, so that work on them can begin; one that has
   * all at once does not call it. The answer holds the same hits.
   * @throws Failure `bad-request` for a cursor that no answer gave, or one of another order.
   */
  search(query: Query, page: SearchRequest, early?: (hits: readonly SearchHit[]) => void): Promise<SearchPage>;
  /** Every document that matches, in order of id, as the collection was at the first step: for exports. A failure on the way is thrown, never a shorter answer. */
  scan(query: Query): AsyncIterable<DocumentSummary>;
  /** Summaries by id, in no order; unknown ids are left out. */
  summaries(ids: readonly string[]): Promise<readonly DocumentSummary[]>;
  /** Records by id, without their claims and tasks, in no order; unknown ids are left out. For the passages of a page of hits. */
  bodies(ids: readonly string[]): Promise<readonly DocumentBody[]>;
  /** Distinct symbol keys that claims or documents hold, for suggestions, in order of their written form; at most `limit`, beginning with `prefix`. */
  keys(prefix: string, limit: number): Promise<readonly string[]>;
  /** In how many documents each of these words stands (in its title or text), in their order. */
  frequencies(words: readonly QueryWord[]): Promise<readonly number[]>;
  /** How many documents cite each of these numbers (symbol keys), in their order. */
  citers(keys: readonly string[]): Promise<readonly number[]>;
  /**
   * What the collection holds that somebody may be typing, at most `limit` of each kind: the most frequent first, then by text. What is typed stands in it as
   * `typing.ts` says: at the beginning of any word. A body is an issuer, a person a signer; a phrase is of titles. Numbers are those of `keys`, `count` tells
   * the documents that bear, cite or speak of them. Of titles with a frequent word the engine need not look at more than `typingLimits.titles`.
   */
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
  /**
   * All that is said of these symbols (`symbolOf`; of a document without a number its own), in their order: each naming that claims or documents use, and
   * the decisions. A symbol that nobody names has an empty list.
   */
  named(symbols: readonly string[]): Promise<readonly NamedSymbol[]>;
  /** The symbols that are named, in order of their code units, from after `after`: for lists over the whole collection. */
  symbols(after: string | null, limit: number): Promise<readonly string[]>;
  /** The series (`seriesAmong`) of all works there are: which bodies of which places issued what is held or named here. */
  series(): Promise<readonly Series[]>;
  /** The works that are named and not held, those that most documents name first (`byWeight`): the list of documents to obtain. */
  unheld(request: UnheldRequest): Promise<UnheldPage>;
  /** The works that lead to one another in rings of three or more, by their first works, each ring with its first `shown` links. */
  rings(shown: number): Promise<readonly Ring[]>;
  /** Which documents use these namings, of each the first `each` by id; unknown ones are left out. */
  speakers(namings: readonly string[], each: number): Promise<readonly Speakers[]>;
  /** Works of all documents right after what was put, removed and decided; unknown roots are left out. The works are those of `worksOf`. */
  walk(request: WalkRequest): Promise<Walk>;
  /** The same walk with works as they are, without what is said of them: for looking over many of which few are shown. */
  walkBriefly(request: WalkRequest): Promise<Walk<BriefWork>>;
  /** @throws Failure `bad-request` for a cursor that no answer gave. */
  statements(request: StatementsRequest): Promise<StatementsPage>;
  /** Makes these all the decisions there are; they hold for questions asked afterwards. */
  decide(decisions: readonly Decision[]): Promise<void>;
  tasks(filter: TaskFilter, page: { from: number; size: number }): Promise<TaskPage>;
  stats(): Promise<StoreStats>;
  /** Checks the engine's own integrity, every record included. */
  check(): Promise<readonly IndexFault[]>;
  close(): Promise<void>;
}

/** `visible: 'later'` leaves it to the engine, or to `refresh`, when questions see what was put: for many calls in a row. */
export interface PutOptions {
  readonly visible?: 'now' | 'later';
}

/** A document that an engine cannot hold. */
export interface Unfit {
  readonly id: string;
  readonly failure: Failure;
}

/** What is wrong with an index: a sentence, and the documents that are mended by putting them again (or taking them out, where the ledger has none such). */
export interface IndexFault {
  readonly message: string;
  readonly documents: readonly string[];
}

/** One document as doctor compares it with the ledger: hash of its file, version of the extraction that read it. */
export interface Held {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly pipeline: string;
}

/**
 * The indexes of one collection by what they are for: the one that answers, the one that is being made to take its place, and the one that
 * answered before and is kept to go back to. Methods throw `Failure` and nothing else.
 */
export type IndexRole = 'current' | 'next' | 'previous';
export interface Indexes {
  /** Changes when another index has become `current` for those who hold an open store; a store opened before must then be opened anew. */
  generation(): string;
  has(role: IndexRole): Promise<boolean>;
  /** Opens the index in this role. A missing one is made where `create` says so, and else is `no-collection`; one that is not ours or of another version is `collection-damaged`. */
  open(role: IndexRole, options: { readonly create: boolean }): Promise<Store>;
  /** In one step for every reader: `next` becomes `current`, `current` becomes `previous`. What was `previous` is taken away. */
  promote(): Promise<void>;
  /** In one step: `previous` becomes `current`. What was `current` becomes `previous`. */
  goBack(): Promise<void>;
  /** Takes an index away; no error where there is none. */
  drop(role: 'next' | 'previous'): Promise<void>;
  /** Takes away what belongs to no role: the remains of a run that died. Only for the one process that may write. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Names of the indexes by role, for an engine that has no place of its own for them. `current` is named even before it is made. */
export interface IndexNames {
  readonly current: string;
  readonly next: string | null;
  readonly previous: string | null;
}
export interface IndexNaming {
  read(): IndexNames;
  /** Durable when it returns. */
  write(names: IndexNames): void;
}

/** A record under its id. `revision` counts the accepted versions of this document, from 1; `versions` are these, in order, this one the last. */
export interface StoredDocument {
  readonly id: string;
  readonly revision: number;
  readonly source: string;
  readonly versions: readonly DocumentVersion[];
  readonly record: DocumentRecord;
}

/** A record without its claims and tasks, under its id. */
export interface DocumentBody {
  readonly id: string;
  readonly body: Omit<DocumentRecord, 'claims' | 'tasks'>;
}

/** One accepted state of a document's file: its hash and name, and when it was accepted (ISO time, UTC). */
export interface DocumentVersion {
  readonly revision: number;
  readonly hash: string;
  readonly name: string;
  readonly accepted: string;
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

/**
 * Which hits are wanted. `from` passes over hits (0 where not given); `after` is the `next` of an earlier answer to the same query in the same order, and goes
 * on behind its last hit however far that is; not both. `facets` are those to be counted, all where not given.
 */
export interface SearchRequest {
  readonly size: number;
  readonly from?: number;
  readonly after?: string;
  readonly order?: SearchOrder;
  readonly facets?: readonly FacetName[];
  /** Whether what passages are made of is wanted with the hits, where the engine can give it in the same answer. */
  readonly bodies?: boolean;
}

/** Facets count documents of the whole result, before paging: of each the `mostInFacet` (bounds.ts) most frequent values, then by value. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}
export type FacetName = (typeof facetNames)[number];
export type Facets = Readonly<Record<FacetName, readonly Facet[]>>;

export interface SearchHit {
  readonly document: DocumentSummary;
  /** What put it where it is; hits of a rule stand before all of the next one, where relevance is the order. */
  readonly rule: HitRule;
  /** The words looked for are its whole title: such hits, of the rule `title`, stand before all others. */
  readonly whole?: true;
  /** Larger is better; comparable within one answer and one rule only. */
  readonly score: number;
  /** As `bodies` gives it, where it was wanted and came with the hit: unpacked when it is asked for. */
  readonly body?: () => DocumentBody['body'];
}
export interface SearchPage {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Facets that were not asked for are empty. */
  readonly facets: Facets;
  /** Facets that have more values than are told. */
  readonly cut: readonly FacetName[];
  /** Where the next page begins; null where this was the last. */
  readonly next: string | null;
  /** True where time (`searchTime` of bounds.ts) or a part of the index was lacking: there may be more than total, hits and facets tell. */
  readonly partial: boolean;
}

/** A title, a number, a body, a person or a phrase of the collection; `document` is the one that a title belongs to, `count` in how many it stands. */
export interface Suggestion {
  readonly kind: 'document' | 'number' | 'body' | 'person' | 'phrase';
  readonly text: string;
  readonly document: string | null;
  readonly count: number;
}

/** Documents that use one naming: at most as many as were asked for, and how many there are. */
export interface Speakers {
  readonly naming: string;
  readonly documents: readonly string[];
  readonly total: number;
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
  /** Page (from 1) on which its words begin. */
  readonly page: number;
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
