import type { PartyMention } from '#ingest/model/duty.ts';
import { distributed, heads, sectorNames } from '#ingest/vocabulary/bodies.ts';
import type { Word } from '../words.ts';
import { joinedBy } from './joint.ts';
import type { Name } from './name.ts';

/** Sectors under one head, so that hostile input stays cheap. */
const MOST_SECTORS = 120;

/** The head of a list whose names share it: a bare plural head before a colon or before a sector (`Các Bộ: Công Thương, …`; `Sở Tài chính, Nội vụ`). */
export function sharedHead(words: readonly Word[], from: number, name: Name): Name | null {
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
  return isBareSector(words, next, words[name.headEnd]?.folded === ':') ? name : null;
}

/** Gives a shared head to each sector of the list. */
export function giveHead(text: string, words: readonly Word[], name: Name): { parties: PartyMention[]; end: number } | null {
  const bare = text.slice(words[name.head]!.start, words[name.headEnd - 1]!.end);
  const head = bare.charAt(0).toUpperCase() + bare.slice(1);
  const parties: PartyMention[] = [];
  let at = words[name.headEnd]?.folded === ':' ? name.headEnd + 1 : name.headEnd;
  let end = at;
  while (parties.length < MOST_SECTORS) {
    const sector = sectorNames.longest(words, at);
    if (sector === null || words[at]?.capital !== true) break;
    end = at + sector.length;
    const span = { start: words[at]!.start, end: words[end - 1]!.end };
    parties.push({ span, name: `${head} ${text.slice(span.start, span.end)}`, kind: 'body' });
    const next = joinedBy(words, end);
    if (next === null) break;
    if (!isBareSector(words, next, words[name.headEnd]?.folded === ':')) break;
    at = next;
  }
  return parties.length === 0 ? null : { parties, end };
}

/** True for a sector that needs the shared head; behind a comma alone `Công an` may be a body of its own, behind a colon it is not. */
function isBareSector(words: readonly Word[], at: number, colon: boolean): boolean {
  const sector = sectorNames.longest(words, at);
  const head = heads.longest(words, at);
  if (sector === null) return false;
  return head === null || (sector.length >= head.length && (colon || head.value !== 'body'));
}
