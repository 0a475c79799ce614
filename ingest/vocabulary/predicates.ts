import type { RelationKind } from '#ingest/model/relation.ts';
import { typeNames } from './documentTypes.ts';

/**
 * What is said of a document after its name: that it was changed, replaced, ended, and by what. The verb's voice tells who acts on whom:
 * "A được thay thế bởi B", "A đã được B sửa đổi", "A hết hiệu lực kể từ ngày B có hiệu lực". Terms as in Luật Ban hành văn bản quy phạm pháp luật
 * (sửa đổi, bổ sung, thay thế, bãi bỏ, đình chỉ việc thi hành, hết hiệu lực, ngưng hiệu lực) and the Party's rules of form.
 */

const verb =
  '(?:sửa đổi|bổ sung|điều chỉnh|thay thế|thay|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính|tạm đình chỉ|đình chỉ|tạm dừng|gia hạn|kéo dài|hợp nhất)(?![\\p{L}])';

/** A verb of acting on a document, or several joined ("sửa đổi, bổ sung"). */
export const acting = `${verb}(?:(?:,? và|,| hoặc|,? hoặc) ${verb}){0,4}(?: (?:việc )?thi hành)?`;

/** The kind of relation that such verbs state: the first of the table that fits. */
export const actingKinds: readonly (readonly [RegExp, RelationKind])[] = [
  [/^(?:sửa đổi|bổ sung|điều chỉnh)/iu, 'amends'],
  [/^đính chính/iu, 'corrects'],
  [/^(?:gia hạn|kéo dài)/iu, 'extends'],
  [/thay/iu, 'replaces'],
  [/^(?:bãi bỏ|hủy bỏ|huỷ bỏ)/iu, 'repeals'],
  [/^(?:tạm )?(?:đình chỉ|dừng)/iu, 'suspends'],
  [/^hợp nhất/iu, 'consolidates'],
];

/** The loss of effect, whole or in part, for good or for a time. */
export const losing = '(?:hết|chấm dứt|không còn|tạm ngưng|ngưng) (?:toàn bộ )?hiệu lực(?: thi hành)?(?: một phần| toàn bộ)?';

/** When it happened or will: only "đã", "vừa" and the like tell of the past. */
export const tense = '(?:(?:đã|vừa|mới|sẽ|nay|hiện|sau đó|sau này|tiếp tục|cũng|đều) ){0,3}';
export const past = /(?:^|[^\p{L}])(?:đã|vừa|mới|hiện|sau đó)(?![\p{L}])/iu;

/** What of the document the verb acts on: "một số điều", "Điều 3", "lần thứ hai". */
export const aspects =
  '(?: (?:một phần|toàn bộ|một số|các|những|điều|khoản|điểm|mục|nội dung|quy định|thời gian|thời hạn|thực hiện|lần thứ \\p{Ll}+|\\d{1,4}|năm|tên|Điều|Khoản|Điểm|Mục|của|và|nhiều|lần)(?![\\p{L}])){0,8}';

/** A document that calls itself, or the one named last, by its type: "Quyết định này". `noun` is the type's name. */
export const thisDocument = `(?<noun>văn bản|${typeNames.join('|')}) này`;
