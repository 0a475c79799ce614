import Type, { type Static } from 'typebox';
import { Span } from '#ingest/model/span.ts';
import { facetNames } from '#mappings/fields.ts';
import { hitRules, searchOrders } from '#services/query/query.ts';
import { DocumentSummary } from './documents.ts';
import { closed, Nullable, nullable } from './forms.ts';

/** Words on a page: `text` in the original letters, `marks` the matched places in it, `span` its place in the document's text. */
export const Snippet = Type.Object(
  { text: Type.String(), marks: Type.Array(Span), span: Span, page: Type.Integer({ minimum: 1 }), part: Nullable },
  closed,
);
export type Snippet = Static<typeof Snippet>;

export const HitRule = Type.Enum([...hitRules], {
  description:
    'why the hit stands where it does: it bears a `number` looked for; all words stand in its `title`, or in this and what else it goes by (its type, issuer, place, year and signers), and what was typed whole as its title stands before all others; in the heading of a `part`; in its `text`; `none` where nothing was looked for that ranks',
});

/** A document that was found. `more` counts the matched places in its text that no snippet shows. */
export const Hit = Type.Object(
  {
    document: DocumentSummary,
    rule: HitRule,
    score: Type.Number({ description: 'larger is better; comparable within one answer and one rule only' }),
    snippets: Type.Array(Snippet),
    more: Type.Integer({ minimum: 0, description: 'how many matched places of the document no snippet shows' }),
  },
  closed,
);
export type Hit = Static<typeof Hit>;

/** What was read into typed words, and their place in the query. */
export const Reading = Type.Object(
  {
    kind: Type.Enum(['telex', 'capitals', 'abbreviation', 'number', 'sibling'], {
      description:
        'left over keys of typing; capitals whose accents are not looked at; an abbreviation looked for in full too, or the other way round; a number in another form; a number looked for as it is printed elsewhere, for the one typed was not found',
    }),
    typed: Type.String(),
    read: Type.String(),
    span: Span,
  },
  closed,
);
export type Reading = Static<typeof Reading>;

/** Another query that finds more: the whole of it, what is changed of the one asked, and how many documents it finds. */
export const Proposal = Type.Object(
  {
    query: Type.String(),
    total: Type.Integer({ minimum: 1 }),
    changes: Type.Array(Type.Object({ typed: Type.String(), read: Type.String(), span: Span }, closed)),
  },
  closed,
);
export type Proposal = Static<typeof Proposal>;

export const Facet = Type.Object({ value: Type.String(), count: Type.Integer({ minimum: 0 }) }, closed);
export const FacetName = Type.Enum([...facetNames]);
export const SearchOrder = Type.Enum([...searchOrders]);

export const SearchAnswer = Type.Object(
  {
    query: Type.String({ description: 'the words as typed' }),
    readings: Type.Array(Reading, { description: 'what was understood otherwise than the letters say, or beyond them' }),
    loosened: nullable(
      Type.Object(
        { least: Type.Integer({ minimum: 1 }), of: Type.Integer({ minimum: 1 }) },
        { ...closed, description: 'no document held all words: at least so many of so many stand in each of these' },
      ),
    ),
    order: SearchOrder,
    total: Type.Integer({ minimum: 0 }),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than is told' }),
    hits: Type.Array(Hit),
    next: nullable(Type.String({ description: 'where the next page begins, for `after`; null where this was the last' })),
    facets: Type.Object(Object.fromEntries(facetNames.map((name) => [name, Type.Array(Facet)])) as Record<FacetName, FacetList>, closed),
    cut: Type.Array(FacetName, { description: 'facets that have more values than are told' }),
    suggestion: nullable(Proposal),
  },
  closed,
);
export type SearchAnswer = Static<typeof SearchAnswer>;
type FacetName = (typeof facetNames)[number];
type FacetList = ReturnType<typeof Type.Array<typeof Facet>>;

/**
 * Something that the collection holds and somebody may be typing. `query` is what to search for instead of what was typed; `document` the one that a title
 * belongs to; `count` in how many documents the text stands.
 */
export const Suggestion = Type.Object(
  {
    kind: Type.Enum(['document', 'number', 'body', 'person', 'phrase']),
    text: Type.String(),
    query: Type.String(),
    document: Nullable,
    count: Type.Integer({ minimum: 0 }),
  },
  closed,
);
export type Suggestion = Static<typeof Suggestion>;

export const Suggestions = Type.Object({ typed: Type.String(), suggestions: Type.Array(Suggestion) }, closed);
export type Suggestions = Static<typeof Suggestions>;
