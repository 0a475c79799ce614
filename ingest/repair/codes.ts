import { doubtfulFigures, Misreadings, otherTypeCodes } from '#ingest/vocabulary/confusions.ts';
import { documentTypes, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { bodyCodes } from '#ingest/vocabulary/issuerCodes.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { bareLetters, isSyllable } from '#ingest/vocabulary/syllables.ts';
import { nounBefore } from './nouns.ts';

/** The figures that `letters` are or were misread from, five at most; null where a letter stands for none. */
export function inFigures(letters: string, table: Readonly<Record<string, string>>): string | null {
  let figures = '';
  for (const letter of letters) {
    const read = /\d/u.test(letter) ? letter : table[letter];
    if (read === undefined) return null;
    figures += read;
  }
  return figures.length <= 5 ? figures : null;
}

/** A word that stuck to the code of a body: "TWngày", "CPvề", "TTgcủa". The body must be known, the word a Vietnamese one in small letters. */
export function withoutTail(letters: string): { code: string; tail: number } {
  if (letters.length < 4 || isKnownIssuer(letters)) return { code: letters, tail: 0 };
  for (let at = letters.length - 2; at >= 2; at -= 1) {
    const tail = letters.slice(at);
    if (!/^\p{Ll}+$/u.test(tail)) break;
    if (/[^a-z]/u.test(tail) && isSyllable(tail) && isKnownIssuer(letters.slice(0, at)))
      return { code: letters.slice(0, at), tail: letters.length - at };
  }
  return { code: letters, tail: 0 };
}

/** The tables know a body of this code. */
export function isKnownIssuer(code: string): boolean {
  return issuerOf(code) !== null;
}

const typeMisreadings = new Misreadings(
  documentTypes.flatMap(({ code, symbols }) => (symbols ?? [code]).map((symbol) => (symbol === code.toUpperCase() ? code : symbol))),
  false,
);
const bodyMisreadings = new Misreadings(
  bodyCodes.map(({ code }) => code),
  true,
);

/** The known code of a type that `letters` are or were misread from; null where there is none or more than one. */
export function mendedType(letters: string, text: string, start: number, issuerKnown: boolean): string | null {
  if (typeOfSymbol(letters) !== null) return namedOtherwise(letters, text, start) ?? letters;
  if (!issuerKnown || otherTypeCodes.has(letters) || letters.length < 2) return null;
  const near = typeMisreadings.of(letters);
  if (near.length === 0) return null;
  const noun = nounBefore(text, start);
  const fitting = noun === null ? near : near.filter((code) => typeOfSymbol(code)?.names.includes(noun.name));
  if (fitting.length === 1) return fitting[0]!;
  // A lost stroke needs no witness: "Quy định số 38-QD/TW".
  const sameLetters = near.filter((code) => bareLetters(code) === bareLetters(letters));
  return sameLetters.length === 1 ? sameLetters[0]! : null;
}

/** "Đề án số 12-DA/TU": a known code, but the name before it is that of the code with its stroke (ĐA). */
function namedOtherwise(letters: string, text: string, start: number): string | null {
  if (!letters.includes('D')) return null;
  const noun = nounBefore(text, start);
  if (noun === null || typeOfSymbol(letters)?.names.includes(noun.name)) return null;
  const fitting = typeMisreadings
    .of(letters)
    .filter((code) => bareLetters(code) === bareLetters(letters) && typeOfSymbol(code)?.names.includes(noun.name));
  return fitting.length === 1 ? fitting[0]! : null;
}

/** The code of a body that `letters` are or were misread from: a known one, or one of good form, which stays as it is. Null where they are no code. */
export function mendedIssuer(letters: string): string | null {
  if (isKnownIssuer(letters)) return letters;
  const assembly = /^(?<body>UBTVQH|QH)(?<legislature>[\dIlOoSB]{1,2})$/u.exec(letters)?.groups;
  const legislature = assembly === undefined ? null : inFigures(assembly.legislature!, doubtfulFigures);
  if (assembly !== undefined && legislature !== null) return `${assembly.body}${legislature}`;
  if (!/\p{Lu}/u.test(letters)) return null;
  const near = bodyMisreadings.of(letters);
  if (near.length === 1) return near[0]!;
  if (near.length > 1) return null;
  if (/TVV$/u.test(letters)) return `${letters.slice(0, -2)}W`;
  return /^\p{Lu}[\p{L}\d]+$/u.test(letters) ? letters : null;
}

/** The letters may be read for more than one code of a type. */
export function isDoubtfulType(letters: string): boolean {
  return typeMisreadings.of(letters).length > 1;
}
