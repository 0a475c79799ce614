import type { Store } from '#services/store/port.ts';
import { mostWalked, type Statement, type StatementsPage, type StatementsRequest } from '#services/works/link.ts';
import type { Place } from '#services/works/place.ts';
import type { Work } from '#services/works/work.ts';

/** Statements that are read at once, and at most for one page: where a place has few of very many, a page may be short or empty and have a next one. */
const readAtOnce = 1000;
const mostRead = 20_000;

/** What a page is narrowed to, beside its statements. */
export interface NarrowedPage extends StatementsPage {
  /** Scopes of the works of the place that statements lead to. */
  readonly scopes: readonly string[];
  /** How many such works there are. */
  readonly there: number;
}

/** A page of the statements whose far end is a work of the place; `total` counts these, of the first `mostWalked` works that are linked. */
export async function statementsWithin(index: Store, { size, after, ...request }: StatementsRequest, place: Place): Promise<NarrowedPage> {
  const { work, direction, other, filter } = request;
  const { nodes, links, truncated } = await index.walkBriefly({
    ...{ roots: [work], direction, depth: 1, filter, limit: mostWalked, witnesses: 0 },
  });
  const those = nodes.filter((node) => node.depth !== 0 && (other === undefined || node.work.id === other) && place.isOf(node.work));
  const ids = new Set(those.map((node) => node.work.id));
  const total = links.reduce((sum, { from, to, claims }) => {
    const [near, far] = direction === 'up' ? [from, to] : [to, from];
    return near === work && ids.has(far) ? sum + claims : sum;
  }, 0);
  const told = {
    total,
    scopes: [...new Set(those.flatMap((node) => node.work.scope ?? []))].sort(),
    there: those.length,
  };
  const found: Statement[] = [];
  const works = new Map<string, Work>();
  let from = after;
  if (size === 0) return { ...told, statements: [], works: [], next: total === 0 ? null : await cursorAfter(0) };
  if (total === 0 && !truncated) return { ...told, statements: [], works: [], next: null };
  for (let read = 0; read < mostRead; read += readAtOnce) {
    const page = await index.statements({ ...request, size: readAtOnce, ...(from === undefined ? {} : { after: from }) });
    const isThere = new Map(page.works.map((one) => [one.id, place.isOf(one)]));
    for (const one of page.works) works.set(one.id, one);
    for (const [at, statement] of page.statements.entries()) {
      if (isThere.get(direction === 'up' ? statement.to : statement.from) !== true) continue;
      found.push(statement);
      if (found.length < size) continue;
      const isLast = after === undefined && !truncated && found.length === total;
      return { ...told, statements: found, works: worksOf(found), next: isLast ? null : await cursorAfter(at + 1) };
    }
    from = page.next ?? undefined;
    if (from === undefined) break;
  }
  return { ...told, statements: found, works: worksOf(found), next: from ?? null };

  function worksOf(statements: readonly Statement[]): readonly Work[] {
    const ends = new Set(statements.map(({ from, to }) => (direction === 'up' ? to : from)));
    return [...ends].sort().map((id) => works.get(id)!);
  }

  /** A store tells cursors of the ends of its pages: so one that ends behind these. */
  async function cursorAfter(count: number): Promise<string | null> {
    return (await index.statements({ ...request, size: count, ...(from === undefined ? {} : { after: from }) })).next;
  }
}
