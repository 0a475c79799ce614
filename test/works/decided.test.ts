import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worksOf } from '#services/works/worksOf.ts';
import { decision, type NamingOptions, named, naming, placesOf } from './namings.ts';

const central = (options: NamingOptions) => naming('1-KL/TW', { scope: 'TW', ...options });
const xii = central({ term: 'XII', date: '2016-04-04' });
const xiii = central({ term: 'XIII', date: '2021-05-18' });
const bare = central({ spoken: '2018-05' });
const [open, first, second] = ['1-KL/TW@TW@?', '1-KL/TW@TW@XII', '1-KL/TW@TW@XIII'];

describe('what a person decided', () => {
  test('different undoes an inference: the words are a work of their own', () => {
    expect(placesOf('1-KL/TW', [xii, bare], [decision(open, first, 'different')]).at(-1)).toEqual([open, 'unknown']);
  });

  test('different leaves the other one where there were two', () => {
    const late = central({ spoken: '2022-05' });
    expect(placesOf('1-KL/TW', [xii, xiii, late], [decision(open, first, 'different')]).at(-1)).toEqual([second, 'inferred']);
  });

  test('same brings together what the texts leave open', () => {
    const late = central({ spoken: '2023-01' });
    expect(placesOf('1-KL/TW', [xii, xiii, late], [decision(second, open, 'same')]).at(-1)).toEqual([second, 'decided']);
  });

  test('of two that contradict each other the later holds, the other is overruled', () => {
    const said = [
      decision(open, first, 'same', '2026-01-01T00:00:00Z', 'a'),
      decision(first, open, 'different', '2026-02-01T00:00:00Z', 'b'),
    ];
    const found = worksOf({ symbol: '1-KL/TW', named: named([xii, bare]), decisions: said });
    expect([found.overruled, found.notApplicable]).toEqual([['a'], []]);
    expect(found.works.map(({ id }) => id)).toEqual([open, first].sort());
  });

  test('a contradiction by way of a third work counts as well', () => {
    const said = [
      decision(first, second, 'different', '2026-03-01T00:00:00Z', 'c'),
      decision(open, first, 'same', '2026-02-01T00:00:00Z', 'b'),
      decision(open, second, 'same', '2026-01-01T00:00:00Z', 'a'),
    ];
    expect(worksOf({ symbol: '1-KL/TW', named: named([xii, xiii, bare]), decisions: said }).overruled).toEqual(['a']);
  });

  test('about a work that is not there does nothing, and is told', () => {
    const found = worksOf({
      symbol: '1-KL/TW',
      named: named([xii, bare]),
      decisions: [decision(first, '1-KL/TW@TW@XI', 'same', undefined, 'a')],
    });
    expect(found.notApplicable).toEqual(['a']);
    expect(found.works.map(({ id, decisions }) => [id, decisions])).toEqual([[first, []]]);
  });
});

describe('whatever the order', () => {
  const ids = [open, first, second, '1-KL/TW@?a@?', '1-KL/TW@Bến Tre@2020-2025', '1-KL/TW@TW@?'];
  const anyNaming = fc
    .record({
      scope: fc.constantFrom(undefined, 'TW', 'Bến Tre', 'Tiền Giang'),
      term: fc.constantFrom(undefined, 'XII', 'XIII', '2020-2025'),
      date: fc.constantFrom(undefined, '2016-04-04', '2021-05-18', '2016-05-18', '2020-05-04'),
      title: fc.constantFrom(undefined, 'về khắc phục hạn chế trong chỉ đạo', 'về khắc phục hạn chế'),
      type: fc.constantFrom(undefined, 'QĐ', 'QĐi'),
      speaker: fc.constantFrom('a', 'b', 'c'),
      spoken: fc.constantFrom(undefined, '2018-05', '2023-01'),
      holds: fc.boolean(),
    })
    .map(({ holds, speaker, ...parts }) => {
      const told = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as NamingOptions;
      return naming('1-QĐ/TW', { ...told, ...(holds ? { holder: speaker } : {}), ...(parts.scope === undefined ? { speaker } : {}) });
    });
  const anyDecision = fc.record({
    a: fc.nat(5),
    b: fc.nat(5),
    says: fc.constantFrom('same' as const, 'different' as const),
    day: fc.integer({ min: 1, max: 9 }),
  });
  const unique = <T extends { readonly id: string }>(list: readonly T[]) => [...new Map(list.map((one) => [one.id, one])).values()];
  const asked = fc.record({ namings: fc.array(anyNaming, { maxLength: 12 }), said: fc.array(anyDecision, { maxLength: 5 }) });
  const given = ({
    namings,
    said,
  }: {
    namings: ReturnType<typeof naming>[];
    said: { a: number; b: number; says: 'same' | 'different'; day: number }[];
  }) => ({
    symbol: '1-QĐ/TW',
    named: unique(named(namings)),
    decisions: said.map(({ a, b, says, day }, index) =>
      decision(ids[a]!.replace('KL', 'QĐ'), ids[b]!.replace('KL', 'QĐ'), says, `2026-01-0${day}T00:00:00Z`, `d${index}`),
    ),
  });
  const plainly = (found: ReturnType<typeof worksOf>) => ({ ...found, placed: [...found.placed].sort(([a], [b]) => (a < b ? -1 : 1)) });

  test('of namings and decisions, the works are the same', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.nat()), (case_, ranks) => {
        const whole = given(case_);
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, rank: ranks.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ one }) => one);
        const other = { ...whole, named: shuffled(whole.named), decisions: shuffled(whole.decisions) };
        expect(plainly(worksOf(other))).toEqual(plainly(worksOf(whole)));
      }),
    );
  });

  test('every naming stands in a work, every work names a possible one that names it too', () => {
    fc.assert(
      fc.property(asked, (case_) => {
        const whole = given(case_);
        const { works, placed } = worksOf(whole);
        const byId = new Map(works.map((work) => [work.id, work]));
        for (const { id } of whole.named) expect(byId.has(placed.get(id)!.work)).toBe(true);
        for (const { id, maybe } of works)
          for (const { work } of maybe) expect(byId.get(work)?.maybe.map((back) => back.work)).toContain(id);
      }),
    );
  });

  test('a naming of another scope changes no complete work', () => {
    fc.assert(
      fc.property(asked, (case_) => {
        const whole = { ...given(case_), decisions: [] };
        const added = named([naming('1-QĐ/TW', { scope: 'Cà Mau', term: '2020-2025', date: '2022-02-02' })]);
        const complete = (found: ReturnType<typeof worksOf>) =>
          whole.named.flatMap(({ id, naming: { identity } }) =>
            identity.scope.value !== null && identity.term.value !== null ? [found.placed.get(id)] : [],
          );
        expect(complete(worksOf({ ...whole, named: [...whole.named, ...added] }))).toEqual(complete(worksOf(whole)));
      }),
    );
  });
});
