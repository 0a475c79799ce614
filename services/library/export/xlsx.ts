import { strToU8, Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import { Failure } from '#ingest/model/failure.ts';
import { columnName, sheetEnd, sheetPath, sheetRow, sheetStart, workbookFiles } from './sheet.ts';
import { type Column, parcels } from './table.ts';

/** Most rows of a sheet, the headings among them, in every program that reads this format. */
const mostRows = 1_048_576;
/** The folder of a ZIP archive tells a time for each file; the same rows give the same bytes. */
const mtime = new Date(1980, 0, 1, 12);

/** One sheet of a workbook: the name on its tab, and its rows under their headings. */
export interface Sheet<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: AsyncIterable<Row>;
}

/** The rows as a workbook of one sheet (see `workbook`). */
export function xlsx<Row>(name: string, columns: readonly Column<Row>[], rows: AsyncIterable<Row>): AsyncGenerator<Uint8Array> {
  return workbook([{ name, columns, rows }]);
}

/**
 * The sheets as a workbook (Office Open XML, ECMA-376), each under a row of headings that stays in sight. Days are dates, all other texts are text, made
 * `harmless`. It is written row by row, so that no more than a parcel of rows lies in memory.
 *
 * @throws Failure `bad-request` behind the last row that a sheet can hold.
 */
export async function* workbook<Row>(sheets: readonly Sheet<Row>[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  for (const [path, content] of Object.entries(workbookFiles(sheets.map(({ name }) => name)))) {
    const file = compressed(zip, path);
    file.push(strToU8(content), true);
  }
  for (const [index, { columns, rows }] of sheets.entries()) {
    const sheet = compressed(zip, sheetPath(index));
    sheet.push(strToU8(sheetStart(columns)));
    yield* ready.splice(0);
    let last = 1;
    for await (const some of parcels(rows)) {
      if (last + some.length > mostRows) {
        throw new Failure('bad-request', `An XLSX sheet holds at most ${mostRows - 1} rows; take CSV, or narrow the search.`);
      }
      const lines = some.map((row, index) => sheetRow(columns, row, last + 1 + index));
      last += some.length;
      sheet.push(strToU8(lines.join('')));
      yield* ready.splice(0);
    }
    sheet.push(strToU8(sheetEnd(`A1:${columnName(columns.length - 1)}${last}`)), true);
  }
  zip.end();
  yield* ready.splice(0);
}

function compressed(zip: Zip, path: string): ZipDeflate {
  const file: ZipInputFile & ZipDeflate = new ZipDeflate(path, { level: 4 });
  file.mtime = mtime;
  zip.add(file);
  return file;
}
