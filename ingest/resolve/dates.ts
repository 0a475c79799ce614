import { isDay } from '#ingest/model/calendar.ts';
import type { Finding } from '#ingest/model/finding.ts';
import { overlaps, type Span } from '#ingest/model/span.ts';

/** Days with their year, in figures and in words; a number of figures and dots is no day (4.13.2020 is a numbering). */
const day = /(?<![\p{L}\p{N}/.,-])(?:\d{1,2}(?<mark>[/-])\d{1,2}\k<mark>\d{4}|\d{1,2} tháng \d{1,2},? năm \d{4})(?![\p{L}\p{N}/-])/uy;
/** What looks like a day, its ends not looked at: all that is asked of the many that a calendar has. */
const dayLike = /(\d{1,2})(?:[/-](\d{1,2})[/-](\d{4})| tháng (\d{1,2}),? năm (\d{4}))/gu;

/**
 * Days that are on no calendar (31/02/2023, 45/13/2022), wherever the text has them: they are facts of nothing, and a finding shows the words.
 * `told` is a place whose day has been judged before.
 */
export function impossibleDays(text: string, told: Span | null): Finding[] {
  const findings: Finding[] = [];
  dayLike.lastIndex = 0;
  for (let match = dayLike.exec(text); match !== null; match = dayLike.exec(text)) {
    if (isDay(Number(match[1]), Number(match[2] ?? match[4]), Number(match[3] ?? match[5]))) continue;
    day.lastIndex = match.index;
    if (!day.test(text)) {
      dayLike.lastIndex = match.index + 1;
      continue;
    }
    const span = { start: match.index, end: match.index + match[0].length };
    if (told === null || !overlaps(told, span))
      findings.push({ code: 'impossible-date', severity: 'warning', message: `The day ${match[0]} is on no calendar.`, span });
  }
  return findings;
}
