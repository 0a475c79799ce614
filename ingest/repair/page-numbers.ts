import { endsSentence, type Piece, startsLower } from './pieces.ts';

const bare = /^(?:[-–—]\s?)?(?:Trang\s+)?(\d{1,4})(?:\s?[-–—]|\s?[/|]\s?\d{1,4})?$/u;

/** A page has so many lines at least, a missed number or two may lie between two that are seen. */
const leastLines = 15;
const mostMissed = 2;

/**
 * The lines that hold nothing but a page's number ("2", "- 2 -", "Trang 2", "2/5"), each higher than the one before. A bare number counts
 * where a page begins or ends, between the halves of a sentence, and where it is the very next after a page's worth of lines;
 * any other number is content.
 */
export function pageNumbers(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const found = new Set<Piece>();
  const paged = pieces.some((piece) => piece.newPage);
  let last = 0;
  let lastIndex = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    const match = piece.words.length > 12 ? null : bare.exec(piece.words);
    if (match === null) continue;
    const number = Number(match[1]);
    const before = pieces[index - 1];
    const after = pieces[index + 1];
    const atPageEdge = piece.newPage || after?.newPage === true || (after === undefined && paged);
    const first = last === 0;
    const follows = number > last && number <= last + 1 + mostMissed;
    const next = number === last + 1 || (first && number === 2);
    if (
      (atPageEdge && (follows || first)) ||
      (follows && isInSentence(before, after)) ||
      (next && index - lastIndex >= leastLines && before !== undefined && after !== undefined && !/[:|]$/u.test(before.words))
    ) {
      found.add(piece);
      last = number;
      lastIndex = index;
    }
  }
  return found;
}

/** Between two halves of a sentence a bare number can only be the page's. */
function isInSentence(before: Piece | undefined, after: Piece | undefined): boolean {
  return before !== undefined && after !== undefined && before.words.length > 20 && !endsSentence(before.words) && startsLower(after.words);
}
