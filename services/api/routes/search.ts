import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { facetNames } from '#mappings/fields.ts';
import type { Library } from '#services/library/library.ts';
import { SearchAnswer, SearchOrder, Suggestions } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { Refusal } from '../errors.ts';
import { filterParameters } from './filters.ts';
import { inOrder, Limit, Offset } from './parameters.ts';

const SearchQuery = Type.Object(
  {
    q: Type.String({
      minLength: 1,
      description:
        'what to find: at most 500 characters and 32 words, at least one letter or digit. Quotes make a phrase; a document number may be written in any form; the README tells the rest of the language.',
    }),
    ...filterParameters,
    order: Type.Optional(SearchOrder),
    facets: Type.Optional(
      Type.Array(Type.Enum([...facetNames, 'none']), {
        minItems: 1,
        maxItems: facetNames.length,
        description: 'facets to count, the parameter repeated for each; all if left out; `none` alone for none',
      }),
    ),
    offset: Type.Optional({ ...Offset, 'x-instead': 'go on with after' }),
    after: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 4000,
        description:
          '`next` of an earlier answer to the same query, filters and order: goes on behind its last hit, however far; not with `offset`',
      }),
    ),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

const SuggestQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 500, description: 'what is typed so far' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: 'how many suggestions at most; 10 if left out' })),
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
        description:
          '`readings` tells what was understood otherwise than typed, `rule` why a hit stands where it does, `suggestion` what to ask instead where little or nothing is found. `next` leads through the whole result, without a limit.',
        querystring: SearchQuery,
        response: answers(SearchAnswer, 'The best documents first; facets count all that were found.', 'bad-query'),
      },
    },
    async ({ query: { q, offset, after, limit = 20, order, facets, ...filters } }) => {
      inOrder(filters);
      return await library.search(q, filters, {
        size: limit,
        ...(offset === undefined ? {} : { from: offset }),
        ...(after === undefined ? {} : { after }),
        ...(order === undefined ? {} : { order }),
        ...(facets === undefined ? {} : { facets: wantedFacets(facets) }),
      });
    },
  );
  app.get(
    '/suggest',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'suggest',
        tags: ['search'],
        summary: 'What the collection holds that somebody may be typing',
        description: 'Numbers, titles, bodies, people and phrases; `query` of each is what to search for.',
        querystring: SuggestQuery,
        response: answers(Suggestions, 'Suggestions, by kind.', 'bad-query'),
      },
    },
    async ({ query: { q, limit = 10 } }) => await library.suggest(q, limit),
  );
};

type Wanted = (typeof facetNames)[number] | 'none';

function wantedFacets(facets: readonly Wanted[]) {
  const wanted = facets.filter((name) => name !== 'none');
  if (wanted.length < facets.length && facets.length > 1)
    throw new Refusal('bad-request', [{ path: 'facets', message: 'none stands alone' }]);
  return [...new Set(wanted)];
}
