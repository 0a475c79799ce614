import type { Span } from '#ingest/model/span.ts';
import { sentenceBreaks } from '#ingest/vocabulary/sentences.ts';

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
  for (const { end, next } of sentenceBreaks(text, block.start, block.end)) {
    add(start, end);
    start = next;
  }
  if (start < block.end) add(start, block.end);
  return sentences;
}
