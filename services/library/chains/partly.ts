import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { symbolOf } from '#services/works/naming.ts';

/**
 * Words that end a thing, then words for a part of it: "bãi bỏ khoản 2 Điều 5 …", "thay thế một phần …", "bãi bỏ một số nội dung tại …". Of the words between
 * nothing may be a stop, so that the part belongs to what is ended.
 */
const endsPart =
  /(?:thay thế(?: cho)?|thay cho|bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt|đình chỉ|ngưng|ngừng|tạm dừng)(?<between>[^.;:\n]{0,40}?)(?<![\p{L}\p{N}])(?:một phần|(?:một số|các) (?:nội dung|điều|khoản|điểm|mục)|(?:(?:một số|các) )?quy định tại|nội dung|(?:điểm|khoản|điều|mục|chương|phụ lục)(?= ?(?:[\p{L}\p{N}]{1,3})(?![\p{L}\p{N}])))/iu;

/** Whether words that replace, repeal or suspend a document with this number speak of a part of it only. */
export function endsPartOnly(kind: RelationKind, quote: string, symbol: string): boolean {
  if (parentOf(kind) !== 'replaces') return false;
  const found = endsPart.exec(quote.replace(/\s+/gu, ' '));
  if (found === null) return false;
  // Where a number stands before the part, that number is what is ended, and the part belongs to something else.
  const numbers = found.groups!.between!.match(/\d+[\p{L}\p{N}./-]*\/[\p{L}\p{N}-]+/gu) ?? [];
  return !numbers.some((number) => symbolOf(number) === symbol || foldedSymbol(number) === foldedSymbol(symbol));
}
