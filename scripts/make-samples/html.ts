import { type Block, lineBreak, type Source } from './source.ts';

// Liberation Serif has the measures of Times New Roman, which the rules on form ask for, and all Vietnamese letters.
// LibreOffice reads plain class selectors and valign, not descendant selectors: hence a class on every paragraph.
const style = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font-family: "Times New Roman", "Liberation Serif", serif; font-size: 13pt; }
p { margin: 0; }
p.body { margin: 0 0 6pt 0; text-align: justify; text-indent: 1cm; }
p.center { text-align: center; }
p.head { text-align: center; font-size: 11pt; }
p.small { font-size: 11pt; }
p.cell { font-size: 12pt; }
table { width: 100%; border-collapse: collapse; margin-bottom: 8pt; break-inside: avoid; }
td { vertical-align: top; padding: 1pt 4pt; }
table.work td { border: 1px solid black; }
`;

/** The document as one HTML page without outside parts: delivered as it is, and what the programs print. */
export function renderHtml(source: Source, name: string): string {
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escapeHtml(name)}</title>
<style>${style}</style>
</head>
<body>
${headHtml(source)}
${titleHtml(source)}
${source.to.map(bodyLine).join('\n')}
${source.body.map(blockHtml).join('\n')}
${closeHtml(source)}
</body>
</html>
`;
}

function headHtml({ head, left, right }: Source): string {
  if (head === 'none') return '';
  // The issuing body is the last line before the asterisk or the rule; the lines above it name its superior.
  const body = left.findIndex((line) => /^(\*|-+)$/u.test(line)) - 1;
  const date = right.findIndex((line) => line.includes(', ngày '));
  return layoutTable(
    left.map((line, index) => headLine(index === body ? bold(line) : inline(line))),
    right.map((line, index) => headLine(index === date ? `<i>${inline(line)}</i>` : bold(line))),
  );
}

function titleHtml({ type, title, rule }: Source): string {
  const lines = [...(type === null ? [] : [type]), ...title].map((line) => centred(bold(line)));
  return [...lines, ...(rule === null ? [] : [centred(rule)])].join('\n');
}

function blockHtml(block: Block): string {
  if (block.kind === 'heading') return `<p class="body">${bold(block.text)}</p>`;
  if (block.kind === 'paragraph') return bodyLine(block.text);
  const rows = block.rows.map(
    (row) => `<tr>${row.map((cell) => `<td valign="top"><p class="cell">${inline(cell)}</p></td>`).join('')}</tr>`,
  );
  return `<table class="work" border="1">\n${rows.join('\n')}\n</table>`;
}

function closeHtml({ recipients, sign }: Source): string {
  return layoutTable(
    ['<p class="small"><b><i>Nơi nhận:</i></b></p>', ...recipients.map((line) => `<p class="small">${inline(line)}</p>`)],
    sign.map((line) => centred(line === '-' ? '&nbsp;' : bold(line))),
  );
}

/** Two columns side by side, as offices set the head and the close. */
function layoutTable(left: readonly string[], right: readonly string[]): string {
  return `<table border="0"><tr>
<td width="45%" valign="top">
${left.join('\n')}
</td>
<td width="55%" valign="top">
${right.join('\n')}
</td>
</tr></table>`;
}

function bodyLine(text: string): string {
  return `<p class="body">${inline(text)}</p>`;
}

function headLine(html: string): string {
  return `<p class="head" align="center">${html}</p>`;
}

function centred(html: string): string {
  return `<p class="center" align="center">${html}</p>`;
}

function bold(text: string): string {
  return `<b>${inline(text)}</b>`;
}

function inline(text: string): string {
  return escapeHtml(text.replaceAll(lineBreak, ''));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
