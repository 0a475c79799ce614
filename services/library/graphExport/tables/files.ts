import { csv } from '../../export/csv.ts';
import { workbook } from '../../export/xlsx.ts';
import type { Table } from './table.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The first table as CSV, which holds no more than one. */
export function tablesAsCsv([table]: readonly [Table, ...Table[]]): AsyncGenerator<string> {
  return csv(table.columns, each(table.rows));
}

/** All tables as a workbook, a sheet each. */
export function tablesAsXlsx(tables: readonly Table[]): AsyncGenerator<Uint8Array> {
  return workbook(tables.map(({ name, columns, rows }) => ({ name, columns, rows: each(rows) })));
}
