import { describe, expect, test } from 'vitest';
import { effect } from '#services/library/chains/effect.ts';
import { endsPartOnly } from '#services/library/chains/partly.ts';
import { statements } from '#services/library/chains/statements.ts';
import { noEngine } from '../../support/engine.ts';
import { identity } from '../../support/record.ts';
import { central, document, holdingHere, idOf, local, says } from './collection.ts';

const rule = local('5-QC/TU', 'Bến Tre', '2020-03-01');
const ruleId = '5-QC/TU@Bến Tre@2020-2025';
const amending = local('11-QĐ/TU', 'Bến Tre', '2021-01-15');
const extending = local('12-QĐ/TU', 'Bến Tre', '2021-06-30');
const replacing = local('30-QC/TU', 'Bến Tre', '2022-05-01');
const early = local('40-KH/HU', 'Bến Tre/Ba Tri', '2021-02-02');
const late = local('41-KH/HU', 'Bến Tre/Ba Tri', '2022-05-02');

const collection = [
  document(idOf(1), rule, []),
  document(idOf(2), amending, [says(rule, 'amends', null, 'Sửa đổi Điều 3 của Quy chế số 5-QC/TU.')]),
  document(idOf(3), extending, [says(rule, 'extends')]),
  document(idOf(4), replacing, [says(rule, 'replaces', null, 'Quy chế này thay thế Quy chế số 5-QC/TU.'), says(rule, 'basis')]),
  document(idOf(5), early, [says(rule, 'basis')]),
  document(idOf(6), late, [says(rule, 'basis', null, 'Căn cứ Quy chế số 5-QC/TU;')]),
  document(idOf(7), local('42-KH/HU', 'Bến Tre/Ba Tri', '2023-01-01'), [says(rule, 'implements')]),
];

describe.skipIf(noEngine)('whether a document is in force', () => {
  test('is told by what was done to it, each with its words, and what decides', async () => {
    const index = await holdingHere(collection);
    const found = await effect(index, { of: '5-QC/TU' });
    expect(found).toMatchObject({ state: 'replaced', since: '2022-05-01', day: null, truncated: false });
    expect(found.events.map(({ by, does, date, when }) => [by.split('@')[0], does, date, when])).toEqual([
      ['11-QĐ/TU', ['amends'], '2021-01-15', 'by-then'],
      ['12-QĐ/TU', ['extends'], '2021-06-30', 'by-then'],
      ['30-QC/TU', ['replaces'], '2022-05-01', 'by-then'],
    ]);
    expect(found.events[0]?.link.witnesses.map(({ quote }) => quote)).toEqual(['Sửa đổi Điều 3 của Quy chế số 5-QC/TU.']);
    expect(found.message).toMatch(/^5-QC\/TU \(Bến Tre, 2020-2025\) was replaced by 30-QC\/TU .* of 2022-05-01/u);
    expect(found.messageVi).toMatch(/được thay thế bởi 30-QC\/TU .* ngày 01\/05\/2022/u);
  });

  test.each([
    [
      '2020-12-31',
      'in-force',
      null,
      /No document held here says that 5-QC\/TU .* as of 2020-12-31\./u,
      /Không văn bản nào đang lưu ở đây .* 31\/12\/2020/u,
    ],
    ['2021-01-15', 'amended', '2021-01-15', /amended by 11-QĐ\/TU/u, /sửa đổi, bổ sung bởi 11-QĐ\/TU/u],
    ['2021-07-01', 'amended', '2021-06-30', /extended in time by 12-QĐ\/TU/u, /được gia hạn bởi 12-QĐ\/TU/u],
    ['2022-05-01', 'replaced', '2022-05-01', /replaced by 30-QC\/TU/u, /được thay thế bởi/u],
  ] as const)('is told as of a day: on %s it was %s', async (day, state, since, english, vietnamese) => {
    const index = await holdingHere(collection);
    const found = await effect(index, { of: '5-QC/TU', day });
    expect(found).toMatchObject({ day, state, since });
    expect(found.message).toMatch(english);
    expect(found.messageVi).toMatch(vietnamese);
    expect(found.events.map(({ when }) => when === 'later')).toEqual(found.events.map(({ date }) => date! > day));
  });

  test('says only that nothing held says otherwise where nothing was done to it', async () => {
    const index = await holdingHere(collection);
    expect(await effect(index, { of: '30-QC/TU' })).toMatchObject({
      state: 'in-force',
      since: null,
      events: [],
      message: expect.stringContaining('No document held here says'),
      messageVi: expect.stringContaining('Không văn bản nào đang lưu ở đây'),
      still: { from: null, total: 0, statements: [] },
    });
  });

  test('lists what rests on it or cites it after the day on which it ended, and pages the rest', async () => {
    const index = await holdingHere(collection);
    const { still } = await effect(index, { of: '5-QC/TU', size: 1 });
    expect(still).toMatchObject({ from: '2022-05-02', total: 2 });
    expect(still.statements.map(({ from, date }) => [from.split('@')[0], date])).toEqual([['42-KH/HU', '2023-01-01']]);
    const rest = await statements(index, {
      ...{ of: ruleId, direction: 'down', from: still.from!, relations: still.relations, size: 10, after: still.next! },
    });
    expect(rest.statements.map(({ from, quote }) => [from.split('@')[0], quote])).toEqual([['41-KH/HU', 'Căn cứ Quy chế số 5-QC/TU;']]);
  });

  test('counts nothing as ended where only a part of it is', async () => {
    const index = await holdingHere([
      document(idOf(1), rule, []),
      document(idOf(2), amending, [says(rule, 'repeals', null, 'Bãi bỏ khoản 2 Điều 5 của Quy chế số 5-QC/TU.')]),
    ]);
    const found = await effect(index, { of: '5-QC/TU' });
    expect(found).toMatchObject({ state: 'amended', events: [{ partly: true }], still: { from: null } });
    expect(found.findings.map(({ code }) => code)).toEqual(['part-only']);
  });

  test('does not decide by what has no date where a day is asked for, and says so', async () => {
    const undated = local('30-QC/TU', 'Bến Tre');
    const index = await holdingHere([document(idOf(1), rule, []), document(idOf(2), undated, [says(rule, 'replaces')])]);
    expect(await effect(index, { of: '5-QC/TU' })).toMatchObject({ state: 'replaced', since: null });
    const found = await effect(index, { of: '5-QC/TU', day: '2024-01-01' });
    expect(found).toMatchObject({ state: 'in-force', message: expect.stringContaining('the date is unknown') });
    expect(found.findings.map(({ code }) => code)).toEqual(['date-unknown']);
  });

  test('tells what acts on it after it had ended', async () => {
    const index = await holdingHere([...collection, document(idOf(8), local('60-QĐ/TU', 'Bến Tre', '2023-03-03'), [says(rule, 'amends')])]);
    const found = await effect(index, { of: '5-QC/TU' });
    expect([found.state, found.since]).toEqual(['replaced', '2022-05-01']);
    expect(found.findings.map(({ code, works }) => [code, works[0]])).toEqual([['contradiction', '60-QĐ/TU@Bến Tre@2020-2025']]);
  });

  test('names what is said of a document that could be this one, without counting it', async () => {
    const vague = identity('5-QC/TU', { type: 'QC', scope: 'Bến Tre' });
    const index = await holdingHere([
      document(idOf(1), rule, []),
      document(idOf(2), local('5-QC/TU', 'Bến Tre'), []),
      document(idOf(3), identity('5-QC/TU', { type: 'QC', scope: 'Bến Tre', term: '2015-2020' }), []),
      document(idOf(4), replacing, [says(vague, 'replaces')]),
    ]);
    const found = await effect(index, { of: ruleId });
    expect(found).toMatchObject({ state: 'in-force', events: [] });
    expect(found.findings.map(({ code, works }) => [code, works[0]])).toEqual([['could-concern-another', '30-QC/TU@Bến Tre@2020-2025']]);
  });

  test('of a number that could be several documents is the choice', async () => {
    const index = await holdingHere([...collection, document(idOf(8), local('5-QC/TU', 'Cà Mau'), [])]);
    const found = await effect(index, { of: '5-QC/TU' });
    expect([found.state, found.message, found.choices.length]).toEqual([null, null, 2]);
  });

  test.each(['2022-02-30', 'yesterday', ''])('refuses a day that is none: %j', async (day) => {
    const index = await holdingHere(collection);
    await expect(effect(index, { of: '5-QC/TU', day })).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('of a document that is said to replace itself is told without that, as a finding', async () => {
    const index = await holdingHere([
      document(idOf(1), central('7-QĐ/TW', '2021-01-01'), [says(central('7-QĐ/TW', '2021-01-01'), 'replaces')]),
    ]);
    const found = await effect(index, { of: '7-QĐ/TW' });
    expect([found.state, found.findings.map(({ code }) => code)]).toEqual(['in-force', ['self-citation']]);
  });
});

describe('words that end a part of a document only', () => {
  test.each([
    ['Bãi bỏ khoản 2 Điều 5 của Quy chế số 5-QC/TU.', true],
    ['bãi bỏ một phần Quy chế số 5-QC/TU', true],
    ['Thay thế một số nội dung tại Quy chế số 5-QC/TU', true],
    ['Thay thế các quy định tại Điều 3 Quy chế số 5-QC/TU', true],
    ['thay thế Quy chế số 5-QC/TU', false],
    ['thay thế các Quy định số 8-QĐi/TW, Quy chế số 5-QC/TU', false],
    ['Bãi bỏ một số văn bản: Quy chế số 5-QC/TU, Quy chế số 6-QC/TU', false],
    ['Bãi bỏ Quy chế số 5-QC/TU và khoản 2 Điều 3 Quy chế số 7-QC/TU', false],
    ['Theo khoản 2 Điều 3, Quy chế số 5-QC/TU bị bãi bỏ.', false],
  ])('%s: %s', (quote, partly) => {
    expect(endsPartOnly('repeals', quote, '5-QC/TU')).toBe(partly);
  });

  test('are asked for only of what ends', () => {
    expect(endsPartOnly('amends', 'Bãi bỏ khoản 2 Điều 5 của Quy chế số 5-QC/TU.', '5-QC/TU')).toBe(false);
  });
});
