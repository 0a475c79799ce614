/**
 * What the user wants, as a tree that names no engine. `words` must all match (anywhere in the document);
 * filters narrow the result and do not score.
 */
export interface Query {
  readonly terms: readonly QueryTerm[];
  readonly filters: QueryFilters;
}

/**
 * One thing that must match:
 * - `word`: a syllable. `exact` binds typed tones and letters, else bare letters match any tone.
 * - `phrase`: syllables side by side, in this order.
 * - `symbol`: a document number in any written form, by its symbol key.
 */
export type QueryTerm =
  | { readonly kind: 'word'; readonly word: QueryWord }
  | { readonly kind: 'phrase'; readonly words: readonly QueryWord[] }
  | { readonly kind: 'symbol'; readonly key: string; readonly words: readonly QueryWord[] };

/** A syllable as the index holds it: `text` is folded (no tone, no mark, đ as d) unless `exact`. */
export interface QueryWord {
  readonly text: string;
  readonly exact: boolean;
}

/** All set filters must hold; dates are ISO, both inclusive. */
export interface QueryFilters {
  readonly type?: string;
  readonly issuer?: string;
  readonly place?: string;
  readonly year?: string;
  readonly scope?: string;
  readonly from?: string;
  readonly to?: string;
  /** Symbol key of a document that must be cited. */
  readonly cites?: string;
}
