import { compounds, vowelWords } from '#ingest/vocabulary/glyphs.ts';
import { isSyllable, toneOf } from '#ingest/vocabulary/syllables.ts';
import type { Change } from './draft.ts';
import { mayHaveLost } from './gaps.ts';
import { isLetter, type Scan } from './scan.ts';

/**
 * Letters that a font could not give and a converter wrote as a space: "lan t a" was "lan tỏa", "đảng  ộ các c p" was "đảng bộ các cấp".
 * A place is suspect where letters stand that are no syllable. It is mended where the words around it are a compound with letters lost
 * and all compounds that fit put the same letter there; every such letter is a guess. What nothing or more than one thing fits stays.
 */
export function glyphs(text: string, found: Scan): Change[] {
  const changes: Change[] = [];
  const notedTo = { end: -1 };
  for (const at of suspects(text, found)) {
    for (const change of mended(text, at, notedTo)) {
      if (change.start >= (changes[changes.length - 1]?.end ?? 0)) changes.push(change);
    }
  }
  return changes;
}

/** Consonants that open a syllable; standing alone between word edges they are what is left of one. */
const onsets: ReadonlySet<string> = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x'.split(' '));

const letter = /[\p{L}\p{N}\p{M}]/u;
/** After these a lone letter is the "c)" of a list, the "b/c" of a note or a short form. */
const notSuspectBefore = new Set('/).:-');

/** So many suspect places are looked at; a text with more is no damaged Vietnamese, and its work would have no bound. */
const mostSuspects = 20_000;

/** Offsets of the suspect letters, in order. */
function suspects(text: string, { bare, open }: Scan): number[] {
  const suspect: number[] = [];
  let next = 0;
  for (const end of bare) {
    const start = bareOnset(text, end);
    if (start < 0) continue;
    for (; next < open.length && open[next]! < start; next += 1) if (isHeadless(text, open[next]!)) suspect.push(open[next]!);
    suspect.push(start);
    if (suspect.length >= mostSuspects) return suspect;
  }
  for (; next < open.length && suspect.length < mostSuspects; next += 1) if (isHeadless(text, open[next]!)) suspect.push(open[next]!);
  return suspect;
}

/** Where an onset that stands alone begins, of the consonants that end at `end`; -1 where they are none. */
function bareOnset(text: string, end: number): number {
  let start = end;
  while (end - start < 4 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  const before = text.charCodeAt(start - 1);
  if (start > 0 && before !== 0x20 && before !== 0x0a && before !== 0x201c) return -1;
  const after = text[end] ?? ' ';
  if (notSuspectBefore.has(after) || letter.test(after)) return -1;
  return onsets.has(text.slice(start, end).toLowerCase()) ? start : -1;
}

/** A syllable that begins with a vowel: after two spaces its first letter may be lost; after one it is, where no such word exists. */
function isHeadless(text: string, at: number): boolean {
  if (text[at - 1] !== ' ' || isCapital(text[at]!)) return false;
  if (text[at - 2] === ' ') return true;
  let end = at + 1;
  while (end < at + 8 && letter.test(text[end] ?? ' ')) end += 1;
  return !vowelWords.has(text.slice(at, end));
}

function isCapital(sign: string): boolean {
  return sign !== sign.toLowerCase();
}

/** Damaged forms with the compounds that they can come from. Made when the first suspect is met: most texts have none. */
let damaged: ReadonlyMap<string, readonly string[]> | null = null;
let longest = 0;

function damagedForms(): ReadonlyMap<string, readonly string[]> {
  if (damaged !== null) return damaged;
  const forms = new Map<string, string[]>();
  for (const compound of compounds) {
    longest = Math.max(longest, compound.length);
    for (const form of formsOf(compound.split(' '))) {
      const known = forms.get(form);
      if (known === undefined) forms.set(form, [compound]);
      else known.push(compound);
    }
  }
  damaged = forms;
  return forms;
}

/** The compound with one letter lost in one of its syllables, or in two of them. */
function formsOf(syllables: readonly string[]): string[] {
  const losses = syllables.map((syllable) =>
    syllable.length < 2 ? [] : Array.from(syllable, (_, index) => `${syllable.slice(0, index)} ${syllable.slice(index + 1)}`),
  );
  const forms: string[] = [];
  losses.forEach((first, a) => {
    for (const one of first) {
      forms.push(syllables.map((syllable, index) => (index === a ? one : syllable)).join(' '));
      for (let b = a + 1; b < syllables.length; b += 1) {
        for (const two of losses[b] ?? [])
          forms.push(syllables.map((syllable, index) => (index === a ? one : index === b ? two : syllable)).join(' '));
      }
    }
  });
  return forms;
}

const reach = 4;

/** The letters that the compounds around a suspect put back, where they agree. */
function mended(text: string, at: number, noted: { end: number }): Change[] {
  const forms = damagedForms();
  const letters = new Map<number, Set<string>>();
  let from = at;
  let to = at;
  for (const start of startsBefore(text, at)) {
    for (const end of endsAfter(text, at, start)) {
      const words = text.slice(start, end);
      const fitting = forms.get(words.toLowerCase());
      if (fitting === undefined || intact(words)) continue;
      from = Math.min(from, start);
      to = Math.max(to, end);
      for (const compound of fitting) addLetters(letters, start, words, compound);
    }
  }
  if ([...letters.keys()].some((offset) => isGap(text, offset))) return [];
  // A letter is put back only where nothing contradicts it; a form that is half certain stays whole as it is.
  if (letters.size === 0 || [...letters.values()].some((choices) => choices.size !== 1)) return [];
  const noteFrom = Math.max(from, noted.end);
  noted.end = to;
  return [...letters]
    .sort((a, b) => a[0] - b[0])
    .map(([offset, choices], index): Change => {
      const change = { start: offset, end: offset + 1, text: [...choices][0] ?? ' ' };
      return index === 0 && noteFrom < to ? { ...change, note: { step: 'lost-glyph', from: noteFrom, to, guess: true } } : change;
    });
}

/** Nothing is lost between letters that make a word when they are joined: "r ự" of "trực", "L iên". */
function isGap(text: string, at: number): boolean {
  if (!letter.test(text[at - 1] ?? ' ') || !letter.test(text[at + 1] ?? ' ')) return false;
  let start = at;
  while (at - start < 8 && letter.test(text[start - 1] ?? ' ')) start -= 1;
  let end = at + 1;
  while (end - at < 8 && letter.test(text[end] ?? ' ')) end += 1;
  const [first, second] = [text.slice(start, at), text.slice(at + 1, end)];
  if (!isSyllable(first + second)) return false;
  return toneOf(first + second) !== '' || !mayHaveLost(first, second);
}

/** A form that is itself a compound has lost nothing. */
function intact(words: string): boolean {
  return words === words.trim() && !words.includes('  ') && known.has(words.toLowerCase());
}
const known: ReadonlySet<string> = new Set(compounds);

function addLetters(letters: Map<number, Set<string>>, start: number, words: string, compound: string): void {
  for (let index = 0; index < compound.length; index += 1) {
    const was = words[index];
    const now = compound[index];
    if (was !== ' ' || now === undefined || now === ' ') continue;
    const choices = letters.get(start + index) ?? new Set<string>();
    choices.add(capitalsAround(words, index) ? now.toUpperCase() : now);
    letters.set(start + index, choices);
  }
}

/** The letters beside the gap are capitals, and more than the first of a name. */
function capitalsAround(words: string, index: number): boolean {
  const beside = `${words.slice(Math.max(0, index - 2), index)}${words.slice(index + 1, index + 3)}`.replace(/\s/gu, '');
  return beside.length > 1 && beside === beside.toUpperCase() && beside !== beside.toLowerCase();
}

/** Where a compound with the suspect in it may begin: at words before it, or at the gap in which a first letter was lost. */
function startsBefore(text: string, at: number): number[] {
  const starts: number[] = [];
  const limit = Math.max(0, at - longest);
  for (let index = at, words = 0; index >= limit && words < reach; index -= 1) {
    if (text[index] === '\n') break;
    if (index > 0 && letter.test(text[index - 1] ?? '')) continue;
    if (!letter.test(text[index] ?? '')) continue;
    starts.push(index);
    if (text[index - 1] === ' ') starts.push(index - 1);
    words += 1;
  }
  return starts;
}

function endsAfter(text: string, at: number, start: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(text.length, start + longest + 1);
  for (let index = at + 1, words = 0; index <= limit && words < reach; index += 1) {
    if (text[index - 1] === '\n') break;
    if (index < text.length && letter.test(text[index] ?? '')) continue;
    if (!letter.test(text[index - 1] ?? '')) continue;
    ends.push(index);
    if (text[index] === ' ') ends.push(index + 1);
    words += 1;
  }
  return ends;
}
