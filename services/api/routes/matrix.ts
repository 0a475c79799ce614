import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type, { type Static } from 'typebox';
import { levels } from '#services/analysis/level.ts';
import { mostDirectives } from '#services/library/chains/matrix.ts';
import { matrixOrders } from '#services/library/chains/matrixCells.ts';
import type { Library } from '#services/library/library.ts';
import { Matrix, PartsMatrix } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { Kinds, StepsDeep } from './chainParameters.ts';
import { Day, DocumentNumber, inOrder, NoQuery, Offset, Words } from './parameters.ts';

/** A longer list of units is sent as a body. */
const mostUnitsInQuery = 200;
const mostUnits = 2000;
const mostRows = 1000;

const fields = (most: number) => ({
  directive: Type.Array(DocumentNumber('id of a document or work, or a number in any written form'), {
    minItems: 1,
    maxItems: mostDirectives,
    description: `the columns: one to ${mostDirectives} directives, the parameter repeated for each; one that is named twice has one column`,
  }),
  unit: Type.Optional(
    Type.Array(
      Words('a body of a place, as in `Tỉnh ủy Bến Tre`; a place or a body alone stands for all such units; accents may be left out'),
      {
        minItems: 1,
        maxItems: most,
        description: 'the rows; all units of which the collection holds or names a document, if left out',
      },
    ),
  ),
  level: Type.Optional(
    Type.Array(Type.Enum([...levels]), {
      minItems: 1,
      maxItems: levels.length,
      description: 'only units of these levels, the parameter repeated for each',
    }),
  ),
  within: Type.Optional(
    Words(
      'only units of this province, of those that went up in it, or of this unit, as in `Bến Tre` or `Bến Tre/Ba Tri`; accents may be left out',
    ),
  ),
  relation: Type.Optional(
    Kinds('kinds of relation that count as an answer, at every step; `reviews` and `implements`, with all kinds under them, if left out'),
  ),
  from: Type.Optional(Day('first day on which an answer was issued; one without a known date lies outside')),
  to: Type.Optional(Day('last such day, not before `from`')),
  depth: Type.Optional(StepsDeep('10')),
  order: Type.Optional(
    Type.Enum([...matrixOrders], {
      description:
        '`unit` (by level, place and name) if left out; `days`: the quickest first; `silent`: those with the most silent cells first',
    }),
  ),
  offset: Type.Optional(Offset),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: mostRows, description: 'how many rows at most; 50 if left out' })),
});

export const MatrixQuery = Type.Object(fields(mostUnitsInQuery), { additionalProperties: false });
const { directive: _, ...rowsAsked } = fields(mostUnitsInQuery);
const PartsQuery = Type.Object(
  { of: DocumentNumber('id of a document or work, or a number in any written form'), ...rowsAsked },
  { additionalProperties: false },
);
const MatrixBody = Type.Object(fields(mostUnits), { additionalProperties: false });

/** Units against directives. */
export const matrix: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  const answer = async ({ directive, unit, level, relation, limit, ...rest }: Static<typeof MatrixBody>) => {
    inOrder(rest);
    return await library.matrix({ ...rest, directives: directive, units: unit, levels: level, relations: relation, size: limit });
  };
  const about = {
    tags: ['graph'],
    description:
      'A cell tells what the unit issued to carry out or review the directive, or a document that does, at any depth: when, after how many days, through which others, with the words that state it. `silent` means that no document held here shows an answer. What predecessors and successors of a province issued is counted in and marked. Where a number could mean several documents, `choices` lists them and the rest is empty.',
    response: answers(Matrix, 'A page of the rows with all columns, or the choice.', 'not-found'),
  };

  app.get(
    '/matrix',
    {
      config: { role: 'reader' },
      schema: {
        ...{ operationId: 'matrix', summary: 'Which units answered which directives, when, through which others, with proof', ...about },
        querystring: MatrixQuery,
      },
    },
    async ({ query }) => await answer(query),
  );

  app.get(
    '/matrix/parts',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'partsMatrix',
        tags: ['graph'],
        summary: 'Which units took up which parts of one directive',
        description:
          'A cell tells the words with which a document of the unit names the part, or, as a guess, the passage that holds the words which tell this part from the others. `not-found` does not say that the part was left out. The directive must be held here.',
        querystring: PartsQuery,
        response: answers(PartsMatrix, 'A page of the units with all parts, or the choice.', 'not-found'),
      },
    },
    async ({ query: { of, unit, level, relation, limit, ...rest } }) => {
      inOrder(rest);
      return await library.partsMatrix({ ...rest, of, units: unit, levels: level, relations: relation, size: limit });
    },
  );

  app.post(
    '/matrix',
    {
      config: { role: 'reader' },
      schema: {
        ...{ operationId: 'matrixOf', summary: 'The same for long lists of units', ...about },
        response: answers(Matrix, 'A page of the rows with all columns, or the choice.', 'not-found', 'wrong-media-type', 'file-too-large'),
        querystring: NoQuery,
        body: MatrixBody,
      },
    },
    async ({ body }) => await answer(body),
  );
};
