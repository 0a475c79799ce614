import type { Note, Outline } from '#ingest/model/outline.ts';
import { parentOf } from '#ingest/model/relation.ts';
import { typeNames } from '#ingest/vocabulary/documentTypes.ts';
import { type Context, type Own, ownRelation } from './ownRelation.ts';
import { type Clause, type Located, type Standing, standingOf } from './standing.ts';
import type { Place } from './zones.ts';

/** The note that holds an offset, or null. */
export function noteAt({ notes }: Outline, offset: number): Note | null {
  let low = 0;
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (notes[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  const note = notes[low];
  return note !== undefined && note.span.start <= offset ? note : null;
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
function placeOfNoted(text: string, { at }: Note, begin: number): number {
  const from = Math.max(begin, at.start - REACH);
  const words = standIn.exec(text.slice(from, at.start).replace(/\[\d{1,3}\]/gu, (mark) => ' '.repeat(mark.length)));
  return words === null ? at.start : from + words.index;
}

/** How a document would stand at the mark of a note, and what the document itself would say of it there. */
export interface AtMark {
  readonly standing: Standing;
  readonly own: Own;
  readonly place: Place;
}

/** Reads the sentence of a note's mark as if a document were named there. `clause` is that sentence, but for the words before the mark. */
export function atMarkOf(
  note: Note,
  clause: Pick<Clause, 'text' | 'begin' | 'place' | 'last' | 'top'>,
  outline: Outline,
  speaker: Pick<Context, 'documentType' | 'reviewing'>,
): AtMark {
  const { text, begin, place, last } = clause;
  const from = last === null ? begin : Math.max(begin, last.located.mention.end);
  const at = placeOfNoted(text, note, from);
  const standing = standingOf(unnamed(at), { ...clause, before: text.slice(from, at), predicate: null }, outline);
  const around = { text, begin, peer: false, after: '', predicate: null, provision: false, speaks: false, ends: null };
  return { standing, own: ownRelation(standing, place, { ...around, ...speaker }), place };
}

/** What the document says of one that a note names, from what it would say at the mark. */
export function ofNote({ kind, rule }: Own): Own {
  return { kind, rule: parentOf(kind) === 'cites' ? rule : 'noted', words: null };
}

/** A document without a name: the words at a note's mark speak of it. */
function unnamed(at: number): Located {
  const span = { start: at, end: at };
  const nothing = { date: null, issuer: null, term: null, title: null, end: at };
  return { mention: { kind: 'short', span, type: '', number: '', abbreviated: true, ...nothing }, keys: [] };
}
