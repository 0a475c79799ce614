import Type, { type Static } from 'typebox';
import { RelationKind } from '#ingest/model/relation.ts';
import { closed, nullable } from '../forms.ts';
import { GraphEdge } from '../graph.ts';
import { findingFields } from './finding.ts';
import { StatementView } from './statements.ts';
import { WorkView } from './work.ts';

/** What has become of a document. */
export const EffectState = Type.Enum(['in-force', 'amended', 'suspended', 'replaced', 'repealed'], {
  description:
    '`in-force`: no document held here says otherwise; `amended`: changed, put right, extended, or ended in part; the last change that ends or suspends it decides',
});
export type EffectState = Static<typeof EffectState>;

/** Something that a document does to the one asked for. */
export const EffectEvent = Type.Object(
  {
    by: Type.String({ description: 'id of the work that does it' }),
    does: Type.Array(RelationKind, { description: 'what it does, the strongest first' }),
    date: nullable(Type.String({ description: 'date of the work that does it' })),
    when: Type.Enum(['by-then', 'later', 'unknown'], {
      description: 'whether it lies before or on the day asked for; where no day is asked for all that is dated is `by-then`',
    }),
    partly: Type.Boolean({ description: 'true where all words that end it speak of a part of it only' }),
    link: GraphEdge,
  },
  closed,
);
export type EffectEvent = Static<typeof EffectEvent>;

/** Whether a work is in force, as far as the documents held here tell. */
export const Effect = Type.Object(
  {
    work: nullable(WorkView),
    day: nullable(Type.String({ description: 'the day asked for; null for all that is known' })),
    state: nullable(EffectState),
    since: nullable(
      Type.String({ description: 'date of the work that brought the state about; null where unknown or in force unchanged' }),
    ),
    message: nullable(Type.String({ description: 'the state in one English sentence; null where there are choices' })),
    messageVi: nullable(Type.String({ description: 'the same in Vietnamese' })),
    events: Type.Array(EffectEvent, { description: 'all that changes, extends, suspends or ends it, by date, unknown dates last' }),
    works: Type.Array(WorkView, { description: 'the works of the events and of the statements' }),
    truncated: Type.Boolean({ description: 'true where more works act on it than were looked at' }),
    still: Type.Object(
      {
        from: nullable(
          Type.String({ description: 'first day of these: that after `since`; null where it has not ended, or nobody knows when' }),
        ),
        total: Type.Integer({ minimum: 0 }),
        statements: Type.Array(StatementView),
        next: nullable(
          Type.String({
            description: '`after` of the next page, asked of /graph/statements with direction `down`, `from` and the relations named here',
          }),
        ),
        relations: Type.Array(RelationKind),
      },
      { ...closed, description: 'what rests on it or cites it after the day on which it was replaced or repealed as a whole' },
    ),
    choices: Type.Array(WorkView),
    ...findingFields,
  },
  closed,
);
export type Effect = Static<typeof Effect>;
