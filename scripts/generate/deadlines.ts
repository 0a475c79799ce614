import { type Day, isoOf, lastOf, later, long, short, two } from './calendar.ts';
import type { Random } from './random.ts';
import type { TrueDeadline } from './truth.ts';

const quarters = ['I', 'II', 'III', 'IV'] as const;

/** A one-off deadline after `day`, with the words that come before it in a sentence (`trước`, `chậm nhất`, `trong`) among its own. */
export function oneOff(day: Day, slashes: boolean, dated: boolean, random: Random): TrueDeadline {
  const due = later(day, random.int(1, 14), random.int(5, 30));
  const written = slashes ? short(due) : long(due);
  const year = due.year;
  const month = { text: '', end: isoOf({ day: lastOf(due.month, year), month: due.month, year }), recurs: null };
  const quarter = Math.floor((due.month - 1) / 3);
  const quarterEnd = isoOf({ day: lastOf(quarter * 3 + 3, year), month: quarter * 3 + 3, year });
  const exact = { end: isoOf(due), recurs: null };
  const forms: (() => TrueDeadline)[] = [
    () => ({ ...exact, text: `trước ngày ${written}` }),
    () => ({ ...exact, text: `chậm nhất ngày ${written}` }),
    () => ({ ...exact, text: `chậm nhất là ngày ${written}` }),
    ...(slashes ? [() => ({ ...exact, text: `trước ${written}` })] : []),
    () => ({ ...month, text: `trong tháng ${due.month < 3 ? two(due.month) : due.month} năm ${year}` }),
    ...(slashes ? [() => ({ ...exact, text: `trước ${written}` })] : []),
    () => ({ ...month, text: `trong tháng ${due.month < 3 ? two(due.month) : due.month}/${year}` }),
    () => ({ text: `trong quý ${quarters[quarter]} năm ${year}`, end: quarterEnd, recurs: null }),
    () => ({ text: `trong quý ${quarters[quarter]}/${year}`, end: quarterEnd, recurs: null }),
    () => ({ text: `trong năm ${year}`, end: `${year}-12-31`, recurs: null }),
    () => ({ text: `trong 6 tháng đầu năm ${day.year + 1}`, end: `${day.year + 1}-06-30`, recurs: null }),
  ];
  if (due.year === day.year && due.month > day.month)
    forms.push(() => ({ ...month, text: `từ tháng ${day.month} đến tháng ${due.month} năm ${year}` }));
  // A year left out is the document's own, where it says one.
  if (day.month < 10) {
    const near = later(day, random.int(1, 12 - day.month), random.int(5, 28));
    if (near.year === day.year)
      forms.push(() => ({
        text: `trước ngày ${two(near.day)}/${near.month < 3 ? two(near.month) : near.month}`,
        end: dated ? isoOf(near) : null,
        recurs: null,
      }));
  }
  return random.pick(forms)();
}

/** A rhythm as it stands before a verb: `định kỳ hằng quý báo cáo …`; at a sentence's beginning only one with a period. */
export function rhythm(random: Random, opening = false): TrueDeadline {
  const all = [
    ['hằng tháng', 'monthly'],
    ['hằng quý', 'quarterly'],
    ['định kỳ hằng quý', 'quarterly'],
    ['định kỳ 6 tháng', 'half-yearly'],
    ['định kỳ hằng năm', 'yearly'],
    ['hằng năm', 'yearly'],
    ['hàng năm', 'yearly'],
    ['hàng tháng', 'monthly'],
    ['mỗi quý một lần', 'quarterly'],
    ['6 tháng một lần', 'half-yearly'],
    ['định kỳ', 'periodic'],
    ['thường xuyên', 'continuous'],
  ] as const;
  const [text, recurs] = random.pick(opening ? all.slice(0, 8) : all);
  return { text, end: null, recurs };
}

/** A day that comes back: `trước ngày 25 hằng tháng`. */
export function returning(random: Random): TrueDeadline {
  const [text, recurs] = random.pick([
    [`trước ngày ${random.int(15, 28)} hằng tháng`, 'monthly'],
    [`trước ngày ${random.int(10, 28)}/11 hằng năm`, 'yearly'],
    ['trong quý I hằng năm', 'yearly'],
    ['trước 15/12 hàng năm', 'yearly'],
    ['trước ngày 15 tháng cuối quý', 'quarterly'],
  ] as const);
  return { text, end: null, recurs };
}
