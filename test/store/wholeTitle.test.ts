import { describe, expect, test } from 'vitest';
import { parseQuery, queryLimits } from '#services/query/parse.ts';
import { titlesTyped, titleTokens } from '#services/store/wholeTitle.ts';
import { record } from '../support/record.ts';

const tokensOf = (title: string, more: { readonly type?: string; readonly issuer?: string } = {}) =>
  titleTokens(record('', { title, ...more }).document);
const isTyped = (title: string, words: string) => {
  const tokens = tokensOf(title, { type: 'KH' });
  return titlesTyped(parseQuery(words).terms).some((token) => tokens.includes(token));
};

describe('a whole title', () => {
  test.each([
    ['thực hiện Nghị quyết số 05-NQ/TW', 'thuc hien nghi quyet 5 nq tw'],
    ['bảo hiểm xã hội của UBND và HĐND', 'bảo hiểm xã hội của ủy ban nhân dân và hội đồng nhân dân'],
    ['bảo hiểm xã hội của Ủy ban nhân dân', 'bảo hiểm xã hội của UBND'],
    ['kết quả đến ngày 05/3/2021', 'kết quả đến ngày 5-3-2021'],
    ['về số hóa, số liệu và số vụ việc', 'về số hóa, số liệu và số vụ việc'],
    ['công tác năm 2023, phương hướng năm 2024', 'Kế hoạch công tác năm 2023, phương hướng năm 2024'],
    ['chuyển đổi số giai đoạn 2021-2025', 'chuyeenr ddooir số giai đoạn 2021-2025'],
  ])('%s is typed by %s', (title, words) => {
    expect(isTyped(title, words)).toBe(true);
  });

  test.each([
    ['thực hiện Nghị quyết số 05-NQ/TW', 'thực hiện nghị quyết 6 nq tw'],
    ['phòng cháy và chữa cháy', 'chữa cháy và phòng cháy'],
    ['phòng cháy và chữa cháy rừng', 'phòng cháy và chữa cháy rừn*'],
    ['phòng cháy chữa', 'phòng cháy chữa'],
    ['Nghị định số 91/2017/NĐ-CP ngày 31/7/2017', 'Nghị định số 91/2017/NĐ-CP ngày 31/7/2017'],
    ['phòng cháy và chữa cháy', '"phòng cháy"~3 và chữa cháy'],
  ])('%s is not typed by %s', (title, words) => {
    expect(isTyped(title, words)).toBe(false);
  });

  test('stands for itself behind its type and without its issuer; a short one for nothing', () => {
    expect(tokensOf('về việc trồng tre')).toHaveLength(1);
    expect(tokensOf('về việc trồng tre', { type: 'KH' })).toHaveLength(2);
    expect(tokensOf('của Tỉnh ủy về việc trồng tre', { type: 'KH', issuer: 'Tỉnh uỷ' })).toHaveLength(4);
    expect(tokensOf('của Tỉnh ủy trồng tre', { issuer: 'Tỉnh ủy' })).toHaveLength(1);
    expect(tokensOf('trồng tre')).toEqual([]);
    expect(titleTokens(record('').document)).toEqual([]);
  });

  test('is looked for in few ways, however many abbreviations are typed', () => {
    const short = ['UBND', 'HĐND', 'BHXH', 'BHYT', 'MTTQ', 'TTCP', 'ATTP', 'KTXH', 'BTV', 'BCH', 'CNTT', 'GDĐT', 'VHTT', 'TNMT'];
    const words = short.join(' ').slice(0, queryLimits.characters);
    expect(titlesTyped(parseQuery(words).terms).length).toBeLessThanOrEqual(64);
    expect(isTyped(short.join(' '), words)).toBe(true);
  });
});
