import type { Query } from '#services/query/query.ts';
import type { SearchHit } from '#services/store/port.ts';
import { type Rank, toldOf } from '#services/store/ranks.ts';
import { scoringTerms, standing } from '#services/store/standing.ts';
import { titlesTyped } from '#services/store/wholeTitle.ts';
import { allOf, type Clause } from './clauses.ts';
import { filterClauses, oneOf } from './features.ts';
import { chosenBy, holdsWithin, nearnessParts, type Part, scored, sumOf } from './match.ts';
import { texts } from './texts.ts';

/**
 * A query as Elasticsearch ranks it. The score of a hit is that of its words and a multiple of `lift` for the rank that it has, so that hits of a
 * rank stand before all of the next one and the score itself tells the rank. `lift` is null where nothing scores.
 */
export interface Ranked {
  readonly clause: Clause;
  readonly lift: number | null;
}

/** The ranks that lift a hit, the highest first; each lifts by one more than the next. */
const lifting = ['whole', 'number', 'title', 'part'] as const satisfies readonly Rank[];

/**
 * Scores are held with 24 binary digits, so the lift is no larger than it must be, and a power of two: what parts two documents that are lifted is then
 * lost below some thousandth only.
 */
export function ranked(query: Query): Ranked {
  const words = scoringTerms(query.terms);
  if (words.length === 0) return { clause: chosenBy(query), lift: null };
  const parts = query.terms.map(scored);
  const gentle = nearnessParts(query);
  const lift = liftOver([...parts, ...gentle]);
  const tokens = words.flatMap((term) => (term.kind === 'symbol' ? [term.token] : []));
  const titles = titlesTyped(query.terms);
  const stood = query.terms.map(standing);
  const conditions: Readonly<Record<(typeof lifting)[number], Clause | null>> = {
    whole: titles.length === 0 ? null : oneOf('titled', titles),
    number: tokens.length === 0 ? null : oneOf('own_number', tokens),
    title: allOf(stood.map((term) => holdsWithin(term, texts.title))),
    part: allOf(stood.map((term) => holdsWithin(term, texts.parts))),
  };
  const lifts = lifting.flatMap((rank, at) => {
    const filter = conditions[rank];
    return filter === null ? [] : [{ constant_score: { filter, boost: (lifting.length - at) * lift } }];
  });
  const should = [{ dis_max: { queries: lifts } }, ...gentle.map(({ clause }) => clause)];
  return { clause: { bool: { must: parts.map(({ clause }) => clause), filter: filterClauses(query.filters), should } }, lift };
}

const liftOver = (parts: readonly Part[]) => 2 ** Math.ceil(Math.log2(1 + sumOf(parts)));

/** The rule that a score tells, and what of it the words made. */
export function ruleOf(score: number, lift: number | null): Pick<SearchHit, 'rule' | 'whole' | 'score'> {
  if (lift === null) return { rule: 'none', score: 0 };
  const lifted = Math.floor(score / lift);
  return { ...toldOf(lifting[lifting.length - lifted] ?? 'text'), score: score - lifted * lift };
}
