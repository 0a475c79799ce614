import { exactForm } from '#services/analysis/folding.ts';
import type { Words } from '#services/analysis/words.ts';
import { readDays } from './dates.ts';
import type { AskedTerm, QueryWord, WordTerm } from './query.ts';

const day = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/u;

/**
 * A day that was typed ("22/3/2024"), the words from `first` to `last`: it holds of a document that writes it in any form (22/03/2024, 22 tháng 3 năm 2024),
 * and of one that was issued then. Null for what is no day.
 */
export function dayTerm(words: Words, first: number, last: number): AskedTerm | null {
  const text = words.text.slice(words.starts[first], words.ends[last]);
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
