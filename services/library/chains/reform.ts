import { mergedOn } from '#ingest/vocabulary/places.ts';
import { districtsEnded, lineOf, parted } from '#services/works/lineage.ts';
import type { ChainFinding } from '../shapes.ts';
import { dayVi } from './findings.ts';

/**
 * What is not followed over the reform of 2025: the district level ended and communes were formed anew, and no document tells which commune went on with what a
 * district, or a commune before it, had begun. Provinces are followed (lineage.ts).
 */

const mostNamed = 5;

/** True for a district, a commune or another unit within a province. */
export function isBelowProvince(scope: string): boolean {
  return parted(scope)[1] !== null;
}

/** That a narrowing to a unit (`scopes`: those met of it) shows what bears its name, and no more. */
export function unitNotFollowed(asked: string, scopes: readonly string[]): ChainFinding {
  const later = [...new Set(scopes.filter(isBelowProvince).map((scope) => lineOf(scope).after.at(-1)?.scope ?? parted(scope)[0]))];
  const [where, whereVi] =
    later.length === 0
      ? ['', '']
      : [
          ` What came later in its province is found under ${later.join(', ')}.`,
          ` Văn bản về sau của tỉnh xem theo phạm vi ${later.join(', ')}.`,
        ];
  return {
    code: 'not-followed',
    works: [],
    message: `Only documents that bear the name of ${asked} are counted: the district level ended on ${mergedOn} (${districtsEnded.source}) and communes were formed anew; which of them went on with what another unit had begun, no document held here tells.${where}`,
    messageVi: `Chỉ tính văn bản mang tên ${asked}: cấp huyện kết thúc hoạt động từ ngày ${dayVi(mergedOn)} (${districtsEnded.source}), các xã, phường được sắp xếp lại; không văn bản nào đang lưu cho biết xã, phường nào kế tục công việc của đơn vị nào.${whereVi}`,
  };
}

/** That rows of such units stand for what bears their own names. */
export function rowsNotFollowed(names: readonly string[]): ChainFinding {
  const more = names.length - mostNamed;
  const named = names.slice(0, mostNamed).join(', ');
  return {
    code: 'not-followed',
    works: [],
    message: `The district level ended on ${mergedOn} (${districtsEnded.source}) and communes were formed anew; which of them went on with what another unit had begun, no document held here tells. Rows of units below a province are not joined, and count what bears their own names: ${named}${more > 0 ? ` and ${more} more` : ''}.`,
    messageVi: `Cấp huyện kết thúc hoạt động từ ngày ${dayVi(mergedOn)} (${districtsEnded.source}), các xã, phường được sắp xếp lại; không văn bản nào đang lưu cho biết xã, phường nào kế tục công việc của đơn vị nào. Các đơn vị dưới tỉnh không được gộp, mỗi dòng chỉ tính văn bản mang tên đơn vị đó: ${named}${more > 0 ? ` và ${more} đơn vị khác` : ''}.`,
  };
}

/** What a silent cell of a unit below a province says besides: that it had ended, or that it may not have been there yet. Empty where the reform does not lie between. */
export function silentOverReform(
  { scope, level }: { readonly scope: string; readonly level: string | null },
  directive: string | null,
  isOfToday: boolean,
): readonly [english: string, vietnamese: string] {
  if (directive === null || !isBelowProvince(scope)) return ['', ''];
  if (level === 'district' && directive >= mergedOn)
    return [
      ` The district level had ended on ${mergedOn}, before this directive; see the province and its communes.`,
      ` Cấp huyện đã kết thúc hoạt động từ ngày ${dayVi(mergedOn)}, trước văn bản này; xem tỉnh và các xã, phường.`,
    ];
  if (level === 'base' && directive < mergedOn && isOfToday)
    return [
      ` Communes were formed anew on ${mergedOn}: what a district or an earlier commune did in its place is not counted here.`,
      ` Các xã, phường được sắp xếp lại từ ngày ${dayVi(mergedOn)}: việc huyện hoặc xã cũ đã làm không tính ở đây.`,
    ];
  return ['', ''];
}
