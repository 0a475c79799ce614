import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { Bound } from '#ingest/model/task.ts';
import { type Cycle, dayInYear, everyMonths, onDays } from '../rhythms/cycle.ts';
import { type PlacedWord, wordsBefore } from './around.ts';
import { describesHorizon } from './described.ts';

/** Words that make a date behind them a limit. */
const limits: ReadonlySet<string> = new Set(['trước', 'đến', 'hết', 'nhất', 'xong', 'trong', 'vào', 'dịp', 'kiến', 'hạn', 'tới']);
/** Words that may stand between a limit and its date. */
const between: ReadonlySet<string> = new Set([
  'kỳ',
  'sinh',
  'hoạt',
  'ngày',
  'tháng',
  'năm',
  'cuối',
  'đầu',
  'giữa',
  'ngay',
  'là',
  'khoảng',
  'cả',
  'chậm',
  'muộn',
  'trễ',
  'dự',
  'thời',
  'điểm',
  'các',
  'hạn',
  'tuần',
  'thứ',
  'hai',
  'ba',
  'bốn',
]);
/** How many words before a date are asked. */
const REACH = 8;
/** Last words of what says that something is finished, and what may stand between it and the date. */
const lasts: ReadonlySet<string> = new Set(['thành', 'tất', 'xong', 'thúc', 'ngày', 'từ']);
/** Hours: `trước 17 giờ 00 ngày 20/3/2023`, `trước 17h00 ngày …`. */
const hour = /^\d{1,2}(?:h\d{0,2})?$|^(?:giờ|phút|h)$/u;
const labelled =
  /(?:thời gian|thời hạn|hoàn thành|hoàn tất|tiến độ|hạn cuối|hạn nộp|báo cáo|gửi về|kết thúc)[^.;:]{0,60}:\s*(?:từ\s+)?(?:(?:vào\s+)?(?:lúc\s+)?\d{1,2}\s?(?:giờ|h)\s?(?:\d{2})?\s?(?:phút)?,?\s*)?(?:ngày\s+)?$/iu;
/** A name for what is to be done, then nothing but the date: `Tổng kết: năm 2025;`. */
const named = /(?:^|[;.])\s*[^;.:]{3,60}:\s*(?:từ\s+)?(?:ngày\s+)?$/u;
const finished = /(?:hoàn thành|hoàn tất|xong|kết thúc)(?:\s+(?:ngày|từ))?\s*$/iu;

/** How a date limits a duty. */
export interface Limit {
  /** Where the words of the limit begin. */
  readonly start: number;
  readonly bound: Bound;
  /** True where the duty is to be done within the day or period itself (trong quý II, vào ngày 20/4), not only up to its end. */
  readonly within: boolean;
}

/** Words by which a period only says of which years something is. */
const setWithin = /(?:đề ra|đặt ra|đã giao|phát sinh) trong\s*$/iu;

/** Words behind which a date is a stretch to act in. */
const inside: ReadonlySet<string> = new Set(['trong', 'vào', 'dịp', 'tới']);
/** Words that name only the end of a period. */
const ends: ReadonlySet<string> = new Set(['cuối', 'giữa', 'hết', 'đến', 'nhất', 'xong']);

/**
 * The limit that the date at `start` belongs to: with its limiting words (`trước ngày 22/3/2023`), or the date itself after `trong`, `vào`
 * or a label (`Thời gian: …`). Null for a date that limits nothing (of a document, of an event in the past, of effect).
 */
export function limitOf(text: string, period: CalendarPeriod, start: number, end: number, floor: number, ceiling: number): Limit | null {
  const stretch = /^giai đoạn/iu.test(text.slice(start, start + 10));
  let nearest: PlacedWord | null = null;
  let seen = 0;
  let begin: number | null = null;
  let limit: string | null = null;
  let bound: Bound = 'by';
  let ended = false;
  for (const placed of wordsBefore(text, start, floor, ';.')) {
    nearest ??= placed;
    seen += 1;
    if (stretch || seen > REACH) break;
    const { word, start: at, sign } = placed;
    ended ||= limit === null && ends.has(word);
    if (limits.has(word)) {
      if (limit === 'đến' && word === 'tính') break;
      limit ??= word;
      // "trước hết" is no limit of time.
      if (word === 'trước' && limit !== 'hết') bound = 'before';
      if (word !== 'vào' && word !== 'kiến' && word !== 'hạn') begin = at;
    } else if (!between.has(word) && !hour.test(word) && !(word === ':' || word === ',' || word === '(')) {
      if (word === 'tính' || word === 'tầm' || word === 'nhìn') return null;
      break;
    } else if (word === ',' || word === '(') break;
    else if (limit !== null && (word === 'chậm' || word === 'muộn' || word === 'trễ')) begin = at;
    if (sign !== '') break;
  }
  if (limit !== null) {
    if (limit === 'đến' && period.unit === 'year' && describesHorizon(text, start, floor)) return null;
    // `nhu cầu chi trong các năm 2020-2022`, `mục tiêu đề ra trong năm 2025`: of what years the thing is.
    if (
      limit === 'trong' &&
      (/^(?:các|những) năm/iu.test(text.slice(start, start + 10)) || setWithin.test(text.slice(Math.max(floor, start - 40), start)))
    )
      return null;
    const within = bound === 'by' && !ended && inside.has(limit);
    const from = limit === 'tới' || (limit === 'hạn' && begin === null) ? start : (begin ?? start);
    return { start: from, bound, within };
  }
  const bare = limitedAlone(text, period, { start, end, floor, ceiling }, nearest);
  return bare === null ? null : { start: bare, bound: 'by', within: period.unit !== 'day' && !ended && !isFinished(nearest) };
}

function isFinished(nearest: PlacedWord | null): boolean {
  return nearest !== null && lasts.has(nearest.word);
}

/** Where a date begins that limits a duty without a limiting word: behind a label, at the head of a sentence, in brackets; null for any other. */
function limitedAlone(
  text: string,
  period: CalendarPeriod,
  { start, end, floor, ceiling }: { start: number; end: number; floor: number; ceiling: number },
  nearest: PlacedWord | null,
): number | null {
  const before = text.slice(Math.max(floor, start - 90), start);
  // A stretch is limited by its end (`từ 15 - 20/3`), a beginning is no limit (`từ quý IV năm 2021`).
  const since = /(?<![\p{L}\p{N}])từ\s+(?:ngày\s+)?$/iu.exec(before);
  if (since !== null) {
    const closed = /[-–]|đến/u.test(text.slice(start, end));
    if (!closed) return null;
    if (period.unit !== 'year') return start - since[0].length;
  }
  const colon = before.includes(':');
  if ((colon && labelled.test(before)) || (isFinished(nearest) && finished.test(before))) return start;
  // The day of an occasion: `nhân dịp Ngày Sách Việt Nam (21/4/2025)`, `tại kỳ họp cuối năm 2021`.
  if (period.unit === 'day' && nearest?.word === '(' && /dịp [^.;()]{1,80}\(\s*$/iu.test(before)) return start;
  if (period.unit === 'year' && nearest?.word === 'cuối' && /(?:tại|trong) kỳ họp (?:thường lệ )?cuối\s*$/iu.test(before)) return start;
  // The end of a month or a quarter is a limit of itself.
  if ((period.unit === 'month' || period.unit === 'quarter') && nearest?.word === 'cuối') return nearest.start;
  const after = text.slice(end, Math.min(ceiling, end + 3));
  if (colon && named.test(before) && /^\s*(?:[;,.)(]|$)/u.test(after)) return start;
  if (/;\s*$/u.test(before) && /^\s*:/u.test(after)) return start;
  const opens = before.trim() === '' || (start - floor < 3 && !/\p{L}/u.test(before));
  if (opens && (/^\s*:/u.test(after) || (period.unit !== 'day' && (/^,?\s/u.test(after) || after === '')))) return start;
  if (period.unit !== 'day' && period.unit !== 'year' && /[(|]\s*$/u.test(before) && /^\s*[)|]/u.test(after)) return start;
  return null;
}

const recurring =
  /^\s*,?\s*(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+(?<unit>năm|tháng|quý)|năm\s+(?:trước|sau|kế tiếp|liền kề|tiếp theo)(?:\s+(?:đó|liền kề))?)(?:\s*\((?:tính )?từ [^)]{1,30}\))?(?![\p{L}\p{N}])/iu;

/** Words behind a date that make it come back: `quý I hằng năm`, `tháng 12 của năm trước`; `end` is where they end. */
export function recurrenceOf(text: string, period: CalendarPeriod, end: number, ceiling: number): { cycle: Cycle; end: number } | null {
  const match = recurring.exec(text.slice(end, Math.min(ceiling, end + 70)));
  if (match === null) return null;
  const unit = match.groups!['unit'];
  const cycle = unit === 'tháng' ? everyMonths(1) : unit === 'quý' ? everyMonths(3) : yearlyOn(period);
  return { cycle, end: end + match[0].length };
}

/** Every year by the day or the end of the period. */
export function yearlyOn(period: CalendarPeriod): Cycle {
  return onDays(everyMonths(12), [dayInYear(period)], period.unit);
}
