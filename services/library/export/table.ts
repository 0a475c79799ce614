/** One column of a table: its heading, its width in characters where a program shows columns, and the cell of a row. A `day` is an ISO date. */
export interface Column<Row> {
  readonly heading: string;
  readonly width: number;
  readonly as: 'text' | 'day' | 'count';
  readonly cell: (row: Row) => string | number | null;
}

/** Rows are taken in parcels of so many: one at a time is slow, all at once is the whole collection in memory. */
const parcel = 200;

/** The rows in parcels, in their order; the last may be smaller, none is empty. */
export async function* parcels<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let some: Row[] = [];
  for await (const row of rows) {
    some.push(row);
    if (some.length < parcel) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Blanks and signs without shape that programs pass over before a cell's first letter, but tab and line break, and the apostrophe that makes text of it. */
const shapeless = String.raw`\p{Zs}\p{Zl}\p{Zp}\p{Cf}'\0-\x08\v\f\x0e-\x1f\x7f-\x9f`;
/** What begins a formula, also in the wide and small forms that programs take for the same. */
const sign = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]`;
const dangerousStart = new RegExp(`^'*[\\t\\r\\n\\0]|^[${shapeless}\\t\\r\\n]*${sign}`, 'u');
const dangerousInside = new RegExp(`(?<=[;\\t\\r\\n])(?=[${shapeless}]*${sign})`, 'gu');

/**
 * A text that no spreadsheet program takes for a formula: where it begins with `= + - @` (in full width too, and after blanks), a tab or a line break, an
 * apostrophe is put before it, the sign by which these programs know text. A text that begins with apostrophes and then so gets one more, so that
 * taking one away always gives the text as it was. What holds no such sign at its beginning, as every document number, stays as it is.
 */
export function harmless(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text;
}

/**
 * As `harmless`, and the same behind every semicolon, tab and line break within: a program that parts columns at these, as many set up for Vietnamese
 * do, would see a cell begin there, whatever quotation marks stand around the whole.
 */
export function harmlessInColumns(text: string): string {
  return harmless(text.replace(dangerousInside, "'"));
}
