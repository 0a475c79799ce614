import { capitalLines, lineLabels } from '#ingest/vocabulary/formLines.ts';
import type { Change } from './draft.ts';
import { outlineOf } from './nouns.ts';

/**
 * Misread lines of form, on which the division of a document hangs: "QUYÊT ĐỊNH", "PHÓ BI THƯ", "Nơi nhân:". Only where the whole line, or the whole
 * column of it, is such a line or label but for marks and look-alike letters. Every change is a guess.
 */
export function form(text: string): Change[] {
  const changes: Change[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let first = start;
    while (first < end && text.charCodeAt(first) <= 0x20) first += 1;
    if (isCapital(text, first)) {
      if (isCapital(text, first + 1) || text.charCodeAt(first + 1) === 0x2f) capitals(text, first, end, changes);
      else if (first - start < 4) label(text, first, end, changes);
    }
    start = end + 1;
  }
  return changes;
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const sign = text[at];
  return sign !== undefined && code < 0x2000 && sign !== sign.toLowerCase();
}

const exactLines: ReadonlySet<string> = new Set(capitalLines);
const linesMeant = outlined(capitalLines);
const labelsMeant = outlined(lineLabels);
const longest = Math.max(...capitalLines.map((line) => line.length)) + 4;

/** By outline; two lines of one outline (a tone on another place) are the same words. */
function outlined(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(lines.map((line) => [outlineOf(line), line] as const));
}

/** The columns of a line in capitals: what stands between runs of blanks. */
function capitals(text: string, from: number, to: number, changes: Change[]): void {
  if (to - from > 4 * longest) return;
  const line = text.slice(from, to);
  let start = 0;
  while (start < line.length) {
    let end = line.indexOf('  ', start);
    if (end < 0) end = line.length;
    while (end > start && line.charCodeAt(end - 1) <= 0x20) end -= 1;
    const words = line.slice(start, end);
    const meant = words.length > 4 && words.length <= longest ? lineMeant(words) : null;
    if (meant !== null) changes.push(guess(from + start, from + end, meant));
    start = end + 1;
    while (start < line.length && line.charCodeAt(start) <= 0x20) start += 1;
  }
}

/** Answers kept: the lines in capitals of many documents are the same. */
const meantLines = new Map<string, string | null>();
const mostMeant = 2048;

/** The line of form that these words were misread from; null for other words. */
function lineMeant(words: string): string | null {
  const known = meantLines.get(words);
  if (known !== undefined) return known;
  const near = words === words.toUpperCase() && !exactLines.has(words) ? linesMeant.get(outlineOf(words)) : undefined;
  const meant = near === undefined || sameWords(words, near) ? null : near;
  if (meantLines.size >= mostMeant) meantLines.clear();
  meantLines.set(words, meant);
  return meant;
}

/** The same words with a tone on another place: "ỦY" and "UỶ", "HÒA" and "HOÀ". */
function sameWords(a: string, b: string): boolean {
  const sorted = (words: string) => [...words.normalize('NFD')].sort().join('');
  return sorted(a) === sorted(b);
}

function label(text: string, start: number, to: number, changes: Change[]): void {
  let colon = start + 7;
  while (colon < to && colon < start + 11 && text[colon] !== ':') colon += 1;
  if (text[colon] !== ':') return;
  let end = colon;
  while (text[end - 1] === ' ') end -= 1;
  const words = text.slice(start, end);
  if (lineLabels.includes(words)) return;
  const meant = labelsMeant.get(outlineOf(words));
  if (meant !== undefined) changes.push(guess(start, end, meant));
}

function guess(start: number, end: number, text: string): Change {
  return { start, end, text, note: { step: 'misread-word', from: start, to: end, guess: true } };
}
