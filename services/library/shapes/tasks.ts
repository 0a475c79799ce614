import Type, { type Static } from 'typebox';
import { Task } from '#ingest/model/task.ts';
import { DocumentSummary } from './documents.ts';
import { closed } from './forms.ts';

export const TaskList = Type.Object(
  {
    total: Type.Integer({ minimum: 0 }),
    tasks: Type.Array(
      Type.Object(
        { document: DocumentSummary, index: Type.Integer({ minimum: 0 }), page: Type.Integer({ minimum: 1 }), task: Task },
        closed,
      ),
    ),
  },
  closed,
);
export type TaskList = Static<typeof TaskList>;
