import { isSyllable } from '#ingest/vocabulary/syllables.ts';
import { gap } from './gaps.ts';
import { canMean } from './pairs.ts';
import { isAssemblyCode, isIssuerCode, symbolAt } from './symbols.ts';
import { decodedKeys } from './typedKeys.ts';
import { isTypeCode } from './typedTypes.ts';
import { type Words, wordsIn } from './words.ts';

const glued = /^(?:(?<left>\d{1,6})(?<right>[a-z]{2,12})|(?<code>[a-z]{2,6})(?<number>\d{1,4})(?<issuer>[a-z]{2,8})?)$/u;
const gluedSo = /^so(?=\d)/u;
const plenumCode = /^(?<nq>nq)?tw(?<plenum>\d{1,2})?$/u;
const termWord = /^(?:khoa|[ivx]{1,6})$/u;
const digits = /^\d{1,6}$/u;
const yearWord = /^(?:19|20)\d\d$/u;
const assemblyWord = /^(?:ubtv)?qh$/u;
const sign = /^[-–—/._]$/u;
const loose = /^\s{0,3}[-–—/.:_]?\s{0,3}$/u;
const spaces = /^\s{1,3}$/u;
const wide = /[\uff01-\uff5e]/gu;

/**
 * Words as the pieces of numbers that they are: what is written together as several ("kl01", "144qđ", "số144", "NQTW4" before its term), "QH 15" behind a
 * year as one. What stands in a whole number already, or a sign joins to a number, stays as it is: QH15 is a code. Places are those of the text as given.
 */
export function numberPieces(words: Words): Words {
  return parted(joined(narrowed(words)));
}

/** Full-width letters, digits and signs, of East Asian keyboards, as plain ones; each is as long. */
function narrowed(words: Words): Words {
  const text = words.text.replace(wide, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  return text === words.text ? words : wordsIn(text);
}

/** Rows of words under way. */
class Rows {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly exact: string[] = [];
  readonly folded: string[] = [];

  add(start: number, end: number, exact: string, folded: string): void {
    this.starts.push(start);
    this.ends.push(end);
    this.exact.push(exact);
    this.folded.push(folded);
  }

  /** Words `first` to `last` as they are. */
  take(words: Words, first: number, last: number): void {
    for (let at = first; at <= last; at++)
      this.add(words.starts[at] ?? 0, words.ends[at] ?? 0, words.exact[at] ?? '', words.folded[at] ?? '');
  }
}

/** "72/2025/QH 15": the term of the National Assembly is a part of its code. */
function joined(words: Words): Words {
  if (!words.folded.some((_, at) => isAssembly(words, at))) return words;
  const rows = new Rows();
  for (let at = 0; at < words.folded.length; at++) {
    if (!isAssembly(words, at)) rows.take(words, at, at);
    else {
      const [code, term] = [words.exact[at] ?? '', words.exact[at + 1] ?? ''];
      rows.add(words.starts[at] ?? 0, words.ends[at + 1] ?? 0, code + term, (words.folded[at] ?? '') + term);
      at++;
    }
  }
  return { text: words.text, ...rows };
}

/** True where word `at` is the code of the National Assembly behind the year of a number, and its term follows. */
function isAssembly(words: Words, at: number): boolean {
  if (!assemblyWord.test(words.folded[at] ?? '') || !/^\d{1,2}$/u.test(words.folded[at + 1] ?? '')) return false;
  if (!spaces.test(gap(words, at + 1)) || !loose.test(gap(words, at))) return false;
  const before = isTypeCode(words.folded[at - 1] ?? '') ? at - 2 : at - 1;
  return yearWord.test(words.folded[before] ?? '') && digits.test(words.folded[before - 1] ?? '');
}

/** Words with what is written together as several. */
function parted(words: Words): Words {
  const rows = new Rows();
  for (let at = 0; at < words.exact.length; at++) {
    const whole = symbolAt(words, at, 'typed');
    if (whole !== null) {
      rows.take(words, at, whole.last);
      at = whole.last;
      continue;
    }
    const pieces = piecesAt(words, at);
    if (pieces.length === 1) {
      rows.take(words, at, at);
      continue;
    }
    const form = words.exact[at] ?? '';
    const start = words.starts[at] ?? 0;
    let from = 0;
    for (const piece of pieces) {
      const to = from + piece.length;
      rows.add(start + from, start + to, form.slice(from, to), piece);
      from = to;
    }
  }
  return { text: words.text, ...rows };
}

function piecesAt(words: Words, at: number): string[] {
  const form = words.exact[at] ?? '';
  const bare = words.folded[at] ?? '';
  const length = (words.ends[at] ?? 0) - (words.starts[at] ?? 0);
  // A decomposed word is longer than its form, and one with marks of no letter's than its folded form, so that the places of parting are not known.
  if (length !== form.length || form.length !== bare.length) return [bare];
  if (at > 0 && sign.test(gap(words, at)) && digits.test(words.folded[at - 1] ?? '')) return [bare];
  if (isAssemblyCode(bare) && !(sign.test(gap(words, at + 1)) && isIssuerCode(words.folded[at + 1] ?? ''))) return [bare];
  const plenum = plenumPieces(words, at);
  if (plenum !== null) return plenum;
  // "so61" may be the keys of "số" as well.
  if (gluedSo.test(bare) && canMean(form.slice(0, 2), 'số') && (form !== bare || decodedKeys(bare) === null))
    return ['so', ...piecesOf(bare.slice(2))];
  return piecesOf(bare);
}

/** "144qd" as 144, qd; "144qdtw" as 144, qd, tw; "kl01" as kl, 01; "kl01tw" as kl, 01, tw; any other word as it is. */
function piecesOf(bare: string): string[] {
  const { left, right, code, number, issuer } = glued.exec(bare)?.groups ?? {};
  if (code !== undefined && number !== undefined) {
    if (!isCode(code)) return [bare];
    if (issuer === undefined) return [code, number];
    return isIssuerCode(issuer) && !isTypeCode(issuer) ? [code, number, issuer] : [bare];
  }
  if (left === undefined || right === undefined) return [bare];
  if (isCode(right)) return [left, right];
  for (let at = right.length - 2; at >= 2; at--) {
    if (isCode(right.slice(0, at)) && isIssuerCode(right.slice(at))) return [left, right.slice(0, at), right.slice(at)];
  }
  return [bare];
}

const isCode = (letters: string) => isTypeCode(letters) && !isSyllable(letters);

/** "NQTW4", "TW4" and "NQTW" with the term of office behind them, which tells that a plenum is meant. */
function plenumPieces(words: Words, at: number): string[] | null {
  const groups = plenumCode.exec(words.folded[at] ?? '')?.groups;
  if (groups === undefined) return null;
  const { nq, plenum } = groups;
  const term = plenum === undefined && /^\d{1,2}$/u.test(words.folded[at + 1] ?? '') ? at + 2 : at + 1;
  if (!termWord.test(words.folded[term] ?? '')) return null;
  return [nq, 'tw', plenum].filter((piece) => piece !== undefined);
}
