import { randomOf } from '../random.ts';
import type { GeneratedDocument } from '../truth.ts';
import { blankLines } from './blankLines.ts';
import { brokenLines } from './brokenLines.ts';
import { brokenSymbols } from './brokenSymbols.ts';
import { bullets } from './bullets.ts';
import type { Damage } from './damage.ts';
import { decomposed } from './decomposed.ts';
import { droppedWords } from './droppedWords.ts';
import { lostGlyphs } from './lostGlyphs.ts';
import { lostLineStarts } from './lostLineStarts.ts';
import { lostSpaces } from './lostSpaces.ts';
import { markdown } from './markdown.ts';
import { misspelt } from './misspelt.ts';
import { mixedColumns } from './mixedColumns.ts';
import { mixedUnicode } from './mixedUnicode.ts';
import { ocr } from './ocr.ts';
import { oddSpaces } from './oddSpaces.ts';
import { oi } from './oi.ts';
import { oldTones } from './oldTones.ts';
import { oneLine } from './oneLine.ts';
import { pageBreaks } from './pageBreaks.ts';
import { several } from './several.ts';
import { straySpaces } from './straySpaces.ts';
import { symbolConfusions } from './symbolConfusions.ts';
import { tcvn3 } from './tcvn3.ts';
import { vni } from './vni.ts';

/** All kinds of damage, the gentle ones first. */
export const damages: readonly Damage[] = [
  blankLines,
  brokenLines,
  pageBreaks,
  oi,
  lostGlyphs,
  decomposed,
  mixedUnicode,
  oldTones,
  tcvn3,
  vni,
  markdown,
  oddSpaces,
  bullets,
  lostLineStarts,
  droppedWords,
  mixedColumns,
  oneLine,
  lostSpaces,
  straySpaces,
  brokenSymbols,
  misspelt,
  several,
  symbolConfusions,
  ocr,
];

/** The document after a damage; its truth is still true. Places of mentions are those in the undamaged text. */
export function damaged(document: GeneratedDocument, { name, damage }: Damage, seed: number): GeneratedDocument {
  const text = damage(document.text, randomOf(seed + name.length), document.truth.places);
  return { ...document, text };
}

/** The damage of this name, or null. */
export function damageNamed(name: string): Damage | null {
  return damages.find((damage) => damage.name === name) ?? null;
}
