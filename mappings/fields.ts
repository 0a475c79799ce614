/**
 * How a record lies in every engine: one list of fields. The engines' own files in this folder (sqlite.sql) hold the same names,
 * which a test checks. `mappingVersion` goes up with every change of meaning; a store of another version is refused and made anew.
 */
export const mappingVersion = 8;

/** Values that filter and are counted as facets; one a document, or none. Names (of bodies, places, persons) are held in one writing (services/store/oneWriting.ts). */
export const facetFields = ['type', 'level', 'issuer', 'place', 'year', 'scope'] as const;
/** As `facetFields`, but any number a document. `cites` holds numbers by their symbol key. */
export const manyFacetFields = ['signer', 'cites', 'relation'] as const;
export const facetNames = [...facetFields, ...manyFacetFields] as const;

/**
 * What words are searched in, made by services/analysis, with what each counts in the score. `own_number` and `numbers` are the numbers that a document bears
 * and those that stand in it; `title` is all that it goes by (services/analysis/naming.ts): type and title, issuer, place, year, signers; `parts` are its headings.
 * Every text is held twice: `exact` with tones and marks, `folded` without.
 */
export const wordWeights = { own_number: 12, title: 2, parts: 1, body: 1, numbers: 2 } as const;

/** What a list shows of a document. */
export const summaryFields = ['id', 'revision', 'name', 'type', 'number', 'issuer', 'place', 'date', 'title', 'identity'] as const;
