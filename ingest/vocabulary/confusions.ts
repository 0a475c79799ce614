/**
 * Letters and figures that optical character recognition (nhận dạng chữ) takes for each other in scans of office print,
 * as seen with tesseract on noisy pages, and the codes by which a misread document number is known.
 */

/** Letters read for a figure without a second meaning: no number of a document holds a letter before its dash. */
export const figureLetters: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' };

/** Letters that stand for a figure only where a clean mention of the same number bears it out. */
export const doubtfulFigures: Readonly<Record<string, string>> = { ...figureLetters, S: '5', B: '8', Z: '2', G: '6' };

/** Capitals and figures that are read for one another inside the letters of a number; each pair in both directions. */
const pairs = 'O0 OQ 0Q OC 0C OD 0D OĐ 0Đ DĐ CG I1 1T Il l1 IJ B8 S5 T7 Z2 G6';

const looksLike = new Map<string, Set<string>>();
for (const [a = '', b = ''] of pairs.split(' ')) {
  for (const [one, two] of [
    [a, b],
    [b, a],
  ] as const) {
    const known = looksLike.get(one) ?? new Set();
    known.add(two);
    looksLike.set(one, known);
  }
}

/** Signs read for the slash between type and issuer. */
export const slashLike: ReadonlySet<string> = new Set(['J', 'I', 'l', '1', '!', '|', '\\', 'i', 'j', '⁄', '∕']);

/**
 * Signs that hardly stand in the code of a body: no Vietnamese word that names one begins with them. Only these are mended in an unknown code,
 * for an unknown code of good letters may be a body that nobody told us of. D may have lost its stroke.
 */
const unlikely = new Set(['O', '0', '1', '5', '7', '8', 'I', 'l', '|', 'J', 'Z', 'D']);

const unmarked = (letters: string) => letters.normalize('NFD').replace(/\p{M}/gu, '');
/** Answers kept, so that a text that repeats one strange code asks for it once. */
const mostKept = 2048;

/** A list of codes that are looked up by what a scan may have made of them. */
export class Misreadings {
  readonly #codes: readonly { readonly code: string; readonly letters: string }[];
  readonly #onlyUnlikely: boolean;
  readonly #kept = new Map<string, readonly string[]>();

  /** With `onlyUnlikely` a good letter is never taken for another one: only signs that codes hardly have are. */
  constructor(codes: readonly string[], onlyUnlikely: boolean) {
    this.#codes = codes.map((code) => ({ code, letters: unmarked(code.toUpperCase()) }));
    this.#onlyUnlikely = onlyUnlikely;
  }

  /** The codes that differ from `read` by confused letters only, `VV` for `W` among them; marks other than Đ's are looked over. */
  of(read: string): readonly string[] {
    const kept = this.#kept.get(read);
    if (kept !== undefined) return kept;
    const letters = unmarked(read).replace(/VV/giu, 'W');
    const near = this.#codes.filter((code) => isMisreading(letters, code.letters, this.#onlyUnlikely)).map(({ code }) => code);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(read, near);
    return near;
  }
}

function isMisreading(letters: string, target: string, onlyUnlikely: boolean): boolean {
  if (letters.length !== target.length) return false;
  for (let index = 0; index < letters.length; index += 1) {
    const seen = letters[index]!;
    const meant = target[index]!;
    if (seen === meant || seen.toUpperCase() === meant) continue;
    if (looksLike.get(seen)?.has(meant) !== true || (onlyUnlikely && !unlikely.has(seen))) return false;
  }
  return true;
}

/** Codes of papers that are no types of documents (giấy mời, giấy phép, hợp đồng…) and of letters' units: never taken for a misread type. */
export const otherTypeCodes: ReadonlySet<string> = new Set(
  'GM GP GT GGT GNP GĐĐ GN GCN GXN BN BGN BTT GUQ HĐ PG PC PB PT DA TĐ TĐKT SY SL GĐ GB TG'.split(' '),
);

/**
 * Letters that Vietnamese lacks and that stand for one that it has: `Ƣ ƣ` (U+01A2/3) in text from PDFs whose fonts carry a wrong table for `Ư ư`,
 * Icelandic `Ð ð` and African `Ɖ ɖ` from keyboards that had no `Đ đ`.
 */
export const foreignLetters: ReadonlyMap<string, string> = new Map([
  ['Ƣ', 'Ư'],
  ['ƣ', 'ư'],
  ['\u00d0', 'Đ'],
  ['\u00f0', 'đ'],
  ['\u0189', 'Đ'],
  ['\u0256', 'đ'],
]);

const cyrillic = 'АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT УY ХX аa сc еe іi јj оo рp ѕs уy хx';
const greek = 'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo';

/** Letters of other alphabets by the Latin letter that they look like. Only in a word with Latin letters or figures do they stand for it. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  `${cyrillic} ${greek}`.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
