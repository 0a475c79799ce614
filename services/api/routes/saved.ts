import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { savedLimits } from '#services/library/saved/saved.ts';
import { SavedNews, SavedSearch, SavedSearches } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { feedAnswers, sendFeed } from './feed.ts';
import { filterParameters } from './filters.ts';
import { inOrder, Limit, NoQuery, Words } from './parameters.ts';

const closed = { additionalProperties: false } as const;
const tags = ['saved'];
const SavedReference = Type.Object({ id: Words('id of a saved search') }, closed);
const Size = Type.Object({ limit: Type.Optional(Limit) }, closed);

const SearchToSave = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: savedLimits.name, description: 'a name that no other saved search bears' }),
    words: Type.Optional(Type.String({ minLength: 1, description: 'as `q` of a search; may be left out where there are filters' })),
    filters: Type.Optional(Type.Object(filterParameters, closed)),
  },
  closed,
);

/** Searches that are kept under a name, and what is new to them. */
export const saved: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  // Else text would be read, and refused for its fields where it is its kind that is wrong.
  app.removeContentTypeParser('text/plain');

  app.get(
    '/saved',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'savedSearches',
        tags,
        summary: 'The saved searches, by name',
        querystring: NoQuery,
        response: answers(SavedSearches, 'All of them.', 'saved-elsewhere'),
      },
    },
    async () => ({ saved: [...(await library.saved.list())] }),
  );

  app.post(
    '/saved',
    {
      config: { role: 'editor' },
      schema: {
        operationId: 'saveSearch',
        tags,
        summary: 'Keep a search under a name',
        description: 'What is in the collection now is not new to it.',
        querystring: NoQuery,
        body: SearchToSave,
        response: answers(
          SavedSearch,
          'The search as it was saved.',
          'bad-query',
          'wrong-media-type',
          'file-too-large',
          'read-only',
          'saved-elsewhere',
        ),
      },
    },
    async ({ body: { name, words, filters = {} } }) => {
      inOrder(filters);
      return await library.saved.save({ name, words: words ?? null, filters });
    },
  );

  app.get(
    '/saved/:id',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'savedSearch',
        tags,
        summary: 'A saved search, with what is new to it',
        params: SavedReference,
        querystring: Size,
        response: answers(
          SavedNews,
          'What was taken in since it was last said to be seen, the latest first.',
          'not-found',
          'saved-elsewhere',
        ),
      },
    },
    async ({ params, query: { limit = 20 } }) => await library.saved.look(params.id, { seen: false, size: limit }),
  );

  app.delete(
    '/saved/:id',
    {
      config: { role: 'editor' },
      schema: {
        operationId: 'removeSavedSearch',
        tags,
        summary: 'Forget a saved search',
        params: SavedReference,
        querystring: NoQuery,
        response: answers(Type.Object({ removed: Type.String() }, closed), 'It is forgotten.', 'not-found', 'read-only', 'saved-elsewhere'),
      },
    },
    async ({ params }) => {
      await library.saved.remove(params.id);
      return { removed: params.id };
    },
  );

  app.post(
    '/saved/:id/seen',
    {
      config: { role: 'editor' },
      schema: {
        operationId: 'seeSavedSearch',
        tags,
        summary: 'What is new to a saved search, which is then no longer new',
        description: 'Where the answer is partial all of it stays new.',
        params: SavedReference,
        querystring: Size,
        response: answers(SavedNews, 'What was new, the latest first.', 'not-found', 'read-only', 'saved-elsewhere'),
      },
    },
    async ({ params, query: { limit = 20 } }) => await library.saved.look(params.id, { seen: true, size: limit }),
  );

  app.get(
    '/saved/:id/feed',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'savedSearchFeed',
        tags,
        summary: 'The documents that match a saved search as an Atom feed, the latest first',
        params: SavedReference,
        querystring: NoQuery,
        response: feedAnswers('not-found', 'saved-elsewhere'),
      },
    },
    async (request, reply) => {
      const { id, name, words, filters, created } = await library.saved.find(request.params.id);
      return await sendFeed(request, reply, library, { id: `urn:uuid:${id}`, title: name, words, filters, empty: created });
    },
  );
};
