import Type, { type Static } from 'typebox';
import { Span } from '#ingest/model/span.ts';
import { DocumentSummary } from './documents.ts';
import { closed, Nullable } from './forms.ts';

/** Words on a page: `text` in the original letters, `marks` the matched places in it, `span` its place in the document's text. */
export const Snippet = Type.Object(
  { text: Type.String(), marks: Type.Array(Span), span: Span, page: Type.Integer({ minimum: 1 }), part: Nullable },
  closed,
);
export type Snippet = Static<typeof Snippet>;

export const Facet = Type.Object({ value: Type.String(), count: Type.Integer({ minimum: 0 }) }, closed);
export const SearchAnswer = Type.Object(
  {
    query: Type.String({ description: 'the words as typed' }),
    total: Type.Integer({ minimum: 0 }),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than is told' }),
    hits: Type.Array(Type.Object({ document: DocumentSummary, score: Type.Number(), snippets: Type.Array(Snippet) }, closed)),
    facets: Type.Object(
      { type: Type.Array(Facet), issuer: Type.Array(Facet), place: Type.Array(Facet), year: Type.Array(Facet), scope: Type.Array(Facet) },
      closed,
    ),
  },
  closed,
);
export type SearchAnswer = Static<typeof SearchAnswer>;
