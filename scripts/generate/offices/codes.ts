import type { Code } from '../vocabulary/types.ts';

/** What a committee, an office of one, and a people's committee issue. */
export const committeeCodes: readonly Code[] = [
  'KL',
  'BC',
  'KH',
  'NQ',
  'CT',
  'QĐ',
  'QĐi',
  'QC',
  'HD',
  'CV',
  'TB',
  'CTr',
  'TTr',
  'ĐA',
  'CTHĐ',
];
export const bureauCodes: readonly Code[] = ['BC', 'KH', 'HD', 'CV', 'TB', 'TTr', 'QĐ'];
export const administrationCodes: readonly Code[] = ['KH', 'QĐ', 'CT', 'BC', 'CV', 'TB', 'TTr', 'ĐA', 'CTr'];
