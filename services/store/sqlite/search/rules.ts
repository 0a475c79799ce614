import type { Query } from '#services/query/query.ts';
import { type Rank, ranks } from '#services/store/ranks.ts';
import { scoringTerms, standing } from '#services/store/standing.ts';
import { titlesTyped } from '#services/store/wholeTitle.ts';
import { beginEvaluation, type Evaluation, holding, numberWord } from './matching.ts';
import { both, firstFrom, type Rows } from './rows.ts';

const place = (rank: Rank) => ranks.indexOf(rank);

/**
 * Why each of these documents, which match, stands where it does, by the place of its rank in `ranks`. Rules are asked of the few documents with words in their
 * titles and headings; all others are found by their text. `whole` is false where time was over before all had been looked at.
 */
export function rulesOf(evaluation: Evaluation, { terms }: Query, rows: Rows): { readonly rules: Uint8Array; readonly whole: boolean } {
  const scoring = scoringTerms(terms);
  if (scoring.length === 0) return { rules: new Uint8Array(rows.length).fill(place('none')), whole: true };
  const { view, clock, isCut } = evaluation;
  const rules = new Uint8Array(rows.length).fill(place('text'));
  const all = { kind: 'all', of: terms.map(standing) } as const;
  const apart = beginEvaluation(view, clock, isCut);
  set(rules, rows, holding(apart, all, rows, ['parts']), place('part'));
  set(rules, rows, holding(apart, all, rows, ['title']), place('title'));
  for (const term of scoring) {
    if (term.kind === 'symbol') set(rules, rows, both(view.list('own', numberWord(term)).rows, rows), place('number'));
  }
  for (const token of titlesTyped(terms)) set(rules, rows, both(view.marks('titled', token), rows), place('whole'));
  return { rules, whole: apart.reached === Number.MAX_SAFE_INTEGER };
}

/** Of `rows`, those of `some` get this rule. */
function set(rules: Uint8Array, rows: Rows, some: Rows, rule: number): void {
  for (let at = 0, found = 0; at < some.length; at++) {
    found = firstFrom(rows, some[at] as number, found);
    rules[found] = rule;
  }
}
