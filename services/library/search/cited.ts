import { citedByIn, expandQuery } from '#services/query/expand.ts';
import type { AskedQuery, CitedByTerm, Query } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';
import { everyLink } from '#services/works/link.ts';
import { knownSymbols } from '../chains/known.ts';
import { worksMeant } from '../chains/meant.ts';

/** Most works that are cited by the bearers of one number, bearers included. */
const mostWorks = 10_000;
/** Most works whose possible other bearers are looked for. */
const mostUnsure = 200;

/** A query as a store can be asked it; `whole` is false where a number cites too much to follow all of it. */
export interface ResolvedQuery {
  readonly query: Query;
  readonly whole: boolean;
}

/** Finds out which held documents are meant where the query asks what another document cites (`đượcdẫnbởi:`). */
export async function resolved(index: Store, asked: AskedQuery): Promise<ResolvedQuery> {
  const cited = new Map<string, readonly string[]>();
  let whole = true;
  for (const term of citedByIn(asked)) {
    const found = await citedBy(index, term);
    cited.set(term.token, found.ids);
    whole &&= found.whole;
  }
  return { query: expandQuery(asked, ({ token }) => cited.get(token) ?? []), whole };
}

/** Ids of the held documents that are cited by the held documents which bear a number; those that could be meant by its words are among them. */
async function citedBy(index: Store, { key }: CitedByTerm): Promise<{ ids: readonly string[]; whole: boolean }> {
  const bearers = (await worksMeant(index, key, 'all')).filter(({ work }) => work.held.length > 0);
  if (bearers.length === 0) return { ids: [], whole: true };
  const roots = bearers.map(({ work }) => work.id);
  const { nodes, links, truncated } = await index.walk({
    ...{ roots, direction: 'up', depth: 1, filter: everyLink, limit: mostWorks, witnesses: 0 },
  });
  const isRoot = new Set(roots);
  const targets = new Set(links.filter(({ from }) => isRoot.has(from)).map(({ to }) => to));
  const works = nodes.filter(({ work }) => targets.has(work.id)).map(({ work }) => work);
  const unsure = works.filter((work) => work.held.length === 0 && work.maybe.length > 0);
  const possible = new Set(unsure.flatMap((work) => work.maybe.map((other) => other.work)));
  const symbols = unsure.slice(0, mostUnsure).map(({ symbol }) => symbol);
  const known = [...(await knownSymbols(index, symbols)).values()];
  const meant = [...works, ...known.flatMap(({ works }) => works.filter(({ id }) => possible.has(id)))];
  return { ids: [...new Set(meant.flatMap(({ held }) => held))], whole: !truncated && unsure.length <= mostUnsure };
}
