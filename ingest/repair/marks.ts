import type { MediaType } from '#ingest/model/source.ts';
import type { Change } from './draft.ts';

/** Marks that begin a line: headings, quotes, code fences; the row under a table's head. */
const lineMark = /^[ ]*(?:(?:#{1,6} +)+|(?:```|~~~)[^\n]{0,40}$)/gmu;
const quoteMark = /^[ ]*(?:> ?)+/gm;
const tableRule = /^[ ]*(?:\|[ ]*)?:?-+:?[ ]*\|[-:| ]*$/;
const lineBreakTag = /<br ?\/?>/gi;
const link = /!?\[([^[\]\n]{0,500})\]\((?:https?:|mailto:|\.|\/|#)[^()\s]{0,500}\)/gu;
const backslashes = /\\+/g;
const shielded = new Set('.-*_#()[]+!|>~`');
const stars = /\*{1,3}/g;
const letterOrDigit = /[\p{L}\p{N}]/u;
const opens = /[\s(“"‘'\-–/]/;
const closes = /[\s)”"’'.,;:!?\-–/]/;

function mark(start: number, end: number, text = ''): Change {
  return { start, end, text, note: { step: 'markdown', from: start, to: end, guess: false } };
}

/**
 * Marks of Markdown that a converter left: first the backslashes before signs, so that what they shielded is read as letters.
 */
export function escapes(text: string): Change[] {
  if (!text.includes('\\')) return [];
  const changes: Change[] = [];
  for (const match of text.matchAll(backslashes)) {
    const end = match.index + match[0].length;
    if (shielded.has(text[end] ?? '')) changes.push(mark(match.index, end));
  }
  return changes;
}

/**
 * Headings, emphasis, the outer bars of tables; in Markdown proper also quotes, fences, links and line breaks.
 * A lone star is a rule or a footnote's mark and stays; so do the bars between the cells of a row.
 */
export function marks(text: string, mediaType: MediaType): Change[] {
  const changes: Change[] = [];
  const add = (form: RegExp) => {
    for (const match of text.matchAll(form)) changes.push(mark(match.index, match.index + match[0].length));
  };
  if (text.includes('#') || text.includes('`') || text.includes('~~~')) add(lineMark);
  if (text.includes('|')) tableBars(text, changes);
  if (text.includes('*')) emphasis(text, changes);
  if (mediaType === 'text/markdown') {
    if (text.includes('>')) add(quoteMark);
    if (text.includes('](')) links(text, changes);
    if (text.includes('<'))
      for (const match of text.matchAll(lineBreakTag)) changes.push(mark(match.index, match.index + match[0].length, '\n'));
  }
  return ordered(changes);
}

/** The outer bars of the rows, and whole rows of hyphens (under a table's head). */
function tableBars(text: string, changes: Change[]): void {
  for (let at = text.indexOf('|'); at >= 0; at = text.indexOf('|', at)) {
    const start = text.lastIndexOf('\n', at) + 1;
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(start, end);
    const words = line.trim();
    if (tableRule.test(line)) changes.push(mark(start, end));
    else if (words.length > 1 && words.startsWith('|') && words.endsWith('|')) {
      const first = line.indexOf('|');
      const last = line.lastIndexOf('|');
      changes.push(mark(start + first, start + first + 1), mark(start + last, start + last + 1));
    }
    at = end;
  }
}

function links(text: string, changes: Change[]): void {
  for (const match of text.matchAll(link)) {
    const words = match[1] ?? '';
    const wordsStart = match.index + match[0].indexOf('[') + 1;
    changes.push(mark(match.index, wordsStart), mark(wordsStart + words.length, match.index + match[0].length));
  }
}

/** Pairs of stars around words of one paragraph; what has no partner stays. */
/** Pairs of stars around words of one paragraph; two and three may have a space inside (`** 2.1. **`), as converters leave them. */
function emphasis(text: string, changes: Change[]): void {
  let open: { start: number; length: number } | null = null;
  for (const match of text.matchAll(stars)) {
    const start = match.index;
    const { length } = match[0];
    const before = text[start - 1] ?? '\n';
    const after = text[start + length] ?? '\n';
    if (before === '*' || after === '*') continue;
    if (
      open !== null &&
      open.length === length &&
      (length > 1 || !/\s/.test(before)) &&
      (closes.test(after) || length > 1) &&
      !paragraphEnds(text, open.start, start)
    ) {
      changes.push(mark(open.start, open.start + length), mark(start, start + length));
      open = null;
    } else if ((opens.test(before) || length > 1) && (letterOrDigit.test(after) || /[“"(]/.test(after) || (length > 1 && after === ' ')))
      open = { start, length };
  }
}

function paragraphEnds(text: string, from: number, to: number): boolean {
  if (to - from > 4000) return true;
  return /\n[ ]*\n/.test(text.slice(from, to));
}

/** The changes in order; of two that overlap, the first stays. */
function ordered(changes: Change[]): Change[] {
  changes.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return changes.filter((change) => {
    if (change.start < end || change.start === change.end) return false;
    end = change.end;
    return true;
  });
}
