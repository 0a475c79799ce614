import { expect, it } from 'vitest';
import { readQuery } from '#services/query/parse.ts';
import type { AskedTerm } from '#services/query/query.ts';

const told = (term: AskedTerm): unknown => {
  if (term.kind === 'any') return term.of.map(told);
  if (term.kind === 'phrase') return term.words.map(({ text }) => text).join(' ');
  return term.kind === 'dates' ? `${term.from}..${term.to}` : term.kind;
};

it('a day is looked for in every written form, and as the day of issue', () => {
  expect(readQuery('9/05/2021').query.terms.map(told)).toEqual([
    [
      '09 05 2021',
      '09 tháng 05 năm 2021',
      '09 5 2021',
      '09 tháng 5 năm 2021',
      '9 05 2021',
      '9 tháng 05 năm 2021',
      '9 5 2021',
      '9 tháng 5 năm 2021',
      '2021-05-09..2021-05-09',
    ],
  ]);
  expect(readQuery('22-11-2021').query.terms.map(told)).toEqual([['22 11 2021', '22 tháng 11 năm 2021', '2021-11-22..2021-11-22']]);
});

it.each(['9 tháng 5 năm 2021', '09 thang 05 nam 2021'])('a day in words is one in figures, too: %s', (words) => {
  const [term, ...others] = readQuery(words).query.terms.map(told);
  expect(others).toEqual([]);
  expect(term).toEqual(expect.arrayContaining(['9 5 2021', '09 05 2021', '9 tháng 5 năm 2021', '2021-05-09..2021-05-09']));
});

it('words that write no day stay words', () => {
  expect(readQuery('31 tháng 2 năm 2021').query.terms.every(({ kind }) => kind === 'word')).toBe(true);
});

it.each(['31/2/2021', '5/2021', '1/2/3/2021', '18/5/21'])('what is no whole day is words side by side: %s', (words) => {
  expect(readQuery(words).query.terms.map(({ kind }) => kind)).toEqual(['phrase']);
});
