import type { Recognizer } from '../recognizer.ts';
import { type Cycle, everyFew, everyMonths, onDays, type Weekday } from './cycle.ts';

const weekdays: Readonly<Record<string, Weekday>> = {
  hai: 'MO',
  '2': 'MO',
  ba: 'TU',
  '3': 'TU',
  tư: 'WE',
  '4': 'WE',
  năm: 'TH',
  '5': 'TH',
  sáu: 'FR',
  '6': 'FR',
  bảy: 'SA',
  '7': 'SA',
  nhật: 'SU',
};

const partOfDay = '(?:(?:sáng|chiều|ngày) ){0,2}';
const weekday = String.raw`(?:thứ (?<name>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ (?<sunday>nhật))(?![\p{L}\p{N}])`;

/** A day of every week: `thứ Sáu hằng tuần`, `chiều thứ Hai mỗi tuần`. */
export const dayOfWeek: Recognizer<readonly Cycle[]> = {
  name: 'day-of-week',
  cues: ['tuần'],
  opens: ['sáng', 'chiều', 'ngày', 'thứ', 'chủ'],
  pattern: new RegExp(String.raw`(?=[tscn])(?<![\p{L}\p{N}])${partOfDay}${weekday}(?: của)? (?:hằng|hàng|mỗi) tuần(?![\p{L}\p{N}])`, 'giu'),
  examples: ['thứ Sáu hằng tuần', 'chiều thứ 6 hàng tuần', 'ngày thứ Hai mỗi tuần', 'Chủ nhật hằng tuần'],
  not: ['thứ Sáu tuần này', 'thứ 8 hằng tuần', 'hằng tuần'],
  read: ({ groups }) => [onDays(everyFew('week', 1), [{ weekday: weekdays[dayName(groups!)]!, nth: null }], 'day')],
};

/** A day of the first or last week of every month: `thứ Hai đầu tiên hằng tháng`, `thứ Sáu cuối cùng của mỗi tháng`. */
export const weekdayOfMonth: Recognizer<readonly Cycle[]> = {
  name: 'weekday-of-month',
  cues: ['tháng', 'thứ|chủ'],
  opens: ['sáng', 'chiều', 'ngày', 'thứ', 'chủ'],
  pattern: new RegExp(
    String.raw`(?=[tscn])(?<![\p{L}\p{N}])${partOfDay}${weekday} (?<end>đầu tiên|cuối cùng)(?: của)? (?:hằng|hàng|mỗi) tháng(?![\p{L}\p{N}])`,
    'giu',
  ),
  examples: ['thứ Hai đầu tiên hằng tháng', 'sáng thứ Bảy cuối cùng của mỗi tháng'],
  not: ['thứ Hai đầu tiên của tháng 5', 'thứ Hai hằng tháng'],
  read: ({ groups }) => {
    const nth = groups!['end']!.toLowerCase() === 'đầu tiên' ? 1 : -1;
    return [onDays(everyMonths(1), [{ weekday: weekdays[dayName(groups!)]!, nth }], 'day')];
  },
};

function dayName(groups: Record<string, string | undefined>): string {
  return (groups['name'] ?? groups['sunday'])!.toLowerCase();
}
