import type { PartyMention } from '#ingest/model/duty.ts';
import { jointly } from '#ingest/vocabulary/duties.ts';
import { partiesAt } from '../parties.ts';
import type { Word } from '../words.ts';

/** The bodies that are to join in: those named after `phối hợp (chặt chẽ) (với)`. `thống nhất với` and `trao đổi với` name none. */
export function coordinatorsIn(text: string, words: readonly Word[], assignees: readonly PartyMention[]): PartyMention[] {
  const found: PartyMention[] = [];
  for (let at = 0; at + 2 < words.length; at += 1) {
    if (words[at]!.folded !== 'phối' || words[at + 1]!.folded !== 'hợp') continue;
    let from = at + 2;
    for (let link = jointly.longest(words, from); link !== null; link = jointly.longest(words, from)) from += link.length;
    if (words[from]?.folded === ':') from += 1;
    const list = partiesAt(text, words, from, 'called');
    if (list === null) continue;
    for (const party of list.parties) {
      const taken = [...assignees, ...found].some((other) => other.span.start === party.span.start || other.name === party.name);
      if (!taken) found.push(party);
    }
  }
  return found;
}
