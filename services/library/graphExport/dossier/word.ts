import { el, type Xml } from '../xml.ts';

/** The pieces of a text document, as WordprocessingML (ECMA-376 part 1, 17) has them. */

export type Style = 'Title' | 'Heading1' | 'Heading2' | 'Quote' | 'Source';

interface RunForm {
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A stretch of text in one form. */
export function run(text: string, { bold = false, italic = false }: RunForm = {}): Xml {
  const form = bold || italic ? el('w:rPr', {}, bold ? el('w:b', {}) : null, italic ? el('w:i', {}) : null) : null;
  return el('w:r', {}, form, el('w:t', { 'xml:space': 'preserve' }, kept(text)));
}

/** Line ends and tabs are elements of their own in this format; within a stretch of text they are spaces. */
function kept(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ');
}

export function paragraph(content: string | readonly Xml[], style: Style | null = null): Xml {
  const runs = typeof content === 'string' ? [run(content)] : content;
  return el('w:p', {}, style === null ? null : el('w:pPr', {}, el('w:pStyle', { 'w:val': style })), ...runs);
}

/** A table over the width of the page; `widths` are shares. The row of headings is repeated on every page. */
export function table(headings: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): Xml {
  const sum = widths.reduce((all, width) => all + width, 0);
  const columns = widths.map((width) => Math.round((width / sum) * textWidth));
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map((text, at) =>
      el(
        'w:tc',
        {},
        el(
          'w:tcPr',
          {},
          el('w:tcW', { 'w:w': columns[at]!, 'w:type': 'dxa' }),
          bold ? el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'E7EEF5' }) : null,
        ),
        el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': 'TableText' })), run(text, { bold })),
      ),
    );
  const line = (texts: readonly string[], isHead: boolean) =>
    el('w:tr', {}, el('w:trPr', {}, el('w:cantSplit', {}), isHead ? el('w:tblHeader', {}) : null), ...cells(texts, isHead));
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': textWidth, 'w:type': 'dxa' }),
      el('w:tblBorders', {}, ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border)),
      el('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    el('w:tblGrid', {}, ...columns.map((width) => el('w:gridCol', { 'w:w': width }))),
    line(headings, true),
    ...rows.map((row) => line(row, false)),
  );
}

function border(side: string): Xml {
  return el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '808080' });
}

/** A4 with the margins of official papers (30 mm on the left, 15 on the right, 20 above and below), in twentieths of a point. */
export const page = { width: 11_906, height: 16_838, left: 1701, right: 850, top: 1134, bottom: 1134 } as const;
const textWidth = page.width - page.left - page.right;

/** "Trang 2/7", counted by the program that shows it. */
export function pageNumber(): Xml {
  const field = (name: string) => el('w:fldSimple', { 'w:instr': ` ${name} ` }, run('1'));
  return el(
    'w:p',
    {},
    el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Footer' }), el('w:jc', { 'w:val': 'center' })),
    ...[run('Trang '), field('PAGE'), run('/'), field('NUMPAGES')],
  );
}
