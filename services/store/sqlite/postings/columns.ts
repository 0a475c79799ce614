import { facetNames } from '#mappings/fields.ts';
import { type Holding, holdings } from '#services/query/query.ts';
import type { FacetName } from '#services/store/port.ts';
import type { Connection } from '../connection.ts';
import { readFeatures } from './features.ts';
import { damaged } from './varints.ts';
import type { Columns, FacetColumn } from './wordIndex.ts';

/** The features of all documents, loaded once and then brought up to date with what came and what went. */
export interface LoadedColumns {
  readonly columns: Columns;
  /** Rows that went since loading, in that order. */
  readonly removed: readonly number[];
  /** Reads what is new. `size` is one more than the largest row that any document has had. */
  update(connection: Connection, size: number): void;
}

interface GrowingFacet {
  readonly texts: string[];
  starts: Int32Array;
  values: Int32Array;
  used: number;
}

const grown = <T extends Int32Array | Uint8Array>(array: T, wanted: number, make: (length: number) => T): T => {
  if (wanted <= array.length) return array;
  const larger = make(Math.max(wanted, Math.ceil(array.length * 1.5), 1024));
  larger.set(array);
  return larger;
};
const numbers = (length: number) => new Int32Array(length);
const bytes = (length: number) => new Uint8Array(length);
const texts = ['title', 'parts', 'body'] as const;

export function emptyColumns(): LoadedColumns {
  let size = 0;
  let documents = 0;
  let lastRemoval = 0;
  let live = bytes(0);
  let holds = bytes(0);
  const ids: string[] = [];
  const dates: string[] = [];
  const accepted: string[] = [];
  const lengths = { title: numbers(0), parts: numbers(0), body: numbers(0) };
  const totals = { title: 0, parts: 0, body: 0 };
  const facets = Object.fromEntries(
    facetNames.map((name): [FacetName, GrowingFacet] => [name, { texts: [], starts: numbers(1), values: numbers(0), used: 0 }]),
  ) as Record<FacetName, GrowingFacet>;
  const removed: number[] = [];
  /** Days stand many times: one text for all. */
  const days = new Map<string, string>();

  function reserve(wanted: number): void {
    live = grown(live, wanted, bytes);
    holds = grown(holds, wanted, bytes);
    for (const name of texts) lengths[name] = grown(lengths[name], wanted, numbers);
    for (const name of facetNames) facets[name].starts = grown(facets[name].starts, wanted + 1, numbers);
  }

  /** Rows before `row` that no document has any more. */
  function passOver(row: number): void {
    for (; size < row; size++) {
      ids.push('');
      dates.push('');
      accepted.push('');
      for (const name of facetNames) facets[name].starts[size + 1] = facets[name].used;
    }
  }

  function add(row: number, found: Readonly<Record<string, unknown>>): void {
    passOver(row);
    const block = readFeatures(found.features as Uint8Array);
    const date = String(found.date ?? '');
    ids.push(String(found.id));
    if (!days.has(date)) days.set(date, date);
    dates.push(days.get(date) ?? date);
    accepted.push(String(found.accepted));
    live[row] = 1;
    holds[row] = block.holds;
    for (const [at, name] of texts.entries()) {
      lengths[name][row] = block.lengths[at] ?? 0;
      totals[name] += block.lengths[at] ?? 0;
    }
    for (const [at, name] of facetNames.entries()) addValues(facets[name], row, block.facets[at] ?? []);
    documents++;
    size++;
  }

  function addValues(facet: GrowingFacet, row: number, values: readonly number[]): void {
    facet.values = grown(facet.values, facet.used + values.length, numbers);
    for (const value of values) {
      if (value >= facet.texts.length) throw damaged('a document has a value that is not told');
      facet.values[facet.used++] = value;
    }
    facet.starts[row + 1] = facet.used;
  }

  function take(row: number): void {
    if (live[row] !== 1) return;
    live[row] = 0;
    documents--;
    ids[row] = '';
    for (const name of texts) totals[name] -= lengths[name][row] ?? 0;
    removed.push(row);
  }

  function readValues(connection: Connection): void {
    const statement = connection.statement('SELECT number, text FROM facet_value WHERE facet = ? AND number >= ? ORDER BY number');
    for (const [facet, name] of facetNames.entries()) {
      const known = facets[name].texts;
      for (const { number, text } of statement.all(facet, known.length)) {
        if (number !== known.length) throw damaged('a value of a facet is missing');
        known.push(String(text));
      }
    }
  }

  function update(connection: Connection, wanted: number): void {
    if (size === 0) lastRemoval = Number(connection.statement('SELECT coalesce(max(number), 0) AS last FROM removal').get()?.last);
    const removals = connection.statement('SELECT number, row FROM removal WHERE number > ? ORDER BY number');
    for (const { number, row } of removals.all(lastRemoval)) {
      take(Number(row));
      lastRemoval = Number(number);
    }
    readValues(connection);
    reserve(wanted);
    const added = connection.statement('SELECT row, id, date, accepted, features FROM feature WHERE row >= ? ORDER BY row');
    for (const found of added.iterate(size)) {
      if (Number(found.row) >= wanted) throw damaged('a document stands in no segment');
      add(Number(found.row), found);
    }
    passOver(wanted);
  }

  const columns: Columns = {
    get size() {
      return size;
    },
    get documents() {
      return documents;
    },
    get live() {
      return live;
    },
    ids,
    dates,
    accepted,
    lengths,
    totals,
    facets: facets satisfies Record<FacetName, FacetColumn>,
    has: (row: number, what: Holding) => ((holds[row] ?? 0) & (1 << holdings.indexOf(what))) !== 0,
  };
  return { columns, removed, update };
}
