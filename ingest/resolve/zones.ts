import type { Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { opensDuties, type Zone, zoneOfHeading } from '#ingest/vocabulary/zones.ts';

/** Where in the document a mention stands: its own title, the preamble before the first part, an account of the past, duties. */
export type Place = 'title' | 'preamble' | Zone;

/** The place of an offset, by the headings above its block; the outermost heading that says decides, but for a main part on what is to come. */
export function placesOf(text: string, outline: Outline, documentType: string | null): (offset: number) => Place {
  const { blocks, head } = outline;
  const fallback: Zone = documentType === 'BC' ? 'account' : 'duties';
  // Only of blocks that are asked for, and of those above them: most name no document. A block's parent comes before it, and blocks lie a few deep.
  const zones: (Zone | null | undefined)[] = [];
  const zoneOf = (index: number): Zone | null => {
    const known = zones[index];
    if (known !== undefined) return known;
    const block = blocks[index]!;
    const above = block.parent === null ? null : zoneOf(block.parent);
    const heading = block.kind === 'heading' || block.marker !== null ? headingWords(wordsOf(text, block.body), block.kind) : null;
    const opened = heading !== null && block.kind === 'heading' && opensDuties(heading, documentType) ? 'duties' : above;
    const zone = opened ?? (heading === null ? null : zoneOfHeading(heading, documentType));
    zones[index] = zone;
    return zone;
  };
  const grounds = blocks.findLastIndex(
    (block, index) => index < 40 && block.parent === null && opensWithGround.test(text.slice(block.body.start, block.body.start + 16)),
  );
  const firstPart = blocks.findIndex((block) => block.marker !== null && !/^[-–—+*•]/u.test(block.marker));
  return (offset) => {
    if (head.title !== null && offset >= head.title.start && offset < head.title.end) return 'title';
    const index = indexAt(blocks, offset);
    if (index === -1) return 'preamble';
    if (firstPart === -1 ? index < Math.max(4, grounds + 1) && blocks[index]!.marker === null : index < firstPart) return 'preamble';
    return zoneOf(index) ?? fallback;
  };
}

const opensWithGround = /^(?:Căn cứ|Theo đề nghị|Xét)(?![\p{L}])/u;

/** Only the opening words of a block tell what it is for: those up to its first stop, of an item that is a sentence no more than its label. */
function headingWords(words: string, kind: Outline['blocks'][number]['kind']): string {
  const cut = words.search(/[.:;]/u);
  return (cut === -1 ? words : words.slice(0, cut)).slice(0, kind === 'heading' ? 160 : 80);
}

function indexAt(blocks: Outline['blocks'], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { span } = blocks[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
