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

/** The letter that fonts and keyboards put this one for; null for none. */
function wrongLetter(printed: string): string | null {
  const code = printed.charCodeAt(0);
  if (code < 0xd0) return null;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return foreignLetters.get(printed) ?? null;
}

/** So far to each side a word is looked at. */
const farthest = 32;

function isLatinOrFigure(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return (code >= 0xc0 && code < 0x250) || (code >= 0x1ea0 && code <= 0x1ef9);
}

/** A word with letters of another alphabet, up to `end`, and whether these stand for Latin ones. */
interface MixedWord {
  readonly end: number;
  readonly latin: boolean;
}

/** Looks at the word around `at`: it must hold Latin letters or figures, and no letter that Latin lacks. Of a very long word a part is looked at. */
function mixedWord(text: string, at: number): MixedWord {
  let latin = false;
  let foreign = false;
  const look = (place: number): boolean => {
    const code = text.charCodeAt(place);
    if (!(code > 0x20) || code === 0xa0) return false;
    if (isLatinOrFigure(code)) latin = true;
    else if (code >= 0x370 && code <= 0x4ff && !lookAlikes.has(text[place]!)) foreign = true;
    return true;
  };
  let start = at;
  while (at - start < farthest && look(start - 1)) start -= 1;
  let end = at + 1;
  while (end - at < farthest && look(end)) end += 1;
  return { end, latin: latin && !foreign };
}

/**
 * Line ends, spaces, invisible characters and wrong letters. Only wrong letters make edits; the rest is white space.
 * A form feed stays: it tells where a page ends.
 */
export function letters(text: string, unusual: readonly number[]): Change[] {
  const changes: Change[] = [];
  let word: MixedWord = { end: 0, latin: false };
  for (const start of unusual) {
    const printed = text[start]!;
    const end = printed === '\r' && text[start + 1] === '\n' ? start + 2 : start + 1;
    const alike = lookAlikes.get(printed);
    if (alike !== undefined && start >= word.end) word = mixedWord(text, start);
    const letter = alike === undefined ? wrongLetter(printed) : word.latin ? alike : null;
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
