/**
 * Letters and figures that optical character recognition (nhận dạng chữ) takes for each other in scans of office print,
 * as seen with tesseract on noisy pages, and the codes by which a misread document number is known.
 */

/** Letters read for a figure without a second meaning: no number of a document holds a letter before its dash. */
export const figureLetters: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' };

/** Letters that stand for a figure only where a clean mention of the same number bears it out. */
export const doubtfulFigures: Readonly<Record<string, string>> = { ...figureLetters, S: '5', B: '8', Z: '2', G: '6' };

/** Capitals and figures that are read for one another inside the letters of a number; each pair in both directions. */
const pairs = 'O0 OQ 0Q OC 0C OD 0D OĐ 0Đ DĐ CG I1 Il l1 IJ B8 S5 T7 Z2 G6';

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

/** True where `read` may be a misreading of `code`: the same letters but for such pairs, `VV` for `W`; marks other than Đ's are looked over. */
export function isMisreading(read: string, code: string, onlyUnlikely: boolean): boolean {
  const letters = read
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/VV|Vv|vv/gu, 'W');
  const target = code.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
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

/** Letters that Vietnamese lacks and that look like one it has: Icelandic Ð, African Ɖ; Cyrillic and Greek capitals and small letters. */
export const foreignLetters: ReadonlyMap<string, string> = new Map([
  ...Array.from('ÐðƉɖ', (letter, index) => [letter, index % 2 === 0 ? 'Đ' : 'đ'] as const),
]);
const cyrillicAndGreek = 'АAВBСCЕEНHІIЈJКKМMОOРPЅSТTУYХXаaсcеeіiјjоoрpѕsуyхxΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo';

/** Letters of other alphabets by the Latin letter that they look like. Only where Latin letters or figures stand in the same word do they mean it. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  Array.from(
    { length: cyrillicAndGreek.length / 2 },
    (_, index) => [cyrillicAndGreek[index * 2]!, cyrillicAndGreek[index * 2 + 1]!] as const,
  ),
);
