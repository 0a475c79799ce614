import type { Block, BlockKind } from '#ingest/model/outline.ts';
import type { Line } from './lines.ts';
import { inCapitals } from './lines.ts';
import { bulletClasses, type Marker, markerOf } from './markers.ts';

/** A block opened and not yet closed: blocks of an inner class lie under it. */
interface Open {
  readonly class: string;
  readonly index: number;
}

/** Words beyond which a numbered line is a sentence of its own and not a heading. */
const HEADING_WORDS = 45;
/** No heading of that many words is longer than this, in code units. */
const HEADING_LENGTH = 400;
const BULLET_HEADING_WORDS = 8;

/**
 * Blocks of the body in reading order. Nesting follows the text's own order of numberings: a numbering seen further out
 * closes everything inside it, one not seen yet opens a deeper level. A paragraph that ends in a colon is a lead-in
 * (câu dẫn): the list after it lies under it.
 */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const open: Open[] = [];
  const markers = lines.map(({ text }) => markerOf(text));
  lines.forEach((line, index) => {
    const marker = markers[index]!;
    const kind = kindOf(line.text, marker, markers[index + 1] ?? null);
    const blockClass = marker?.class ?? (line.text.endsWith(':') ? 'lead' : 'plain');
    close(open, blockClass);
    const parent = open.at(-1)?.index ?? null;
    blocks.push({
      kind,
      marker: marker?.marker ?? null,
      depth: open.length,
      parent,
      span: line.span,
      body: { start: line.span.start + (marker?.length ?? 0), end: line.span.end },
    });
    if (blockClass !== 'plain') open.push({ class: blockClass, index });
  });
  return blocks;
}

/** Order of the numberings from the outside in (Nghị định 30/2020, appendix I; 36-HD/VPTW); equal ranks never nest. */
const ranks = [
  'part',
  'chapter',
  'section',
  'article',
  'roman',
  'capital',
  'decimal1',
  'decimal2',
  'decimal3',
  'decimal4',
  'letter',
  'ring',
];

/**
 * Takes off `open` whatever a line of this class ends. Numbers keep the rules' own order and never lie under a bullet, and only letters lie under a
 * lead-in; bullets have no fixed order: the one seen first in a part is the outer one.
 */
function close(open: Open[], blockClass: string): void {
  const rank = ranks.indexOf(blockClass);
  const ends = (entry: Open) => {
    if (entry.class === blockClass) return true;
    if (rank !== -1)
      return bulletClasses.has(entry.class) || ranks.indexOf(entry.class) >= rank || (entry.class === 'lead' && blockClass !== 'letter');
    if (blockClass === 'plain' || blockClass === 'lead')
      return bulletClasses.has(entry.class) || entry.class === 'lead' || entry.class === 'letter' || entry.class === 'ring';
    return false;
  };
  const first = open.findIndex(ends);
  if (first !== -1) open.length = first;
}

/** True for a line of at most `most` words, by the single spaces between them. */
function atMost(most: number, text: string): boolean {
  let count = 1;
  for (let space = text.indexOf(' '); space !== -1 && count <= most; space = text.indexOf(' ', space + 1)) count += 1;
  return count <= most;
}

function kindOf(text: string, marker: Marker | null, next: Marker | null): BlockKind {
  // A longer line is a sentence whatever it looks like; most lines of a body end here.
  if (text.length > HEADING_LENGTH) return marker === null ? 'paragraph' : 'item';
  const ended = /[.;,!?…]["”)]?$/u.test(text.slice(-3)) && !/^\p{Lu}+\.$/u.test(text);
  if (marker === null)
    return (inCapitals(text) && atMost(HEADING_WORDS, text)) || (text.endsWith(':') && atMost(6, text)) ? 'heading' : 'paragraph';
  if (inCapitals(text.slice(marker.length)) && atMost(HEADING_WORDS, text)) return 'heading';
  if (bulletClasses.has(marker.class)) {
    const leads = next !== null && next.class !== marker.class && next.class !== 'roman' && !next.class.startsWith('decimal');
    return !ended && leads && atMost(BULLET_HEADING_WORDS, text) ? 'heading' : 'item';
  }
  return !ended && atMost(HEADING_WORDS, text) ? 'heading' : 'item';
}
