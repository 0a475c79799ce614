/** What one look at every letter of the raw text tells: which of the steps on letters have work to do, and where. */
export interface Glance {
  /** Offsets (UTF-16 code units) of letters that may have to be replaced: blanks of all kinds, invisible signs, letters of other alphabets. */
  readonly unusual: readonly number[];
  /** A sign stands behind a Latin letter that Vietnamese has not there: the text may be in a legacy encoding. */
  readonly legacy: boolean;
  /** Letters may be decomposed. */
  readonly decomposed: boolean;
  /** Signs of the private-use area, as fonts for bullets have them. */
  readonly privateUse: boolean;
}

const isUnusual = 1;
const isLegacy = 2;
const isDecomposed = 4;
const isPrivate = 8;

const kinds = new Uint8Array(0x10000);
const mark = (kind: number, pattern: RegExp) => {
  for (let code = 0; code < kinds.length; code += 1) if (pattern.test(String.fromCharCode(code))) kinds[code] = kinds[code]! | kind;
};
mark(
  isUnusual,
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u00d0\u00f0\u0189\u0256\u01a2\u01a3\u0370-\u04ff\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff\uff01-\uff5e\ufff9-\ufffb]|[\ufe00-\ufe0f]/,
);
mark(
  isLegacy,
  /[\u00a8-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]/,
);
// All signs below U+0300 and the letters of Vietnamese are composed; of the rest only marks of typography are sure.
mark(isDecomposed, /[\u0300-\u1e9f\u1efa-\u200f\u2060-\uffff]/);
mark(isPrivate, /[\ue000-\uf8ff]/);

/** Looks once at all of `text`; of most letters one look-up is the only work. */
export function glance(text: string): Glance {
  const unusual: number[] = [];
  let seen = 0;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)]!;
    if (kind === 0) continue;
    if ((kind & isUnusual) !== 0) unusual.push(at);
    if ((kind & isLegacy) !== 0 && isLatin(text.charCodeAt(at - 1))) seen |= isLegacy;
    seen |= kind & (isDecomposed | isPrivate);
  }
  return {
    unusual,
    legacy: (seen & isLegacy) !== 0,
    decomposed: (seen & isDecomposed) !== 0,
    privateUse: (seen & isPrivate) !== 0,
  };
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
