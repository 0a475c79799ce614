import { isDay } from '#ingest/model/calendar.ts';
import type { Finding } from '#ingest/model/finding.ts';
import { overlaps, type Span } from '#ingest/model/span.ts';

/** Days with their year, in figures and in words; a number of figures and dots is no day (4.13.2020 is a numbering). */
const day =
  /(?=\d)(?<![\p{L}\p{N}/.,-])(?:(?<day>\d{1,2})(?<mark>[/-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})|(?<wordDay>\d{1,2}) tháng (?<wordMonth>\d{1,2}),? năm (?<wordYear>\d{4}))(?![\p{L}\p{N}/-])/gu;

/**
 * Days that are on no calendar (31/02/2023, 45/13/2022), wherever the text has them: they are facts of nothing, and a finding shows the words.
 * `told` is a place whose day has been judged before.
 */
export function impossibleDays(text: string, told: Span | null): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(day)) {
    const groups = match.groups ?? {};
    const [inMonth, month, year] = [groups.day ?? groups.wordDay, groups.month ?? groups.wordMonth, groups.year ?? groups.wordYear].map(
      Number,
    );
    if (isDay(inMonth ?? 0, month ?? 0, year ?? 0)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (told === null || !overlaps(told, span))
      findings.push({ code: 'impossible-date', severity: 'warning', message: `The day ${match[0]} is on no calendar.`, span });
  }
  return findings;
}
