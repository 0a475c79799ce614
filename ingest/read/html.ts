import { load } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import { Failure } from '#ingest/model/failure.ts';
import type { RawText } from '#ingest/model/source.ts';
import { decoded } from './plain.ts';
import { type Table, tableLines } from './table.ts';

const unseen = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
  'textarea',
  'audio',
  'video',
  'canvas',
]);
const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const charset = /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i;

/** What pages from before Unicode declare. Those with fonts of TCVN3 or VNI say Windows-1252 or nothing: repair finds their letters. */
const oldEncodings: Readonly<Record<string, string>> = {
  'windows-1258': 'windows-1258',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'x-user-defined': 'windows-1252',
};

/**
 * The text of an HTML file: block elements on lines of their own, list items with their bullets or numbers, tables by `tableLines`;
 * nothing of scripts, styles and the file's head. Throws Failure `unknown-encoding` where the page declares or uses
 * an encoding that Vietnamese pages are not in, and `damaged-file` where its elements are nested beyond reason.
 */
export function htmlText(bytes: Uint8Array): RawText {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const declared = charset.exec(start)?.[1]?.toLowerCase();
  const wide = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  const old = declared === undefined || wide ? undefined : oldEncodings[declared];
  if (declared !== undefined && !wide && old === undefined && !['utf-8', 'utf8', 'us-ascii', 'ascii'].includes(declared)) {
    throw new Failure('unknown-encoding', `The page says that it is written in ${declared}.`);
  }
  const markup = old === undefined ? decoded(bytes) : new TextDecoder(old).decode(bytes);
  if (isTooDeep(markup)) throw new Failure('damaged-file', `The page nests its elements more than ${deepest} deep.`);
  return { mediaType: 'text/html', text: textOfMarkup(markup, { numbers: true, tabs: false }), pages: [0] };
}

/** The parser's work grows with the square of the depth; no page that a person made comes near this. */
const deepest = 100_000;
const tag = /<(\/?)([a-z][a-z\d]{0,20})/gi;
/** Elements that are never closed, or that the next of their kind closes. */
const shallow = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot option'.split(' '),
);

/** True where more elements are open at once than the parser should be given. */
function isTooDeep(markup: string): boolean {
  if (markup.length <= deepest * 3) return false;
  let depth = 0;
  for (const [, closing, name] of markup.matchAll(tag)) {
    if (shallow.has((name ?? '').toLowerCase())) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest + 2) return true;
  }
  return false;
}

/** How markup becomes lines. */
export interface MarkupReading {
  /** Items of ordered lists get their numbers; without it they stand bare. */
  readonly numbers: boolean;
  /** A tab parts columns (four spaces); without it, it is a blank like any other. */
  readonly tabs: boolean;
}

/** The lines of some markup. */
export function textOfMarkup(markup: string, reading: MarkupReading): string {
  const root = load(markup).root()[0];
  if (root === undefined) return '';
  const walk = new Walk(reading);
  // No recursion: markup may be nested deeper than the stack.
  const path: { node: AnyNode; next: number }[] = [{ node: root, next: 0 }];
  while (path.length > 0) {
    const top = path[path.length - 1]!;
    const child = 'children' in top.node ? (top.node.children[top.next] as AnyNode | undefined) : undefined;
    top.next += 1;
    if (child === undefined) {
      path.pop();
      if (top.node.type === 'tag') walk.leave(top.node);
    } else if (child.type === 'text') walk.text(child.data);
    else if (child.type === 'tag' && !unseen.has(child.name)) {
      walk.enter(child);
      path.push({ node: child, next: 0 });
    }
  }
  return walk.lines().join('\n');
}

/** Lines under way: of the page, or of one cell. */
interface Sheet {
  readonly lines: string[];
  parts: string[];
  blank: boolean;
}

class Walk {
  readonly #reading: MarkupReading;
  readonly #sheets: Sheet[] = [{ lines: [], parts: [], blank: true }];
  readonly #tables: Table[] = [];
  readonly #lists: { ordered: boolean; next: number; style: string }[] = [];
  #verbatim = 0;

  constructor(reading: MarkupReading) {
    this.#reading = reading;
  }

  lines(): string[] {
    this.#endLine();
    return this.#sheet.lines;
  }

  get #sheet(): Sheet {
    return this.#sheets[this.#sheets.length - 1]!;
  }

  text(data: string): void {
    if (this.#verbatim > 0) {
      data.split(/\r?\n/).forEach((line, index) => {
        if (index > 0) this.#endLine();
        if (line !== '') this.#add(line, false);
      });
      return;
    }
    const words = this.#reading.tabs ? data.replace(/[\n\f\r ]+/g, ' ').replaceAll('\t', '    ') : data.replace(/[\t\n\f\r ]+/g, ' ');
    const sheet = this.#sheet;
    const shown = sheet.blank ? words.trimStart() : words;
    if (shown !== '') this.#add(shown, shown.endsWith(' '));
  }

  enter(element: Element): void {
    const { name } = element;
    if (name !== 'br' && !blocks.has(name)) return;
    if (name === 'td' || name === 'th') {
      this.#openCell(element);
      return;
    }
    this.#endLine();
    if (name === 'hr') this.#add('-----', false);
    if (name === 'pre') this.#verbatim += 1;
    else if (name === 'table') this.#tables.push({ rows: [], ruled: Number(element.attribs.border ?? 0) > 0 });
    else if (name === 'tr') this.#tables[this.#tables.length - 1]?.rows.push([]);
    else if (name === 'ul' || name === 'ol') {
      this.#lists.push({
        ordered: name === 'ol',
        next: Number.parseInt(element.attribs.start ?? '1', 10) || 1,
        style: element.attribs.type ?? '1',
      });
    } else if (name === 'li') this.#openItem(element);
  }

  leave(element: Element): void {
    const { name } = element;
    if (!blocks.has(name)) return;
    this.#endLine();
    if (name === 'td' || name === 'th') this.#closeCell();
    else if (name === 'pre') this.#verbatim -= 1;
    else if (name === 'ul' || name === 'ol') this.#lists.pop();
    else if (name === 'table') {
      const table = this.#tables.pop();
      if (table !== undefined) for (const line of tableLines(table)) if (line !== '') this.#sheet.lines.push(line);
    }
  }

  #openCell(element: Element): void {
    const table = this.#tables[this.#tables.length - 1];
    if (table === undefined) {
      this.#endLine();
      return;
    }
    if (element.name === 'th') table.ruled = true;
    if (table.rows.length === 0) table.rows.push([]);
    this.#sheets.push({ lines: [], parts: [], blank: true });
  }

  #closeCell(): void {
    const table = this.#tables[this.#tables.length - 1];
    if (table === undefined || this.#sheets.length < 2) return;
    table.rows[table.rows.length - 1]?.push(this.#sheets.pop()!.lines);
  }

  #openItem(element: Element): void {
    const list = this.#lists[this.#lists.length - 1];
    if (list?.ordered !== true) {
      this.#add('- ', true);
      return;
    }
    const number = Number.parseInt(element.attribs.value ?? '', 10) || list.next;
    list.next = number + 1;
    if (this.#reading.numbers) this.#add(`${ordinal(number, list.style)} `, true);
  }

  #add(words: string, blank: boolean): void {
    this.#sheet.parts.push(words);
    this.#sheet.blank = blank;
  }

  #endLine(): void {
    const sheet = this.#sheet;
    const line = sheet.parts.length === 0 ? '' : sheet.parts.join('').trimEnd();
    if (line !== '') sheet.lines.push(line);
    sheet.parts = [];
    sheet.blank = true;
  }
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The number that a browser shows before an item: "3.", "c.", "iii." by the list's `type`. */
function ordinal(number: number, style: string): string {
  if (number < 1 || number > 3999 || !/^[aAiI]$/.test(style)) return `${number}.`;
  let shown = '';
  if (style === 'a' || style === 'A')
    for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) shown = String.fromCharCode(97 + ((rest - 1) % 26)) + shown;
  else {
    let rest = number;
    for (const [value, letters] of romans) for (; rest >= value; rest -= value) shown += letters;
  }
  return `${style === 'A' || style === 'I' ? shown.toUpperCase() : shown}.`;
}
