import { hitRules } from '#services/query/query.ts';
import type { SearchHit } from './port.ts';

/** Where hits stand, by what put them there: before all others those whose whole title was typed (wholeTitle.ts), then rule by rule. */
export const ranks = ['whole', ...hitRules] as const;
export type Rank = (typeof ranks)[number];

/** What is told of a hit of this rank. */
export function toldOf(rank: Rank): Pick<SearchHit, 'rule' | 'whole'> {
  return rank === 'whole' ? { rule: 'title', whole: true } : { rule: rank };
}
