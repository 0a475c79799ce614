import { stringify } from 'csv-stringify/sync';
import { type Column, harmlessInColumns, parcels } from './table.ts';

/** RFC 4180: CRLF after every row, quotation marks where they are needed and doubled within. */
const form = { record_delimiter: 'windows', quote_record_delimiter: true } as const;

/**
 * The rows as CSV in UTF-8, under a row of headings. It begins with the byte order mark: without it Excel takes the letters for those of Windows.
 * Texts are made `harmlessInColumns`.
 */
export async function* csv<Row>(columns: readonly Column<Row>[], rows: AsyncIterable<Row>): AsyncGenerator<string> {
  yield stringify([columns.map(({ heading }) => heading)], { ...form, bom: true });
  for await (const some of parcels(rows)) {
    yield stringify(
      some.map((row) =>
        columns.map(({ cell }) => {
          const value = cell(row);
          return typeof value === 'string' ? harmlessInColumns(value) : value;
        }),
      ),
      form,
    );
  }
}
