import { hashed, syllableAt, type Vocabulary, vocabularyForText } from './syllables.ts';
import { withoutTone } from './tones.ts';

/**
 * A text as its syllables, in order, as four lists of one length. `starts` and `ends` are offsets in UTF-16 code units into the text
 * as given, end exclusive; `exact` and `folded` are the forms of `folding.ts`.
 */
export interface Words {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly exact: readonly string[];
  readonly folded: readonly string[];
}

/** A longer run of letters is no syllable; it is cut into pieces of this many code units, in texts and in queries alike, so that none is lost. */
const longest = 64;

const apart = 0;
const opens = 1;
const goesOn = 2;
const letterOrDigit = /^[\p{L}\p{N}]$/u;
const mark = /^\p{M}$/u;

function classify(character: string): number {
  if (letterOrDigit.test(character)) return opens;
  return mark.test(character) ? goesOn : apart;
}

/** Class plus one of every code unit of the basic plane, filled on demand; 0 means not yet known, or half of a pair. */
const classes = new Uint8Array(0x10000);

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const found = classes[unit] ?? 0;
  if (found !== 0) return found - 1;
  if (unit >= 0xd800 && unit <= 0xdfff) return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const made = classify(String.fromCharCode(unit));
  classes[unit] = made + 1;
  return made;
}

/** Whether the code unit is the first of a pair. */
function isPair(text: string, at: number, unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(at) ?? 0) > 0xffff;
}

/** Lists that are being made grow here and are cut to their length: else most of what is put aside for a text would be thrown away again. */
let room = emptyRoom();
/** Words for which room is kept. */
const mostRoom = 1 << 16;

function emptyRoom(words = 1 << 10) {
  return { starts: [] as number[], ends: [] as number[], syllables: new Int32Array(words) };
}

/**
 * The syllables of `text`: runs of letters, digits and their combining marks; everything else parts them.
 * "144-QĐ/TW" gives 144, qđ, tw. Linear in the length of the text.
 */
export function wordsIn(text: string): ReadWords {
  const vocabulary = vocabularyForText();
  const { starts, ends } = room;
  let { syllables } = room;
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    const kind = classes[first] || classAt(text, at) + 1;
    if (kind !== opens + 1) {
      at += isPair(text, at, first) ? 2 : 1;
      continue;
    }
    const start = at;
    let hash = 0;
    let unit = first;
    do {
      hash = hashed(hash, unit);
      if (isPair(text, at, unit)) hash = hashed(hash, text.charCodeAt(++at));
      if (++at >= text.length) break;
      unit = text.charCodeAt(at);
    } while (at - start < longest && (classes[unit] || classAt(text, at) + 1) !== apart + 1);
    if (count === syllables.length) {
      room.syllables = new Int32Array(count * 2);
      room.syllables.set(syllables);
      syllables = room.syllables;
    }
    syllables[count] = syllableAt(text, start, at, hash);
    starts[count] = start;
    ends[count++] = at;
  }
  if (count > mostRoom) room = emptyRoom();
  return new WordsOfText(text, starts.slice(0, count), ends.slice(0, count), syllables.slice(0, count), vocabulary);
}

/** The words of a text with their numbers in a vocabulary, for whoever counts many: numbers are compared faster than forms. */
export interface ReadWords extends Words {
  readonly syllables: Int32Array;
  readonly vocabulary: Vocabulary;
}

/** Its lists of forms are made when they are asked for. */
class WordsOfText implements ReadWords {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly syllables: Int32Array;
  readonly vocabulary: Vocabulary;
  #exact: readonly string[] | null = null;
  #folded: readonly string[] | null = null;

  constructor(text: string, starts: readonly number[], ends: readonly number[], syllables: Int32Array, vocabulary: Vocabulary) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.syllables = syllables;
    this.vocabulary = vocabulary;
  }

  get exact(): readonly string[] {
    this.#exact ??= formsOf(this.syllables, this.vocabulary.exact);
    return this.#exact;
  }

  get folded(): readonly string[] {
    this.#folded ??= formsOf(this.syllables, this.vocabulary.folded);
    return this.#folded;
  }
}

/** One folded form, without a list of all. */
export function foldedAt(words: Words, at: number): string | undefined {
  return words instanceof WordsOfText ? words.vocabulary.folded[words.syllables[at] ?? -1] : words.folded[at];
}

function formsOf(syllables: Int32Array, forms: readonly string[]): string[] {
  const found = new Array<string>(syllables.length);
  for (let at = 0; at < syllables.length; at++) found[at] = forms[syllables[at] as number] as string;
  return found;
}

/** A word looked for: `text` in its exact form where `exact`, else folded. */
export interface Wanted {
  readonly text: string;
  readonly exact: boolean;
  /** Any tone may stand on the exact form, which bears none. */
  readonly anyTone?: true;
}

/** Words `first` to `last` (inclusive) as a reader wants them found: one typed with a tone or mark (or đ) as typed, a bare one with any tone. */
export function wantedWords(words: Words, first = 0, last = words.exact.length - 1): Wanted[] {
  const wanted: Wanted[] = [];
  for (let at = first; at <= last; at++) {
    const exact = words.exact[at] ?? '';
    const folded = words.folded[at] ?? '';
    wanted.push(exact === folded ? { text: folded, exact: false } : { text: exact, exact: true });
  }
  return wanted;
}

/** True where word `at` of `words` is the word wanted. */
export function isWord(words: Pick<Words, 'exact' | 'folded'>, at: number, wanted: Wanted): boolean {
  if (wanted.anyTone === true) return withoutTone(words.exact[at] ?? '') === wanted.text;
  return (wanted.exact ? words.exact[at] : words.folded[at]) === wanted.text;
}

/** True where the words wanted stand side by side from word `at` on. */
export function isPhrase(words: Pick<Words, 'exact' | 'folded'>, at: number, wanted: readonly Wanted[]): boolean {
  return wanted.every((word, place) => isWord(words, at + place, word));
}

/** True where the words wanted stand side by side anywhere. */
export function holdsPhrase(words: Pick<Words, 'exact' | 'folded'>, wanted: readonly Wanted[]): boolean {
  for (let at = 0; at + wanted.length <= words.exact.length; at++) if (isPhrase(words, at, wanted)) return true;
  return false;
}
