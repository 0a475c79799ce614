import type { Relation } from '#ingest/model/relation.ts';
import { filler, relationPhrases } from '#ingest/vocabulary/relations.ts';

/** A phrase found before a mention; `at` is its offset in the words given. */
export interface PhraseHit {
  readonly rule: string;
  readonly relation: Relation;
  readonly at: number;
}

/** How far left of a mention a phrase may stand, in code units; clauses of official prose are long, sentences longer. */
const REACH = 180;
const adjacent = new Map<string, RegExp>();
const free = new Map<string, RegExp>();
for (const phrase of relationPhrases) {
  if (phrase.adjacent)
    adjacent.set(phrase.rule, new RegExp(`(?<![\\p{L}])${phrase.words}(?:\\s${filler}(?![\\p{Ll}])){0,10}[\\s“"(:]*$`, 'u'));
  else free.set(phrase.rule, new RegExp(`(?<![\\p{L}])${phrase.words}(?![\\p{L}])`, 'giu'));
}
/** After a comma a new verb begins a clause of its own, to which an earlier "gắn với" does not reach. */
const newClause = /[,:]\s(?:\p{L}+\s){0,3}(?:thực hiện|triển khai|quán triệt|cụ thể hóa|tổ chức|ban hành|xây dựng|tham mưu)(?![\p{L}])/u;

/**
 * The phrase that states the relation to a document named right after `words`, or null.
 * A phrase next to the mention beats one further off; of those further off, "gắn với" beats the verb it governs, a review beats carrying out.
 */
export function phraseBefore(words: string): PhraseHit | null {
  const offset = Math.max(0, words.length - REACH);
  const near = words.slice(offset);
  // At the head of a sentence the phrase has a capital: "Bãi bỏ Chỉ thị số …".
  const clause = near
    .slice(Math.max(near.lastIndexOf(';'), near.lastIndexOf('. ')) + 1)
    .replace(/^[^\p{L}]*\p{Lu}/u, (head) => head.toLowerCase());
  const shift = offset + near.length - clause.length;
  for (const phrase of relationPhrases) {
    const hit = phrase.adjacent ? adjacent.get(phrase.rule)!.exec(clause) : lastMatch(free.get(phrase.rule)!, clause);
    if (hit === null) continue;
    if (phrase.rule === 'go-with' && newClause.test(clause.slice(hit.index + hit[0].length))) continue;
    return { rule: phrase.rule, relation: phrase.relation, at: shift + hit.index };
  }
  return null;
}

function lastMatch(pattern: RegExp, words: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) last = match;
  return last;
}

const opening = /^[\s,“"]*(?:(?:về việc|về|để|nhằm|V\/v|với nội dung)\s)?[“"]?\s?/u;
const adverbs =
  /^(?:tiếp tục|đẩy mạnh|tăng cường|tổ chức|lãnh đạo|chỉ đạo|chủ động|kịp thời|việc|công tác|một số|nội dung|nhiệm vụ|hoạt động|phát động|và|,)[\s,]*/iu;
const verbs: readonly (readonly [RegExp, Relation, string])[] = [
  [/^(?:sơ kết|tổng kết|sơ, tổng kết|kiểm điểm|đánh giá|báo cáo|tình hình|kết quả)/iu, 'reviews', 'title-review'],
  [/^(?:sửa đổi|bổ sung|điều chỉnh)/iu, 'amends', 'title-amend'],
  [/^(?:thay thế|bãi bỏ|hủy bỏ)/iu, 'replaces', 'title-replace'],
  [
    /^(?:triển khai|thực hiện|quán triệt|cụ thể h|hướng dẫn|thi hành|học tập|nghiên cứu|tuyên truyền|phổ biến|chấp hành)/iu,
    'implements',
    'title-carry-out',
  ],
];
const titleBegins =
  /^[\s,]*(?:về(?: việc)?\s|để\s|nhằm\s|V\/v\s|[“"]|với nội dung|(?:sơ kết|tổng kết|thực hiện|triển khai|hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ|quy định|báo cáo|phê duyệt|thông báo|tổ chức thực hiện|quán triệt|cụ thể hóa|đánh giá|kiểm điểm|một số)[,\s])/u;

/**
 * Whether the words between two mentions make the second a part of the first one's title or purpose
 * ("Kế hoạch số 20-KH/TU … về thực hiện | Kết luận 01-KL/TW"), and which relation the title's leading verb then states. Null where they do not.
 * A guidance (`guides`: hướng dẫn) carries out what its title names, whatever its verb.
 */
export function nestedRelation(between: string, guides: boolean): { relation: Relation; rule: string } | null {
  if (/[;\n]/u.test(between)) return null;
  const direct = titleBegins.test(between);
  if (!direct && !titleGoesOn.test(between)) return null;
  const found = leadingVerb(between.replace(opening, ''));
  if (found !== null) return found;
  // "… thông báo kết luận của Thường trực Tỉnh ủy về thực hiện …": the title's verb stands after other words on it.
  const about = /^\s[^,.;]{3,90}?\s(?:về việc|về)\s(?=[^,.;]*$)/u.exec(between);
  const later = about === null || /^\s(?:về|để)/u.test(between) ? null : leadingVerb(between.slice(about[0].length));
  if (later !== null) return later;
  if (!direct && about === null) return null;
  return guides ? { relation: 'implements', rule: 'title-guidance' } : { relation: 'cites', rule: 'title-other' };
}

const titleGoesOn = /^\s(?:thông báo|ban hành|phê duyệt|quy định|ý kiến|kết luận|trả lời)\s/u;

function leadingVerb(title: string): { relation: Relation; rule: string } | null {
  let rest = title;
  for (let step = 0; step < 8 && adverbs.test(rest); step += 1) rest = rest.replace(adverbs, '');
  for (const [pattern, relation, rule] of verbs) if (pattern.test(rest)) return { relation, rule };
  return null;
}
