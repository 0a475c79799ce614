import { type CalendarPeriod, firstDay, lastDay } from '#ingest/model/calendar.ts';
import type { DeadlineMention } from '#ingest/model/duty.ts';
import { wordsOf } from '#ingest/model/span.ts';
import type { Deadline } from '#ingest/model/task.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';

/** What a year missing from a date is taken from: a heading above (`Năm 2023:`), else the document. */
export interface CalendarContext {
  readonly year: number | null;
  /** The document's own date, ISO; a period that ended before it is none to come. */
  readonly documentDate: string | null;
}

/** The mention as a deadline, or null for one whose last day, with its year said, lies before the document. */
export function deadlineOf(text: string, mention: DeadlineMention, context: CalendarContext, inherited: boolean): Deadline | null {
  const end = mention.when === null ? null : lastDay(mention.when, yearFor(mention.when, context));
  const said = mention.when !== null && mention.when.year !== null;
  if (said && end !== null && context.documentDate !== null && end < context.documentDate) return null;
  const { span, bound, unit, since, recurs, rule } = mention;
  const start = since === null ? null : end === null ? firstDay(since, yearFor(since, context)) : startOf(since, end);
  return { text: oneLine(wordsOf(text, span)), bound, unit, start, end, recurs, rule, span, inherited };
}

/** The first day of the stretch that ends with `end`; a year missing is that of the end, or the one before (`từ tháng 11 đến tháng 2/2024`). */
function startOf(since: CalendarPeriod, end: string): string | null {
  const year = Number(end.slice(0, 4));
  const starts = [firstDay(since, year), since.year === null ? firstDay(since, year - 1) : null];
  return starts.find((start) => start !== null && start <= end) ?? null;
}

/** A year missing is the document's; but what an autumn's document wants by a day of the first months is wanted in the year after. */
function yearFor(period: CalendarPeriod, { year, documentDate }: CalendarContext): number | null {
  const month = period.unit === 'day' ? period.month : period.unit === 'month' ? period.number : null;
  if (year === null || month === null || documentDate === null || !documentDate.startsWith(String(year))) return year;
  return Number(documentDate.slice(5, 7)) >= 10 && month <= 3 ? year + 1 : year;
}

/** Adds those that say something new: another last day, another rhythm, or the same rhythm in other words. */
export function addDeadlines(to: readonly Deadline[], more: readonly Deadline[]): Deadline[] {
  if (more.length === 0 || (to.length === 0 && more.length === 1)) return [...to, ...more];
  const all = [...to];
  const known = new Set(all.map(sayingOf));
  for (const deadline of more) {
    if (!known.has(sayingOf(deadline))) all.push(deadline);
    known.add(sayingOf(deadline));
  }
  return all;
}

function sayingOf({ end, recurs, text }: Deadline): string {
  return end ?? `${recurs} ${text.toLowerCase()}`;
}

/** True for a deadline that makes a duty of a sentence without a body: a last day or a rhythm, not a mere event. */
export function isFirm(deadline: Deadline): boolean {
  return deadline.end !== null || deadline.recurs !== null;
}
