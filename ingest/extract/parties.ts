import type { PartyMention } from '#ingest/model/duty.ts';
import { heads } from '#ingest/vocabulary/bodies.ts';
import { afterBrackets, joinedBy } from './parties/joint.ts';
import { type Name, nameAt, type Place } from './parties/name.ts';
import { underSharedHead } from './parties/sharedHead.ts';
import type { Word } from './words.ts';

/** A list of names that begins at a word: the names, and the index of the first word after them. */
export interface PartyList {
  readonly parties: readonly PartyMention[];
  readonly end: number;
}

/** Names on one list, so that hostile input stays cheap: a list of all provinces fits. */
const MOST_NAMES = 120;

/**
 * The list of bodies that begins at `words[from]`, split at commas, `và`, `cùng` by the conventions of the gold annotations; null where no name begins there.
 * An elided list (`các huyện, thị xã, thành phố`; `thủ trưởng các sở, ban, ngành`) stays one name; a shared head is given to each (`Các Bộ: Công Thương, Xây dựng`).
 */
export function partiesAt(text: string, words: readonly Word[], from: number, place: Place): PartyList | null {
  const first = nameAt(words, from, place);
  if (first === null) return null;
  const given = underSharedHead(text, words, from, first);
  const parties: PartyMention[] = given?.parties ?? mentionsOf(text, words, from, first);
  let end = given?.end ?? first.end;
  while (parties.length < MOST_NAMES) {
    const joint = joinedBy(words, afterBrackets(words, end));
    if (joint === null) break;
    const next = nameAt(words, joint, 'list');
    if (next === null || (next.kind === 'people' && joint - end === 1 && words[end]!.folded !== ',' && words[end]!.folded !== 'và')) break;
    const more = underSharedHead(text, words, joint, next);
    parties.push(...(more?.parties ?? mentionsOf(text, words, joint, next)));
    end = more?.end ?? next.end;
  }
  return { parties, end };
}

/** First syllables of nouns that stand for bodies by themselves, not the rest of an elided list (`chi, đảng bộ`). */
const wholeNouns: ReadonlySet<string> = new Set(['sở', 'ban', 'bộ', 'ngành', 'phòng', 'cơ', 'tổ']);

/**
 * A name, or one for each noun of a head that lists them (`các sở, ban, ngành tỉnh`): each of them stands for bodies of its own.
 * With a word behind it that says which (`các bộ, ngành liên quan`) the pair of ministries and branches is one name, as a phrase.
 */
function mentionsOf(text: string, words: readonly Word[], from: number, name: Name): PartyMention[] {
  const whole = [mention(text, words, from, name)];
  if (!wholeNouns.has(words[name.head]!.folded) || words.slice(name.head, name.headEnd).every(({ folded }) => folded !== ',')) return whole;
  if (name.kind !== 'unit' && name.kind !== 'body') return whole;
  const told = name.end > name.headEnd;
  if (words[name.head]!.folded === 'bộ' && told) return whole;
  const parties: PartyMention[] = [];
  let start = from;
  for (let at = name.head; at <= name.headEnd; at += 1) {
    if (at < name.headEnd && words[at]!.folded !== ',') continue;
    if (start > from && !heads.has(words, start)) return whole;
    const span = { start: words[start]!.start, end: words[(at === name.headEnd ? name.end : at) - 1]!.end };
    parties.push({ span, name: text.slice(span.start, span.end), kind: name.kind });
    start = at + 1;
  }
  return parties;
}

function mention(text: string, words: readonly Word[], from: number, name: Name): PartyMention {
  // "Các ông (bà) Chánh Văn phòng …": how they are addressed is no part of the office's name.
  const addressed = words.slice(from, name.head).some(({ folded }) => folded === 'ông' || folded === 'bà' || folded === ':');
  const span = { start: words[addressed ? name.head : from]!.start, end: words[name.end - 1]!.end };
  return { span, name: text.slice(span.start, span.end), kind: name.kind };
}
