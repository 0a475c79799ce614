import { exactForm } from '#services/analysis/folding.ts';
import type { Words } from '#services/analysis/words.ts';
import { readDays } from './dates.ts';
import type { AskedTerm, QueryWord, WordTerm } from './query.ts';

const day = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/u;

/** The last word of a day that is written in words from word `at` on ("22 tháng 3 năm 2024"), and the day; null where none is. */
export function dayInWords({ folded }: Words, at: number): { readonly last: number; readonly term: AskedTerm } | null {
  const [date = '', month, number = '', year, digits = ''] = folded.slice(at, at + 5);
  if (month !== 'thang' || year !== 'nam') return null;
  const term = termOfDay(`${date}/${number}/${digits}`);
  return term === null ? null : { last: at + 4, term };
}

/**
 * A day that was typed ("22/3/2024"), the words from `first` to `last`: it holds of a document that writes it in any form (22/03/2024, 22 tháng 3 năm 2024),
 * and of one that was issued then. Null for what is no day.
 */
export function dayTerm(words: Words, first: number, last: number): AskedTerm | null {
  return termOfDay(words.text.slice(words.starts[first], words.ends[last]));
}

function termOfDay(text: string): AskedTerm | null {
  const days = day.test(text) ? readDays(text) : null;
  if (days === null || days.from === null) return null;
  const [year = '', month = '', date = ''] = days.from.split('-');
  const forms = [date, unpadded(date)].flatMap((one) =>
    [month, unpadded(month)].flatMap((other) => [`${one} ${other} ${year}`, `${one} tháng ${other} năm ${year}`]),
  );
  return { kind: 'any', of: [...[...new Set(forms)].map(phrase), { kind: 'dates', from: days.from, to: days.to }] };
}

const unpadded = (number: string) => number.replace(/^0/u, '');

function phrase(form: string): WordTerm {
  return { kind: 'phrase', words: form.split(' ').map((text): QueryWord => ({ text: exactForm(text), exact: /\p{L}/u.test(text) })) };
}
