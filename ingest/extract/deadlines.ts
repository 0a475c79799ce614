import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { DeadlineMention } from '#ingest/model/duty.ts';
import type { Rhythm } from '#ingest/model/task.ts';
import { findDates } from './dates.ts';
import { limitOf, recurrenceOf } from './deadlines/cue.ts';
import { describesMeeting, describesResult, describesThing } from './deadlines/described.ts';
import { beforeEvent } from './deadlines/event.ts';
import { type Found, findAll } from './recognizer.ts';
import { rhythmForms } from './rhythms.ts';

/**
 * The words between `from` and `to` (one sentence) that say by when or how often, in order. Dates that limit nothing (of documents, of effect), rhythms that
 * describe a thing (kế hoạch hằng năm) and qualities (được thực hiện thường xuyên) are left out. Spans are UTF-16 offsets into `text`.
 */
export function findDeadlines(text: string, from = 0, to = text.length): DeadlineMention[] {
  const dates = findDates(text, from, to);
  const limited = limitsOf(text, dates, from, to);
  const events = findAll(beforeEvent, text, from, to).map(({ span }): DeadlineMention => ({ span, when: null, recurs: null }));
  const mentions = [...limited, ...rhythmsOf(text, from, to, limited), ...events].sort((a, b) => a.span.start - b.span.start);
  return joinDatedRhythms(text, mentions);
}

/** Deadlines with a date. A date without its year takes that of the next one beside it: `quý I và quý II năm 2023`. */
function limitsOf(text: string, dates: readonly Found<CalendarPeriod>[], from: number, to: number): DeadlineMention[] {
  const mentions: DeadlineMention[] = [];
  dates.forEach(({ value, span }, index) => {
    const recurrence = value.year === null ? recurrenceOf(text, span.end, to) : null;
    const begin = limitOf(text, value, span.start, recurrence?.end ?? span.end, from, to);
    const next = dates[index + 1];
    const beside = next !== undefined && /^\s*(?:,|và|hoặc)\s*(?:trước\s*|đến\s*)?$/u.test(text.slice(span.end, next.span.start));
    const until = next !== undefined && /^\s*(?:,\s*)?(?:-|–|đến)\s*(?:hết\s*)?$/u.test(text.slice(span.end, next.span.start));
    if (until) return;
    const previous = mentions.at(-1);
    if (begin === null) {
      // The end of a stretch: `từ ngày 01/3 đến ngày 30/4/2023` was left at its first date.
      if (previous !== undefined && /^\s*(?:,|và)\s*$/u.test(text.slice(previous.span.end, span.start)))
        mentions.push({
          span: { start: span.start, end: recurrence?.end ?? span.end },
          when: recurrence ? null : value,
          recurs: recurrence?.rhythm ?? null,
        });
      return;
    }
    const year = value.year ?? (beside ? (next?.value.year ?? null) : null);
    const nextRecurs = beside && next?.value.year === null ? recurrenceOf(text, next.span.end, to) : null;
    const recurs = recurrence?.rhythm ?? nextRecurs?.rhythm ?? null;
    mentions.push({ span: { start: begin, end: recurrence?.end ?? span.end }, when: recurs === null ? { ...value, year } : null, recurs });
  });
  return mentions;
}

function rhythmsOf(text: string, from: number, to: number, limited: readonly DeadlineMention[]): DeadlineMention[] {
  const found: (Found<readonly Rhythm[]> & { readonly form: string })[] = rhythmForms.flatMap((form) =>
    findAll(form, text, from, to).map((one) => ({ ...one, form: form.name })),
  );
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const mentions: DeadlineMention[] = [];
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
    if ((bare || form === 'half-and-whole-year') && describesThing(text, span.start, span.end, from)) continue;
    for (const recurs of value) mentions.push({ span, when: null, recurs });
  }
  return mentions;
}

/** A date without a year in brackets or right behind a rhythm says when in it: `định kỳ 6 tháng (trước ngày 15/6)` is one deadline. */
function joinDatedRhythms(text: string, mentions: readonly DeadlineMention[]): DeadlineMention[] {
  const joined: DeadlineMention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    const withoutYear = mention.when !== null && mention.when.year === null && mention.when.unit !== 'half';
    const gap = previous === undefined ? '' : text.slice(previous.span.end, mention.span.start);
    if (
      previous !== undefined &&
      withoutYear &&
      previous.recurs !== null &&
      previous.recurs !== 'continuous' &&
      /^\s*[,(]?\s*(?:\p{L}+\s+){0,3}$/u.test(gap)
    )
      joined[joined.length - 1] = { ...previous, span: { start: previous.span.start, end: mention.span.end } };
    else joined.push(mention);
  }
  return joined;
}
