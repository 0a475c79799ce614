import type { Recognizer } from '../recognizer.ts';
import { type Cycle, everyMonths, onDays } from './cycle.ts';

const months: Readonly<Record<string, number>> = { tháng: 1, quý: 3, năm: 12 };

/** `chậm nhất sau khi kết thúc quý 15 ngày`, `10 ngày sau khi kết thúc tháng`: so many days behind each period's end. */
export const daysAfterPeriod: Recognizer<readonly Cycle[]> = {
  name: 'days-after-period',
  cues: ['kết', 'ngày', 'tháng|quý|năm'],
  opens: ['chậm', 'sau', '0 ngày'],
  pattern:
    /(?<![\p{L}\p{N}])(?:(?:chậm nhất(?: là)? )?sau khi kết thúc (?:mỗi |hằng |hàng )?(?<first>tháng|quý|năm) \d{1,3} ngày|(?:chậm nhất(?: là)? )?\d{1,3} ngày(?: làm việc)?,? (?:sau khi|kể từ khi|kể từ ngày) kết thúc (?:mỗi |hằng |hàng )?(?<second>tháng|quý|năm))(?!\s+(?:học|\d|[IV]))(?![\p{L}\p{N}])/giu,
  examples: ['chậm nhất sau khi kết thúc quý 15 ngày', 'chậm nhất 10 ngày sau khi kết thúc tháng', '05 ngày kể từ ngày kết thúc mỗi quý'],
  not: ['sau khi kết thúc năm học 15 ngày', '10 ngày sau khi kết thúc quý II', 'sau khi kết thúc quý'],
  read: ({ groups }) => [everyMonths(months[(groups!['first'] ?? groups!['second']!).toLowerCase()]!)],
};

/** `Cuối tháng thanh toán …`, `Cuối quý, …` at the head of a sentence: the end or beginning of every month or quarter. */
export const turnOfMonth: Recognizer<readonly Cycle[]> = {
  name: 'turn-of-month',
  cues: ['đầu|cuối', 'tháng|quý'],
  opens: ['đầu', 'cuối'],
  pattern:
    /(?=[ĐCđc])(?:(?<=^|[\n.;:]\s?|[-+]\s)(?<end>Đầu|Cuối)|(?<=;\s)(?<later>đầu|cuối)) (?:mỗi |hằng |hàng )?(?<unit>tháng|quý)(?=,|\s\p{Ll})(?!\s+(?:này|nay|qua|trước|sau|tới|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|giêng|chạp)(?!\p{L}))/gu,
  examples: [],
  not: ['Cuối tháng 3', 'Cuối tháng này', 'Cuối quý II', 'đánh giá cuối tháng'],
  read: ({ groups }) => {
    const quarter = groups!['unit'] === 'quý';
    const cycle = everyMonths(quarter ? 3 : 1);
    const end = (groups!['end'] ?? groups!['later']!).toLowerCase() === 'cuối';
    return [end ? onDays(cycle, [{ months: quarter ? [3, 6, 9, 12] : null, day: -1 }], quarter ? 'quarter' : 'month') : cycle];
  },
};
