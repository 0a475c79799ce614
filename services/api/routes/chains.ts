import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { levels } from '#services/analysis/level.ts';
import type { Library } from '#services/library/library.ts';
import { Cascade, Effect, MissingWorks, Paths } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { chainFilter, Nodes, OfWork, StepsDeep, Within, WitnessesShown } from './chainParameters.ts';
import { Day, DocumentNumber, inOrder, Limit, Offset, Words } from './parameters.ts';

const closed = { additionalProperties: false } as const;

export const PathsQuery = Type.Object(
  {
    first: DocumentNumber('one end: id of a document or work, or a number in any written form'),
    second: DocumentNumber('the other end'),
    ...chainFilter,
    steps: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, description: 'steps of a chain at most; 8 if left out' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: 'how many chains at most; 20 if left out' })),
    witnesses: Type.Optional(WitnessesShown),
  },
  closed,
);

export const CascadeQuery = Type.Object(
  {
    of: OfWork,
    ...chainFilter,
    depth: Type.Optional(StepsDeep('10')),
    within: Type.Optional(Within),
    limit: Type.Optional(Nodes('500')),
    witnesses: Type.Optional(WitnessesShown),
  },
  closed,
);

const EffectQuery = Type.Object(
  {
    of: OfWork,
    day: Type.Optional(Day('day as of which is asked; all that is known if left out')),
    limit: Type.Optional(Limit),
    witnesses: Type.Optional(WitnessesShown),
  },
  closed,
);

export const MissingQuery = Type.Object(
  {
    level: Type.Optional(Type.Enum([...levels], { description: 'level of the body that issued the document' })),
    type: Type.Optional(Words('code of the type of document, as in `KL`')),
    within: Type.Optional(Words('whose documents: `TW`, a province or unit; accents may be left out')),
    least: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'how often a document must be named; 1 if left out' }),
    ),
    offset: Type.Optional(Offset),
    limit: Type.Optional(Limit),
  },
  closed,
);

/** Questions about chains of documents beyond the graph around one. */
export const chains: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/graph/paths',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graphPaths',
        tags: ['graph'],
        summary: 'The chains of documents from one to another, with the words of every step',
        description:
          'From the first up to the second, or, where there is none, from the second up to the first (`turned`). No document stands twice in a chain. Where a number could mean several documents, `choicesFrom` and `choicesTo` list them.',
        querystring: PathsQuery,
        response: answers(Paths, 'The chains, the shortest first, or the choice.', 'not-found'),
      },
    },
    async ({ query: { relation, limit, ...query } }) => {
      inOrder(query);
      return await library.paths({ ...query, relations: relation, most: limit });
    },
  );

  app.get(
    '/graph/cascade',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graphCascade',
        tags: ['graph'],
        summary: 'The tree of what came of a document, by level, with the days between the steps',
        description:
          'Each document stands once, under the one that it acts on most strongly and nearest above its own level; others that it acts on are `further`. Without `relation` what only names a document or goes along with it is left out.',
        querystring: CascadeQuery,
        response: answers(Cascade, 'The tree, or the choice.', 'not-found'),
      },
    },
    async ({ query: { relation, ...query } }) => {
      inOrder(query);
      return await library.cascade({ ...query, relations: relation });
    },
  );

  app.get(
    '/graph/effect',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graphEffect',
        tags: ['graph'],
        summary: 'Whether a document is in force, by what it was changed or ended, and what still cites it after that',
        description:
          'As far as the documents of the collection tell: `in-force` means that none of them says otherwise. Days are those of the documents that act, not days on which they take effect.',
        querystring: EffectQuery,
        response: answers(Effect, 'The state and what brought it about, or the choice.', 'not-found'),
      },
    },
    async ({ query: { limit, ...query } }) => await library.effect({ ...query, size: limit }),
  );

  app.get(
    '/graph/missing',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'graphMissing',
        tags: ['graph'],
        summary: 'The documents that others name and nobody holds, those named most often first',
        description:
          'With what is said of each and by whom, and of how many documents, levels and places it is a ground: the list of documents to obtain.',
        querystring: MissingQuery,
        response: answers(MissingWorks, 'A page of the works.'),
      },
    },
    async ({ query: { offset = 0, limit = 20, ...query } }) => await library.missing({ ...query, from: offset, size: limit }),
  );
};
