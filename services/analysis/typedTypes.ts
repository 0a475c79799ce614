import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';
import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { fold } from './folding.ts';
import { canMean } from './pairs.ts';
import { type Words, wordsIn } from './words.ts';

/** Codes that are typed for types; those that are syllables too (DA, PA) count in capitals or with their hyphen only. */
const typeCodes = new Map(
  documentTypes.flatMap(({ code, symbols }) => [code, ...(symbols ?? [])].map((one) => [fold(one), code] as const)),
);
/** Names by their first syllable, the longest first; without those that also mean ordinary things. */
const typeNames = documentTypes
  .filter(({ ordinary }) => ordinary !== true)
  .flatMap(({ code, names }) => names.map((name) => ({ code: fold(code), name, words: wordsIn(name) })))
  .filter(({ words }) => words.exact.length > 1 || words.exact[0] === 'luật')
  .sort((a, b) => b.words.exact.length - a.words.exact.length);

/** A type as it was typed: `code` is folded, `named` where its name stands there and not its code; `last` is its last word. */
export interface TypedType {
  readonly last: number;
  readonly code: string;
  readonly named: boolean;
}

/** True for a folded code of a type; one letter alone ("l", luật) is none that is typed. */
export function isTypeCode(folded: string): boolean {
  return folded.length > 1 && typeCodes.has(folded);
}

/** The type named from word `at` on, by its code or its name. */
export function typeAt(words: Words, at: number): TypedType | null {
  const folded = words.folded[at] ?? '';
  const printed = words.text.slice(words.starts[at], words.ends[at]);
  if (isTypeCode(folded) && (!isSyllable(folded) || printed === printed.toUpperCase())) return { last: at, code: folded, named: false };
  for (const { code, words: name } of typeNames) {
    const last = at + name.exact.length - 1;
    if (name.folded[0] !== folded || !name.exact.every((form, place) => canMean(words.exact[at + place] ?? '', form))) continue;
    return { last, code, named: true };
  }
  return null;
}

/** The proper name of a type by its folded code, in folded words. */
export function nameOfType(code: string): string | null {
  return typeNames.find((type) => type.code === code)?.words.folded.join(' ') ?? null;
}

/** The code as numbers print it: "nd" gives NĐ. */
export function printedTypeCode(folded: string): string {
  return documentTypes.find(({ code }) => fold(code) === folded)?.code ?? folded.toUpperCase();
}
