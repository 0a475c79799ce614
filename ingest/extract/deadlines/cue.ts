import type { CalendarPeriod } from '#ingest/model/calendar.ts';
import type { Rhythm } from '#ingest/model/task.ts';
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

/**
 * Where the deadline begins that the date at `start` belongs to: at its limiting words (`trước ngày 22/3/2023`), or at the date itself after `trong`, `vào`
 * or a label (`Thời gian: …`). Null for a date that limits nothing (of a document, of an event in the past, of effect).
 */
export function limitOf(text: string, period: CalendarPeriod, start: number, end: number, floor: number, ceiling: number): number | null {
  const stretch = /^giai đoạn/iu.test(text.slice(start, start + 10));
  let nearest: PlacedWord | null = null;
  let seen = 0;
  let begin: number | null = null;
  let limit: string | null = null;
  for (const placed of wordsBefore(text, start, floor, ';.')) {
    nearest ??= placed;
    seen += 1;
    if (stretch || seen > REACH) break;
    const { word, start: at, sign } = placed;
    if (limits.has(word)) {
      if (limit === 'đến' && word === 'tính') break;
      limit ??= word;
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
    if (limit === 'tới' || (limit === 'hạn' && begin === null)) return start;
    return begin ?? start;
  }
  const before = text.slice(Math.max(floor, start - 90), start);
  // A stretch is limited by its end (`từ 15 - 20/3`), a beginning is no limit (`từ quý IV năm 2021`).
  if (/(?:^|\s)từ\s+(?:ngày\s+)?$/iu.test(before) && !/[-–]|đến/u.test(text.slice(start, end))) return null;
  const colon = before.includes(':');
  if ((colon && labelled.test(before)) || (nearest !== null && lasts.has(nearest.word) && finished.test(before))) return start;
  // The day of an occasion: `nhân dịp Ngày Sách Việt Nam (21/4/2025)`, `tại kỳ họp cuối năm 2021`.
  if (period.unit === 'day' && nearest?.word === '(' && /dịp [^.;()]{1,80}\(\s*$/iu.test(before)) return start;
  if (period.unit === 'year' && nearest?.word === 'cuối' && /(?:tại|trong) kỳ họp (?:thường lệ )?cuối\s*$/iu.test(before)) return start;
  // The end of a month or a quarter is a limit of itself.
  if ((period.unit === 'month' || period.unit === 'quarter') && nearest?.word === 'cuối') return nearest.start;
  const after = text.slice(end, Math.min(ceiling, end + 3));
  if (colon && named.test(before) && /^\s*(?:[;,.)]|$)/u.test(after)) return start;
  if (/;\s*$/u.test(before) && /^\s*:/u.test(after)) return start;
  const opens = before.trim() === '' || (start - floor < 3 && !/\p{L}/u.test(before));
  if (opens && (/^\s*:/u.test(after) || (period.unit !== 'day' && (/^,?\s/u.test(after) || after === '')))) return start;
  if (period.unit !== 'day' && period.unit !== 'year' && /[(|]\s*$/u.test(before) && /^\s*[)|]/u.test(after)) return start;
  return null;
}

const recurring =
  /^\s*,?\s*(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+(?<unit>năm|tháng|quý)|năm\s+(?:trước|sau|kế tiếp|liền kề|tiếp theo)(?:\s+(?:đó|liền kề))?)(?:\s*\((?:tính )?từ [^)]{1,30}\))?(?![\p{L}\p{N}])/iu;

/** Words behind a date that make it come back: `quý I hằng năm`, `tháng 12 của năm trước`. */
export function recurrenceOf(text: string, end: number, ceiling: number): { rhythm: Rhythm; end: number } | null {
  const match = recurring.exec(text.slice(end, Math.min(ceiling, end + 70)));
  if (match === null) return null;
  const unit = match.groups!['unit'];
  return { rhythm: unit === 'tháng' ? 'monthly' : unit === 'quý' ? 'quarterly' : 'yearly', end: end + match[0].length };
}
