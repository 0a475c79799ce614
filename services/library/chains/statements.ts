import type { Store } from '#services/store/port.ts';
import type { StatementsPage, StatementsRequest } from '#services/works/link.ts';
import { placeOf } from '#services/works/place.ts';
import type { StatementList } from '../shapes.ts';
import { type ChainFilter, filterOf } from './filter.ts';
import { told } from './findings.ts';
import type { MeantWork } from './known.ts';
import { meantBy } from './meant.ts';
import { unitNotFollowed } from './reform.ts';
import { type NarrowedPage, statementsWithin } from './statementsWithin.ts';
import { statementOf, summariesFor, viewOf } from './view.ts';

export interface StatementsAsked extends ChainFilter {
  readonly of: string;
  /** `up`: what is stated of what it rests on; `down`: of what came of it. */
  readonly direction: 'up' | 'down';
  /** Only statements of `of` and this one. */
  readonly other?: string | undefined;
  /** A province or unit: only statements that lead to its works, or to those of its predecessors and successors. */
  readonly within?: string | undefined;
  readonly size: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
}

/**
 * A page of all that is stated of a work, or of a pair.
 *
 * @throws Failure `not-found`, `bad-request` (also for a cursor that no answer gave).
 */
export async function statements(index: Store, request: StatementsAsked): Promise<StatementList> {
  const { direction, size, after } = request;
  const filter = filterOf(request);
  const meant = await meantBy(index, request.of);
  const others = request.other === undefined ? null : await meantBy(index, request.other);
  if (meant.length > 1 || (others?.length ?? 0) > 1) {
    return {
      ...{ work: null, other: null, total: 0, statements: [], works: [], next: null, within: null, ...told([]) },
      choices: meant.length > 1 ? await viewsOf(index, meant) : [],
      choicesOther: others !== null && others.length > 1 ? await viewsOf(index, others) : [],
    };
  }
  const [{ work }] = meant;
  const other = others?.[0].work ?? null;
  const asked: StatementsRequest = {
    ...{ work: work.id, direction, filter, size },
    ...(other === null ? {} : { other: other.id }),
    ...(after === undefined ? {} : { after }),
  };
  const place = request.within === undefined ? null : placeOf(request.within);
  const {
    scopes = [],
    there = 0,
    ...page
  }: StatementsPage & Partial<NarrowedPage> = place === null ? await index.statements(asked) : await statementsWithin(index, asked, place);
  const works = [work, ...(other === null ? [] : [other]), ...page.works];
  const summaries = await summariesFor(index, { works, documents: page.statements.map(({ witness }) => witness.document) });
  return {
    work: viewOf(work, summaries),
    other: other === null ? null : viewOf(other, summaries),
    total: page.total,
    statements: page.statements.map((statement) => statementOf(statement, summaries)),
    works: page.works.map((one) => viewOf(one, summaries)),
    next: page.next,
    within:
      place === null ? null : { asked: request.within!, scopes: [...scopes], line: place.line.map((step) => ({ ...step })), works: there },
    ...told(place?.isUnit === true ? [unitNotFollowed(request.within!, scopes)] : []),
    choices: [],
    choicesOther: [],
  };
}

export async function viewsOf(index: Store, meant: readonly MeantWork[]) {
  const works = meant.map(({ work }) => work);
  const summaries = await summariesFor(index, { works });
  return works.map((work) => viewOf(work, summaries));
}
