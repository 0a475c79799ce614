import type { PartyMention } from '#ingest/model/duty.ts';
import type { Party } from '#ingest/model/task.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';

/** True for a body or an office; people at large (cán bộ, đảng viên) are none. */
export function isNamedBody(party: PartyMention): boolean {
  return party.kind !== 'people';
}

/** Those who are to act: the named bodies, or, where there is none, the people. Each name once. */
export function partiesOf(mentions: readonly PartyMention[], inherited: boolean): Party[] {
  const named = mentions.filter(isNamedBody);
  const chosen = named.length > 0 ? named : mentions;
  const parties: Party[] = [];
  const known = new Set<string>();
  for (const { name, span } of chosen) {
    const words = oneLine(name);
    const small = chosen.length === 1 ? words : words.toLowerCase();
    if (!known.has(small)) parties.push({ name: words, span, inherited });
    known.add(small);
  }
  return parties;
}
