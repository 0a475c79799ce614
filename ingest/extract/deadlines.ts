import type { CalendarPeriod, CalendarStretch } from '#ingest/model/calendar.ts';
import type { DeadlineMention } from '#ingest/model/duty.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Bound } from '#ingest/model/task.ts';
import { longestOf } from './dates.ts';
import { lineBefore } from './deadlines/around.ts';
import { limitOf, recurrenceOf, yearlyOn } from './deadlines/cue.ts';
import { describesMeeting, describesResult, describesThing } from './deadlines/described.ts';
import { findForm, formsFor, openingsIn } from './deadlines/forms.ts';
import { type Draft, joinDatedRhythms } from './deadlines/joined.ts';
import type { Found } from './recognizer.ts';
import { type Cycle, unmeasured } from './rhythms/cycle.ts';
import { ruleOf } from './rhythms/rule.ts';
import type { Word } from './words.ts';

/** What the forms found in one sentence, in order. */
interface Findings {
  readonly dates: readonly Found<CalendarStretch>[];
  readonly rhythms: readonly NamedRhythm[];
  readonly events: readonly Found<true>[];
}

interface NamedRhythm extends Found<readonly Cycle[]> {
  readonly form: string;
}

/** So many code units behind a sentence are looked at by forms that must not be followed by something. */
const LOOK_AHEAD = 24;

/**
 * The words in a sentence that say by when or how often, in order. Dates that limit nothing (of documents, of effect), rhythms that describe a thing
 * (kế hoạch hằng năm) and qualities (được thực hiện thường xuyên) are left out. Spans are UTF-16 offsets into `text`; `words` are the sentence's.
 */
export function findDeadlines(text: string, sentence: Span, words: readonly Word[]): DeadlineMention[] {
  const forms = formsFor(words);
  if (forms === null) return [];
  const openings = openingsIn(text, words);
  // Cut once for all forms: none may read the rest of the text each time.
  const scope = text.slice(0, sentence.end + LOOK_AHEAD);
  const inside = ({ span }: Found<unknown>) => span.end <= sentence.end;
  const dates: Found<CalendarStretch>[] = [];
  const rhythms: NamedRhythm[] = [];
  const events: Found<true>[] = [];
  for (const form of forms.dates) findForm(form, scope, sentence.start, openings, dates);
  for (const form of forms.rhythms) {
    const found: Found<readonly Cycle[]>[] = [];
    findForm(form, scope, sentence.start, openings, found);
    for (const one of found) rhythms.push({ ...one, form: form.name });
  }
  for (const form of forms.events) findForm(form, scope, sentence.start, openings, events);
  if (dates.length === 0 && rhythms.length === 0 && events.length === 0) return [];
  return deadlinesOf(text, sentence, {
    dates: longestOf(dates).filter(inside),
    rhythms: rhythms.filter(inside).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    events: events.filter(inside),
  });
}

function deadlinesOf(text: string, sentence: Span, found: Findings): DeadlineMention[] {
  if (found.dates.length === 0 && found.rhythms.length === 0 && found.events.length === 0) return [];
  const limited = limitsOf(text, found.dates, sentence.start, sentence.end);
  const events = found.events.map(({ span }): Draft => ({ span, bound: 'before', when: null, since: null, cycle: null }));
  const drafts = [...limited, ...rhythmsOf(text, sentence.start, found.rhythms, limited), ...events];
  return joinDatedRhythms(
    text,
    drafts.sort((a, b) => a.span.start - b.span.start),
  ).map(({ span, bound, when, since, cycle }) => ({
    span,
    bound,
    unit: when?.unit ?? since?.unit ?? cycle?.unit ?? null,
    when,
    since,
    recurs: cycle?.rhythm ?? null,
    rule: cycle === null ? null : ruleOf(cycle),
  }));
}

const clauseEnds = /[;.]/gu;
/** Words earlier in a clause by which a date without a year is one of every year. */
const everyYear = / (?:hằng|hàng|mỗi) năm /u;
/** Between the two ends of a stretch. */
const upTo = /^\s*(?:,\s*)?(?:-|–|đến)\s*(?:hết\s*|cuối\s*)?$/u;
const andThen = /^\s*(?:,|và)\s*$/u;

/** Deadlines with a date. A date without its year takes that of the next one beside it: `quý I và quý II năm 2023`. */
function limitsOf(text: string, dates: readonly Found<CalendarStretch>[], from: number, to: number): Draft[] {
  const drafts: Draft[] = [];
  dates.forEach(({ value: { since, ...value }, span }, index) => {
    const recurrence = value.year === null ? recurrenceOf(text, value, span.end, to) : null;
    const limit = limitOf(text, value, span.start, recurrence?.end ?? span.end, from, to);
    const next = dates[index + 1];
    const before = dates[index - 1];
    const beside = next !== undefined && /^\s*(?:,|và|hoặc)\s*(?:trước\s*|đến\s*)?$/u.test(text.slice(span.end, next.span.start));
    if (next !== undefined && upTo.test(text.slice(span.end, next.span.start))) return;
    // `từ ngày 01/3 đến ngày 30/4/2023`: the date before, left out as a limit, is where the stretch begins.
    const opened = before !== undefined && upTo.test(text.slice(before.span.end, span.start)) ? before.value : null;
    const previous = drafts.at(-1);
    const end = recurrence?.end ?? span.end;
    if (limit === null) {
      // One more of those before it: `trước ngày 15/6 và 15/12`.
      if (previous !== undefined && andThen.test(text.slice(previous.span.end, span.start)))
        drafts.push(draftOf({ start: span.start, end }, value, null, previous.bound, recurrence?.cycle ?? null));
      const onward = onwardFrom(text, span, from, to);
      if (onward !== null) drafts.push({ span: onward, bound: null, when: null, since: value, cycle: null });
      return;
    }
    const year = value.year ?? (beside ? (next?.value.year ?? null) : null);
    const nextRecurs = beside && next?.value.year === null && recurrenceOf(text, next.value, next.span.end, to) !== null;
    const yearly = value.year === null && everyYear.test(lineBefore(text, limit.start, from, 120, clauseEnds));
    const cycle = recurrence?.cycle ?? (nextRecurs || yearly ? yearlyOn(value) : null);
    const first = opened ?? since ?? (limit.within ? { ...value, year } : null);
    drafts.push(draftOf({ start: limit.start, end }, { ...value, year }, first, limit.bound, cycle));
  });
  return drafts;
}

/** The words of a beginning without an end (`từ tháng 11/2023 trở đi`) around a date, or null. */
function onwardFrom(text: string, { start, end }: Span, from: number, to: number): Span | null {
  const before = /(?:kể )?từ\s+(?:ngày\s+)?$/iu.exec(text.slice(Math.max(from, start - 12), start));
  const after = /^\s*trở đi(?!\p{L})/iu.exec(text.slice(end, Math.min(to, end + 12)));
  return before === null || after === null ? null : { start: start - before[0].length, end: end + after[0].length };
}

/** A date as a deadline; one that comes back has no calendar of its own. */
function draftOf(span: Span, when: CalendarPeriod, since: CalendarPeriod | null, bound: Bound | null, cycle: Cycle | null): Draft {
  return cycle === null ? { span, bound, when, since, cycle } : { span, bound, when: null, since: null, cycle };
}

function rhythmsOf(text: string, from: number, found: readonly NamedRhythm[], limited: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  let taken = from;
  for (const { value, span, form } of found) {
    if (span.start < taken || limited.some((other) => span.start < other.span.end && other.span.start < span.end)) continue;
    taken = span.end;
    if (
      form === 'continuously'
        ? describesResult(text, span.start, span.end, from)
        : form === 'at-intervals' && describesMeeting(text, span.start, from)
    )
      continue;
    const bare = form === 'every-one' && !/^định kỳ/iu.test(text.slice(span.start, span.start + 8));
    if (bare && describesThing(text, span.start, span.end, from)) continue;
    // A rhythm of days (`định kỳ hằng ngày`) is too short for a word of its own.
    const told = value.length === 0 && !bare && form === 'every-one' ? [unmeasured('periodic')] : value;
    for (const cycle of told) drafts.push({ span, bound: boundOf(text, span, cycle, from), when: null, since: null, cycle });
  }
  return drafts;
}

/** How the day that a rhythm names is meant, by the words in it and right before it; null for a bare rhythm. */
function boundOf(text: string, span: Span, cycle: Cycle, floor: number): Bound | null {
  if (cycle.days.length === 0) return null;
  const words = text.slice(Math.max(floor, span.start - 12), Math.min(span.end, span.start + 6));
  return /(?<![\p{L}\p{N}])trước(?:\s|$)/iu.test(words) ? 'before' : 'by';
}
