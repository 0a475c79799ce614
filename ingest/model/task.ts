import Type, { type Static } from 'typebox';
import { Span } from './span.ts';

/** Rhythm of a duty that comes back (định kỳ); `periodic` where no period is named, `continuous` for "thường xuyên". */
export const Rhythm = Type.Union([
  Type.Literal('monthly'),
  Type.Literal('quarterly'),
  Type.Literal('half-yearly'),
  Type.Literal('yearly'),
  Type.Literal('periodic'),
  Type.Literal('continuous'),
]);
export type Rhythm = Static<typeof Rhythm>;

/**
 * By when (thời hạn). `end` is the last day (ISO date) of a one-off deadline, `recurs` the rhythm of one that comes back;
 * both are null for a duty bound to an event. `inherited` is true where the words stand in a heading or a line apart from the duty.
 */
export const Deadline = Type.Object(
  {
    text: Type.String(),
    end: Type.Union([Type.String(), Type.Null()]),
    recurs: Type.Union([Rhythm, Type.Null()]),
    span: Span,
    inherited: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Deadline = Static<typeof Deadline>;

/** A body that leads (chủ trì) or joins in (phối hợp); `inherited` as in a deadline. */
export const Party = Type.Object({ name: Type.String(), span: Span, inherited: Type.Boolean() }, { additionalProperties: false });
export type Party = Static<typeof Party>;

/** One duty laid on somebody for the time to come (nhiệm vụ). `text` is its whole wording, single spaces. */
export const Task = Type.Object(
  {
    text: Type.String(),
    span: Span,
    assignees: Type.Array(Party),
    coordinators: Type.Array(Party),
    deadlines: Type.Array(Deadline),
  },
  { additionalProperties: false },
);
export type Task = Static<typeof Task>;
