import { DatabaseSync } from 'node:sqlite';
import { kindNames, type Relation } from '#ingest/model/relation.ts';
import { kindsOf, type LinkFilter, type WalkRequest } from '#services/works/link.ts';
import { dateOf, hubs, workOf } from './collection.ts';

export const most = 1000;
export const hops = 3;

/** One walk, asked both ways. */
export interface Asked {
  readonly kind: string;
  readonly root: number;
  readonly request: WalkRequest;
}

const relations: readonly (Relation | null)[] = ['implements', 'basis', null];
/** Years that a walk goes back or on from the date of its root; null for all. */
const periods: readonly (number | null)[] = [3, 8, null];

/** Walks up and down from documents of every age, one in ten from one that is cited by thousands; by every relation and period. */
export function walksOver(count: number, walks: number): Asked[] {
  return Array.from({ length: walks }, (_, at): Asked => {
    const isHub = at % 10 === 9;
    const root = isHub ? Math.floor(at / 10) % hubs : Math.floor(((at * 7919) % walks) * (count / walks));
    const direction = Math.floor(at / 9) % 2 === 0 ? 'down' : 'up';
    const relation = relations[at % relations.length] ?? null;
    const [from, to] = boundsOf(dateOf(root, count), direction, periods[Math.floor(at / 3) % periods.length] ?? null);
    const filter: LinkFilter = { kinds: relation === null ? null : [relation], from, to };
    return {
      kind: `${direction}${isHub ? ', from a hub' : ''}`,
      root,
      request: { roots: [workOf(root, count)], direction, depth: hops, filter, limit: most, witnesses: 1 },
    };
  });
}

function boundsOf(date: string, direction: 'up' | 'down', years: number | null): readonly [string | null, string | null] {
  if (years === null) return [null, null];
  const other = `${Number(date.slice(0, 4)) + (direction === 'up' ? -years : years)}${date.slice(4)}`;
  return direction === 'up' ? [other, date] : [date, other];
}

export interface Bare {
  /** How many nodes it meets. */
  walk(asked: Asked): number;
  close(): void;
}

/** The same over whole numbers alone: no works, no words, no paths, and no order where there are too many. */
export function openBare(path: string): Bare {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768');
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const statementFor = (text: string) => {
    const known = statements.get(text) ?? database.prepare(text);
    statements.set(text, known);
    return known;
  };
  return {
    walk({ root, request: { direction, filter } }) {
      const [near, far] = direction === 'up' ? ['"from"', '"to"'] : ['"to"', '"from"'];
      const kinds =
        filter.kinds === null ? '' : `AND e.kind IN (${[...kindsOf(filter)].map((kind) => kindNames.indexOf(kind)).join(', ')})`;
      const number = (date: string) => Number(date.replaceAll('-', ''));
      const period = filter.from === null || filter.to === null ? '' : `AND e.date BETWEEN ${number(filter.from)} AND ${number(filter.to)}`;
      const statement = statementFor(
        `WITH RECURSIVE met (node, depth) AS (SELECT ?, 0 UNION
          SELECT e.${far}, met.depth + 1 FROM met JOIN edge e ON e.${near} = met.node WHERE met.depth < ${hops} ${kinds} ${period})
          SELECT node, depth FROM met LIMIT ${most}`,
      );
      return statement.all(root).length;
    },
    close: () => database.close(),
  };
}
