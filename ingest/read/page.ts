import { type Table, tableLines } from './table.ts';

/** A run of letters on a page, as the PDF draws it: points from the page's lower left corner, `size` that of the letters. */
export interface Run {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Letters of one line without a wide gap in them. */
interface Line {
  words: string;
  readonly x: number;
  end: number;
  readonly y: number;
  readonly size: number;
}

interface Cell {
  readonly lines: Line[];
  x: number;
  end: number;
}

/** Cells side by side; most rows have one cell of one line. */
interface Row {
  readonly cells: Cell[];
  readonly top: number;
}

/** In sizes of the letters: what parts words, what parts columns, what is still the same height. */
const wordGap = 0.15;
const columnGap = 2;
const sameHeight = 0.4;

/** What still is the same edge of a column, in points; how many lines a cell of a table may have. */
const sameEdge = 1;
const linesOfACell = 6;

/** A column has no more lines than this. */
const mostRows = 120;

/** In spaces. */
const mostIndent = 24;

/**
 * The lines of a page, in the order in which its program wrote them. Words side by side with a wide gap between them, and columns that
 * begin again at the height of what was written before, are cells: of a head, a close or a table, which `tableLines` tells apart.
 */
export function pageLines(runs: readonly Run[], columns: Columns = new Columns()): string[] {
  return linesOfRows(rowsOf(unstretched(linesOf(runs, columns))));
}

/** Where the columns of the table under way begin, for rows whose cells stand too near each other to show a gap; goes on over page ends. */
export class Columns {
  #edges: number[] = [];
  #plain = 0;

  /** A cell begins here: at a wide gap, or further up than what was written before. */
  add(x: number): void {
    this.#plain = 0;
    if (!this.has(x)) this.#edges.push(x);
  }

  has(x: number): boolean {
    return this.#edges.some((edge) => Math.abs(edge - x) <= sameEdge);
  }

  /** A line without a wide gap was read; after some of them the table is over. */
  pass(): void {
    this.#plain += 1;
    if (this.#plain > linesOfACell) this.#edges = [];
  }
}

function linesOf(runs: readonly Run[], columns: Columns): Line[] {
  const lines: Line[] = [];
  let blank = false;
  for (const run of runs) {
    const words = run.words.trim();
    if (words === '') {
      blank = blank || run.words !== '';
      continue;
    }
    const line = lines[lines.length - 1];
    const gap = line === undefined ? 0 : run.x - line.end;
    const size = Math.max(run.size, line?.size ?? 0, 1);
    const beside = line !== undefined && Math.abs(run.y - line.y) <= sameHeight * size && gap > -size;
    const above = line !== undefined && run.y - line.y > sameHeight * size;
    if (above || (beside && gap >= columnGap * size)) columns.add(run.x);
    else if (!beside) columns.pass();
    if (beside && gap < columnGap * size && !(gap > wordGap * size && columns.has(run.x))) {
      const apart = blank || gap > wordGap * size || run.words.startsWith(' ') || line.words.endsWith(' ');
      line.words = `${line.words.trimEnd()}${apart ? ' ' : ''}${run.words.trimStart()}`;
      line.end = Math.max(line.end, run.x + run.width);
    } else lines.push({ words: run.words.trimStart(), x: run.x, end: run.x + run.width, y: run.y, size: Math.max(run.size, 1) });
    blank = false;
  }
  return lines;
}

/** Words that stand alone at even distances on one height are a line that was stretched to both margins: one line again. */
function unstretched(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; ) {
    const first = lines[index]!;
    let end = index + 1;
    const gap = (lines[end]?.x ?? 0) - first.end;
    while (end < lines.length && isStretched(lines[end - 1]!, lines[end]!, gap)) end += 1;
    if (end - index < 3) {
      result.push(first);
      index += 1;
      continue;
    }
    const words = lines.slice(index, end);
    result.push({ ...first, words: words.map((line) => line.words.trim()).join(' '), end: words[words.length - 1]!.end });
    index = end;
  }
  return result;
}

function isStretched(before: Line, line: Line, gap: number): boolean {
  const oneWord = !before.words.trim().includes(' ') && !line.words.trim().includes(' ');
  const even = Math.abs(line.x - before.end - gap) < 0.1 * gap;
  return oneWord && even && gap > 0 && Math.abs(line.y - before.y) <= sameHeight * line.size;
}

function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const row = rows[rows.length - 1];
    if (before === null || row === undefined) rows.push(newRow(line));
    else {
      const rise = line.y - before.y;
      if (Math.abs(rise) <= sameHeight * line.size) {
        if (line.x >= before.end) row.cells.push(newCell(line));
        else rows.push(newRow(line));
      } else if (rise > 0) beginColumn(rows, line);
      else if (row.cells.length > 1 && line.x >= edgeBefore(row) && before.y - line.y < 8 * line.size)
        addLine(row.cells[row.cells.length - 1]!, line);
      else rows.push(newRow(line));
    }
    before = line;
  }
  return rows;
}

/** A column that begins again further up: what stands to its left at that height and below becomes the cell beside it. */
function beginColumn(rows: Row[], line: Line): void {
  const reach = line.y + line.size * 1.5;
  let first = rows.length;
  while (
    first > 0 &&
    first > rows.length - mostRows &&
    rows[first - 1]!.top <= reach &&
    rows[first - 1]!.cells.every((cell) => cell.end <= line.x + line.size)
  )
    first -= 1;
  const left = rows.slice(first);
  const only = left[0];
  if (only === undefined) rows.push(newRow(line));
  else if (left.length === 1) only.cells.push(newCell(line));
  else {
    const merged = newRow(only.cells[0]!.lines[0]!);
    merged.cells.length = 0;
    if (left.every((row) => row.cells.length === 1)) {
      const cell = left[0]!.cells[0]!;
      for (const row of left.slice(1)) for (const further of row.cells[0]!.lines) addLine(cell, further);
      merged.cells.push(cell, newCell(line));
      rows.splice(first, left.length, merged);
    } else rows.push(newRow(line));
  }
}

function newCell(line: Line): Cell {
  return { lines: [line], x: line.x, end: line.end };
}

function newRow(line: Line): Row {
  return { cells: [newCell(line)], top: line.y };
}

function addLine(cell: Cell, line: Line): void {
  cell.lines.push(line);
  cell.x = Math.min(cell.x, line.x);
  cell.end = Math.max(cell.end, line.end);
}

/** Right edge of the cells before the row's last. */
function edgeBefore(row: Row): number {
  return row.cells.reduce((edge, cell, index) => (index === row.cells.length - 1 ? edge : Math.max(edge, cell.end)), 0);
}

/** Left edge of the text: the leftmost place at which three lines or more begin; null where there is none. */
function marginOf(rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.cells.length > 1) continue;
    for (const line of row.cells[0]!.lines) counts.set(Math.round(line.x / 2), (counts.get(Math.round(line.x / 2)) ?? 0) + 1);
  }
  const edges = [...counts].filter(([, count]) => count >= 3).map(([edge]) => edge * 2);
  return edges.length === 0 ? null : edges.reduce((least, edge) => Math.min(least, edge));
}

/** The words of a line with its indent in spaces, half a letter's size each: it tells where paragraphs begin. */
function indented(line: Line, margin: number | null): string {
  const words = line.words.trimEnd();
  if (margin === null) return words;
  const spaces = Math.round((line.x - margin) / (line.size / 2));
  return spaces < 2 ? words : `${' '.repeat(Math.min(spaces, mostIndent))}${words}`;
}

function linesOfRows(rows: readonly Row[]): string[] {
  const margin = marginOf(rows);
  const lines: string[] = [];
  for (let index = 0; index < rows.length; ) {
    const end = tableEnd(rows, index);
    if (end === index) {
      for (const cell of rows[index]!.cells) for (const line of cell.lines) lines.push(indented(line, margin));
      index += 1;
    } else {
      for (const line of tableLines(tableOf(rows.slice(index, end)))) lines.push(line);
      index = end;
    }
  }
  return lines;
}

/** Index after the last row of the table that begins at `start`; `start` itself where none does. A lone cell belongs to it where columns go on below. */
function tableEnd(rows: readonly Row[], start: number): number {
  if (rows[start]!.cells.length < 2) return start;
  const edge = rows[start]!.cells[1]!.x;
  let end = start + 1;
  for (let index = start + 1; index < rows.length && index <= end + 4; index += 1) {
    const row = rows[index]!;
    if (row.cells.length > 1) end = index + 1;
    else if (row.cells[0]!.x >= edge - row.cells[0]!.lines[0]!.size * 3 && index === end) end = index + 1;
    else if (row.cells[0]!.end > edge) break;
  }
  return end;
}

function tableOf(rows: readonly Row[]): Table {
  const edge = rows[0]!.cells[1]!.x;
  return {
    ruled: false,
    rows: rows.map((row) => {
      const cells = row.cells.map(wordsOf);
      const lone = cells.length === 1 && row.cells[0]!.x >= edge - row.cells[0]!.lines[0]!.size * 3;
      return lone ? [[], ...cells] : cells;
    }),
  };
}

function wordsOf(cell: Cell): string[] {
  return cell.lines.map((line) => line.words.trimEnd());
}
