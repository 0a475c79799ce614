import type { SentenceMention } from '#ingest/model/duty.ts';
import type { AliasMention, CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import { aliasMentions, citationMentions } from './citations.ts';
import { findDuties } from './duties.ts';

/** Everything found in a text before it is known what it means, in reading order. */
export interface Mentions {
  readonly citations: readonly CitationMention[];
  readonly aliases: readonly AliasMention[];
  readonly sentences: readonly SentenceMention[];
}

/** All mentions of a repaired text; the outline tells which of it is body. */
export function extract(text: string, outline: Outline): Mentions {
  return { citations: citationMentions(text), aliases: aliasMentions(text), sentences: findDuties(text, outline) };
}
