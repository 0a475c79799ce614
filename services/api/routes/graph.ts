import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { kindNames, RelationKind } from '#ingest/model/relation.ts';
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
      Type.Array(RelationKind, {
        minItems: 1,
        maxItems: kindNames.length,
        description:
          'kinds of relation to follow, the parameter repeated for each; one of the seven relations stands for all kinds under it; all if left out',
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
          'There is one edge for a pair of documents; it lists every kind of relation that is stated, the strongest first, with the words that state it and how sure they are. Where the number could mean several documents, `choices` lists them and the rest is empty.',
        querystring: GraphQuery,
        response: answers(Graph, 'The graph around the document, or the choice.', 'not-found'),
      },
    },
    async ({ query: { of, direction = 'both', depth = 3, relation, limit = 200 } }) =>
      await library.trace({ of, direction, depth, limit, ...(relation === undefined ? {} : { relations: relation }) }),
  );
};
