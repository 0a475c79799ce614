import type { SentenceMention } from '#ingest/model/duty.ts';
import type { Block } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';

/** True for a line of its own that says when all of the step above is to be finished: `Thời gian hoàn tất: trước ngày …`. */
export function isTimeOfStep(text: string, blocks: readonly Block[], { tells, block, words }: SentenceMention): boolean {
  return tells === 'time' && blocks[block]!.marker === null && /^Thời (?:gian|hạn) (?:hoàn thành|hoàn tất)\s?:/u.test(wordsOf(text, words));
}

/** The block that opens the step around a numbered block: the outermost heading `Bước …` above it, else itself. Null outside any number (`section` -1). */
export function stepOf(text: string, blocks: readonly Block[], section: number): number | null {
  if (section === -1) return null;
  let step = section;
  for (let at: number | null = section; at !== null; at = blocks[at]!.parent)
    if (/^Bước \d/u.test(text.slice(blocks[at]!.body.start, blocks[at]!.body.start + 8))) step = at;
  return step;
}
