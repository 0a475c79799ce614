import type { PartyMention } from '#ingest/model/duty.ts';
import { jointly } from '#ingest/vocabulary/duties.ts';
import { type PartyList, partiesAt } from '../parties.ts';
import { markOf, marksIn, type Word } from '../words.ts';

const joining = markOf('phối');

/** The bodies that are to join in: those named after `phối hợp (chặt chẽ) (với)`. `thống nhất với` and `trao đổi với` name none. */
export function coordinatorsIn(text: string, words: readonly Word[], assignees: readonly PartyMention[]): PartyMention[] {
  if ((marksIn(words) & joining) === 0) return [];
  const found: PartyMention[] = [];
  let taken: Set<string> | null = null;
  for (let at = 0; at + 2 < words.length; at += 1) {
    if (words[at]!.folded !== 'phối' || words[at + 1]!.folded !== 'hợp') continue;
    const list = partnersAt(text, words, at + 2);
    if (list === null) continue;
    taken ??= new Set(assignees.map(({ name }) => name));
    for (const party of list.parties) {
      if (!taken.has(party.name)) found.push(party);
      taken.add(party.name);
    }
  }
  return found;
}

/** The list of bodies right after the words `phối hợp`, which end before `words[from]`; null where none is named. */
export function partnersAt(text: string, words: readonly Word[], from: number): PartyList | null {
  let at = from;
  for (let link = jointly.longest(words, at); link !== null; link = jointly.longest(words, at)) at += link.length;
  if (words[at]?.folded === ':') at += 1;
  return partiesAt(text, words, at, 'called');
}
