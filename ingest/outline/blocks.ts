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
const BULLET_HEADING_WORDS = 8;

/**
 * Blocks of the body in reading order. Nesting follows the text's own order of numberings: a numbering seen further out
 * closes everything inside it, one not seen yet opens a deeper level. A paragraph that ends in a colon is a lead-in
 * (câu dẫn): the list after it lies under it.
 */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const open: Open[] = [];
  lines.forEach((line, index) => {
    const marker = markerOf(line.text);
    const next = lines[index + 1];
    const kind = kindOf(line.text, marker, next === undefined ? null : markerOf(next.text));
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

/** Takes off `open` whatever a line of this class ends. */
function close(open: Open[], blockClass: string): void {
  const same = open.findIndex((entry) => entry.class === blockClass);
  if (same !== -1) {
    open.length = same;
    return;
  }
  if (blockClass === 'plain' || blockClass === 'lead') {
    const bullet = open.findIndex((entry) => bulletClasses.has(entry.class) || entry.class === 'lead' || entry.class === 'letter');
    if (bullet !== -1) open.length = bullet;
    return;
  }
  if (!bulletClasses.has(blockClass) && blockClass !== 'letter' && blockClass !== 'ring') {
    // A number never lies under a bullet: "1.2." after "- …" goes back to the numbered level.
    const bullet = open.findIndex((entry) => bulletClasses.has(entry.class) || entry.class === 'lead');
    if (bullet !== -1 && open.slice(0, bullet).some((entry) => entry.class.startsWith('decimal') || entry.class === 'roman'))
      open.length = bullet;
  }
}

function kindOf(text: string, marker: Marker | null, next: Marker | null): BlockKind {
  const words = text.split(' ').length;
  const ended = /[.;,!?…]["”)]?$/u.test(text) && !/^\p{Lu}+\.$/u.test(text);
  if (marker === null) return (inCapitals(text) && words <= HEADING_WORDS) || (text.endsWith(':') && words <= 6) ? 'heading' : 'paragraph';
  if (inCapitals(text.slice(marker.length)) && words <= HEADING_WORDS) return 'heading';
  if (bulletClasses.has(marker.class)) {
    const leads = next !== null && next.class !== marker.class && next.class !== 'roman' && !next.class.startsWith('decimal');
    return !ended && words <= BULLET_HEADING_WORDS && leads ? 'heading' : 'item';
  }
  return !ended && words <= HEADING_WORDS ? 'heading' : 'item';
}
