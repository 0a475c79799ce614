/** How the two halves of a head (thể thức, phần đầu) come out as plain text. */
export type HeadLayout = 'columns' | 'stacked' | 'interleaved' | 'none';

/** Kinds of file that offices deliver. */
export type Format = 'txt' | 'md' | 'html' | 'docx' | 'pdf';

/** One source of the collection: the parts of a document, and how its delivered file looks. */
export interface Source {
  readonly format: Format;
  readonly printer: 'chromium' | 'libreoffice';
  readonly head: HeadLayout;
  /** Longest line of the delivered text; null leaves a paragraph on one line. */
  readonly wrap: number | null;
  /** Lines between two page numbers in the delivered text; null for none. */
  readonly pageLines: number | null;
  readonly damage: ReadonlySet<string>;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly type: string | null;
  readonly title: readonly string[];
  readonly rule: string | null;
  /** "Kính gửi" and its lines, in a letter. */
  readonly to: readonly string[];
  readonly body: readonly Block[];
  readonly recipients: readonly string[];
  readonly sign: readonly string[];
}

/** A paragraph, a heading, or a table with its rows. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Place in a source where the delivered text is broken, even inside a number; other formats leave it out. */
export const lineBreak = '⏎';

const formats: readonly string[] = ['txt', 'md', 'html', 'docx', 'pdf'];
const layouts: readonly string[] = ['columns', 'stacked', 'interleaved', 'none'];
const damages: readonly string[] = ['blank-lines', 'horn-u', 'nbsp', 'nfd', 'private-bullets'];

/**
 * Reads one source: lines that begin with `@` name a part, `# ` begins a heading, `|` a row of a table,
 * any other line is a paragraph. Throws an Error with the line that is not understood.
 */
export function parseSource(text: string): Source {
  const lists = new Map<string, string[]>();
  const body: Block[] = [];
  let list: string[] | null = null;
  const listOf = (name: string) => {
    const found = lists.get(name) ?? [];
    lists.set(name, found);
    return found;
  };
  for (const line of text.split('\n')) {
    const directive = /^@([a-z-]+) ?(.*)$/u.exec(line);
    if (directive !== null) {
      const [, name = '', value = ''] = directive;
      if (name === 'recipients' || name === 'sign') list = listOf(name);
      else listOf(name).push(value);
    } else if (line.trim() === '') continue;
    else if (list !== null) list.push(line);
    else if (line.startsWith('# ')) body.push({ kind: 'heading', text: line.slice(2) });
    else if (line.startsWith('|')) addRow(body, line);
    else body.push({ kind: 'paragraph', text: line });
  }

  const first = (name: string) => lists.get(name)?.[0] ?? null;
  const [format = '', printer = 'libreoffice'] = (first('deliver') ?? '').split(' ');
  const head = first('head') ?? 'columns';
  if (!formats.includes(format)) throw new Error(`@deliver names no format: "${format}"`);
  if (!layouts.includes(head)) throw new Error(`@head names no layout: "${head}"`);
  return {
    format: format as Format,
    printer: printer === 'chromium' ? 'chromium' : 'libreoffice',
    head: head as HeadLayout,
    wrap: numberOrNull(first('wrap')),
    pageLines: numberOrNull(first('pages')),
    damage: new Set(damages.filter((name) => lists.has(name))),
    left: lists.get('left') ?? [],
    right: lists.get('right') ?? [],
    type: first('type'),
    title: lists.get('title') ?? [],
    rule: first('rule'),
    to: lists.get('to') ?? [],
    body,
    recipients: lists.get('recipients') ?? [],
    sign: lists.get('sign') ?? [],
  };
}

function numberOrNull(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function addRow(body: Block[], line: string): void {
  const row = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const last = body.at(-1);
  if (last?.kind === 'table') body[body.length - 1] = { kind: 'table', rows: [...last.rows, row] };
  else body.push({ kind: 'table', rows: [row] });
}
