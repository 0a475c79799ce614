import { blankLines } from './blankLines.ts';
import { brokenSymbols } from './brokenSymbols.ts';
import { bullets } from './bullets.ts';
import type { Damage } from './damage.ts';
import { decomposed } from './decomposed.ts';
import { lostGlyphs } from './lostGlyphs.ts';
import { misspelt } from './misspelt.ts';
import { mixedUnicode } from './mixedUnicode.ts';
import { oddSpaces } from './oddSpaces.ts';
import { oi } from './oi.ts';
import { oldTones } from './oldTones.ts';
import { pageBreaks } from './pageBreaks.ts';
import { straySpaces } from './straySpaces.ts';

/** Damages that come together, in the order in which they befall a text: the writer's, the page's, the letters'. None of them needs to know where mentions stand. */
const stages: readonly (readonly Damage[])[] = [
  [misspelt, oldTones],
  [straySpaces, bullets],
  [pageBreaks, brokenSymbols, blankLines],
  [oi, lostGlyphs],
  [decomposed, mixedUnicode, oddSpaces],
];

/** One damage of each stage, as real files have them. */
export const several: Damage = {
  name: 'several at once',
  ocr: false,
  damage: (text, random) => stages.reduce((harmed, kinds) => random.pick(kinds).damage(harmed, random, []), text),
};
