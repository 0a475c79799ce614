import { facetNames } from '#mappings/fields.ts';
import { mostInFacet } from '#services/store/bounds.ts';
import type { Facet, FacetName, Facets } from '#services/store/port.ts';
import type { Columns, FacetColumn } from '../postings/wordIndex.ts';
import { firstOf } from './ordering.ts';
import type { Rows } from './rows.ts';

/** The facets of these documents, of those asked for; `cut` names those with more values than are told. */
export function facetsOf(
  columns: Columns,
  rows: Rows,
  asked: readonly FacetName[],
): { readonly facets: Facets; readonly cut: readonly FacetName[] } {
  const counted = facetNames.map((name) => [name, asked.includes(name) ? facetOf(columns.facets[name], rows) : nothing] as const);
  return {
    facets: Object.fromEntries(counted.map(([name, { facets }]) => [name, facets])) as unknown as Facets,
    cut: counted.flatMap(([name, { cut }]) => (cut ? [name] : [])),
  };
}

interface Counted {
  readonly facets: readonly Facet[];
  readonly cut: boolean;
}
const nothing: Counted = { facets: [], cut: false };

/** Room to count in, kept between searches: arrays as long as there are values would be made and thrown away for each. All counts are 0 in between. */
let counts = new Int32Array(1024);
let met = new Int32Array(1024);

function facetOf({ texts, starts, values }: FacetColumn, rows: Rows): Counted {
  if (counts.length < texts.length) {
    counts = new Int32Array(texts.length * 2);
    met = new Int32Array(texts.length * 2);
  }
  let distinct = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const end = starts[row + 1] as number;
    for (let place = starts[row] as number; place < end; place++) {
      const value = values[place] as number;
      const count = counts[value] as number;
      if (count === 0) met[distinct++] = value;
      counts[value] = count + 1;
    }
  }
  const before = (a: number, b: number) => {
    const difference = (counts[b] as number) - (counts[a] as number);
    return difference !== 0 ? difference < 0 : (texts[a] as string) < (texts[b] as string);
  };
  const first = firstOf(met.subarray(0, distinct), mostInFacet, (a, b) => (before(a, b) ? -1 : 1));
  const facets = Array.from(first, (value) => ({ value: texts[value] ?? '', count: counts[value] ?? 0 }));
  for (let at = 0; at < distinct; at++) counts[met[at] as number] = 0;
  return { facets, cut: distinct > mostInFacet };
}
