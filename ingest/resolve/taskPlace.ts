import type { Block } from '#ingest/model/outline.ts';
import type { Passage } from '#ingest/model/task.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import { isNumbered } from './taskParts.ts';

/** A lead-in (`Đối với các chi bộ:`) is a heading in all but form; what is longer is a sentence. */
const LONGEST_LEAD_IN = 160;

/**
 * Where in the outline a block stands, from the outermost part inward: of a heading or a short lead-in its number and words, of another numbered block its number alone,
 * the block's own number last. Bullets and plain paragraphs have no place of their own.
 */
export function placeOf(text: string, blocks: readonly Block[], index: number): Passage[] {
  const place: Passage[] = [];
  for (let at: number | null = index; at !== null; at = blocks[at]!.parent) {
    const block: Block = blocks[at]!;
    const span = at !== index && isTitle(text, block) ? block.span : isNumbered(block) ? markerOf(block) : null;
    if (span !== null) place.push(passageOf(text, span));
  }
  return place.reverse();
}

function isTitle(text: string, { kind, body }: Block): boolean {
  if (kind === 'heading') return true;
  return body.end - body.start <= LONGEST_LEAD_IN && text[body.end - 1] === ':';
}

function markerOf({ span, marker }: Block): { start: number; end: number } {
  return { start: span.start, end: span.start + marker!.length };
}

/** Words with their place, without the colon or stop that ends a heading. */
function passageOf(text: string, span: { start: number; end: number }): Passage {
  let end = span.end;
  while (end > span.start && /[\s:]/u.test(text[end - 1]!)) end -= 1;
  return { text: oneLine(text.slice(span.start, end)), span: { start: span.start, end } };
}
