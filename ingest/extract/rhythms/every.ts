import { counts } from '#ingest/vocabulary/rhythms.ts';
import type { Recognizer } from '../recognizer.ts';
import { type Cycle, everyFew, everyMonths, onDays, unmeasured } from './cycle.ts';

const unit = String.raw`(?:(?:(?:0?[1-9]|1[0-2]|một|hai|ba|sáu|chín)\s+)?(?:tháng|năm|quý|tuần|ngày))(?!\s+(?:\d{4}|đầu|cuối|học)|[\p{L}\p{N}])(?<!tuần(?=\s(?:một|0?1)\s(?!lần)))`;
const further = String.raw`(?:(?:\s*,\s*(?:và\s+)?|\s+và\s+|\s+hoặc\s+|\s*-\s*)(?:(?:hằng|hàng|cả|tổng kết)\s+)?${unit}){0,3}`;
const once = String.raw`(?:\s+(?:một|0?1)\s+lần|\/\s?(?:0?1\s+)?lần)`;
/** The letters that a form begins with are asked for before the word's edge: that is the cheaper question. */
const edge = (letters: string) => String.raw`(?=[${letters}])(?<![\p{L}\p{N}])`;

/** `hằng năm`, `hàng quý`, `mỗi tháng một lần`, `định kỳ hằng tháng, quý, năm`: one rhythm for each unit named. */
export const everyOne: Recognizer<readonly Cycle[]> = {
  name: 'every-one',
  cues: ['hằng|hàng|mỗi'],
  opens: ['định', 'hằng', 'hàng', 'mỗi'],
  pattern: new RegExp(`${edge('đhm')}(?:định kỳ:?\\s+)?(?:hằng|hàng|mỗi)\\s+(?<units>${unit}${further})${once}?`, 'giu'),
  examples: [
    'hằng năm',
    'hằng tuần',
    'Hàng tháng',
    'định kỳ hằng quý',
    'mỗi năm',
    'mỗi tháng một lần',
    'hằng quý, 6 tháng và năm',
    'định kỳ hàng tháng',
  ],
  not: ['hằng ngàn', 'mỗi năm học', 'hàng hóa', 'mỗi cán bộ', 'mỗi tuần một cuốn sách'],
  read: ({ groups }) => cycles(groups!['units']!),
};

/** `định kỳ 6 tháng`, `định kỳ: 6 tháng, năm`, `định kỳ quý`: the periods named after the word. */
export const periodic: Recognizer<readonly Cycle[]> = {
  name: 'periodic',
  cues: ['kỳ'],
  opens: ['định'],
  pattern: new RegExp(`${edge('đ')}định kỳ:?\\s+(?:cứ\\s+)?(?<units>${unit}${further})${once}?`, 'giu'),
  examples: ['định kỳ 6 tháng', 'Định kỳ: 6 tháng, năm', 'định kỳ 6 tháng, hàng năm', 'định kỳ 03 tháng một lần', 'định kỳ quý'],
  not: ['định kỳ báo cáo', 'định kỳ năm 2023'],
  read: ({ groups }) => cycles(groups!['units']!),
};

/** `6 tháng một lần`, `03 tháng/lần`, `một năm một lần`: a length of time, and once. */
export const onceIn: Recognizer<readonly Cycle[]> = {
  name: 'once-in',
  cues: ['lần'],
  opens: ['0', 'một', 'hai', 'ba', 'sáu', 'chín', 'tháng', 'năm', 'quý', 'tuần', 'ngày'],
  pattern: new RegExp(`${edge('\\dmhbsctnq')}(?<units>${unit})${once}`, 'giu'),
  examples: ['6 tháng một lần', '03 tháng/lần', 'một năm một lần', '06 tháng/01 lần'],
  not: ['6 tháng hai lần', 'năm 2023 một lần'],
  read: ({ groups }) => cycles(groups!['units']!),
};

/** `02 lần/năm`, `một lần mỗi quý`: so many times in each. */
export const timesIn: Recognizer<readonly Cycle[]> = {
  name: 'times-in',
  cues: ['lần'],
  opens: ['0', 'một', 'hai', 'ba', 'bốn'],
  pattern:
    /(?=[\dmhb])(?<![\p{L}\p{N}])(?:\d{1,2}|một|hai|ba|bốn) lần\s?(?:\/\s?(?:0?1\s+)?|mỗi |trong (?:một|0?1) )(?<unit>năm|quý|tháng|tuần)(?![\p{L}\p{N}])/giu,
  examples: ['02 lần/năm', 'một lần mỗi quý', '1 lần/tháng', 'hai lần trong một năm'],
  not: ['02 lần trong năm 2023', 'lần/năm', '3 lần/ngày'],
  read: ({ groups }) => cycles(groups!['unit']!).map(({ rhythm }) => unmeasured(rhythm)),
};

/** `báo cáo 6 tháng, năm`: half and whole year side by side are a rhythm without any further word. */
export const halfAndWhole: Recognizer<readonly Cycle[]> = {
  name: 'half-and-whole-year',
  cues: ['tháng', 'năm'],
  opens: ['0 tháng', 'sáu', 'quý'],
  pattern: new RegExp(
    `${edge('06sq')}(?:quý\\s*,\\s*)?(?:0?6|sáu) tháng(?:\\s+đầu năm)?(?:\\s*,\\s*(?:và\\s+)?|\\s+và\\s+|\\s+hoặc\\s+|\\s*-\\s*)(?:(?:hằng|hàng|cả|một|0?1|tổng kết)\\s+)?năm(?!\\s+\\d|[\\p{L}\\p{N}]|\\s+học)`,
    'giu',
  ),
  examples: ['6 tháng, năm', '06 tháng và một năm', 'quý, 6 tháng, năm', '6 tháng và cả năm'],
  not: ['6 tháng và năm 2023', '6 tháng, 9 tháng'],
  read: (match) => [...(/^quý/iu.test(match[0]) ? [everyMonths(3)] : []), everyMonths(6), everyMonths(12)],
};

/** `6 tháng (trước ngày 05/6), năm (trước ngày 05/11)`: the year beside another rhythm, each with its day. */
export const yearBeside: Recognizer<readonly Cycle[]> = {
  name: 'year-beside',
  cues: ['0', 'năm'],
  opens: ['0 năm', 'một', 'cả', 'hằng', 'hàng', 'năm'],
  pattern:
    /(?=[01mchn])(?<=[),]\s(?:và\s)?)(?:(?:0?1|một|cả|hằng|hàng)\s+)?năm(?=\s\((?:trước|chậm|muộn|vào|ngày)[^)/\d]{0,20}\d{1,2}\/\d{1,2}\)|\s(?:trước|chậm nhất|muộn nhất|vào) ngày \d{1,2}\/\d{1,2}(?![/\d]))/giu,
  examples: [],
  not: ['năm 2023 (trước ngày 05/11)', 'năm'],
  read: () => [everyMonths(12)],
};

/** A day of a month that comes back with the quarter: `tháng cuối quý`, `tháng đầu của quý sau`. */
export const monthOfQuarter: Recognizer<readonly Cycle[]> = {
  name: 'month-of-quarter',
  cues: ['tháng', 'quý'],
  opens: ['ngày', 'tháng'],
  pattern:
    /(?=[nt])(?<![\p{L}\p{N}])(?:ngày (?<day>\d{1,2})\s+(?:của\s+)?)?tháng (?<end>cuối|đầu)(?: của| mỗi| hằng| hàng)? quý(?: sau| kế tiếp)?(?!\s+[\dIV])(?![\p{L}\p{N}])/giu,
  examples: ['tháng cuối quý', 'ngày 25 tháng cuối mỗi quý', 'tháng đầu của quý sau'],
  not: ['tháng cuối quý II', 'tháng cuối năm'],
  read: ({ groups }) => {
    const months = groups!['end']!.toLowerCase() === 'cuối' ? [3, 6, 9, 12] : [1, 4, 7, 10];
    const day = groups!['day'] === undefined ? -1 : Number(groups!['day']);
    return day > 31 ? null : [onDays(everyMonths(3), [{ months, day }], day === -1 ? 'month' : 'day')];
  },
};

/** A day of every month: `ngày 25 hằng tháng`, `trước ngày 05 của mỗi tháng`. */
export const dayOfMonth: Recognizer<readonly Cycle[]> = {
  name: 'day-of-month',
  cues: ['0', 'ngày', 'tháng'],
  opens: ['trước', 'chậm', 'muộn', 'ngày'],
  pattern:
    /(?=[tcn])(?<![\p{L}\p{N}])(?:(?:trước|chậm nhất|chậm nhất là|muộn nhất) )?ngày (?<day>0?[1-9]|[12]\d|3[01]) (?:của )?(?:hằng|hàng|mỗi) tháng(?![\p{L}\p{N}])/giu,
  examples: ['ngày 25 hằng tháng', 'trước ngày 05 của mỗi tháng', 'chậm nhất là ngày 28 hàng tháng'],
  not: ['ngày 25 tháng 3', 'ngày 32 hằng tháng', 'hằng tháng'],
  read: ({ groups }) => [onDays(everyMonths(1), [{ months: null, day: Number(groups!['day']) }], 'day')],
};

/** `từ đầu năm`, `vào dịp tổng kết cuối năm`: a time of every year. Without a year of its own and not up to now. */
export const timeOfYear: Recognizer<readonly Cycle[]> = {
  name: 'time-of-year',
  cues: ['đầu|cuối', 'năm'],
  opens: ['ngay', 'từ', 'vào', 'dịp', 'trong', 'nhân'],
  pattern:
    /(?=[ntvd])(?<![\p{L}\p{N}])(?:(?:ngay )?từ|vào|dịp|trong dịp|vào dịp|nhân dịp)(?: tổng kết| sơ kết| kiểm điểm| đánh giá)? (?:đầu|cuối) (?:mỗi )?năm(?!\s+\d|\s+đến|\s+học)(?![\p{L}\p{N}])/giu,
  examples: ['từ đầu năm', 'vào dịp tổng kết cuối năm', 'vào cuối năm', 'ngay từ đầu năm'],
  not: ['từ đầu năm đến nay', 'đến cuối năm', 'vào cuối năm 2023', 'đánh giá cuối năm'],
  read: turnedYear,
};

/** `Cuối năm, các chi bộ …` at the head of a sentence: a time of every year. */
export const turnOfYear: Recognizer<readonly Cycle[]> = {
  name: 'turn-of-year',
  cues: ['đầu|cuối', 'năm'],
  opens: ['đầu', 'cuối'],
  pattern:
    /(?=[ĐCđc])(?:(?<=^|[\n.;:]\s?|[-+]\s)(?:Đầu|Cuối)|(?<=;\s)(?:đầu|cuối)) (?:mỗi )?năm(?=,|\s\p{Ll})(?!\s+(?:học|nay|qua|ngoái))/gu,
  examples: [],
  not: ['Cuối năm 2023', 'đánh giá cuối năm', 'Cuối năm học'],
  read: turnedYear,
};

/** The end of every year is its last day; its beginning is no day that words name. */
function turnedYear(match: RegExpExecArray): Cycle[] {
  const yearly = everyMonths(12);
  return [/cuối (?:mỗi )?năm/iu.test(match[0]) ? onDays(yearly, [{ months: [12], day: -1 }], 'year') : yearly];
}

/** The cycle of each unit in a list such as `6 tháng, năm`. A day is too short for a duty to be followed up: none. */
function cycles(units: string): Cycle[] {
  const found: Cycle[] = [];
  for (const match of units.toLowerCase().matchAll(/(?:(?<count>\d{1,2}|một|hai|ba|sáu|chín)\s+)?(?<unit>tháng|năm|quý|tuần|ngày)/gu)) {
    const { count, unit: name } = match.groups!;
    const number = count === undefined ? 1 : (counts[count] ?? Number(count));
    if (name === 'tháng') found.push(everyMonths(number));
    else if (name === 'quý') found.push(everyMonths(3 * number));
    else if (name === 'năm') found.push(number === 1 ? everyMonths(12) : everyFew('year', number));
    else if (name === 'tuần') found.push(everyFew('week', number));
  }
  return found;
}
