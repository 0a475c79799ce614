import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { DeadlineMention } from '#ingest/model/duty.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Rhythm } from '#ingest/model/task.ts';
import { findDates } from './dates.ts';
import { lineBefore } from './deadlines/around.ts';
import { limitOf, recurrenceOf } from './deadlines/cue.ts';
import { describesMeeting, describesResult, describesThing } from './deadlines/described.ts';
import { formsFor } from './deadlines/forms.ts';
import { type Found, findAll } from './recognizer.ts';
import type { Word } from './words.ts';

/** What the forms found in one sentence, in order. */
interface Findings {
  readonly dates: readonly Found<CalendarPeriod>[];
  readonly rhythms: readonly NamedRhythm[];
  readonly events: readonly Found<true>[];
}

interface NamedRhythm extends Found<readonly Rhythm[]> {
  readonly form: string;
}

/** So many code units behind a sentence are looked at by forms that must not be followed by something. */
const LOOK_AHEAD = 24;

/**
 * The words in a sentence that say by when or how often, in order. Dates that limit nothing (of documents, of effect), rhythms that describe a thing
 * (kế hoạch hằng năm) and qualities (được thực hiện thường xuyên) are left out. Spans are UTF-16 offsets into `text`; `words` are the sentence's.
 */
export function findDeadlines(text: string, sentence: Span, words: readonly Word[]): DeadlineMention[] {
  const forms = formsFor(text, words);
  if (forms === null) return [];
  // Cut once for all forms: none may read the rest of the text each time.
  const scope = text.slice(0, sentence.end + LOOK_AHEAD);
  const inside = ({ span }: Found<unknown>) => span.end <= sentence.end;
  const rhythms = forms.rhythms.flatMap((form) =>
    findAll(form, scope, sentence.start).map((one): NamedRhythm => ({ ...one, form: form.name })),
  );
  return deadlinesOf(text, sentence, {
    dates: findDates(scope, sentence.start, scope.length, forms.dates).filter(inside),
    rhythms: rhythms.filter(inside).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    events: forms.events.flatMap((form) => findAll(form, scope, sentence.start)).filter(inside),
  });
}

function deadlinesOf(text: string, sentence: Span, found: Findings): DeadlineMention[] {
  if (found.dates.length === 0 && found.rhythms.length === 0 && found.events.length === 0) return [];
  const limited = limitsOf(text, found.dates, sentence.start, sentence.end);
  const events = found.events.map(({ span }): DeadlineMention => ({ span, when: null, recurs: null }));
  const mentions = [...limited, ...rhythmsOf(text, sentence.start, found.rhythms, limited), ...events];
  return joinDatedRhythms(
    text,
    mentions.sort((a, b) => a.span.start - b.span.start),
  );
}

const clauseEnds = /[;.]/gu;
/** Words earlier in a clause by which a date without a year is one of every year. */
const everyYear = / (?:hằng|hàng|mỗi) năm /u;

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
    const yearly = value.year === null && everyYear.test(lineBefore(text, begin, from, 120, clauseEnds));
    const recurs = recurrence?.rhythm ?? nextRecurs?.rhythm ?? (yearly ? 'yearly' : null);
    mentions.push({ span: { start: begin, end: recurrence?.end ?? span.end }, when: recurs === null ? { ...value, year } : null, recurs });
  });
  return mentions;
}

function rhythmsOf(text: string, from: number, found: readonly NamedRhythm[], limited: readonly DeadlineMention[]): DeadlineMention[] {
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
    if (bare && describesThing(text, span.start, span.end, from)) continue;
    const told = value.length === 0 && !bare && form === 'every-one' ? (['periodic'] as const) : value;
    for (const recurs of told) mentions.push({ span, when: null, recurs });
  }
  return mentions;
}

/** Words that may stand between two parts of one deadline. */
const sameDeadline = /^\s*[,(]?\s*(?:(?:và|vào|trước|ngày|tháng|mỗi|của|là|theo|từ|\d{1,2})\s+){0,6}$/u;

/**
 * Parts of one deadline are joined: a date without a year that says when in a rhythm (`định kỳ 6 tháng (trước ngày 15/6)`), a bare `định kỳ` before the rhythm
 * itself (`định kỳ vào ngày 25 hằng tháng`), two days of one rhythm (`15/6 và 15/12 hằng năm`).
 */
function joinDatedRhythms(text: string, mentions: readonly DeadlineMention[]): DeadlineMention[] {
  const joined: DeadlineMention[] = [];
  for (const mention of mentions) {
    const previous = joined.at(-1);
    if (previous === undefined || previous.recurs === null || previous.recurs === 'continuous' || mention.span.start < previous.span.end) {
      joined.push(mention);
      continue;
    }
    const beside = sameDeadline.test(text.slice(previous.span.end, mention.span.start));
    const span = { start: previous.span.start, end: mention.span.end };
    const withoutYear = mention.when !== null && mention.when.year === null && mention.when.unit !== 'half';
    const rhythm = mention.recurs !== null && (previous.recurs === 'periodic' || isDated(text, previous, mention));
    const clause = /^[^;.:]{0,120}$/u.test(text.slice(previous.span.end, mention.span.start));
    // The day of a rhythm told before it in the same clause: `hằng năm nộp bản cam kết trước ngày 31/01`.
    const told = mention.when?.unit === 'day' && withoutYear && previous.recurs === 'half-yearly';
    const again =
      mention.recurs === 'yearly' && previous.recurs === 'yearly' && /\d/u.test(text.slice(mention.span.start, mention.span.end));
    if (clause && (told || again)) continue;
    if (beside && withoutYear) joined[joined.length - 1] = { ...previous, span };
    else if (beside && rhythm) joined[joined.length - 1] = { ...mention, span };
    else joined.push(mention);
  }
  return joined;
}

/** True for two mentions of one rhythm of which either names a day: `15/6 và 15/12 hằng năm`, `hằng quý, trước ngày 25 của tháng cuối quý`. */
function isDated(text: string, first: DeadlineMention, second: DeadlineMention): boolean {
  return first.recurs === second.recurs && /\d/u.test(text.slice(first.span.start, second.span.end));
}
