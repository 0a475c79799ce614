import { compareText } from '#services/analysis/compareText.ts';
import { levelOf } from '#services/analysis/level.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import {
  everyLink,
  kindsOf,
  type Link,
  type LinkFilter,
  type LinkWitness,
  linksPerNode,
  rankOf,
  type Statement,
  type Walk,
  type WalkRequest,
} from '#services/works/link.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import { placeOf } from '#services/works/place.ts';
import { seriesAmong } from '#services/works/series.ts';
import { kindsStated, lessCertain, statedIn } from '#services/works/stated.ts';
import { type Hop, walkAtOnce, walkSteps } from '#services/works/walk.ts';
import { briefOf, type NamedSymbol, type Work } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';

type Graph = Pick<Store, 'named' | 'symbols' | 'series' | 'unheld' | 'rings' | 'speakers' | 'walk' | 'walkBriefly' | 'statements'>;

/**
 * The graph of a collection computed from nothing, in the plainest way: what every engine must answer after any order of puts, removals and decisions. A cursor of it
 * is a count.
 */
export function graphModel(documents: readonly StoredDocument[], decisions: readonly Decision[]): Graph {
  const records = documents.map(({ id, record }) => ({ id, ...statedIn(id, record) }));
  const users = new Map<string, { naming: Naming; documents: Set<string> }>();
  const use = (naming: Naming, document: string) => {
    const id = namingId(naming);
    const known = users.get(id) ?? { naming, documents: new Set() };
    known.documents.add(document);
    users.set(id, known);
  };
  for (const { id, own, stated } of records) {
    use(own, id);
    for (const { subject, object } of stated) for (const naming of [subject, object]) if (naming.holder === null) use(naming, id);
  }
  const symbols = new Map<string, NamedSymbol>();
  for (const symbol of [...new Set([...users.values()].map(({ naming }) => naming.symbol))].sort(byUnits)) {
    const named = [...users].filter(([, { naming }]) => naming.symbol === symbol);
    symbols.set(symbol, {
      symbol,
      named: named.map(([id, { naming, documents }]) => ({ id, naming, documents: documents.size })).sort((a, b) => byUnits(a.id, b.id)),
      decisions: decisions.filter((decision) => decision.symbol === symbol).sort((a, b) => byUnits(a.id, b.id)),
    });
  }
  const works = new Map<string, Work>();
  const placed = new Map(
    [...symbols.values()].flatMap((symbol) => {
      const found = worksOf(symbol);
      for (const work of found.works) works.set(work.id, work);
      return [...found.placed];
    }),
  );
  const statements: Statement[] = records
    .flatMap(({ stated }) => stated)
    .toSorted((a, b) => byOrder(a.witness, b.witness))
    .map(({ subject, object, witness }) => {
      const [from, to] = [placed.get(namingId(subject))!, placed.get(namingId(object))!];
      return { from: from.work, to: to.work, witness: { ...witness, identified: lessCertain(from.identified, to.identified) } };
    });
  const passing = (filter: LinkFilter) => {
    const kinds = kindsOf(filter);
    return statements.filter(({ from, to, witness: { kind, date } }) => {
      const within =
        (filter.from === null || (date !== null && date >= filter.from)) && (filter.to === null || (date !== null && date <= filter.to));
      return from !== to && kinds.has(kind) && within;
    });
  };
  const walk = async (request: WalkRequest): Promise<Walk> => {
    const open = passing(request.filter);
    const roots = request.roots.filter((root) => works.has(root));
    const { depths, truncated } = walkAtOnce(walkSteps(roots, request), ({ frontier, step, isMet, room }: Hop<string>) => {
      const inside = new Set(frontier);
      const found = new Set<string>();
      for (const { from, to } of open) {
        const [near, far] = step === -1 ? [from, to] : [to, from];
        if (inside.has(near) && !isMet(far)) found.add(far);
      }
      return { found: [...found].slice(0, room), more: found.size > room };
    });
    const pairs = Map.groupBy(
      open.filter(({ from, to }) => depths.has(from) && depths.has(to)),
      ({ from, to }) => JSON.stringify([from, to]),
    );
    const all = Array.from(pairs.values(), (of): Link => {
      const witnesses = of.map(({ witness }): LinkWitness => witness);
      return linkOf(of[0]!.from, of[0]!.to, witnesses, request.witnesses);
    }).sort((a, b) => byUnits(a.from, b.from) || byUnits(a.to, b.to));
    const links = all.slice(0, request.limit * linksPerNode);
    const nodes = Array.from(depths, ([id, depth]) => ({ work: works.get(id)!, depth })).sort(
      (a, b) => Math.abs(a.depth) - Math.abs(b.depth) || a.depth - b.depth || byUnits(a.work.id, b.work.id),
    );
    return { nodes, links, truncated: truncated || links.length < all.length };
  };
  return {
    named: async (asked) =>
      asked.map((symbol) => symbols.get(symbol) ?? { symbol, named: [], decisions: decisions.filter((one) => one.symbol === symbol) }),
    symbols: async (after, limit) => [...symbols.keys()].filter((symbol) => after === null || symbol > after).slice(0, limit),
    series: async () => seriesAmong(works.keys()),
    unheld: async ({ level, type, within, least, from, size }) => {
      const couldBeHeld = ({ maybe }: Work) => Number(maybe.some((possible) => works.get(possible.work)!.held.length > 0));
      const unknowns = ({ scope, term }: Work) => Number(scope === null) + Number(term === null);
      const all = [...works.values()]
        .filter((work) => work.held.length === 0 && work.cited >= least)
        .filter((work) => level === null || levelOf(work.key, work.scope) === level)
        .filter((work) => type === null || work.type?.toUpperCase() === type.toUpperCase())
        .filter((work) => within === null || placeOf(within).isOf(work))
        .sort((a, b) => b.cited - a.cited || couldBeHeld(a) - couldBeHeld(b) || unknowns(a) - unknowns(b) || byUnits(a.id, b.id));
      return { total: all.length, works: all.slice(from, from + size) };
    },
    rings: async (shown) => {
      const links = passing(everyLink);
      const reached = new Map(
        [...works.keys()].sort(byUnits).map((id) => {
          const met = new Set<string>();
          for (let open = [id]; open.length > 0; ) {
            open = links.filter(({ from, to }) => open.includes(from) && !met.has(to)).map(({ to }) => to);
            for (const to of open) met.add(to);
          }
          return [id, met];
        }),
      );
      const groups = [...reached].map(([id, met]) => [...met].filter((other) => reached.get(other)!.has(id)).sort(byUnits));
      return groups
        .filter((group, at) => group.length > 2 && group[0] === [...reached.keys()][at])
        .map((group) => {
          const pairs = new Set(
            links.filter(({ from, to }) => group.includes(from) && group.includes(to)).map(({ from, to }) => JSON.stringify([from, to])),
          );
          const among = Array.from(pairs, (pair) => JSON.parse(pair) as [string, string]);
          among.sort(([a, b], [c, d]) => byUnits(a, c) || byUnits(b, d));
          return { works: group, links: among.slice(0, shown).map(([from, to]) => ({ from, to })) };
        });
    },
    speakers: async (namings, each) =>
      namings.flatMap((naming) => {
        const known = users.get(naming);
        return known === undefined ? [] : [{ naming, documents: [...known.documents].sort().slice(0, each), total: known.documents.size }];
      }),
    walk,
    walkBriefly: async (request) => {
      const { nodes, ...rest } = await walk(request);
      return { nodes: nodes.map(({ work, depth }) => ({ work: briefOf(work), depth })), ...rest };
    },
    statements: async ({ work, direction, other, filter, size, after }) => {
      const all = passing(filter).filter(({ from, to }) => {
        const [near, far] = direction === 'up' ? [from, to] : [to, from];
        return near === work && (other === undefined || far === other);
      });
      const start = after === undefined ? 0 : Number(after);
      const page = all.slice(start, start + size);
      const far = new Set(page.map(({ from, to }) => (direction === 'up' ? to : from)));
      return {
        statements: page,
        works: [...far].sort(byUnits).map((id) => works.get(id)!),
        total: all.length,
        next: start + size < all.length ? String(start + size) : null,
      };
    },
  };
}

/** The order of statements (see `StatementsRequest`). */
function byOrder(a: Omit<LinkWitness, 'identified'>, b: Omit<LinkWitness, 'identified'>): number {
  return (
    rankOf(a.kind) - rankOf(b.kind) ||
    compareText(a.date ?? '\u{10ffff}', b.date ?? '\u{10ffff}') ||
    compareText(a.document, b.document) ||
    a.position - b.position
  );
}

/** The link that statements of one pair make; `all` in the order of statements, of which `most` are shown. */
function linkOf(from: string, to: string, all: readonly LinkWitness[], most: number): Link {
  return { from, to, kinds: kindsStated(all), claims: all.length, witnesses: all.slice(0, most) };
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
