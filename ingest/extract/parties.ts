import type { PartyMention } from '#ingest/model/duty.ts';
import {
  distributed,
  heads,
  nameLinks,
  nameWords,
  type PartyKind,
  quantifiers,
  sectorNames,
  territories,
} from '#ingest/vocabulary/bodies.ts';
import { accounts, delegations, dutyVerbs } from '#ingest/vocabulary/duties.ts';
import type { Word } from './words.ts';

/** A list of names that begins at a word: the names, and the index of the first word after them. */
export interface PartyList {
  readonly parties: readonly PartyMention[];
  readonly end: number;
}

/** How sure the place makes a name: at the head of a clause a common noun needs a plural or a capital; after a word that calls for a name it does not. */
export type Place = 'clause' | 'called' | 'list';

/** Names on one list, so that hostile input stays cheap. */
const MOST_NAMES = 40;
const LONGEST_NAME = 40;

/**
 * The list of bodies that begins at `words[from]`, split at commas, `và`, `cùng` by the conventions of the gold annotations; null where no name begins there.
 * An elided list (`các huyện, thị xã, thành phố`; `thủ trưởng các sở, ban, ngành`) stays one name; a shared head is given to each (`Các Bộ: Công Thương, Xây dựng`).
 */
export function partiesAt(text: string, words: readonly Word[], from: number, place: Place): PartyList | null {
  const first = nameAt(words, from, place);
  if (first === null) return null;
  const parties: PartyMention[] = [];
  const shared = sharedHead(words, from, first);
  let end = first.end;
  if (shared !== null) {
    const given = giveHead(text, words, shared);
    if (given !== null) {
      parties.push(...given.parties);
      end = given.end;
    }
  }
  if (parties.length === 0) parties.push(mention(text, words, from, first));
  while (parties.length < MOST_NAMES) {
    const joint = joinedBy(words, afterBrackets(words, end));
    if (joint === null) break;
    const next = nameAt(words, joint, 'list');
    if (next === null || (next.kind === 'people' && joint - end === 1 && words[end]!.folded !== ',' && words[end]!.folded !== 'và')) break;
    const nextShared = sharedHead(words, joint, next);
    const given = nextShared === null ? null : giveHead(text, words, nextShared);
    if (given !== null) {
      parties.push(...given.parties);
      end = given.end;
      continue;
    }
    parties.push(mention(text, words, joint, next));
    end = next.end;
  }
  return { parties, end };
}

export interface Name {
  readonly kind: PartyKind;
  readonly end: number;
  /** Index of the head's first word, after the quantifier. */
  readonly head: number;
  readonly headEnd: number;
}

function mention(text: string, words: readonly Word[], from: number, name: Name): PartyMention {
  const span = { start: words[from]!.start, end: words[name.end - 1]!.end };
  return { span, name: text.slice(span.start, span.end), kind: name.kind };
}

/** Index after the comma, `và` or `cùng` that ties a further name to a list, or null. */
function joinedBy(words: readonly Word[], at: number): number | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.folded === ',' || word.folded === ';') {
    const after = words[at + 1]?.folded;
    if (word.folded === ';' && !words[at + 1]?.capital && after !== 'các') return null;
    return after === 'và' || after === 'cùng' ? at + 2 : at + 1;
  }
  if (word.folded === 'và' || word.folded === 'hoặc' || word.folded === '&') return at + 1;
  if (word.folded === 'cùng') return words[at + 1]?.folded === 'với' ? at + 2 : at + 1;
  return null;
}

/** One name that begins at `words[from]`, not a list. */
export function nameAt(words: readonly Word[], from: number, place: Place): Name | null {
  let at = from;
  const counted = quantifiers.longest(words, at);
  if (counted !== null) at += counted.length;
  const headWord = words[at];
  if (headWord === undefined) return null;
  const head = heads.longest(words, at);
  if (head === null) return null;
  if (counted === null && headWord.folded !== 'lãnh' && verbHere(words, at, head.length)) return null;
  if (!strongEnough(words, from, at, head, place, counted !== null)) return null;
  const end = nameEnd(words, at + head.length, head.value, from);
  return { kind: head.value, end, head: at, headEnd: at + head.length };
}

function strongEnough(
  words: readonly Word[],
  from: number,
  at: number,
  head: { length: number; value: PartyKind },
  place: Place,
  counted: boolean,
): boolean {
  const word = words[at]!;
  if (word.folded === 'lãnh' && !counted) {
    // "lãnh đạo" is an office only before a body: "lãnh đạo cơ quan, đơn vị".
    const next = at + head.length;
    if (heads.longest(words, next) === null && quantifiers.longest(words, next) === null && words[next]?.capital !== true) return false;
    if (place === 'clause' && !word.capital) return false;
  }
  if (counted) return true;
  // A level is no body ("Cấp huyện"), all of them are ("các cấp").
  if (word.folded === 'cấp' && head.length === 1) return false;
  if (place === 'called') return true;
  if (head.value === 'body') return place === 'list' || word.capital || head.length > 1;
  if (head.value === 'office') return true;
  if (head.value === 'people') return place === 'list' || word.capital;
  // A common noun at the head of a clause: "Sở Nội vụ", "Cơ quan thường trực" but not "đơn vị …".
  if (place === 'list') return true;
  return (
    word.capital &&
    (from > 0 ||
      words[at + head.length]?.capital === true ||
      nameWords.has(words, at + head.length) ||
      nameLinks.has(words, at + head.length))
  );
}

/** True where the words are a verb rather than a head: in small letters as long as the head (`tổ chức hội nghị`), with a capital longer (`Báo cáo kết quả`). */
function verbHere(words: readonly Word[], at: number, headLength: number): boolean {
  const verb = dutyVerbs.longest(words, at);
  if (verb === null) return false;
  const likeVerb = words[at]!.folded === 'tổ' || !words[at]!.capital;
  return likeVerb ? verb.length >= headLength : verb.length > headLength && words[at + 1]?.capital === false;
}

/** Where a name ends that has its head behind it: before a verb, a sign, or a word that goes on no name. */
function nameEnd(words: readonly Word[], from: number, kind: PartyKind, start: number): number {
  let at = from;
  let last: 'head' | 'capital' | 'word' = 'head';
  let nested = false;
  while (at < words.length && at - start < LONGEST_NAME) {
    const word = words[at]!;
    // `ngành giáo dục`: the sector stands in small letters too.
    const sectorOf = words[at - 1]!.folded === 'ngành' ? sectorNames.longest(words, at) : null;
    if (sectorOf !== null) {
      at += sectorOf.length;
      last = 'capital';
      continue;
    }
    if (!word.sign && !word.capital) {
      const verb = dutyVerbs.longest(words, at) ?? delegations.longest(words, at);
      const further = heads.longest(words, at);
      const goes = nameWords.longest(words, at);
      const reach = Math.max(further?.length ?? 0, goes?.length ?? 0);
      if (verb !== null && verb.length >= reach) return at;
      if (goes !== null && goes.length >= (further?.length ?? 0)) {
        at += goes.length;
        last = 'word';
        continue;
      }
      if (further !== null) {
        at += further.length;
        last = 'head';
        continue;
      }
    }
    if (word.capital) {
      const sector = sectorNames.longest(words, at);
      const further = heads.longest(words, at);
      if (sector !== null || further !== null) {
        at += Math.max(sector?.length ?? 0, further?.length ?? 0);
        last = sector !== null && sector.length >= (further?.length ?? 0) ? 'capital' : 'head';
        continue;
      }
      at += 1;
      last = 'capital';
      const next = words[at];
      // Names of offices write only the first syllable of a word with a capital: Tuyên giáo, Văn hóa.
      if (next !== undefined && !next.sign && !next.capital && !closed(words, at)) at += 1;
      continue;
    }
    if (
      /^\p{N}{1,4}$/u.test(word.folded) &&
      (last === 'head' || last === 'capital') &&
      words[at + 1]?.folded !== '%' &&
      words[at + 1]?.folded !== '/'
    ) {
      at += 1;
      last = 'word';
      continue;
    }
    if ((word.folded === '-' || word.folded === '–') && words[at + 1]?.capital === true && words[at - 1] !== undefined) {
      at += 1;
      continue;
    }
    if (
      (word.folded === 'và' || word.folded === '&') &&
      last === 'capital' &&
      words[at + 1]?.capital === true &&
      heads.longest(words, at + 1) === null
    ) {
      at += 1;
      continue;
    }
    const counted = quantifiers.longest(words, at);
    if (counted !== null && (heads.has(words, at + counted.length) || nameWords.has(words, at + counted.length))) {
      nested ||= heads.has(words, at + counted.length) && words[at + counted.length]!.folded !== 'cấp';
      at += counted.length;
      continue;
    }
    const link = nameLinks.longest(words, at);
    if (link !== null) {
      const tied = at + link.length;
      const next = words[tied];
      if (
        next !== undefined &&
        (next.capital || heads.has(words, tied) || nameWords.has(words, tied) || quantifiers.has(words, tied)) &&
        !dutyVerbs.has(words, tied)
      ) {
        at = tied;
        continue;
      }
      return at;
    }
    if (word.folded === ',') {
      const territory = territories.longest(words, at + 1);
      if (territory !== null && territoryBefore(words, at) && !sentenceOf(words, at + 1 + territory.length, territory.length)) {
        at += 1 + territory.length;
        last = 'word';
        continue;
      }
      if (kind === 'office' || kind === 'people') {
        const next = heads.longest(words, at + 1);
        const lower = words[at + 1]?.capital === false;
        const absorbs = kind === 'office' ? next?.value === 'unit' : next?.value === 'people';
        if (next !== null && lower && absorbs && !quantifiers.has(words, at + 1)) {
          at += 1 + next.length;
          last = 'head';
          continue;
        }
      }
    }
    if (nested && (word.folded === ',' || word.folded === 'và') && words[at + 1]?.capital === false) {
      // A list under a plural within the name: "Ban tuyên giáo các tỉnh ủy, thành ủy", "Thủ trưởng các sở, ban, ngành".
      const next = heads.longest(words, at + 1);
      if (next !== null && (next.value === 'body' || next.value === 'unit') && !verbHere(words, at + 1, next.length)) {
        at += 1 + next.length;
        last = 'head';
        continue;
      }
    }
    if (
      kind === 'office' &&
      word.folded === 'và' &&
      heads.longest(words, at + 1)?.value === 'unit' &&
      words[at + 1]?.capital === false &&
      words[at - 1]?.capital === false
    ) {
      at += 1;
      continue;
    }
    if (kind === 'people' && word.folded === 'và' && heads.longest(words, at + 1)?.value === 'people') {
      at += 1;
      continue;
    }
    return at;
  }
  return at;
}

/** True where the word cannot be the second syllable of a capitalised word: another part of a name, a verb, a link begins there. */
function closed(words: readonly Word[], at: number): boolean {
  const folded = words[at]!.folded;
  return (
    folded === 'và' ||
    folded === 'cùng' ||
    folded === 'hoặc' ||
    folded === 'với' ||
    folded === 'cho' ||
    folded === 'do' ||
    folded === 'để' ||
    dutyVerbs.has(words, at) ||
    nameWords.has(words, at) ||
    nameLinks.has(words, at) ||
    quantifiers.has(words, at) ||
    accounts.has(words, at) ||
    delegations.has(words, at)
  );
}

function territoryBefore(words: readonly Word[], comma: number): boolean {
  for (const length of [1, 2, 3]) {
    if (comma - length >= 0 && territories.longest(words, comma - length)?.length === length) return true;
  }
  return false;
}

/** True where the territory begins a name of its own: `, tỉnh Lâm Đồng` does not, `, huyện ủy` does (caught by its longer head). */
function sentenceOf(words: readonly Word[], after: number, length: number): boolean {
  const head = heads.longest(words, after - length);
  return head !== null && head.length > length;
}

/** The index after a note in brackets that begins at `at`; `at` itself where none does. */
export function afterBrackets(words: readonly Word[], at: number): number {
  if (words[at]?.folded !== '(') return at;
  for (let close = at + 1; close < Math.min(words.length, at + 40); close += 1) if (words[close]!.folded === ')') return close + 1;
  return at;
}

/** The head of a list whose names share it: a bare plural head before a colon or before a sector (`Các Bộ: Công Thương, …`; `Sở Tài chính, Nội vụ`). */
function sharedHead(words: readonly Word[], from: number, name: Name): Name | null {
  const word = words[name.head]!;
  if (
    name.headEnd - name.head > 2 ||
    !distributed.has(
      words
        .slice(name.head, name.headEnd)
        .map(({ folded }) => folded)
        .join(' '),
    )
  )
    return null;
  const at = words[name.headEnd]?.folded === ':' ? name.headEnd + 1 : name.headEnd;
  if (words[at]?.capital !== true || sectorNames.longest(words, at) === null || (!word.capital && from === name.head)) return null;
  // Only where a further sector follows the first without a head of its own.
  const sector = sectorNames.longest(words, at)!;
  const next = joinedBy(words, at + sector.length);
  if (next === null || words[next]?.capital !== true) return null;
  const bare = sectorNames.longest(words, next);
  const head = heads.longest(words, next);
  return bare !== null && (head === null || bare.length >= head.length) ? name : null;
}

/** Gives a shared head to each sector of the list. */
function giveHead(text: string, words: readonly Word[], name: Name): PartyList | null {
  const bare = text.slice(words[name.head]!.start, words[name.headEnd - 1]!.end);
  const head = bare.charAt(0).toUpperCase() + bare.slice(1);
  const parties: PartyMention[] = [];
  let at = words[name.headEnd]?.folded === ':' ? name.headEnd + 1 : name.headEnd;
  let end = at;
  while (parties.length < MOST_NAMES) {
    const sector = sectorNames.longest(words, at);
    if (sector === null || words[at]?.capital !== true) break;
    end = at + sector.length;
    const span = { start: words[at]!.start, end: words[end - 1]!.end };
    parties.push({ span, name: `${head} ${text.slice(span.start, span.end)}`, kind: 'body' });
    const next = joinedBy(words, end);
    if (next === null) break;
    const further = heads.longest(words, next);
    const own = sectorNames.longest(words, next);
    if (own === null || (further !== null && further.length > own.length)) break;
    at = next;
  }
  return parties.length === 0 ? null : { parties, end };
}
