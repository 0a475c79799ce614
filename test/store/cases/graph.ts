import { citation, claim, stored } from '../../support/record.ts';

export const collection = [
  stored('plan', 'Kế hoạch', {
    number: '20-KH/TU',
    scope: 'Tiền Giang',
    claims: [claim(null, 'implements', '01-KL/TW'), claim(null, 'basis', '05-CT/TW')],
  }),
  stored('other-plan', 'Kế hoạch', { number: '20-KH/TU', scope: 'Lâm Đồng', claims: [claim(null, 'implements', '01-KL/TW')] }),
  stored('witness', 'Báo cáo', {
    number: '7-BC/HU',
    claims: [claim('20-KH/TU', 'implements', '01-KL/TW')],
    citations: [citation('NQTW4/XII')],
  }),
  stored('several', 'Quyết định', {
    number: '9-QĐ/TU',
    claims: [
      claim(null, 'basis', '30-QC/TU'),
      claim(null, 'repeals', '30-QC/TU', 'read'),
      claim('8-QĐ/TU', 'corrects', '30-QC/TU', 'stated'),
      claim('8-QĐ/TU', 'cites', '30-QC/TU', 'assumed'),
    ],
  }),
  stored('apart', 'Thông báo', { number: '144-QĐ/TW', claims: [claim(null, 'cites', '102-QĐ/TW')] }),
];

/** What is typed so far, and the numbers that must be suggested, in this order. */
export const keyCases: readonly { readonly prefix: string; readonly keys: readonly string[] }[] = [
  { prefix: '01', keys: ['01-KL/TW'] },
  { prefix: '1', keys: ['01-KL/TW', '102-QĐ/TW', '144-QĐ/TW'] },
  { prefix: '0', keys: ['01-KL/TW', '05-CT/TW'] },
  { prefix: '144-q', keys: ['144-QĐ/TW'] },
  { prefix: '1-', keys: ['01-KL/TW'] },
  { prefix: '20 kh', keys: ['20-KH/TU'] },
  { prefix: 'nq', keys: ['NQTW4/XII'] },
  {
    prefix: '%',
    keys: ['01-KL/TW', '05-CT/TW', '102-QĐ/TW', '144-QĐ/TW', '20-KH/TU', '30-QC/TU', '7-BC/HU', '8-QĐ/TU', '9-QĐ/TU', 'NQTW4/XII'],
  },
  { prefix: '6', keys: [] },
];
