import { type Block, lineBreak, type Source } from './source.ts';

/** The delivered Markdown, as a converter leaves it: bold capitals, escaped marks kept out of the way, lists as they stand. */
export function renderMarkdown(source: Source): string {
  const star = (line: string) => (line === '*' ? '\\*' : line);
  const parts = [
    source.left.map(star).join('\n'),
    source.right.join('\n'),
    source.type === null ? '' : `# ${source.type}`,
    source.title.map((line) => `**${line}**`).join('\n'),
    // A line of dashes right under a paragraph would make it a heading; a blank line stands between.
    source.rule === null ? '' : '\\-\\-\\-\\-\\-',
    source.to.join('\n'),
    ...source.body.map(blockMarkdown),
    `**Nơi nhận:**\n\n${source.recipients.join('\n')}`,
    signMarkdown(source.sign),
  ];
  return `${parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll(lineBreak, '')}\n`;
}

function blockMarkdown(block: Block): string {
  if (block.kind === 'heading') return `## ${block.text}`;
  if (block.kind === 'paragraph') return block.text;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...rest] = block.rows;
  return [row(head), row(head.map(() => '---')), ...rest.map(row)].join('\n');
}

function signMarkdown(sign: readonly string[]): string {
  const written = sign.filter((line) => line !== '-');
  const above = written.slice(0, -1).join('\n');
  return `**${above}**\n\n${written.at(-1) ?? ''}`;
}
