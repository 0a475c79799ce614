import type { Speakers } from '#services/store/port.ts';
import type { Connection } from '../connection.ts';
import type { Current } from './catchUp.ts';
import { eachOf } from './lists.ts';
import type { Graph } from './openGraph.ts';
import { unpackNaming } from './packed.ts';

/** The documents that use these namings, of each the first `each` by id. */
export function speakers(connection: Connection, graph: Graph, namings: readonly string[], each: number): Speakers[] {
  const find = connection.statement('SELECT id, symbol, value FROM naming WHERE hash = ? AND documents > 0');
  return graph.ask((current) =>
    namings.flatMap((naming): Speakers[] => {
      const found = /^[0-9a-f]{16}$/u.test(naming) ? find.get(Buffer.from(naming, 'hex')) : undefined;
      if (found === undefined) return [];
      const { holder } = unpackNaming(String(found.symbol), String(found.value));
      if (holder !== null) return [{ naming, documents: [holder].slice(0, each), total: 1 }];
      const rows = speakersOf(current, Number(found.id));
      return [{ naming, documents: rows.slice(0, each).map((row) => current.graph.ids[row] as string), total: rows.length }];
    }),
  );
}

/** Rows of the documents whose statements bear this naming, in order of id. */
function speakersOf({ graph: { arcs, up, down, labels }, gone }: Current, naming: number): number[] {
  const rows = new Set<number>();
  for (const lists of [up, down])
    eachOf(lists, naming, (arc) => {
      rows.add(arcs.document[arc] as number);
      return true;
    });
  return [...rows].filter((row) => gone === null || gone[row] !== 1).sort((a, b) => (labels[a] as number) - (labels[b] as number));
}
