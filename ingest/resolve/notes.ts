import type { Note, Outline } from '#ingest/model/outline.ts';
import { typeNames } from '#ingest/vocabulary/documentTypes.ts';

/** The note that holds an offset, or null. */
export function noteAt({ notes }: Outline, offset: number): Note | null {
  return notes.find(({ span }) => span.start <= offset && offset < span.end) ?? null;
}

/**
 * Documents that stand for those which a note names: "các văn bản chỉ đạo của Chính phủ[2], Bộ Y tế[3]", "nhiều chương trình, kế hoạch[1]". Between them
 * and the mark only whose they are.
 */
const standIn = new RegExp(
  `(?<![\\p{L}])(?:(?:nhiều|các|những|một số)\\s)?(?:văn bản|quy định|${typeNames.join('|')})(?:,\\s(?:văn bản|${typeNames.join('|')})){0,6}(?:\\svà\\s(?:văn bản|${typeNames.join('|')}))?(?:\\s(?:chỉ đạo|hướng dẫn|pháp luật|có liên quan|liên quan|hiện hành|nêu trên)){0,3}(?:\\s(?:của|do)\\s[^;:.()]{2,160})?\\s?$`,
  'iu',
);
/** Longer than any such words, in code units. */
const REACH = 260;

/**
 * Where a document named in a note would stand in the sentence of the note's mark: at the words that stand for it, else at the mark itself.
 * `begin` is where that sentence begins.
 */
export function placeOfNoted(text: string, { at }: Note, begin: number): number {
  const from = Math.max(begin, at.start - REACH);
  const words = standIn.exec(text.slice(from, at.start).replace(/\[\d{1,3}\]/gu, (mark) => ' '.repeat(mark.length)));
  return words === null ? at.start : from + words.index;
}
