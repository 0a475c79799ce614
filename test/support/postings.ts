import { putPlaces } from '#services/store/sqlite/postings/blocks.ts';
import { written } from '#services/store/sqlite/postings/varints.ts';

/** The two blocks of a word that stands in these documents at these places, in a segment that begins at the row `first`. */
export function listOf(
  notes: readonly (readonly [row: number, place: number])[],
  first: number,
): { readonly rows: Uint8Array; readonly places: Uint8Array } {
  const rows = Int32Array.from(notes, ([row]) => row);
  const places = Int32Array.from(notes, ([, place]) => place);
  const list = putPlaces(rows, places, 0, notes.length, first);
  return { rows: written(list.rows).slice(), places: written(list.places).slice() };
}
