import type { PartyMention } from '#ingest/model/duty.ts';
import { distributed, heads, sectorNames, territories } from '#ingest/vocabulary/bodies.ts';
import type { Word } from '../words.ts';
import { joinedBy } from './joint.ts';
import type { Name } from './name.ts';

/** Sectors under one head, so that hostile input stays cheap. */
const MOST_SECTORS = 120;

/** Syllables of a place's name. */
const LONGEST_PLACE = 5;

/** A head that the names after it share: its words, where the first name begins, and whether a colon parts them. */
interface SharedHead {
  readonly words: string;
  readonly at: number;
  readonly colon: boolean;
  /** True for a kind of territory, whose names are in no table: `Các xã: Tân Phú, An Bình`. */
  readonly places: boolean;
}

/**
 * The names of a list that share the head of `name` (which begins at `words[from]`), each with that head: `Các Bộ: Công Thương, Xây dựng` is `Bộ Công Thương`,
 * `Bộ Xây dựng`; `Giám đốc các Sở: Nội vụ, Tài chính` is `Giám đốc Sở Nội vụ`, `Giám đốc Sở Tài chính`. Null for any other list.
 */
export function underSharedHead(
  text: string,
  words: readonly Word[],
  from: number,
  name: Name,
): { parties: PartyMention[]; end: number } | null {
  const head = sharedHead(text, words, from, name);
  if (head === null) return null;
  const parties: PartyMention[] = [];
  let { at } = head;
  let end = at;
  while (parties.length < MOST_SECTORS) {
    const length = lengthOf(words, at, head.places);
    if (length === 0) break;
    end = at + length;
    const span = { start: words[at]!.start, end: words[end - 1]!.end };
    parties.push({ span, name: `${head.words} ${text.slice(span.start, span.end)}`, kind: name.kind === 'office' ? 'office' : 'body' });
    const next = joinedBy(words, end);
    if (next === null || !(head.places ? isBarePlace(words, next) : isBareSector(words, next, head.colon))) break;
    at = next;
  }
  return parties.length === 0 ? null : { parties, end };
}

function sharedHead(text: string, words: readonly Word[], from: number, name: Name): SharedHead | null {
  const last = words[name.end - 1]!;
  if (words[name.end]?.folded === ':' && distributed.has(last.folded)) {
    const places = !isSector(words, name.end + 1) && territories.has(words, name.end - 1) && listsPlaces(words, name.end + 1);
    if (places || isSector(words, name.end + 1)) {
      const full = text.slice(words[name.head]!.start, last.end);
      return { words: capitalised(full.replace(/(?<=^|\s)các\s+(?=\S+$)/iu, '')), at: name.end + 1, colon: true, places };
    }
  }
  // A bare head before a sector, where a further sector follows the first: `Sở Tài chính, Nội vụ`.
  const head = words[name.head]!;
  if (!isSector(words, name.headEnd) || (!head.capital && from === name.head)) return null;
  const folded = words
    .slice(name.head, name.headEnd)
    .map((word) => word.folded)
    .join(' ');
  if (!distributed.has(folded)) return null;
  const next = joinedBy(words, name.headEnd + sectorNames.longest(words, name.headEnd)!.length);
  if (next === null || words[next]?.capital !== true || !isBareSector(words, next, false)) return null;
  return { words: capitalised(text.slice(head.start, words[name.headEnd - 1]!.end)), at: name.headEnd, colon: false, places: false };
}

/** How many words the name at `words[at]` takes: a sector's, or for a place its syllables in capitals. 0 where none begins there. */
function lengthOf(words: readonly Word[], at: number, places: boolean): number {
  if (words[at]?.capital !== true) return 0;
  if (!places) return sectorNames.longest(words, at)?.length ?? 0;
  let end = at;
  while (end < words.length && end - at < LONGEST_PLACE && words[end]!.capital) end += 1;
  return end - at;
}

/** True for at least two names of places; one alone may be anything (`Các xã: Chủ động rà soát`). */
function listsPlaces(words: readonly Word[], at: number): boolean {
  const length = isBarePlace(words, at) ? lengthOf(words, at, true) : 0;
  const next = length < 2 ? null : joinedBy(words, at + length);
  return next !== null && isBarePlace(words, next);
}

function isBarePlace(words: readonly Word[], at: number): boolean {
  return words[at]?.capital === true && !heads.has(words, at);
}

function isSector(words: readonly Word[], at: number): boolean {
  return words[at]?.capital === true && sectorNames.has(words, at);
}

/** True for a sector that needs the shared head; behind a comma alone `Công an` may be a body of its own, behind a colon it is not. */
function isBareSector(words: readonly Word[], at: number, colon: boolean): boolean {
  const sector = sectorNames.longest(words, at);
  const head = heads.longest(words, at);
  if (sector === null) return false;
  return head === null || (sector.length >= head.length && (colon || head.value !== 'body'));
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
