import { expect, test } from 'vitest';
import { levelOf } from '#services/analysis/level.ts';

test.each([
  ['144-QĐ/TW', 'TW', 'central'],
  ['66-HD/BTGTW', null, 'central'],
  ['91/2017/NĐ-CP', null, 'central'],
  ['1590/VPCP-KGVX', null, 'central'],
  ['20-KH/TU', 'Trà Vinh', 'province'],
  ['66-HD/BTGTU', 'Tiền Giang', 'province'],
  ['45-KH/HU', 'Hòa Bình/Mai Châu', 'district'],
  ['33-KH/ĐUK', 'Hòa Bình', 'district'],
  ['12-KH/ĐU', 'Tiền Giang/Cai Lậy', 'base'],
  ['907/QĐ-UBND', 'Trà Vinh', 'province'],
  ['58/KH-UBND', 'Hòa Bình/Mai Châu', 'district'],
  ['12-XX/YY', 'Bến Tre', 'province'],
  ['12-XX/YY', null, null],
  ['không số', null, null],
  [null, null, null],
])('%s of the series of %s is of the level %s', (key, scope, level) => {
  expect(levelOf(key, scope)).toBe(level);
});
