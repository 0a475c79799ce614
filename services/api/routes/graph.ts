import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { Graph, StatementList } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { AfterPage, chainFilter, Nodes, OfWork, StepsDeep, Within, WitnessesShown } from './chainParameters.ts';
import { DocumentNumber, inOrder, Limit } from './parameters.ts';

export const GraphQuery = Type.Object(
  {
    of: OfWork,
    direction: Type.Optional(
      Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('both')], {
        description: '`up`: what it rests on; `down`: what came of it; `both` if left out',
      }),
    ),
    depth: Type.Optional(StepsDeep('3')),
    ...chainFilter,
    within: Type.Optional(Within),
    limit: Type.Optional(Nodes('200')),
    witnesses: Type.Optional(WitnessesShown),
  },
  { additionalProperties: false },
);

const StatementsQuery = Type.Object(
  {
    of: OfWork,
    direction: Type.Union([Type.Literal('up'), Type.Literal('down')], {
      description: '`up`: what is stated of what it rests on; `down`: of what came of it',
    }),
    other: Type.Optional(DocumentNumber('only what is stated of `of` and this one: an id, or a number in any written form')),
    ...chainFilter,
    within: Type.Optional(Within),
    limit: Type.Optional(Limit),
    after: Type.Optional(AfterPage),
  },
  { additionalProperties: false },
);

export const graph: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/graph',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graph',
        tags: ['graph'],
        summary: 'The documents that one rests on and that came of it',
        description:
          'There is one edge for a pair of documents; it lists every kind of relation that is stated, the strongest first, with the first words that state it and how sure they are. Where the number could mean several documents, `choices` lists them and the rest is empty. What contradicts itself is among `findings`.',
        querystring: GraphQuery,
        response: answers(Graph, 'The graph around the document, or the choice.', 'not-found'),
      },
    },
    async ({ query: { direction = 'both', depth = 3, relation, ...query } }) => {
      inOrder(query);
      return await library.trace({ ...query, direction, depth, relations: relation });
    },
  );

  app.get(
    '/graph/statements',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graphStatements',
        tags: ['graph'],
        summary: 'All that is stated of what a document rests on or of what came of it, page by page',
        description: 'Of a document that thousands cite, every statement can be reached: `next` of an answer is `after` of the next page.',
        querystring: StatementsQuery,
        response: answers(StatementList, 'A page of the statements, or the choice.', 'not-found'),
      },
    },
    async ({ query: { relation, limit = 20, ...query } }) => {
      inOrder(query);
      return await library.statements({ ...query, size: limit, relations: relation });
    },
  );
};
