import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Rhythm } from '#ingest/model/task.ts';
import type { Library } from '#services/library/library.ts';
import { TaskList } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { Day, inOrder, Limit, Offset, Words } from './parameters.ts';

const TaskQuery = Type.Object(
  {
    assignee: Type.Optional(Words('words of the name of a body that must do it; accents may be left out')),
    from: Type.Optional(Day('first day on which the task may fall due')),
    to: Type.Optional(Day('last day on which the task may fall due, not before `from`')),
    document: Type.Optional(Words('id of the document that gives it')),
    recurs: Type.Optional(Rhythm),
    offset: Type.Optional(Offset),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

export const tasks: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/tasks',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'tasks',
        tags: ['tasks'],
        summary: 'Tasks by who must do them, by when, or by document',
        querystring: TaskQuery,
        response: answers(TaskList, 'The tasks, those due first before others.', 'bad-query', 'not-found'),
      },
    },
    async ({ query: { offset = 0, limit = 20, ...filter } }) => {
      inOrder(filter);
      return await library.tasks(filter, { from: offset, size: limit });
    },
  );
};
