import type { Relation } from '#ingest/model/relation.ts';
import type { Span } from '#ingest/model/span.ts';

/**
 * What the user wants, as a tree that names no engine. All `terms` must hold of a document; filters narrow the result and do not score.
 */
export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly filters: QueryFilters;
}

/**
 * `newest` and `oldest` go by day of issue, documents without one last; `added`: what was taken in last (in its present version) first. Where the order
 * leaves two alike, and where nothing scores, the id decides.
 */
export const searchOrders = ['relevance', 'newest', 'oldest', 'added'] as const;
export type SearchOrder = (typeof searchOrders)[number];

/**
 * Why a hit stands where it does, the first that holds of these: it bears a number looked for; all words looked for stand in its title, or in the
 * names of its issuer, place and signers; in the headings of its parts; in its text. `none` where nothing was looked for that scores.
 */
export const hitRules = ['number', 'title', 'part', 'text', 'none'] as const;
export type HitRule = (typeof hitRules)[number];

/**
 * What was asked, as far as it can be known from the words alone: a query that may still ask what another document says (`citedBy`). `expandQuery`
 * (expand.ts) makes a `Query` of it, once the collection has told that.
 */
export interface AskedQuery {
  readonly terms: readonly AskedTerm[];
  readonly filters: QueryFilters;
}

/** A query as it was understood, and where that is not what the letters say ("kees" read as "kết"), or more than they say. */
export interface ReadQuery {
  readonly query: AskedQuery;
  readonly readings: readonly Reading[];
}

/**
 * What was read into typed words: `telex` keys left over from typing, `capitals` whose accents are not looked at, an `abbreviation` looked for in full
 * too (or the other way round), a `number` written in another form. `span` is its place in the query, in UTF-16 code units, end exclusive.
 */
export interface Reading {
  readonly kind: 'telex' | 'capitals' | 'abbreviation' | 'number';
  readonly typed: string;
  readonly read: string;
  readonly span: Span;
}

/** Something that a document must hold: words of its text, a feature of it, or other terms joined. */
export type QueryTerm = WordTerm | FeatureTerm | AnyOf<QueryTerm> | AllOf<QueryTerm> | NotOf<QueryTerm>;

/** As `QueryTerm`, or a term that no store knows. */
export type AskedTerm = WordTerm | FeatureTerm | CitedByTerm | AnyOf<AskedTerm> | AllOf<AskedTerm> | NotOf<AskedTerm>;

/** A document with this number cites it: what stores are asked instead is `ids`, with those of all that is cited there. */
export interface CitedByTerm {
  readonly kind: 'citedBy';
  readonly key: string;
  readonly token: string;
}

/**
 * Words in the title, the headings of parts, or the text. These score.
 * - `word`: a syllable. `exact` binds typed tones and letters, else bare letters match any tone.
 * - `phrase`: syllables side by side, in this order.
 * - `near`: different syllables in any order, with at most `distance` other words in all between the first and the last of them.
 * - `prefix`: any syllable that begins with these letters (at least two).
 * - `symbol`: a document number in any written form; `token` is the word under which numbers are indexed (`numberTokens`): of a whole number
 *   `foldedSymbol(key)`, of a part of one (`qđ 144`) a token that stands for every number with these pieces. `words` are the typed words as they may
 *   stand in a text side by side; none where they stand for a number only.
 */
export type WordTerm =
  | { readonly kind: 'word'; readonly word: QueryWord }
  | { readonly kind: 'phrase'; readonly words: readonly QueryWord[] }
  | { readonly kind: 'near'; readonly words: readonly QueryWord[]; readonly distance: number }
  | { readonly kind: 'prefix'; readonly word: QueryWord }
  | { readonly kind: 'symbol'; readonly key: string; readonly token: string; readonly words: readonly QueryWord[] };

/**
 * A feature of the document. These do not score.
 * - `feature`: words side by side in one value of a text feature (one issuer, one signer, one heading of a part).
 * - `value`: a coded feature is one of these values.
 * - `dates`: day of issue, ISO, both inclusive; a document without a day is outside.
 * - `accepted`: taken in (in its present version) after this time, ISO, UTC.
 * - `own`: the document bears a number under one of these tokens.
 * - `relates`: it states this relation (`cites`: any) to a document whose number is under this token.
 * - `has`: there is at least one of these in it.
 * - `print`: it holds a passage with one of these prints (`services/analysis/prints.ts`).
 * - `ids`: it is one of these documents.
 */
export type FeatureTerm =
  | { readonly kind: 'feature'; readonly field: TextFeature; readonly words: readonly QueryWord[] }
  | { readonly kind: 'value'; readonly field: CodedFeature; readonly values: readonly string[] }
  | { readonly kind: 'dates'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'accepted'; readonly after: string }
  | { readonly kind: 'own'; readonly tokens: readonly string[] }
  | { readonly kind: 'relates'; readonly relation: Relation; readonly token: string }
  | { readonly kind: 'has'; readonly what: Holding }
  | { readonly kind: 'print'; readonly tokens: readonly string[] }
  | { readonly kind: 'ids'; readonly ids: readonly string[] };

/** `title` and `part` (headings) are texts of their own; the others are values of facets taken word by word. */
export type TextFeature = 'title' | 'part' | 'issuer' | 'place' | 'scope' | 'signer';
export type CodedFeature = 'type' | 'level';
export const holdings = ['tasks', 'deadlines', 'citations', 'signatures', 'findings'] as const;
export type Holding = (typeof holdings)[number];

/** At least `least` of them hold; one, where not given. */
export interface AnyOf<Term> {
  readonly kind: 'any';
  readonly of: readonly Term[];
  readonly least?: number;
}

/** Every one holds. */
export interface AllOf<Term> {
  readonly kind: 'all';
  readonly of: readonly Term[];
}

/** It does not hold. */
export interface NotOf<Term> {
  readonly kind: 'not';
  readonly of: Term;
}

/**
 * A syllable as the index holds it: `text` is folded (no tone, no mark, đ as d) unless `exact`. With `anyTone` (on exact ones only) it is half typed, its
 * marks without its tone ("kêt"): it stands for each of the exact words that `toneForms` (services/analysis/tones.ts) lists.
 */
export interface QueryWord {
  readonly text: string;
  readonly exact: boolean;
  readonly anyTone?: true;
}

/** All set filters must hold: each but the days is a value of the facet of that name. Days are ISO, both inclusive. */
export interface QueryFilters {
  readonly type?: string;
  readonly level?: string;
  readonly issuer?: string;
  readonly place?: string;
  readonly year?: string;
  readonly scope?: string;
  readonly signer?: string;
  readonly relation?: string;
  readonly from?: string;
  readonly to?: string;
  /** Symbol key of a document that must be cited. */
  readonly cites?: string;
}
