import { fullForms, shortForms } from '#services/analysis/abbreviations.ts';
import { exactForm, fold } from '#services/analysis/folding.ts';
import { tokensInYear } from '#services/analysis/numberTokens.ts';
import { pairsLike } from '#services/analysis/pairs.ts';
import { type FoundSymbol, foldedSymbol, symbolAt, symbolKey } from '#services/analysis/symbols.ts';
import { isMarkedOnly, isStopped, isToned, toneForms } from '#services/analysis/tones.ts';
import { completed, decodedKeys } from '#services/analysis/typedKeys.ts';
import { type TypedNumber, typedNumbers } from '#services/analysis/typedNumbers.ts';
import type { Words } from '#services/analysis/words.ts';
import { dayInWords, dayTerm } from './dayTerm.ts';
import type { AskedTerm, QueryWord, WordTerm } from './query.ts';
import type { Reader } from './reader.ts';
import { wordsAsTyped } from './typing.ts';

/** What joins syllables written without spaces into one phrase: "18/5/2021", "chính trị-xã hội"; nothing, between the pieces of an overlong word. */
const joint = /^[-–—/.:_'’&+]?$/u;

/** Most code units of a short form that is printed in parts. */
const longestParted = 20;

/** What stands in quotation marks, from `start` to `end`: a document number, or words side by side. */
export function quotedTerms(reader: Reader, start: number, end: number): AskedTerm[] {
  const words = reader.wordsFrom(start, end);
  if (words.exact.length === 0) return [];
  const symbol = symbolAt(words, 0, 'typed');
  const whole = symbol !== null && symbol.last === words.exact.length - 1;
  const wanted = wordsAsTyped(words, reader.typing, true);
  const term = whole ? symbolTerm(words, symbol) : sideBySide(wanted);
  reader.typed(term);
  const meant = whole ? wanted : wanted.map((word, at) => meantWord(reader, words, at, start)?.[0] ?? word);
  return [meant.every((word, at) => word === wanted[at]) ? term : { kind: 'any', of: [term, sideBySide(meant)] }];
}

/** Plain words from `start` to `end`: document numbers, what is written without spaces, words. */
export function plainTerms(reader: Reader, start: number, end: number): AskedTerm[] {
  const words = reader.wordsFrom(start, end);
  const wanted = wordsAsTyped(words, reader.typing, false);
  const numbers = typedNumbers(words);
  const terms: AskedTerm[] = [];
  const add = (term: AskedTerm) => {
    // Of a full form that was typed every word counts, of what was read into a word nothing.
    const [typed] = term.kind === 'any' ? term.of : [];
    for (const one of typed?.kind === 'all' ? typed.of : [term]) reader.typed(one);
    terms.push(term);
  };
  for (let at = 0; at < words.exact.length; at++) {
    const number = numbers.find(({ span }) => span.start === words.starts[at]);
    if (number !== undefined) {
      // A number may end inside of a word: of "144 qd01" it is 144 qd.
      const last = Math.max(
        at,
        words.ends.findLastIndex((place) => place <= number.span.end),
      );
      add(numberTerm(number, wanted.slice(at, last + 1)));
      told(reader, number, start);
      at = last;
      const year = yearAfter(words, at + 1);
      if (year === null) continue;
      const dates: AskedTerm = { kind: 'dates', from: `${year}-01-01`, to: `${year}-12-31` };
      add({ kind: 'any', of: [sideBySide(wanted.slice(at + 1, at + 3)), dates, ...numbersInYear(number, year)] });
      at += 2;
      continue;
    }
    const written = dayInWords(words, at);
    if (written !== null) {
      add(written.term);
      at = written.last;
      continue;
    }
    const full = shortForms(words.exact, words.folded, at);
    if (full !== null) {
      add(fullTerm(reader, words, wanted, at, full, start));
      at = full.last;
      continue;
    }
    const first = at;
    while (at + 1 < words.exact.length && joint.test(words.text.slice(words.ends[at], words.starts[at + 1]))) at++;
    if (first === at) add(wordTerm(reader, words, wanted, at, start));
    else add(dayTerm(words, first, at) ?? partedTerm(reader, words, wanted, first, at, start));
  }
  return terms;
}

/** What is written without spaces: side by side; where its letters together shorten a full form ("KT-XH", "NN&PTNT", "T.Ư"), also that. */
function partedTerm(reader: Reader, words: Words, wanted: readonly QueryWord[], first: number, last: number, start: number): AskedTerm {
  const typed = sideBySide(wanted.slice(first, last + 1));
  const pieces = words.exact.slice(first, last + 1);
  const printed = words.text.slice(words.starts[first], words.ends[last]);
  if (printed.length > longestParted) return typed;
  const letters = printed.replace(/[^\p{L}\p{M}]/gu, '');
  const fulls = fullForms(letters, exactForm(pieces.join('')));
  if (fulls.length === 0) return typed;
  reader.noteFull(placeOf(words, first, last, start), fulls);
  return { kind: 'any', of: [typed, sideBySide([exactWord(exactForm(letters))]), ...fulls.map((full) => sideBySide(full.map(exactWord)))] };
}

/** One word, or any of what it can stand for: itself, a full form that it shortens, the syllable that its keys were to make. */
function wordTerm(reader: Reader, words: Words, wanted: readonly QueryWord[], at: number, start: number): AskedTerm {
  const typed = sideBySide(wanted.slice(at, at + 1));
  const printed = words.text.slice(words.starts[at], words.ends[at]);
  const fulls = fullForms(printed, words.exact[at] ?? '');
  if (fulls.length > 0) {
    reader.noteFull(placeOf(words, at, at, start), fulls);
    return { kind: 'any', of: [typed, ...fulls.map((full) => sideBySide(full.map(exactWord)))] };
  }
  const meant = meantWord(reader, words, at, start);
  return meant === null ? typed : { kind: 'any', of: [typed, ...meant.map((word) => sideBySide([word]))] };
}

/** A full form of the field, by its words or by what shortens it. */
function fullTerm(
  reader: Reader,
  words: Words,
  wanted: readonly QueryWord[],
  at: number,
  { last, shorts }: { readonly last: number; readonly shorts: readonly string[] },
  start: number,
): AskedTerm {
  const typed = wanted.slice(at, last + 1).map((word): WordTerm => ({ kind: 'word', word }));
  const span = placeOf(words, at, last, start);
  reader.note({
    kind: 'abbreviation',
    typed: reader.text.slice(span.start, span.end),
    read: shorts.map((short) => short.replaceAll(' ', '-')).join(', '),
    span,
  });
  return {
    kind: 'any',
    of: [{ kind: 'all', of: typed }, ...shorts.map((short) => sideBySide(short.split(' ').map((part) => exactWord(exactForm(part)))))],
  };
}

/** What the keys of a word were to make, the likeliest first, where it holds keys left over (Telex, VNI); else null. Weak signs count beside strong ones, or in a compound. */
function meantWord(reader: Reader, words: Words, at: number, start: number): readonly QueryWord[] | null {
  const exact = words.exact[at] ?? '';
  const decoded = decodedKeys(exact);
  if (decoded === null) return null;
  const [before, after] = [words.exact[at - 1], words.exact[at + 1]].map((word) =>
    word === undefined ? undefined : (decodedKeys(word)?.exact ?? word),
  );
  const inPair = pairsLike(before ?? '', decoded.exact).length + pairsLike(decoded.exact, after ?? '').length > 0;
  const sure = !decoded.weak || reader.typing.keys || inPair || (exact.length > 3 && /[fjrx]$/u.test(exact));
  if (!sure) return null;
  const whole = completed(decoded.exact, before, after);
  const forms = whole === null ? [decoded.exact] : [whole, decoded.exact];
  const span = placeOf(words, at, at, start);
  reader.note({ kind: 'telex', typed: reader.text.slice(span.start, span.end), read: forms[0] ?? '', span });
  return forms.map(
    (form): QueryWord => (isMarkedOnly(form) && isStopped(form) ? { text: form, exact: true, anyTone: true } : exactWord(form)),
  );
}

function placeOf(words: Words, first: number, last: number, start: number) {
  return { start: start + (words.starts[first] ?? 0), end: start + (words.ends[last] ?? 0) };
}

/** A word whose accents are known. */
function exactWord(text: string): QueryWord {
  return { text, exact: true };
}

/** The year behind a number ("144 QĐ TW năm 2023"): its day of issue may lie in it without the words, or the number itself bear it (91/2017/NĐ-CP). */
function yearAfter(words: Words, at: number): string | null {
  const year = words.folded[at + 1] ?? '';
  return words.folded[at] === 'nam' && /^(?:19|20)\d\d$/u.test(year) ? year : null;
}

/** The number with a year in it, as a text that cites it prints it. */
function numbersInYear({ key, tokens }: TypedNumber, year: string): WordTerm[] {
  return tokensInYear(tokens, year).map((token): WordTerm => ({ kind: 'symbol', key, token, words: [] }));
}

/** A number by each of its tokens; a part of one also by words side by side that may stand for it. The word "số" before a whole number is none of it. */
function numberTerm({ key, tokens, beside }: TypedNumber, typed: readonly QueryWord[]): AskedTerm {
  const whole = tokens[0] === foldedSymbol(key);
  const words = whole ? (typed[0]?.text === 'số' || typed[0]?.text === 'so' ? typed.slice(1) : typed).map(bare) : typed;
  const symbols = tokens.map((token): WordTerm => ({ kind: 'symbol', key, token, words }));
  const phrases = beside.map((row): WordTerm => sideBySide(row.split(' ').map((text) => ({ text, exact: false }))));
  const [only] = symbols;
  return only !== undefined && symbols.length + phrases.length === 1 ? only : { kind: 'any', of: [...symbols, ...phrases] };
}

const bare = ({ text }: QueryWord): QueryWord => ({ text: fold(text), exact: false });

/** Tells how a number was understood, where that is not how it was typed. */
function told(reader: Reader, { key, span }: TypedNumber, start: number): void {
  const place = { start: start + span.start, end: start + span.end };
  const typed = reader.text.slice(place.start, place.end);
  if (typed.normalize('NFC') !== key && !/^\d+$/u.test(key)) reader.note({ kind: 'number', typed, read: key, span: place });
}

export function sideBySide(words: readonly QueryWord[]): WordTerm {
  const [word] = words;
  return word !== undefined && words.length === 1 ? { kind: 'word', word } : { kind: 'phrase', words };
}

/** The words of a number are looked for without marks: it is one number however it is typed. */
function symbolTerm(words: Words, { first, last, written }: FoundSymbol): WordTerm {
  const typed = words.folded.slice(first, last + 1).map((text) => ({ text, exact: false }));
  return { kind: 'symbol', key: symbolKey(written), token: foldedSymbol(written), words: typed };
}

/** Words that begin with these letters; null for fewer than two. Letters with marks and no tone are half typed: the tone may follow. */
export function prefixTerm(letters: string): AskedTerm | null {
  const typed = letters.toLowerCase().normalize('NFC');
  const folded = fold(typed);
  if (folded.length < 2) return null;
  const exact = typed !== folded;
  const forms = isToned(typed) || !exact ? [typed, exactForm(typed)] : [typed, ...toneForms(typed)];
  const terms = [...new Set(forms)].map((text): AskedTerm => ({ kind: 'prefix', word: { text, exact } }));
  const [term] = terms;
  return term !== undefined && terms.length === 1 ? term : { kind: 'any', of: terms };
}
