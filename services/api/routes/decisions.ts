import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { DecisionList, DecisionView, UndecidedWorks } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { Limit, NoQuery, Words } from './parameters.ts';

const closed = { additionalProperties: false } as const;
const tags = ['decisions'];
const WorkId = (description: string) => Type.String({ minLength: 1, maxLength: 500, description });
const Author = Type.String({ minLength: 1, maxLength: 200, description: 'who decides: a name that colleagues know' });

const UndecidedQuery = Type.Object(
  {
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '`next` of the page before' })),
    limit: Type.Optional(Limit),
  },
  closed,
);

const DecisionToMake = Type.Object(
  {
    first: WorkId('id of a work, as a graph or the list of undecided works gives it'),
    second: WorkId('id of another work of the same number'),
    says: Type.Enum(['same', 'different']),
    author: Author,
    note: Type.Optional(Type.String({ maxLength: 2000, description: 'why' })),
  },
  closed,
);

const decidingFailures = [
  'not-found',
  'wrong-media-type',
  'file-too-large',
  'collection-busy',
  'read-only',
  'decisions-elsewhere',
] as const;

/** Works that the texts leave open, and what persons decided about them. */
export const decisions: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.removeContentTypeParser('text/plain');

  app.get(
    '/undecided',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'undecidedWorks',
        tags,
        summary: 'Works that the texts leave open, each with those that it could be',
        description: 'In order of their numbers. A page ends behind a number, so that it may hold somewhat more works than asked for.',
        querystring: UndecidedQuery,
        response: answers(UndecidedWorks, 'The works, with what speaks for and against each possibility.'),
      },
    },
    async ({ query: { after, limit = 20 } }) => await library.undecided({ after, size: limit }),
  );

  app.get(
    '/decisions',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'decisions',
        tags,
        summary: 'What persons decided about works, the latest first',
        description: 'A decision that was undone stays in the list.',
        querystring: NoQuery,
        response: answers(DecisionList, 'All of them.', 'decisions-elsewhere'),
      },
    },
    async () => await library.decisions.list(),
  );

  app.post(
    '/decisions',
    {
      config: { role: 'editor' },
      schema: {
        operationId: 'decide',
        tags,
        summary: 'Decide that two works are the same, or are not',
        querystring: NoQuery,
        body: DecisionToMake,
        response: answers(DecisionView, 'The decision, as it is kept.', ...decidingFailures),
      },
    },
    async ({ body: { first, second, says, author, note } }) =>
      await library.decisions.decide({ first, second, says, author, note: note ?? null }),
  );

  app.post(
    '/decisions/:id/undo',
    {
      config: { role: 'editor' },
      schema: {
        operationId: 'undoDecision',
        tags,
        summary: 'Take a decision back',
        params: Type.Object({ id: Words('id of a decision') }, closed),
        querystring: NoQuery,
        body: Type.Object({ author: Author }, closed),
        response: answers(DecisionView, 'The decision, which no longer holds.', ...decidingFailures),
      },
    },
    async ({ params, body: { author } }) => await library.decisions.undo(params.id, author),
  );
};
