import { type Column, harmless } from './table.ts';

/** The pieces of a workbook, as Office Open XML (ECMA-376 part 1) has them. */

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Formats of cells by their place in `styles.xml`. A text stays text when somebody changes it in the program (format `@`, number 49). */
const styles = { heading: 1, day: 2, text: 3 } as const;

/** A name that tabs may bear: at most 31 characters, none of which programs use in formulas. */
function tabName(name: string): string {
  return Array.from(name.replace(/[[\]:*?/\\]/gu, ' '))
    .slice(0, 31)
    .join('');
}

export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`;

/** All files of the workbook but the sheets themselves, which lie under `sheetPath`. The names are shown on their tabs. */
export function workbookFiles(names: readonly string[]): Readonly<Record<string, string>> {
  const types = names.map((_, at) => `<Override PartName="/${sheetPath(at)}" ContentType="${kind}.worksheet+xml"/>`).join('');
  const sheets = names.map((name, at) => `<sheet name="${escaped(tabName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('');
  const links = names
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('');
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${types}<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships">${links}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}

/** The sheet up to its row of headings, which stays in sight while the others are rolled. */
export function sheetStart<Row>(columns: readonly Column<Row>[]): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`);
  const headings = columns.map(({ heading }, index) => textCell(`${columnName(index)}1`, heading, styles.heading));
  return `${declaration}<worksheet xmlns="${main}">${view}<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`;
}

/** One row; `number` counts from 1, the row of headings. */
export function sheetRow<Row>(columns: readonly Column<Row>[], row: Row, number: number): string {
  const cells = columns.map(({ as, cell }, index) => {
    const value = cell(row);
    const place = `${columnName(index)}${number}`;
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    const day = as === 'day' ? serialDay(value) : null;
    return day === null ? textCell(place, harmless(value), styles.text) : `<c r="${place}" s="${styles.day}"><v>${day}</v></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The end of the sheet; the cells from the first heading to the last cell (`A1:C9`) can be filtered by their headings. */
export function sheetEnd(cells: string): string {
  return `</sheetData><autoFilter ref="${cells}"/></worksheet>`;
}

/** Name of the column at this place, from 0: A to Z, then AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const dayLength = 86_400_000;

/** An ISO date as a day of the format's calendar, which counts from 1899-12-30 on and is wrong before 1900-03-01: null for such and for what is no date. */
function serialDay(iso: string): number | null {
  const day = (Date.parse(iso) - Date.UTC(1899, 11, 30)) / dayLength;
  return Number.isInteger(day) && day >= 61 ? day : null;
}

/** A cell holds no more than this; a longer text ends with "…" there, and is whole in the other formats. */
const mostInCell = 32_767;

function textCell(place: string, text: string, style: number): string {
  const held = text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(held)}</t></is></c>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that XML does not hold (or, as a return, does not keep), and what would be read as one of them written out. */
const unheld = /[\0-\x08\v\f\r\x0e-\x1f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/gu;

/** A text as XML holds it; characters that it cannot hold are written out as `_x0007_` (ST_Xstring), which programs read back. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unheld, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/gu, (letter) => entities[letter]!);
}
