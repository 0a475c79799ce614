import Type, { type Static } from 'typebox';
import { DocumentSummary } from './documents.ts';
import { closed, Nullable } from './forms.ts';

const Time = Type.String({ format: 'date-time', description: 'ISO time, UTC' });
const text = Type.Optional(Type.String());
const Filters = Type.Object(
  {
    ...{ type: text, level: text, issuer: text, place: text, year: text, scope: text, signer: text, relation: text },
    ...{ from: text, to: text, cites: text },
  },
  closed,
);

/** A search that is kept under a name. `words` is null where filters alone tell what is meant. */
export const SavedSearch = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    words: Nullable,
    filters: Filters,
    created: Time,
    seen: Type.String({ format: 'date-time', description: 'ISO time, UTC: documents taken in after it are new' }),
  },
  closed,
);
export type SavedSearch = Static<typeof SavedSearch>;
export const SavedSearches = Type.Object({ saved: Type.Array(SavedSearch) }, closed);
export type SavedSearches = Static<typeof SavedSearches>;

/** A document with the time at which its present version was taken in, and the best passage for the words of the search, on one line; null where none shows them. */
export const Addition = Type.Object({ document: DocumentSummary, accepted: Time, passage: Nullable }, closed);
export type Addition = Static<typeof Addition>;

/** What matches a search, what was taken in last first. */
export const Additions = Type.Object(
  {
    total: Type.Integer({ minimum: 0 }),
    partial: Type.Boolean({ description: 'true where the index could not look everywhere in time: there may be more than is told' }),
    documents: Type.Array(Addition),
  },
  closed,
);
export type Additions = Static<typeof Additions>;

/** A saved search with what matches it that was taken in since it was looked at. */
export const SavedNews = Type.Object({ saved: SavedSearch, news: Additions }, closed);
export type SavedNews = Static<typeof SavedNews>;
