import type { Span } from '#ingest/model/span.ts';
import type { Line } from './lines.ts';

/** A cell of a table's row, or a whole line; offsets of the text. */
export interface Cell {
  readonly span: Span;
  readonly text: string;
}

/** The cells of a line that bars part, empty ones left out; the line itself where it has no bar. */
export function cellsOf(line: Line): Cell[] {
  if (!line.text.includes('|')) return [line];
  const cells: Cell[] = [];
  for (const match of line.text.matchAll(/[^|]+/gu)) {
    const lead = match[0].length - match[0].trimStart().length;
    const text = match[0].trim();
    if (text === '') continue;
    const start = line.span.start + match.index + lead;
    cells.push({ span: { start, end: start + text.length }, text });
  }
  return cells;
}
