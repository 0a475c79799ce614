import { endsSentence, type Piece, startsLower } from './pieces.ts';

const bare = /^(?:[-–—]\s?)?(?:Trang\s+)?(\d{1,4})(?:\s?[-–—]|\s?[/|]\s?\d{1,4})?$/u;

/**
 * The lines that hold nothing but a page's number ("2", "- 2 -", "Trang 2", "2/5"). A bare number counts only where a page begins or ends,
 * or where it is the next in the row of such numbers (2, 3, 4 …) and stands inside the text; any other number is content.
 */
export function pageNumbers(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const candidates: { piece: Piece; index: number; number: number }[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.words.length > 12) continue;
    const match = bare.exec(piece.words);
    if (match !== null) candidates.push({ piece, index, number: Number(match[1]) });
  }
  const found = new Set<Piece>();
  const paged = pieces.some((piece) => piece.newPage);
  let last = 0;
  for (const { piece, index, number } of candidates) {
    const after = pieces[index + 1];
    const atPageEdge = piece.newPage || after?.newPage === true || (after === undefined && paged);
    const before = pieces[index - 1];
    // Between two halves of a sentence a bare number can only be the page's.
    const inSentence =
      before !== undefined && after !== undefined && !endsSentence(before.words) && before.words.length > 20 && startsLower(after.words);
    const next = number === last + 1 || (last === 0 && number <= 2);
    if (next && (atPageEdge || inSentence)) {
      found.add(piece);
      last = number;
    }
  }
  return found;
}
