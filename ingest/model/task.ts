import Type, { type Static } from 'typebox';
import { Span } from './span.ts';

const Words = Type.Union([Type.String(), Type.Null()]);

/** Rhythm of a duty that comes back (định kỳ); `periodic` where no period is named or none of these, `continuous` for "thường xuyên". */
export const Rhythm = Type.Union([
  Type.Literal('weekly'),
  Type.Literal('monthly'),
  Type.Literal('quarterly'),
  Type.Literal('half-yearly'),
  Type.Literal('yearly'),
  Type.Literal('periodic'),
  Type.Literal('continuous'),
]);
export type Rhythm = Static<typeof Rhythm>;

/** How a limit of time is meant: `before` the day or period that is named, itself left out (trước ngày 22/3); `by` its end, itself taken in (chậm nhất, đến hết, trong quý II). */
export const Bound = Type.Union([Type.Literal('before'), Type.Literal('by')]);
export type Bound = Static<typeof Bound>;

/** The unit of the calendar that the words name. */
export const TimeUnit = Type.Union([
  Type.Literal('day'),
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('half'),
  Type.Literal('year'),
]);
export type TimeUnit = Static<typeof TimeUnit>;

/**
 * By when (thời hạn). `end` is the last day (ISO date) of a one-off deadline, a named day as named even where `bound` is `before`; `start` its first day, where the words
 * give a stretch (từ ngày … đến ngày …, trong tháng 6) or an appointed day (vào ngày …). `recurs` is the rhythm of one that comes back, `rule` the same as an RFC 5545 RRULE
 * where one says what the words say (the named day as named, as in `end`). A beginning without an end (từ tháng 11 trở đi) has a `start` alone.
 * All four are null for a duty bound to an event (trước khi trình …).
 * `unit` is what the words name; null for a bare rhythm and an event. `inherited` is true where the words stand in a heading or a line apart from the duty.
 */
export const Deadline = Type.Object(
  {
    text: Type.String(),
    bound: Type.Union([Bound, Type.Null()]),
    unit: Type.Union([TimeUnit, Type.Null()]),
    start: Words,
    end: Words,
    recurs: Type.Union([Rhythm, Type.Null()]),
    rule: Words,
    span: Span,
    inherited: Type.Boolean(),
  },
  { additionalProperties: false },
);
export type Deadline = Static<typeof Deadline>;

/** A body that leads (chủ trì) or joins in (phối hợp); `inherited` as in a deadline. */
export const Party = Type.Object({ name: Type.String(), span: Span, inherited: Type.Boolean() }, { additionalProperties: false });
export type Party = Static<typeof Party>;

/** Words of the text, single spaces, with their place. */
export const Passage = Type.Object({ text: Type.String(), span: Span }, { additionalProperties: false });
export type Passage = Static<typeof Passage>;

/**
 * One duty laid on somebody for the time to come (nhiệm vụ). `text` is its whole wording, single spaces.
 * `condition` is the clause on which it hangs (nếu …, trường hợp …, khi có …). `place` is its place in the outline from the outermost part inward:
 * of a heading its number and words, of another numbered block the number alone, its own the last.
 */
export const Task = Type.Object(
  {
    text: Type.String(),
    span: Span,
    assignees: Type.Array(Party),
    coordinators: Type.Array(Party),
    deadlines: Type.Array(Deadline),
    condition: Type.Union([Passage, Type.Null()]),
    place: Type.Array(Passage),
  },
  { additionalProperties: false },
);
export type Task = Static<typeof Task>;
