import type { Column } from '../../export/table.ts';

export type Cell = string | number | null;

/** Rows under headings, ready for CSV and XLSX, whatever they tell of. */
export interface Table {
  /** Shown on the tab of a workbook. */
  readonly name: string;
  readonly columns: readonly Column<readonly Cell[]>[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table of these rows; the cells are read from them at once. */
export function tableOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  return {
    name,
    columns: columns.map((column, at) => ({ ...column, cell: (cells: readonly Cell[]) => cells[at] ?? null })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}
