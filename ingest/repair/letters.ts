import { foreignLetters, lookAlikes } from '#ingest/vocabulary/confusions.ts';
import type { Change } from './draft.ts';

/** What stands for a character: null where it stays. */
function replacement(match: string): string | null {
  const code = match.charCodeAt(0);
  if (code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if (code === 0x0c) return null;
  if (code === 0x09 || code === 0x0b) return ' ';
  if (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000)
    return ' ';
  return code >= 0x370 && code <= 0x4ff ? null : '';
}

/** The letter that fonts, keyboards or scans put this one for; null for none. Letters of another alphabet count in words with Latin letters or figures only. */
function wrongLetter(text: string, at: number, printed: string): string | null {
  const code = printed.charCodeAt(0);
  if (code < 0xd0) return null;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const letter = foreignLetters.get(printed);
  if (letter !== undefined) return letter;
  const latin = lookAlikes.get(printed);
  return latin !== undefined && isAmongLatin(text, at) ? latin : null;
}

const farthest = 16;
const latinOrFigure = /[0-9A-Za-zÀ-ɏẠ-ỹ]/u;
const otherAlphabet = /[\u0370-\u03ff\u0400-\u04ff]/u;

/** The word around a letter of another alphabet holds Latin letters or figures, and no letter that Latin lacks. */
function isAmongLatin(text: string, at: number): boolean {
  let latin = false;
  for (const step of [-1, 1]) {
    for (let place = at + step; Math.abs(place - at) <= farthest; place += step) {
      const sign = text[place] ?? ' ';
      if (latinOrFigure.test(sign)) latin = true;
      else if (otherAlphabet.test(sign) && !lookAlikes.has(sign)) return false;
      else if (/\s/u.test(sign)) break;
    }
  }
  return latin;
}

/**
 * Line ends, spaces, invisible characters and wrong letters. Only wrong letters make edits; the rest is white space.
 * A form feed stays: it tells where a page ends.
 */
export function letters(text: string, unusual: readonly number[]): Change[] {
  const changes: Change[] = [];
  for (const start of unusual) {
    const printed = text[start]!;
    const end = printed === '\r' && text[start + 1] === '\n' ? start + 2 : start + 1;
    const letter = wrongLetter(text, start, printed);
    if (letter !== null) {
      changes.push({ start, end, text: letter, note: { step: 'wrong-letter', from: start, to: end, guess: false } });
      continue;
    }
    const replaced = replacement(printed);
    if (replaced !== null) changes.push({ start, end, text: replaced });
  }
  return changes;
}

const bullet = /^[ \f]*([\ue000-\uf8ff][\ue000-\uf8ff ]*)/gmu;

/**
 * A hyphen for the bullets of Symbol and Wingdings fonts (private-use area) at the beginning of a line.
 * Inside a line such characters stay: what they stood for is not known.
 */
export function bullets(text: string): Change[] {
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
