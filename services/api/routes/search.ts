import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { SearchAnswer } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { filterParameters } from './filters.ts';
import { inOrder, Limit, Offset } from './parameters.ts';

const SearchQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      description:
        'the words to find: at most 500 characters and 32 words, at least one letter or digit. Quotes make a phrase; a document number may be written in any form.',
    }),
    ...filterParameters,
    offset: Type.Optional(Offset),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

export const search: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/search',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'search',
        tags: ['search'],
        summary: 'Find documents by their words and features',
        querystring: SearchQuery,
        response: answers(SearchAnswer, 'The best documents first; facets count all that were found.', 'bad-query'),
      },
    },
    async ({ query: { q, offset = 0, limit = 20, ...filters } }) => {
      inOrder(filters);
      return await library.search(q, filters, { from: offset, size: limit });
    },
  );
};
