import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Failure } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import { Stats } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { NoQuery } from './parameters.ts';

const Alive = Type.Object({ status: Type.Literal('alive') }, { additionalProperties: false });
const Ready = Type.Object({ status: Type.Literal('ready') }, { additionalProperties: false });

export const stats: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/stats',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'stats',
        tags: ['service'],
        summary: 'How much the collection holds',
        querystring: NoQuery,
        response: answers(Stats, 'Counts of documents, citations, relations, tasks and findings.'),
      },
    },
    async () => await library.stats(),
  );
};

/** Whether the process lives, and whether the collection answers: asked by whatever watches over the service, at any load. */
export const health: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/health',
    {
      config: { role: 'reader', watched: true },
      schema: {
        operationId: 'health',
        tags: ['service'],
        summary: 'Is the process alive?',
        querystring: NoQuery,
        response: answers(Alive, 'It is.'),
      },
    },
    async () => ({ status: 'alive' as const }),
  );
  app.get(
    '/ready',
    {
      config: { role: 'reader', watched: true },
      schema: {
        operationId: 'ready',
        tags: ['service'],
        summary: 'Does the collection answer?',
        querystring: NoQuery,
        response: answers(Ready, 'It does.', 'not-ready'),
      },
    },
    async () => {
      if (!(await library.ready())) throw new Failure('not-ready');
      return { status: 'ready' as const };
    },
  );
};
