import type { CalendarPeriod } from './calendar.ts';
import type { Span } from './span.ts';
import type { Bound, Rhythm, TimeUnit } from './task.ts';

/**
 * Words that say by when or how often. `when` is the stretch of the calendar of a one-off deadline, `since` the one it begins with; `recurs` is the rhythm of one that
 * comes back and `rule` its RFC 5545 rule. All are null for one bound to an event ("trước khi trình"). `bound` and `unit` as in a deadline.
 */
export interface DeadlineMention {
  readonly span: Span;
  readonly bound: Bound | null;
  readonly unit: TimeUnit | null;
  readonly when: CalendarPeriod | null;
  readonly since: CalendarPeriod | null;
  readonly recurs: Rhythm | null;
  readonly rule: string | null;
}

/** A name of a body, an office or people (see the kinds in the vocabulary of bodies). `name` differs from the words where a list shares its head. */
export interface PartyMention {
  readonly span: Span;
  readonly name: string;
  readonly kind: 'body' | 'unit' | 'office' | 'people';
}

/**
 * How a sentence lays its duty:
 * `subject` on the body that it begins with, `delegated` by a verb such as giao or yêu cầu, `agent` behind do, `addressed` behind đối với;
 * `later` only in a clause after the first, which has no subject; `row` in a row of a table of tasks; `named` names bodies and nothing else (a heading, a lead-in "Giao Sở Nội vụ:"), `free` names none.
 */
export type DutyForm = 'subject' | 'delegated' | 'agent' | 'addressed' | 'later' | 'row' | 'named' | 'free';

/** What a sentence or its label tells: a duty; when, who leads or who joins in the duty above it; or nothing of a duty (a motto, a list of materials). */
export type SentenceTells = 'duty' | 'time' | 'lead' | 'joint' | 'idle';

/** One sentence of the body as a possible duty. `block` is the index of its block in the outline; `words` leaves out a label before a whole sentence. */
export interface SentenceMention {
  readonly block: number;
  readonly span: Span;
  readonly words: Span;
  readonly tells: SentenceTells;
  /** What the label before the words is, if any: one for the work itself (`Nội dung:`), or another (`Hình thức:`). */
  readonly label: 'work' | 'other' | null;
  readonly form: DutyForm;
  /** True for an account of the past or a state: no duty though it has a subject. */
  readonly account: boolean;
  /** True where the predicate begins with a known duty verb (of a sentence without subject: its first word). */
  readonly acts: boolean;
  /** True for a sentence that ends in a colon and so leads the list after it. */
  readonly leads: boolean;
  readonly assignees: readonly PartyMention[];
  readonly coordinators: readonly PartyMention[];
  /** The clause on which the duty hangs (`nếu …`, `trường hợp …`, `khi có …`), without the comma that ends it. */
  readonly condition: Span | null;
  readonly deadlines: readonly DeadlineMention[];
}
