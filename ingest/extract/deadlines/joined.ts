import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Bound } from '#ingest/model/task.ts';
import { type Cycle, dayInYear, onDays } from '../rhythms/cycle.ts';

/** A deadline while its parts are put together: a date (`when`), a rhythm (`cycle`), or neither for an event. */
export interface Draft {
  readonly span: Span;
  readonly bound: Bound | null;
  readonly when: CalendarPeriod | null;
  readonly since: CalendarPeriod | null;
  readonly cycle: Cycle | null;
}

interface Recurring extends Draft {
  readonly cycle: Cycle;
}

/** Words that may stand between two parts of one deadline. */
const sameDeadline = /^\s*[,(]?\s*(?:(?:và|vào|trước|ngày|tháng|mỗi|của|là|theo|từ|\d{1,2})\s+){0,6}$/u;
const sameClause = /^[^;.:]{0,120}$/u;

/**
 * Parts of one deadline are joined: a date without a year that says when in a rhythm (`định kỳ 6 tháng (trước ngày 15/6)`), a bare `định kỳ` before the rhythm
 * itself (`định kỳ vào ngày 25 hằng tháng`), two days of one rhythm (`15/6 và 15/12 hằng năm`). `drafts` in the order of the text.
 */
export function joinDatedRhythms(text: string, drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const previous = joined.at(-1);
    const apart = previous === undefined || !isRecurring(previous) || draft.span.start < previous.span.end;
    const one = apart ? null : joinedWith(text, previous, draft);
    if (one === null) joined.push(draft);
    else joined[joined.length - 1] = one;
  }
  return joined;
}

function isRecurring(draft: Draft): draft is Recurring {
  return draft.cycle !== null && draft.cycle.rhythm !== 'continuous';
}

/** The two as one deadline, or null where they are two. */
function joinedWith(text: string, previous: Recurring, draft: Draft): Draft | null {
  const gap = text.slice(previous.span.end, draft.span.start);
  const span = { start: previous.span.start, end: draft.span.end };
  const { when, cycle } = draft;
  const withoutYear = when !== null && when.year === null && when.unit !== 'half';
  const clause = sameClause.test(gap);
  // The day of a rhythm told before it in the same clause: `định kỳ 6 tháng tổng hợp, gửi trước ngày 15/6`.
  const told = clause && withoutYear && when.unit === 'day' && previous.cycle.rhythm === 'half-yearly';
  const beside = sameDeadline.test(gap);
  if (withoutYear && (told || beside))
    return { ...previous, span, bound: draft.bound, cycle: onDays(previous.cycle, [dayInYear(when)], when.unit) };
  if (cycle === null) return null;
  const dated = cycle.rhythm === previous.cycle.rhythm && /\d/u.test(text.slice(previous.span.start, draft.span.end));
  // `hằng năm nộp bản cam kết trước ngày 31/01`: the words with the day say all of it.
  const yearly = cycle.rhythm === 'yearly' && previous.cycle.rhythm === 'yearly';
  if (clause && yearly && /\d/u.test(text.slice(draft.span.start, draft.span.end)))
    return beside ? { ...both(previous, draft, cycle), span } : previous.cycle.days.length === 0 ? draft : both(previous, draft, cycle);
  if (!beside || !(previous.cycle.rhythm === 'periodic' || dated)) return null;
  return { ...both(previous, draft, cycle), span };
}

/** One rhythm with the days of both. */
function both(previous: Recurring, draft: Draft, cycle: Cycle): Draft {
  const days = [...previous.cycle.days, ...cycle.days];
  return { ...draft, bound: draft.bound ?? previous.bound, cycle: { ...cycle, unit: cycle.unit ?? previous.cycle.unit, days } };
}
