import { holdsPhrase, type Words, wordsIn } from '#services/analysis/words.ts';
import type { QueryWord } from '#services/query/query.ts';
import type { Columns, FacetColumn } from '../postings/wordIndex.ts';
import { noRows, type Rows } from './rows.ts';

/** The words of the values of a facet. Values are only ever added to a column, so that what was taken apart once stays right. */
const taken = new WeakMap<readonly string[], Words[]>();

export function wordsOfValues({ texts }: FacetColumn): readonly Words[] {
  let words = taken.get(texts);
  if (words === undefined) {
    words = [];
    taken.set(texts, words);
  }
  for (let at = words.length; at < texts.length; at++) words.push(wordsIn(texts[at] ?? ''));
  return words;
}

/** The values, by number, in which the words stand side by side. */
export function valuesWith(column: FacetColumn, wanted: readonly QueryWord[]): Uint8Array {
  const chosen = new Uint8Array(column.texts.length);
  if (wanted.length === 0) return chosen;
  for (const [number, words] of wordsOfValues(column).entries()) if (holdsPhrase(words, wanted)) chosen[number] = 1;
  return chosen;
}

/** Those of the values, by number, that are one of these. */
export function valuesAmong({ texts }: FacetColumn, wanted: readonly string[]): Uint8Array {
  const chosen = new Uint8Array(texts.length);
  for (const value of wanted) {
    const number = texts.indexOf(value);
    if (number >= 0) chosen[number] = 1;
  }
  return chosen;
}

/** The documents that have one of the chosen values. */
export function withValue({ starts, values }: FacetColumn, chosen: Uint8Array, among: Rows): Rows {
  if (!chosen.includes(1)) return noRows;
  const found = new Int32Array(among.length);
  let length = 0;
  for (let at = 0; at < among.length; at++) {
    const row = among[at] as number;
    const end = starts[row + 1] as number;
    for (let place = starts[row] as number; place < end; place++) {
      if (chosen[values[place] as number] !== 1) continue;
      found[length++] = row;
      break;
    }
  }
  return found.subarray(0, length);
}

/** Every document there is. */
export function everyRow({ live, size, documents }: Columns): Rows {
  const rows = new Int32Array(documents);
  for (let row = 0, length = 0; row < size && length < documents; row++) if (live[row] === 1) rows[length++] = row;
  return rows;
}
