import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../../scripts/bench/hostile-texts.ts';
import { planWith, quoted, recordFrom } from '../support/pipeline.ts';

const textOf = (name: string, length: number) => hostileTexts.find((text) => text.name === name)!.make(length);
const told = (findings: readonly { code: string; message: string }[], code: string) =>
  findings.filter((finding) => finding.code === code).map(({ message }) => message);

describe('a list that no person wrote', () => {
  it('of cited documents is cut, and how many there were is told', async () => {
    const record = await recordFrom(textOf('references, each in a line of its own', 600_000));
    expect(record.citations).toHaveLength(5_000);
    const [capped] = told(record.findings, 'list-capped');
    expect(capped).toMatch(/^The document holds \d{4,5} cited documents; the first 5000 are kept\.$/u);
    const keys = new Set(record.citations.map(({ key }) => key));
    for (const { from, to } of record.attested) expect([keys.has(from), keys.has(to)]).toEqual([true, true]);
    expect(record.claims.length).toBeLessThan(20_000);
  });

  it('of places that name one document is cut, and all of them are counted', async () => {
    const record = await recordFrom('- Thực hiện Kết luận số 01-KL/TW.\n'.repeat(3_000));
    const [citation] = record.citations;
    expect(citation?.mentions).toBe(3_000);
    expect(citation?.occurrences).toHaveLength(1_000);
    expect(told(record.findings, 'list-capped')).toContain('The document holds 3000 places that name 01-KL/TW; the first 1000 are kept.');
  });

  it('of findings is cut by code, and each code says how many there were', async () => {
    const record = await recordFrom(planWith('- Báo cáo ngày 31/02/2023.\n'.repeat(250)));
    expect(told(record.findings, 'impossible-date')).toHaveLength(100);
    expect(told(record.findings, 'list-capped')).toEqual(['There are 250 findings of the code impossible-date; the first 100 are kept.']);
  });
});

describe('a day that is on no calendar', () => {
  it.each(['31/02/2023', '45/13/2022', '29-02-2023', '30 tháng 02 năm 2024', '00/5/2021'])(
    '%s is a finding with its words',
    async (day) => {
      const record = await recordFrom(planWith(`- Sở Nội vụ báo cáo trước ngày ${day} về việc này.`));
      const findings = record.findings.filter(({ code }) => code === 'impossible-date');
      expect(findings.map(({ span }) => quoted(record, span!))).toEqual([day]);
      expect(record.tasks.flatMap(({ deadlines }) => deadlines.map(({ end }) => end)).filter((end) => end !== null)).toEqual([]);
    },
  );

  it.each(['28/02/2023', '29/02/2024', '31 tháng 12 năm 2022', '4.13.2020', '01/2020/45', '1/12/2020-5'])(
    '%s is no such finding',
    async (day) => {
      const record = await recordFrom(planWith(`- Sở Nội vụ báo cáo về mục ${day} của kế hoạch.`));
      expect(told(record.findings, 'impossible-date')).toEqual([]);
    },
  );

  it('beside a number leaves the citation without a date', async () => {
    const record = await recordFrom(planWith('Thực hiện Kết luận số 14-KL/TW, ngày 45/13/2022 của Bộ Chính trị, các cấp ủy làm việc.'));
    const citation = record.citations.find(({ key }) => key === '14-KL/TW');
    expect(citation?.date).toBeNull();
    expect(record.findings.filter(({ code }) => code === 'impossible-date')).toHaveLength(1);
  });
});
