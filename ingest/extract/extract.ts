import type { AliasMention, CitationMention } from '#ingest/model/mention.ts';
import { aliasMentions, citationMentions } from './citations.ts';

/** Everything found in a text before it is known what it means, in reading order. */
export interface Mentions {
  readonly citations: readonly CitationMention[];
  readonly aliases: readonly AliasMention[];
}

/** All mentions of a repaired text. */
export function extract(text: string): Mentions {
  return { citations: citationMentions(text), aliases: aliasMentions(text) };
}
