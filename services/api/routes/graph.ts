import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Relation } from '#ingest/model/relation.ts';
import type { Library } from '#services/library/library.ts';
import { Graph } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { DocumentNumber } from './parameters.ts';

const GraphQuery = Type.Object(
  {
    of: DocumentNumber('id of a document or work, or a number in any written form'),
    direction: Type.Optional(
      Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('both')], {
        description: '`up`: what it rests on; `down`: what came of it; `both` if left out',
      }),
    ),
    depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, description: 'how many steps; 3 if left out' })),
    relation: Type.Optional(
      Type.Array(Relation, {
        minItems: 1,
        maxItems: 7,
        description: 'relations to follow, the parameter repeated for each; all if left out',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'how many nodes at most; 200 if left out' })),
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
          'Every edge bears the words that state it. Where the number could mean several documents, `choices` lists them and the rest is empty.',
        querystring: GraphQuery,
        response: answers(Graph, 'The graph around the document, or the choice.', 'not-found'),
      },
    },
    async ({ query: { of, direction = 'both', depth = 3, relation, limit = 200 } }) =>
      await library.trace({ of, direction, depth, limit, ...(relation === undefined ? {} : { relations: relation }) }),
  );
};
