import { Failure } from '#ingest/model/failure.ts';
import { type LinkFilter, mostWalked, mostWitnesses, type StatementsRequest, type WalkRequest } from '#services/works/link.ts';

/** Most hits, tasks or ids in one answer, of every engine. */
const largestPage = 1000;

/** A number of entries asked for; `bad-request` where it is none, or too large. */
export function bounded(limit: number): number {
  if (Number.isInteger(limit) && limit >= 0 && limit <= largestPage) return limit;
  throw new Failure('bad-request', `At most ${largestPage} entries can be asked for at once, not ${limit}.`);
}

/** A page asked for; `bad-request` where it begins nowhere, or is too large. */
export function boundedPage({ from = 0, size }: { readonly from?: number; readonly size: number }): { from: number; size: number } {
  if (Number.isSafeInteger(from) && from >= 0) return { from, size: bounded(size) };
  throw new Failure('bad-request', `A page cannot begin at ${from}.`);
}

/** A walk asked for; `bad-request` where it is wider than any may be, or its filter cannot be. */
export function boundedWalk(request: WalkRequest): WalkRequest {
  const within = (number: number, least: number, most: number) => Number.isInteger(number) && number >= least && number <= most;
  if (!within(request.limit, 1, mostWalked)) throw new Failure('bad-request', `A walk can meet 1 to ${mostWalked} works.`);
  if (!within(request.witnesses, 0, mostWitnesses)) throw new Failure('bad-request', `A link can show 0 to ${mostWitnesses} witnesses.`);
  if (!within(request.depth, 0, mostWalked)) throw new Failure('bad-request', `A walk cannot take ${request.depth} steps.`);
  return { ...request, filter: boundedFilter(request.filter) };
}

/** Which links are wanted; `bad-request` where a bound is neither a date nor the year or month of one (ISO). */
export function boundedFilter(filter: LinkFilter): LinkFilter {
  for (const date of [filter.from, filter.to])
    if (date !== null && !/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(date)) throw new Failure('bad-request', `${date} is no date (YYYY-MM-DD).`);
  return filter;
}

/** A page of statements asked for; `bad-request` where it is too large, or its filter cannot be. */
export function boundedStatements(request: StatementsRequest): StatementsRequest {
  return { ...request, size: bounded(request.size), filter: boundedFilter(request.filter) };
}

/** Most values of a facet in one answer. */
export const mostInFacet = 100;
/** Milliseconds that one search may take; what is found until then is told, as partial. */
export const searchTime = 2000;
