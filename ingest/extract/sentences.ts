import type { Span } from '#ingest/model/span.ts';

/** A stop that may end a sentence, closing marks after it, and a space before a word that may begin one. */
const stop = /(?<![.!?…])[.!?…]+[”"’)\]]*(?:\/\.)?\s+(?=[“"‘([]*[\p{Lu}\p{N}])/gu;
/** Words whose stop ends no sentence: abbreviated titles and places, single capitals, and numbering. */
const abbreviated =
  /(?<![\p{L}\p{N}])(?:TP|Tp|TX|Tx|TT|Q|P|H|Đ|GS|PGS|TS|ThS|CN|BS|KS|Ths|St|Mr|v\.v|VD|Vd|tr|Số|No|Điều \d{1,3}|\p{Lu})$/u;

/**
 * Longest sentence in code units, many times what a person writes. What goes on beyond it without a stop is cut into such pieces, at a space where
 * there is one, so that no text makes one sentence of a million words.
 */
const LONGEST = 10_000;

/** The sentences of one block, in order, without the spaces between them; spans are UTF-16 offsets into `text`. */
export function findSentences(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  const add = (from: number, to: number) => {
    let begin = from;
    while (to - begin > LONGEST) {
      const space = text.slice(begin + LONGEST / 2, begin + LONGEST).lastIndexOf(' ');
      const cut = space < 0 ? begin + LONGEST : begin + LONGEST / 2 + space;
      sentences.push({ start: begin, end: cut });
      begin = space < 0 ? cut : cut + 1;
    }
    sentences.push({ start: begin, end: to });
  };
  let start = block.start;
  // Only the block is searched, so that many short blocks cost no more than one long one.
  const scope = text.slice(0, block.end);
  stop.lastIndex = block.start;
  for (let match = stop.exec(scope); match !== null; match = stop.exec(scope)) {
    const end = match.index + match[0].trimEnd().length;
    if (end >= block.end) break;
    if (
      match[0].startsWith('.') &&
      !match[0].startsWith('..') &&
      abbreviated.test(text.slice(Math.max(block.start, match.index - 12), match.index))
    )
      continue;
    add(start, end);
    start = match.index + match[0].length;
  }
  if (start < block.end) add(start, block.end);
  return sentences;
}
