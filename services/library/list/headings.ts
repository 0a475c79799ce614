import { fold } from '#services/analysis/folding.ts';
import type { Aspect } from './cells.ts';

/** What stands in a column: the number of a document, something else that tells which one is asked for, or what is said of it beside its number. */
export type Role = 'number' | 'words' | Aspect;

const headings: Readonly<Record<Role, readonly string[]>> = {
  number: ['số', 'số ký hiệu', 'số và ký hiệu', 'số hiệu', 'ký hiệu', 'number', 'symbol'],
  words: ['văn bản', 'tên văn bản', 'mã văn bản', 'từ khóa', 'truy vấn', 'nội dung hỏi', 'nội dung tìm', 'query', 'q', 'words', 'id'],
  date: ['ngày', 'ngày tháng', 'ngày ban hành', 'ngày ký', 'date'],
  issuer: ['cơ quan', 'cơ quan ban hành', 'nơi ban hành', 'đơn vị ban hành', 'địa danh', 'địa phương', 'tỉnh', 'issuer', 'place'],
};

/** A heading without marks and signs, i and y alike: "Số, kí hiệu" is "Số ký hiệu". */
const plain = (cell: string) =>
  fold(cell)
    .replace(/[^a-z]+/gu, ' ')
    .trim()
    .replaceAll('y', 'i');

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.keys(headings) as Role[]).flatMap((role) => headings[role].map((heading) => [plain(heading), role] as const)),
);

/** What offices put behind a heading where it needs no saying: "Số ký hiệu văn bản", "Ngày VB". */
const ofDocument = / (?:van ban|vb|cong van)$/u;

/**
 * What stands under a heading, undefined where that is of no use here. "Số đến" and "Ngày đến" are the register's own number and date, and so is all
 * else that is said behind "Số" and "Ngày" and is not known.
 */
export function roleOf(heading: string): Role | undefined {
  const name = plain(heading);
  return roles.get(name) ?? roles.get(name.replace(ofDocument, ''));
}
