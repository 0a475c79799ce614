import type { Change } from './draft.ts';

/**
 * Letters that fonts and converters put in the place of others. `Ƣ ƣ` (U+01A2/3) stand for `Ư ư` in text from PDFs
 * whose fonts carry a wrong table; no language that these documents are written in has them.
 */
const wrongLetters: ReadonlyMap<string, string> = new Map([
  ['\u01a2', 'Ư'],
  ['\u01a3', 'ư'],
]);

/** Anything but plain letters: what the table of `replacement` may have an answer for. */
const unusual =
  /\r\n?|[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u00ad\u01a2\u01a3\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\u3164\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/g;

/** What stands for a character: null where it stays. */
function replacement(match: string): string | null {
  const letter = wrongLetters.get(match);
  if (letter !== undefined) return letter;
  const code = match.charCodeAt(0);
  if (code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (code === 0x0c) return null;
  if (code === 0x09 || code === 0x0b) return ' ';
  if (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000)
    return ' ';
  return '';
}

/**
 * Line ends, spaces, invisible characters and wrong letters. Only wrong letters make edits; the rest is white space.
 * A form feed stays: it tells where a page ends.
 */
export function letters(text: string): Change[] {
  const changes: Change[] = [];
  unusual.lastIndex = 0;
  for (let match = unusual.exec(text); match !== null; match = unusual.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const replaced = replacement(match[0]);
    if (replaced === null) continue;
    const code = match[0].charCodeAt(0);
    if (code === 0x1a2 || code === 0x1a3) {
      changes.push({ start, end, text: replaced, note: { step: 'wrong-letter', from: start, to: end, guess: false } });
    } else changes.push({ start, end, text: replaced });
  }
  return changes;
}

const bullet = /^[ \f]*([\ue000-\uf8ff][\ue000-\uf8ff ]*)/gmu;
const privateUse = /[\ue000-\uf8ff]/;

/**
 * A hyphen for the bullets of Symbol and Wingdings fonts (private-use area) at the beginning of a line.
 * Inside a line such characters stay: what they stood for is not known.
 */
export function bullets(text: string): Change[] {
  if (!privateUse.test(text)) return [];
  return Array.from(text.matchAll(bullet), (match) => {
    const end = match.index + match[0].length;
    const start = end - (match[1]?.length ?? 0);
    return { start, end, text: '- ', note: { step: 'bullet', from: start, to: end, guess: false } };
  });
}

/** A stretch that normalisation can work on alone: an ASCII letter is never drawn into what stands before it. */
const stretch = /[\u0000-\u007f]?[^\u0000-\u007f]+/g;
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Composed letters (NFC) for decomposed and mixed ones. The letters mean the same, so no edits are made; the map stays exact
 * to the single letter wherever the letters of a stretch do not influence each other.
 */
export function composed(text: string): Change[] {
  if (text.normalize('NFC') === text) return [];
  const changes: Change[] = [];
  stretch.lastIndex = 0;
  for (let match = stretch.exec(text); match !== null; match = stretch.exec(text)) {
    const whole = match[0];
    const normal = whole.normalize('NFC');
    if (normal === whole) continue;
    const pieces = whole.match(cluster) ?? [];
    const normals = pieces.map((piece) => piece.normalize('NFC'));
    if (normals.join('') !== normal) {
      changes.push({ start: match.index, end: match.index + whole.length, text: normal });
      continue;
    }
    let at = match.index;
    pieces.forEach((piece, index) => {
      const to = normals[index] ?? piece;
      if (to !== piece) changes.push({ start: at, end: at + piece.length, text: to });
      at += piece.length;
    });
  }
  return changes;
}
