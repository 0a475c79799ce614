import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import { filler, finerKinds, leadingVerbs, type RelationRule, relationPhrases } from '#ingest/vocabulary/relations.ts';

/** A phrase found before a mention; `at` and `end` are offsets in the words given. */
export interface PhraseHit {
  readonly rule: RelationRule;
  readonly kind: RelationKind;
  readonly at: number;
  readonly end: number;
}

/** How far left of a mention a phrase may stand, in code units; clauses of official prose are long, sentences longer. */
const REACH = 180;
const small = `(?:,?\\s${filler}(?![\\p{Ll}])){0,10}[\\s“"(:]*$`;
const smallOnly = new RegExp(`^${small}`, 'u');
const patterns = new Map<RelationRule, RegExp>();
for (const { rule, words, apart } of relationPhrases)
  patterns.set(
    rule,
    apart === undefined
      ? new RegExp(`(?<![\\p{L}])(?<phrase>${words})${small}`, 'u')
      : new RegExp(`(?<![\\p{L}])${words}(?![\\p{L}])`, 'giu'),
  );
/** After a comma a new verb begins a clause of its own, to which an earlier "gắn với" does not reach. */
const newClause = /[,:]\s(?:\p{L}+\s){0,3}(?:thực hiện|triển khai|quán triệt|cụ thể hóa|tổ chức|ban hành|xây dựng|tham mưu)(?![\p{L}])/u;
const carriedOut = /(?:thực hiện|triển khai)\s[^;.]{0,60}(?:nhiệm vụ|giải pháp|nội dung|yêu cầu|chủ trương)[^;.]{0,20}$/iu;
const verbsBefore = new RegExp(`(?<![\\p{L}])(?:${leadingVerbs}(?:,| và|, và)?\\s){1,8}$`, 'iu');

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
  for (const { rule, kind, apart, cues } of relationPhrases) {
    if (!hasOneOf(clause, cues)) continue;
    const pattern = patterns.get(rule)!;
    const hit = apart === undefined ? pattern.exec(clause) : lastMatch(pattern, clause);
    if (hit === null) continue;
    const phrase = hit.groups?.phrase ?? hit[0];
    const end = hit.index + phrase.length;
    const rest = clause.slice(end);
    if (rule === 'go-with' && newClause.test(rest)) continue;
    // With a capital inside the sentence it is the name of a report: "Báo cáo kết quả giám sát số …".
    if (rule === 'review' && phrase.startsWith('B')) continue;
    // "… các nhiệm vụ nêu tại Kết luận số …": what is to be carried out stands in it.
    if (rule === 'named-in' && carriedOut.test(clause.slice(0, hit.index))) continue;
    const verbs = rule === 'carry-out' ? (verbsBefore.exec(clause.slice(0, hit.index))?.[0] ?? '') : '';
    const at = hit.index - verbs.length;
    return {
      rule: apart === undefined || smallOnly.test(rest) ? rule : apart,
      kind: finer(kind, clause.slice(at, end)),
      at: shift + at,
      end: shift + end,
    };
  }
  return null;
}

/** A loop, not `some`: it is asked for every mention and every rule. */
function hasOneOf(words: string, cues: readonly string[]): boolean {
  for (const cue of cues) if (words.includes(cue)) return true;
  return false;
}

const laws = /(?<![\p{L}])(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s\p{Lu}[^.:()]{1,160}(?:[,;]|\svà)\s(?:các\s)?$/u;
const lawNouns = ['Luật', 'luật', 'Pháp lệnh', 'Hiến pháp'];
const actsBetween = /,\s(?:các|thực hiện|triển khai|tổ chức|chỉ đạo|tham mưu|phối hợp|xây dựng)\s/u;

/** The same for an enumeration that laws by their names open: "theo quy định tại Luật Lâm nghiệp, Luật Đất đai; | Nghị định số …". */
export function phraseBeforeLaws(words: string): PhraseHit | null {
  const offset = Math.max(0, words.length - 2 * REACH);
  const near = words.slice(offset);
  const named = hasOneOf(near, lawNouns) ? laws.exec(near) : null;
  if (named === null || actsBetween.test(named[0])) return null;
  const hit = phraseBefore(near.slice(0, named.index));
  return hit === null || hit.rule.endsWith('-apart') ? null : { ...hit, at: offset + hit.at, end: offset + hit.end };
}

/** The finer kind that a phrase of this general kind states, from its first verb to its last; else the general kind. */
export function finer(kind: RelationKind, phrase: string): RelationKind {
  const parent = parentOf(kind);
  return finerKinds.find((entry) => parentOf(entry.kind) === parent && entry.words.test(phrase.trim()))?.kind ?? kind;
}

function lastMatch(pattern: RegExp, words: string): RegExpExecArray | null {
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) {
    // With a capital it is the type of a document: "các Hướng dẫn: số …".
    if (match[0] !== 'Hướng dẫn') last = match;
  }
  return last;
}

const opening =
  /^[\s,“"]*(?:(?:đã|vừa|sẽ|được)\s){0,2}(?:(?:ban hành|xây dựng|ra đời)\s)?(?:(?:về việc|về|để|nhằm|V\/v|với nội dung|là để|là)\s)?[“"]?\s?/u;
const adverbs =
  /^(?:tiếp tục|đẩy mạnh|tăng cường|tổ chức|lãnh đạo|chỉ đạo|chủ động|kịp thời|việc|công tác|một số|nội dung|nhiệm vụ|hoạt động|phát động|và|,)[\s,]*/iu;
const verbs: readonly (readonly [RegExp, RelationKind, RelationRule])[] = [
  [
    /^(?:sơ kết|tổng kết|sơ, tổng kết|kiểm điểm|đánh giá|báo cáo(?: kết quả| tình hình| việc)?|tình hình|kết quả)/iu,
    'reviews',
    'title-review',
  ],
  [/^(?:sửa đổi|bổ sung|điều chỉnh|đính chính|gia hạn|kéo dài)/iu, 'amends', 'title-amend'],
  [
    /^(?:thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|chấm dứt hiệu lực|(?:tạm )?đình chỉ|tạm dừng|(?:tạm )?ngưng hiệu lực)/iu,
    'replaces',
    'title-replace',
  ],
  [/^hợp nhất/iu, 'consolidates', 'title-consolidate'],
  [/^(?:trả lời|phúc đáp)/iu, 'answers', 'title-answer'],
  [
    /^(?:triển khai|thực hiện|quán triệt|cụ thể h(?:óa|oá)|thể chế h(?:óa|oá)|cụ thể|hướng dẫn|quy định chi tiết|thi hành|học tập|nghiên cứu|tuyên truyền|phổ biến|chấp hành|áp dụng)/iu,
    'implements',
    'title-carry-out',
  ],
  [/^(?:(?:dựa )?trên cơ sở|căn cứ|theo)(?![\p{L}])/iu, 'basis', 'title-ground'],
];
const bareVerb =
  'sơ kết|tổng kết|thực hiện|triển khai|hướng dẫn|quy định|sửa đổi|bổ sung|đính chính|gia hạn|thay thế|bãi bỏ|hủy bỏ|đình chỉ|tạm đình chỉ|hợp nhất|trả lời|phúc đáp|báo cáo|phê duyệt|thông báo|tổ chức thực hiện|tiếp tục thực hiện|quán triệt|cụ thể hóa|cụ thể hoá|thể chế hóa|đánh giá|kiểm điểm|một số';
const titleBegins = new RegExp(
  `^(?<comma>[\\s,]*)(?:về(?: việc)?\\s|(?:(?:được|đã được) (?:ban hành|xây dựng) )?(?:để|nhằm|là để)\\s|được (?:ban hành|xây dựng) (?:trên cơ sở|căn cứ|theo)\\s|V\\/v\\s|[“"]|với nội dung|(?<bare>(?:(?:đã|vừa|sẽ) )?(?:${bareVerb})[,\\s]))`,
  'u',
);

/** A title's leading verb; `at` and `end` are offsets of its words in those given, null where no verb states the relation. */
export interface Nested {
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  readonly words: { readonly at: number; readonly end: number } | null;
}

/**
 * Whether the words between two mentions make the second a part of the first one's title or purpose, or the object of its verb
 * ("Kế hoạch số 20-KH/TU … về thực hiện | Kết luận 01-KL/TW", "Kế hoạch số 20-KH/TU thay thế | …"), and which relation the leading verb states.
 * Null where they do not. A guidance (`guides`: hướng dẫn) carries out what its title names, whatever its verb. Where the first mention is itself
 * `governed` by a verb of the sentence, a comma and a bare verb go on with the sentence, not with a title.
 */
export function nestedRelation(between: string, guides: boolean, governed: boolean): Nested | null {
  if (/[;\n]|(?<!số):\s$/u.test(between) || ofAnotherBody.test(between)) return null;
  // "… của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ | hướng dẫn thi hành …": what is left of the body's name is passed over.
  const skipped = bodyGoesOn.exec(between)?.[0].length ?? 0;
  const title = between.slice(skipped);
  const begins = titleBegins.exec(title);
  if (governed && begins?.groups?.bare !== undefined && begins.groups.comma!.includes(',')) return null;
  if (governed && sentenceResumes(title)) return null;
  if (begins === null && !titleGoesOn.test(title)) return null;
  const near = phraseBefore(title);
  const opened = opening.exec(title)![0].length;
  const found = leadingVerb(title, opened, guides);
  if (found !== null) return shifted(adjacentOver(found, near, title), skipped);
  // "… thông báo kết luận của Thường trực Tỉnh ủy về thực hiện …": the title's verb stands after other words on it.
  const about = /^\s[^,.;]{3,90}?\s(?:về việc|về)\s(?=[^,.;]*$)/u.exec(title);
  const later = about === null || /^\s(?:về|để)/u.test(title) ? null : leadingVerb(title, about[0].length, guides);
  if (later !== null) return shifted(later, skipped);
  // "… ban hành Kế hoạch thực hiện | …": what it issues carries the other out. "… về A và triển khai | B": the title's second act does.
  if (near?.rule === 'carry-out' && (issuesPlan.test(title) || /\svà\s$/u.test(title.slice(0, near.at))))
    return shifted({ kind: near.kind, rule: near.rule, words: { at: near.at, end: near.end } }, skipped);
  if ((begins === null && about === null) || /^[\s,]*(?:để|nhằm)\s/u.test(title) || /[()]/u.test(title)) return null;
  if (near !== null && fallback.has(near.rule))
    return shifted({ kind: near.kind, rule: near.rule, words: { at: near.at, end: near.end } }, skipped);
  return guides ? { kind: 'guides', rule: 'title-guidance', words: null } : { kind: 'cites', rule: 'title-other', words: null };
}

const issuesPlan =
  /(?:^|(?<![\p{L}])(?:ban hành|phê duyệt))\s(?:các\s)?[“"]?(?:Chương trình|Kế hoạch|Đề án|Chiến lược|Quy chế|Quy định)\s/u;
const ofAnotherBody = /(?:,|và)\s(?:ý kiến|đề nghị|chỉ đạo|báo cáo)\s[^,;]{0,60}\s(?:tại|trong)\s/u;
const bodyGoesOn =
  /^(?:[\s,:–-]+(?:\p{Lu}\p{L}*|(?:trưởng|nhiệm|phòng|phủ|ban|bộ|hội|ủy|uỷ|nhân|dân|tỉnh|thành|phố|chức|giáo|của|và|liên|tế|chính|sự|vụ|hành|trung|ương|thư|trị)(?![\p{L}]))){1,16}(?=\s(?:về|hướng dẫn|quy định|sửa đổi|bổ sung|triển khai|thực hiện|ban hành)\s)/u;
/** Words at the name that say more than a title without a verb of its own. */
const fallback = new Set<RelationRule>(['review', 'review-apart', 'ground']);

function shifted(nested: Nested, by: number): Nested {
  return nested.words === null || by === 0 ? nested : { ...nested, words: { at: nested.words.at + by, end: nested.words.end + by } };
}

/**
 * A title's verb may have another object before the name: "sửa đổi Chương trình hành động thực hiện | Nghị quyết A", "báo cáo phương án xử lý theo |
 * Công văn B". Then the words at the name count.
 */
function adjacentOver(found: Nested, near: PhraseHit | null, title: string): Nested {
  if (near === null || near.at < (found.words?.end ?? 0)) return found;
  const relation = parentOf(found.kind);
  // "… về hướng dẫn tổng kết 03 năm thực hiện | B": what it guides is the review.
  if (found.kind === 'guides' && near.rule.startsWith('review') && reviewed.test(title.slice(near.end)))
    return { kind: near.kind, rule: near.rule, words: { at: near.at, end: near.end } };
  const changes = relation === 'amends' || relation === 'replaces';
  const other =
    near.rule === 'ground' || (changes && near.rule === 'carry-out' && /(?:Chương trình|Kế hoạch|Đề án|Quy chế|Quy định)\s/u.test(title));
  return other ? { kind: near.kind, rule: near.rule, words: { at: near.at, end: near.end } } : found;
}

const reviewed = /^(?:\s(?:kết quả|việc|\d{1,2} năm|\p{Ll}+ năm|thực hiện|triển khai|thi hành)){0,4}\s$/u;
const resumes = new RegExp(`,\\s(?:\\p{L}+\\s){0,8}?${leadingVerbs}(?:,| và|, và)?\\s(?:[^,.;]{0,60}\\s)?$`, 'iu');
const verbsOnly = new RegExp(
  `^(?:(?:báo cáo|sơ kết|tổng kết|kiểm điểm|đánh giá|sửa đổi|bổ sung|thay thế|phổ biến|tuyên truyền|${leadingVerbs})[,\\s]*)+$`,
  'iu',
);
/** "Cùng với A về chuyển đổi số, tiếp tục quán triệt | B": after a title a comma and a verb take the sentence up again; a list of the title's own verbs does not. */
function sentenceResumes(between: string): boolean {
  const at = between.lastIndexOf(', ');
  if (at === -1 || !resumes.test(between.slice(at))) return false;
  const head = between.slice(0, at);
  return !verbsOnly.test(head.slice(opening.exec(head)![0].length));
}

const titleGoesOn = /^\s(?:Chương trình|Kế hoạch|Đề án|Chiến lược|thông báo|ban hành|phê duyệt|quy định|ý kiến|kết luận|trả lời)\s/u;

function leadingVerb(words: string, from: number, guides: boolean): Nested | null {
  let at = from;
  for (let step = 0; step < 8; step += 1) {
    const adverb = adverbs.exec(words.slice(at));
    if (adverb === null) break;
    at += adverb[0].length;
  }
  const rest = words.slice(at);
  for (const [pattern, kind, rule] of verbs) {
    const verb = pattern.exec(rest)?.[0];
    if (verb === undefined) continue;
    const begin = /^tiếp tục(?![\p{L}])/iu.test(words.slice(from)) ? from : at;
    // Of a chain of verbs the last one before the name counts too: "hướng dẫn thực hiện" is one phrase, "cụ thể hóa, triển khai" two.
    const chain = verbChain.exec(words.slice(begin))?.[0] ?? words.slice(begin, at + verb.length);
    const end = Math.max(begin + chain.trimEnd().replace(/,$/u, '').length, at + verb.length);
    const said = finer(kind, words.slice(begin, end));
    return { kind: guides && said === 'implements' ? 'guides' : said, rule, words: { at: begin, end } };
  }
  return null;
}

const verbChain = new RegExp(`^(?:${leadingVerbs}(?:,| và|, và)?(?:\\s|$)){1,8}`, 'iu');
