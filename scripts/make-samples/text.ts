import { type Block, lineBreak, type Source } from './source.ts';

/** Column at which the right half of a head begins. */
const rightColumn = 44;

/** The delivered plain text, with the damage that the source asks for: the damage that real files show. */
export function renderText(source: Source): string {
  let lines = [...headLines(source), ...titleLines(source), ...source.to, ...bodyLines(source), ...closeLines(source)];
  if (source.pageLines !== null) lines = withPageNumbers(lines, source.pageLines);
  if (source.damage.has('blank-lines')) lines = lines.flatMap((line) => [line, '']);
  let text = `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
  if (source.damage.has('private-bullets')) text = text.replaceAll(/^- /gmu, '\uF02D ');
  if (source.damage.has('nbsp')) text = text.replaceAll(/(số|ngày) (?=\d)/gu, '$1\u00A0');
  return source.damage.has('nfd') ? text.normalize('NFD') : text;
}

function headLines({ head, left, right }: Source): string[] {
  if (head === 'none') return [];
  if (head === 'stacked') return [...left, ...right, ''];
  if (head === 'interleaved') {
    // The order that a converter makes of two columns of unequal height.
    const star = left.indexOf('*');
    return [
      ...left.slice(0, star),
      `${' '.repeat(27)}${right[0] ?? ''}`,
      `       *${' '.repeat(40)}${right[1] ?? ''}`,
      ...left.slice(star + 1).map((line) => `   ${line}`),
    ];
  }
  const rows = Math.max(left.length, right.length);
  const lines = Array.from({ length: rows }, (_, row) => (left[row] ?? '').padEnd(rightColumn) + (right[row] ?? ''));
  return [...lines, ''];
}

function titleLines({ type, title, rule }: Source): string[] {
  return [...(type === null ? [] : [`${type} `]), ...title, ...(rule === null ? [] : [rule, ''])];
}

function bodyLines(source: Source): string[] {
  return source.body.flatMap((block) => blockText(block, source).flatMap((text) => wrap(text, source.wrap)));
}

function blockText(block: Block, source: Source): string[] {
  if (block.kind === 'table') return block.rows.map((row) => row.join('\t'));
  if (block.kind === 'heading' && source.damage.has('horn-u')) {
    // Fonts of the nineties put U+01A2 and U+01A3 where Ư and ư belong, in bold lines first.
    return [block.text.replaceAll('Ư', 'Ƣ').replaceAll('ư', 'ƣ')];
  }
  return [block.text];
}

function wrap(text: string, width: number | null): string[] {
  return text.split(lineBreak).flatMap((piece) => {
    if (width === null) return [piece];
    const lines: string[] = [];
    let line = '';
    for (const word of piece.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = lines.length === 0 && line === '' ? word : `${line} ${word}`;
    }
    return [...lines, line];
  });
}

function closeLines({ recipients, sign }: Source): string[] {
  return ['', 'Nơi nhận:', ...recipients, '', ...sign.flatMap((line) => (line === '-' ? ['', '', ''] : [line]))];
}

function withPageNumbers(lines: readonly string[], every: number): string[] {
  return lines.flatMap((line, index) => {
    const page = Math.floor(index / every) + 1;
    return index > 0 && index % every === 0 ? [`${' '.repeat(38)}${page}`, line] : [line];
  });
}
