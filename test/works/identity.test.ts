import { describe, expect, test } from 'vitest';
import { worksOf } from '#services/works/worksOf.ts';
import { maybeOf, type NamingOptions, named, naming, placesOf } from './namings.ts';

const central = (options: NamingOptions) => naming('1-KL/TW', { scope: 'TW', ...options });
const plan = (options: NamingOptions) => naming('20-KH/TU', options);
const xii = central({ term: 'XII', date: '2016-04-04', title: 'về khắc phục hạn chế trong chỉ đạo' });
const xiii = central({ term: 'XIII', date: '2021-05-18', title: 'về học tập và làm theo tấm gương' });

describe('01-KL/TW of 2016 and of 2021', () => {
  const rows: readonly (readonly [string, NamingOptions, string, string])[] = [
    ['spoken before the later one was issued means the earlier', { spoken: '2018-05' }, '1-KL/TW@TW@XII', 'inferred'],
    ['spoken in the very month of the later one may mean both', { spoken: '2021-05' }, '1-KL/TW@TW@?', 'unknown'],
    ['spoken after both may mean both', { spoken: '2023-01' }, '1-KL/TW@TW@?', 'unknown'],
    [
      'spoken after both with the title of one means that one',
      { spoken: '2023-01', title: 'Về khắc phục hạn chế trong chỉ đạo' },
      '1-KL/TW@TW@XII',
      'inferred',
    ],
    ['a title that was cut short still tells', { spoken: '2023-01', title: 'về học tập và làm theo' }, '1-KL/TW@TW@XIII', 'inferred'],
    ['spoken before both means neither', { spoken: '2015-01' }, '1-KL/TW@TW@?', 'unknown'],
  ];
  test.each(rows)('%s', (_, options, work, identified) => {
    expect(placesOf('1-KL/TW', [xii, xiii, central(options)]).at(-1)).toEqual([work, identified]);
  });

  test('are named as possible where the words do not tell, the later before the earlier', () => {
    const found = worksOf({ symbol: '1-KL/TW', named: named([xii, xiii, central({ spoken: '2023-01' })]), decisions: [] });
    expect(maybeOf(found, '1-KL/TW@TW@?')).toEqual(['1-KL/TW@TW@XIII', '1-KL/TW@TW@XII']);
    expect(maybeOf(found, '1-KL/TW@TW@XII')).toEqual(['1-KL/TW@TW@?']);
  });

  test('a document that cites its own number means another', () => {
    const own = central({ term: 'XIII', date: '2021-05-18', holder: 'd' });
    expect(placesOf('1-KL/TW', [own, central({ speaker: 'd', spoken: '2021-06' })]).at(-1)).toEqual(['1-KL/TW@TW@?', 'unknown']);
  });
});

describe('20-KH/TU of two provinces', () => {
  const one = plan({ scope: 'Bến Tre', term: '2020-2025', date: '2021-06-14', title: 'về quản lý rừng ngập mặn ven biển' });
  const other = plan({ scope: 'Cà Mau', term: '2020-2025', date: '2021-07-01', title: 'về quản lý rừng ngập mặn ven biển' });
  const rows: readonly (readonly [string, NamingOptions, string, string])[] = [
    ['the province is never guessed', { term: '2020-2025', speaker: 'a' }, '20-KH/TU@?a@2020-2025', 'unknown'],
    [
      'an equal day alone is no proof where several provinces have the number',
      { term: '2020-2025', date: '2021-06-14', speaker: 'a' },
      '20-KH/TU@?a@2020-2025',
      'unknown',
    ],
    [
      'an equal day decides in its own province',
      { term: '2020-2025', date: '2021-06-14', speaker: 'a', place: 'Bến Tre' },
      '20-KH/TU@Bến Tre@2020-2025',
      'inferred',
    ],
    [
      'an equal day and title decide',
      { term: '2020-2025', date: '2021-06-14', speaker: 'a', title: 'Về quản lý rừng ngập mặn' },
      '20-KH/TU@Bến Tre@2020-2025',
      'inferred',
    ],
    [
      'an equal title alone is no proof',
      { term: '2020-2025', speaker: 'a', title: 'về quản lý rừng ngập mặn ven biển' },
      '20-KH/TU@?a@2020-2025',
      'unknown',
    ],
  ];
  test.each(rows)('%s', (_, options, work, identified) => {
    expect(placesOf('20-KH/TU', [one, other, plan(options)]).at(-1)).toEqual([work, identified]);
  });

  test('words of a merged province may mean the numbers of all that went up in it, and of no other', () => {
    const tienGiang = plan({ scope: 'Tiền Giang', term: '2020-2025', date: '2021-03-02' });
    const spoken = plan({ speaker: 'a', place: 'Đồng Tháp', spoken: '2025-09' });
    const found = worksOf({ symbol: '20-KH/TU', named: named([one, tienGiang, spoken]), decisions: [] });
    expect(maybeOf(found, '20-KH/TU@?a@?')).toEqual(['20-KH/TU@Tiền Giang@2020-2025']);
  });
});

test('a bare number spoken in the next term means the only one known only where many speak of it', () => {
  const old = plan({ scope: 'Bến Tre', term: '2015-2020', date: '2016-06-14' });
  const late = plan({ scope: 'Bến Tre', spoken: '2022-03' });
  expect(placesOf('20-KH/TU', [old, late]).at(-1)).toEqual(['20-KH/TU@Bến Tre@?', 'unknown']);
  const known = worksOf({ symbol: '20-KH/TU', named: [...named([old], 30), ...named([late])], decisions: [] });
  expect(known.works.map(({ id }) => id)).toEqual(['20-KH/TU@Bến Tre@2015-2020']);
});

test('in the months of congresses the same day is one work, also with day and month changed about', () => {
  const namings = ['2020-05-04', '2020-05-04', '2020-04-05'].map((date, index) =>
    plan({ scope: 'Bến Tre', date, title: `về việc thứ ${index}` }),
  );
  expect(new Set(placesOf('20-KH/TU', namings).map(([work]) => work)).size).toBe(1);
  expect(placesOf('20-KH/TU', [namings[0]!, plan({ scope: 'Bến Tre', date: '2020-09-12' })]).map(([work]) => work)).toEqual([
    '20-KH/TU@Bến Tre@?2020-04-05',
    '20-KH/TU@Bến Tre@?2020-09-12',
  ]);
});

describe('a decision and a regulation of one QĐ number', () => {
  const qd = (options: NamingOptions) => naming('55-QĐ/TW', { scope: 'TW', term: 'XII', ...options });
  test('are two where types and days say so; the noun then tells which is meant', () => {
    const decision = qd({ type: 'QĐ', date: '2017-02-13' });
    const regulation = qd({ type: 'QĐi', date: '2016-12-19' });
    const bare = naming('55-QĐ/TW', { scope: 'TW', type: 'QĐi', spoken: '2018-01' });
    expect(placesOf('55-QĐ/TW', [decision, regulation, bare])).toEqual([
      ['55-QĐ/TW@TW@XII', 'said'],
      ['55-QĐ/TW@TW@XII@QĐi', 'said'],
      ['55-QĐ/TW@TW@XII@QĐi', 'inferred'],
    ]);
  });
  test.each([
    ['the noun', { type: 'QĐ', date: '2016-12-19' }],
    ['noun and a misprinted day', { type: 'QĐ', date: '2016-12-09' }],
    ['the noun without a day', { type: 'QĐ' }],
  ])('are one where only %s differs', (_, options) => {
    const works = placesOf('55-QĐ/TW', [qd({ type: 'QĐi', date: '2016-12-19' }), qd(options)]).map(([work]) => work);
    expect(works).toEqual(['55-QĐ/TW@TW@XII', '55-QĐ/TW@TW@XII']);
  });
});

test('a misprinted year makes no certain second work', () => {
  const state = (year: string, options: NamingOptions) =>
    naming('12/KH-UBND', { scope: 'Bến Tre', term: year, date: `${year}-03-15`, title: 'về phòng, chống hạn mặn', ...options });
  const namings = [state('2021', { holder: 'h' }), state('2021', {}), state('2020', {})];
  expect(placesOf('12/KH-UBND', namings)).toEqual([
    ['12/KH-UBND@Bến Tre@2021', 'said'],
    ['12/KH-UBND@Bến Tre@2021', 'said'],
    ['12/KH-UBND@Bến Tre@2020', 'unknown'],
  ]);
  const found = worksOf({ symbol: '12/KH-UBND', named: named(namings), decisions: [] });
  expect(maybeOf(found, '12/KH-UBND@Bến Tre@2020')).toEqual(['12/KH-UBND@Bến Tre@2021']);
});

test('of ten thousand possible works the list tells the first and how many more there are', () => {
  const bearer = plan({ scope: 'Bến Tre', term: '2020-2025', date: '2021-06-14' });
  const open = Array.from({ length: 300 }, (_, index) => plan({ term: '2020-2025', speaker: `s${index}` }));
  const { works } = worksOf({ symbol: '20-KH/TU', named: named([bearer, ...open]), decisions: [] });
  const work = works.find(({ id }) => id === '20-KH/TU@Bến Tre@2020-2025')!;
  expect([work.maybe.length, work.maybeMore]).toEqual([20, 280]);
});
