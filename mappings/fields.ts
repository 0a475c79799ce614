/**
 * How a record lies in every engine: one list of fields. The engines' own files in this folder (sqlite.sql) hold the same names,
 * which a test checks. `mappingVersion` goes up with every change of meaning; a store of another version is refused and made anew.
 */
export const mappingVersion = 7;

/** Values that filter and are counted as facets; one a document, or none. */
export const facetFields = ['type', 'level', 'issuer', 'place', 'year', 'scope'] as const;
/** As `facetFields`, but any number a document. `cites` holds numbers by their symbol key. */
export const manyFacetFields = ['signer', 'cites', 'relation'] as const;
export const facetNames = [...facetFields, ...manyFacetFields] as const;

/**
 * Words that are searched, made by services/analysis and parted by spaces, with their weight in the score.
 * Elasticsearch holds no `body`, but all three texts in one, each as often as it weighs (services/store/elasticsearch/words.ts).
 * `title` is all that a document goes by (services/analysis/naming.ts): type and title, issuer, place, year, signers. Every text lies there twice: `exact` with tones and marks, `folded` without; `numbers` are document numbers in their folded form.
 */
export const wordFields = [
  { name: 'own_number', holds: 'numbers', weight: 12 },
  { name: 'title_exact', holds: 'exact', weight: 5 },
  { name: 'title_folded', holds: 'folded', weight: 5 },
  { name: 'parts_exact', holds: 'exact', weight: 2 },
  { name: 'parts_folded', holds: 'folded', weight: 2 },
  { name: 'body_exact', holds: 'exact', weight: 1 },
  { name: 'body_folded', holds: 'folded', weight: 1 },
  { name: 'numbers', holds: 'numbers', weight: 2 },
] as const;

/** What a list shows of a document. */
export const summaryFields = ['id', 'revision', 'name', 'type', 'number', 'issuer', 'place', 'date', 'title', 'identity'] as const;
