import { isSyllable } from './syllables.ts';

/** Encodings of Vietnamese from before Unicode, whose letters show as Latin-1 where nobody converted them. */
export type Legacy = 'tcvn3' | 'vni';

/** A letter that stands in the text for another one: `length` code units from `at` become `letter`. */
export interface LegacyLetter {
  readonly at: number;
  readonly length: number;
  readonly letter: string;
}

/**
 * TCVN3 (TCVN 5712:1993, VN3; the ABC fonts .VnTime…): one code a letter. Capitals with a tone have no codes: they were small letters
 * in a font of capitals, see `tcvn3Letters`.
 */
const tcvn3Rows = `¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ
  ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ`;
const tcvn3 = new Map(tcvn3Rows.split(/\s+/u).map((pair) => [pair.charAt(0), pair.charAt(1)] as const));

/** VNI: tone and vowel marks are letters of their own behind the vowel; ơ, ư, đ and some i are one code. */
const vniSingles = new Map(
  Array.from('ôơöưñđÔƠÖƯÑĐæỉóĩòịîỵÆỈÓĨÒỊÎỴ'.matchAll(/(.)(.)/gu), ([, code, letter]) => [code!, letter!] as const),
);
const vni = new Map<string, string>();
for (const [marks, vowels, sign] of [
  ['ùøûõï', 'aeouyôö', ''],
  ['âáàåãä', 'aeo', '\u0302'],
  ['êéèúüë', 'a', '\u0306'],
] as const) {
  const tones = sign === '' ? '\u0301\u0300\u0309\u0303\u0323' : '-\u0301\u0300\u0309\u0303\u0323';
  for (const vowel of vowels) {
    for (const [index, mark] of [...marks].entries()) {
      const letter = `${vniSingles.get(vowel) ?? vowel}${sign}${tones.charAt(index).replace('-', '')}`.normalize('NFC');
      vni.set(vowel + mark, letter);
      vni.set(vowel.toUpperCase() + mark.toUpperCase(), letter.toUpperCase());
      // Typists left the mark small behind a capital.
      vni.set(vowel.toUpperCase() + mark, letter.toUpperCase());
    }
  }
}

/** The letters of `words` that this encoding reads otherwise. */
export function legacyLetters(words: string, encoding: Legacy): LegacyLetter[] {
  return encoding === 'tcvn3' ? tcvn3Letters(words) : vniLetters(words);
}

function vniLetters(words: string): LegacyLetter[] {
  const letters: LegacyLetter[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const pair = vni.get(words.slice(at, at + 2));
    const single = pair === undefined ? vniSingles.get(words[at]!) : undefined;
    if (pair !== undefined) {
      letters.push({ at, length: 2, letter: pair });
      at += 1;
    } else if (single !== undefined) letters.push({ at, length: 1, letter: single });
  }
  return letters;
}

const word = /[A-Za-z\u00a1-\u00ff]+/gu;
const capital = /[A-Z¡-§]/gu;
const small = /[a-z¨-®]/gu;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly capitals: number;
  readonly smalls: number;
  /** A word of Vietnamese that was surely set in capitals: two plain capitals, no small letter; an acronym is none. */
  readonly upper: boolean;
}

/**
 * A word all of whose plain letters are capitals was set in capitals; of a word with one such letter its neighbours tell.
 * A first letter with a tone is a capital after a stop, and in "Ủy ban", which always begins a name.
 */
function tcvn3Letters(words: string): LegacyLetter[] {
  const letters: LegacyLetter[] = [];
  const all = Array.from(words.matchAll(word), (match): Word => {
    const capitals = count(match[0], capital);
    const smalls = count(match[0], small);
    const upper = smalls === 0 && capitals > 1 && isSyllable(Array.from(match[0], (sign) => tcvn3.get(sign) ?? sign).join(''));
    return { start: match.index, end: match.index + match[0].length, capitals, smalls, upper };
  });
  const line = all.length > 1 && count(words, capital) > 1 && count(words, small) === 0 && !/\d/u.test(words);
  all.forEach((own, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    const ends = /^(?:$|\s{2}|\n)/u.test(words.slice(own.end, own.end + 2));
    const follows = before?.upper === true && words.slice(before.end, own.start) === ' ';
    const leads = after?.upper === true && words.slice(own.end, after.start) === ' ';
    const beside = leads || (follows && ends);
    const upper = own.smalls === 0 && (own.capitals > 1 || beside || line);
    for (let at = own.start; at < own.end; at += 1) {
      const letter = tcvn3.get(words[at]!);
      if (letter === undefined) continue;
      const initial =
        at === own.start && (sentenceStart.test(words.slice(Math.max(0, at - 4), at)) || bodyName.test(words.slice(at, at + 8)));
      letters.push({ at, length: 1, letter: upper || initial ? letter.toUpperCase() : letter });
    }
  });
  return letters;
}

/** What stands right before the first letter of a sentence: a bullet or a stop. A line alone may be the middle of one. */
const sentenceStart = /(?:[.!?] |^[-+*•] )$/u;
/** "ủy ban" before the name of what it is for, not "ủy ban hành" at the end of a body's name. */
const bodyName = /^\u00f1y ban (?!h|v|l)/u;

function count(words: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of words.matchAll(pattern)) found += 1;
  return found;
}

/** A letter of Vietnamese beyond Latin-1: the words around it came through whole. */
const unicodeVietnamese = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const anyWord = /[\p{L}\u00a1-\u00ff]+/gu;
const latin1 = /[\u00a1-\u00ff]/u;
const plainLetter = /[A-Za-z]/u;
/** So many marked words tell what a text is in. */
const mostWords = 400;

/** How many words of a text with letters of Latin-1 are Vietnamese syllables as they stand and when read in each encoding. */
export interface LegacyCount {
  readonly words: number;
  readonly plain: number;
  readonly tcvn3: number;
  readonly vni: number;
}

/**
 * Counts over the lines that hold no Vietnamese beyond Latin-1, up to some hundred words. A sign that stands alone tells nothing: "·" before the lines of
 * a list and "µ" behind a number would be ã and à in TCVN3.
 */
export function legacyCount(text: string): LegacyCount {
  const counts = { words: 0, plain: 0, tcvn3: 0, vni: 0 };
  for (const line of linesOf(text)) {
    if (unicodeVietnamese.test(line)) continue;
    for (const [words] of line.matchAll(anyWord)) {
      if (!latin1.test(words) || !plainLetter.test(words)) continue;
      counts.words += 1;
      if (isSyllable(trimmed(words))) counts.plain += 1;
      if (isSyllable(legacyWord(words, 'tcvn3'))) counts.tcvn3 += 1;
      if (isSyllable(legacyWord(words, 'vni'))) counts.vni += 1;
    }
    if (counts.words >= mostWords) break;
  }
  return counts;
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    // A text without line ends is looked at in pieces.
    const end = Math.min(newline < 0 ? text.length : newline, start + 4096);
    yield text.slice(start, end);
    start = end === newline ? end + 1 : end;
  }
}

function trimmed(words: string): string {
  return words.replace(/[^\p{L}]/gu, '');
}

function legacyWord(words: string, encoding: Legacy): string {
  let at = 0;
  let read = '';
  for (const { at: place, length, letter } of legacyLetters(words, encoding)) {
    read += words.slice(at, place) + letter;
    at = place + length;
  }
  return read + words.slice(at);
}

/** The encoding that most of the marked words are right in, where they are not right as they stand; null for a text without such an encoding. */
export function legacyOf({ words, plain, tcvn3: asTcvn3, vni: asVni }: LegacyCount): Legacy | null {
  const best = Math.max(asTcvn3, asVni);
  if (best < 2 || best * 10 < words * 7 || best <= plain * 1.5) return null;
  return asTcvn3 >= asVni ? 'tcvn3' : 'vni';
}
