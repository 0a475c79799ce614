import { type Block, lineBreak, type Source } from './source.ts';

// Liberation Serif has the measures of Times New Roman, which the rules on form ask for, and all Vietnamese letters.
const style = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font-family: "Times New Roman", "Liberation Serif", serif; font-size: 14pt; line-height: 1.3; }
p { margin: 0 0 6pt 0; text-align: justify; }
table { width: 100%; border-collapse: collapse; }
td { vertical-align: top; padding: 2pt 4pt; }
table.work td { border: 1px solid black; font-size: 12pt; }
.center p { text-align: center; margin: 0; }
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
${source.to.map((line) => `<p>${inline(line)}</p>`).join('\n')}
${source.body.map(blockHtml).join('\n')}
${closeHtml(source)}
</body>
</html>
`;
}

function headHtml({ head, left, right }: Source): string {
  if (head === 'none') return '';
  return `<table><tr>
<td width="45%" class="center">${centred(left)}</td>
<td width="55%" class="center">${centred(right)}</td>
</tr></table>`;
}

function titleHtml({ type, title, rule }: Source): string {
  const lines = [
    type === null ? [] : [`<b>${inline(type)}</b>`],
    title.map((line) => `<b>${inline(line)}</b>`),
    rule === null ? [] : [rule],
  ];
  return `<div class="center">\n${lines
    .flat()
    .map((line) => `<p align="center">${line}</p>`)
    .join('\n')}\n</div>`;
}

function blockHtml(block: Block): string {
  if (block.kind === 'heading') return `<p><b>${inline(block.text)}</b></p>`;
  if (block.kind === 'paragraph') return `<p>${inline(block.text)}</p>`;
  const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`);
  return `<table class="work" border="1">\n${rows.join('\n')}\n</table>`;
}

function closeHtml({ recipients, sign }: Source): string {
  const list = ['<p><b><i>Nơi nhận:</i></b></p>', ...recipients.map((line) => `<p>${inline(line)}</p>`)];
  const lines = sign.map((line) => (line === '-' ? '<p>&nbsp;</p>' : `<p align="center"><b>${inline(line)}</b></p>`));
  return `<table><tr>
<td width="50%">${list.join('\n')}</td>
<td width="50%" class="center">${lines.join('\n')}</td>
</tr></table>`;
}

function centred(lines: readonly string[]): string {
  return lines.map((line) => `<p align="center">${inline(line)}</p>`).join('\n');
}

function inline(text: string): string {
  return escapeHtml(text.replaceAll(lineBreak, ''));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
