import { Failure } from '#ingest/model/failure.ts';
import { facetNames } from '#mappings/fields.ts';
import type { Query } from '#services/query/query.ts';
import { boundedPage } from '#services/store/bounds.ts';
import { pairsOf } from '#services/store/nearness.ts';
import type { SearchHit, SearchPage, SearchRequest } from '#services/store/port.ts';
import { ranks, toldOf } from '#services/store/ranks.ts';
import { scoringTerms } from '#services/store/standing.ts';
import { type Connection, reading } from '../connection.ts';
import type { IndexView, WordIndex } from '../postings/wordIndex.ts';
import { summaryColumns, summaryOf } from '../record.ts';
import { type Clock, startClock } from './clock.ts';
import { facetsOf } from './facets.ts';
import { addFitting } from './fitting.ts';
import { inTime } from './inTime.ts';
import { beginEvaluation, matching } from './matching.ts';
import { addNearness, mostNear } from './nearness.ts';
import { behind, comparing, cursorOf, type Found, firstOf, standingAfter, standingOf } from './ordering.ts';
import { rulesOf } from './rules.ts';
import { scoresOf } from './scoring.ts';

/** One page of what matches, and the facets of all that does. */
export function search(
  connection: Connection,
  index: WordIndex,
  query: Query,
  request: SearchRequest,
  clock: Clock = startClock(),
): SearchPage {
  return reading(connection, () => {
    const view = index.view();
    const { page, found, ...rest } = evaluate(view, query, request, clock);
    const statement = connection.statement(`SELECT ${summaryColumns} FROM document d WHERE d.row = ?`);
    const hits = Array.from(page, (at): SearchHit => {
      const row = statement.get(found.rows[at] as number);
      if (row === undefined) throw new Failure('collection-damaged', 'The word index holds a document that is not there.');
      return { document: summaryOf(row), ...toldOf(ranks[found.rules[at] as number] ?? 'none'), score: found.scores[at] as number };
    });
    return { ...rest, hits };
  });
}

/** What is found, and which of it (by place) stand on the page. */
export interface Evaluated extends Omit<SearchPage, 'hits'> {
  readonly found: Found;
  readonly page: Int32Array;
}

/** @throws Failure `bad-request` for a page that begins nowhere or is too large, and for a cursor that no answer in this order gave. */
export function evaluate(index: IndexView, query: Query, request: SearchRequest, clock: Clock): Evaluated {
  const { from, size } = boundedPage(request);
  const { order = 'relevance', after, facets = facetNames } = request;
  if (after !== undefined && from > 0)
    throw new Failure('bad-request', 'A page begins behind a cursor or behind a number of hits, not both.');
  const standing = after === undefined ? null : standingAfter(after, order);
  const { view, isCut } = inTime(index, clock);
  const { columns } = view;

  const evaluation = beginEvaluation(view, clock, isCut);
  const rows = matching(evaluation, query);
  let partial = evaluation.reached < Number.MAX_SAFE_INTEGER;
  const { rules, whole } = rulesOf(evaluation, query, rows);
  partial ||= !whole || isCut();
  const found: Found = { rows, rules, scores: scoresOf(evaluation, scoringTerms(query.terms), rows) };
  addFitting(view, query, found);
  const compare = comparing(order, columns, found);
  const all = new Int32Array(rows.length);
  for (let at = 0; at < all.length; at++) all[at] = at;
  if (order === 'relevance') {
    const pairs = pairsOf(query);
    if (pairs.length > 0) addNearness(evaluation, pairs, found, firstOf(all, mostNear, compare).sort());
  }
  const left = standing === null ? all : behind(order, columns, found, standing);
  const reached = firstOf(left, from + size + 1, compare);
  const page = reached.subarray(from, from + size);
  const last = page.at(-1);
  const next = last === undefined || reached.length <= from + size ? null : cursorOf(order, standingOf(order, columns, found, last));
  return { total: rows.length, ...facetsOf(columns, rows, facets), next, partial, found, page };
}
