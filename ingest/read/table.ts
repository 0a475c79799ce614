/** A table as read: rows of cells, a cell as its lines. `ruled` where the table shows that it is data: head cells or a border. */
export interface Table {
  readonly rows: string[][][];
  ruled: boolean;
}

/** Words of the head and the close of a document, which offices lay out in tables without rules (thể thức, nơi nhận, đề ký). */
const layoutWords =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s{0,9}[-–]\s{0,9}Tự do|Nơi nhận|(?:^|\n)\s?(?:T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|TM\.|KT\.|TL\.|TUQ\.)|(?:^|\n)\s?Số\s?:?\s?\d{0,6}\s?[-–/]/u;

/**
 * The lines of a table. One that only places words on the page (the head's two columns, the recipients beside the signature) is read
 * column by column; a row of a table of data becomes one line, its cells parted by " | ".
 */
export function tableLines(table: Table): string[] {
  const rows = table.rows.filter((row) => row.some((cell) => cell.length > 0));
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (columns <= 1) return rows.flatMap((row) => row.flat());
  if (isLayout(rows, columns, table.ruled)) {
    const lines: string[] = [];
    for (let column = 0; column < columns; column += 1) for (const row of rows) for (const line of row[column] ?? []) lines.push(line);
    return lines;
  }
  return rows.map((row) => row.map((cell) => cell.join(' ')).join(' | '));
}

function isLayout(rows: readonly string[][][], columns: number, ruled: boolean): boolean {
  if (columns > 3) return false;
  if (rows.some((row) => row.some((cell) => layoutWords.test(cell.join('\n'))))) return true;
  return !ruled && columns === 2 && rows.length === 1;
}
