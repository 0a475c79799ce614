import type { Query } from '#services/query/query.ts';
import { ranks } from '#services/store/ranks.ts';
import { scoringTerms } from '#services/store/standing.ts';
import type { IndexView } from '../postings/wordIndex.ts';
import type { Found } from './ordering.ts';

const [whole, inTitle] = [ranks.indexOf('whole'), ranks.indexOf('title')];
/** What a title of nothing else adds, as a share of the score. */
const most = 0.5;

/** Of documents whose titles hold all that is looked for, the one whose title says little else is rather meant. */
export function addFitting({ columns }: IndexView, { terms }: Query, { rows, rules, scores }: Found): void {
  const words = scoringTerms(terms).reduce((sum, term) => sum + ('words' in term ? term.words.length : 1), 0);
  for (let at = 0; at < rows.length; at++) {
    if (rules[at] !== inTitle && rules[at] !== whole) continue;
    const length = columns.lengths.title[rows[at] as number] as number;
    scores[at] = (scores[at] as number) * (1 + most * Math.min(1, words / Math.max(1, length)));
  }
}
