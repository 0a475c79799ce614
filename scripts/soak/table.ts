/** Prints rows under their headings, each column as wide as its widest cell; numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => String(row[at] ?? '').length)));
  const line = (row: readonly (string | number)[]) =>
    row.map((cell, at) => (typeof cell === 'number' ? String(cell).padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ');
  for (const row of [headings, ...rows]) process.stdout.write(`${line(row).trimEnd()}\n`);
}

/** One promise with what was seen; true where it is kept. */
export function verdict(what: string, seen: string, kept: boolean): boolean {
  process.stdout.write(`${kept ? 'kept  ' : 'BROKEN'}  ${what}: ${seen}\n`);
  return kept;
}
