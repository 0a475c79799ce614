import type { RelationKind } from '#ingest/model/relation.ts';
import { acting, actingKinds, aspects, losing, past, tense, thisDocument } from '#ingest/vocabulary/predicates.ts';

/** Who did it: the document called by `noun` ("Quyết định này"), the document named next, or nobody that is told. */
export type Doer = { readonly noun: string } | 'next' | null;

/** What is said of a document right after its name. `start` and `end` are offsets in the words given. */
export interface Predicate {
  readonly kind: RelationKind;
  readonly doer: Doer;
  /** True where a loss of effect is stated, false where an act on the document. */
  readonly loss: boolean;
  readonly past: boolean;
  /** True where it stands in brackets, beside the sentence. */
  readonly aside: boolean;
  readonly start: number;
  readonly end: number;
}

/** How much after a name is looked at, in code units. */
export const PREDICATE_REACH = 320;

const cheap = /sửa đổi|bổ sung|điều chỉnh|thay|bãi bỏ|h[ủu][ỷy]? bỏ|đính chính|đình chỉ|tạm dừng|gia hạn|kéo dài|hợp nhất|hiệu lực/iu;
/** Between the name and the verb stand nothing but marks, or the title. */
const gap =
  '(?<gap>[\\s,]*\\(?|[\\s,]*(?:về|ban hành|quy định|phê duyệt|sửa đổi|thành lập|kiện toàn|“|của|khóa|năm|ngày|nêu trên|nói trên|trên)(?![\\p{L}])[^.;(\\n]{0,220}?[\\s,”]\\(?)';
const by = '(?<by>bởi|bằng|theo|tại|trong|do)';
const others = '(?:(?:các|những|một số) )?(?:văn bản(?: sau)?:? )?';
const joining = `(?: (?:quy định|nội dung|Điều|Khoản|điểm|khoản|điều|\\d{1,3}|[a-h]|của|tại|,)){0,8}`;
const doneBy = new RegExp(
  `^${gap}(?<verb>${tense}(?<voice>được |bị |do )?(?<act>${acting})${aspects}),? ${by}${joining} (?:${thisDocument}|(?<next>${others}$))`,
  'iu',
);
const doneByThis = new RegExp(`^${gap}(?<verb>${tense}(?:được|bị|do) ${thisDocument} (?<act>${acting}))`, 'iu');
const done = new RegExp(`^${gap}(?<verb>${tense}(?:được|bị) (?<act>${acting}))(?![\\p{L}])`, 'iu');
const lost = new RegExp(
  `^${gap}(?<verb>${tense}${losing})(?:,? (?:(?:do|vì|và) )?(?:kể )?(?:từ|khi|sau khi)(?: ngày| khi| thời điểm)? (?:${thisDocument}|(?<next>${others}$)))?`,
  'iu',
);

/** What the words between a name and the next one (or the end of the sentence) say of the document named, or null. */
export function predicateAfter(words: string): Predicate | null {
  // A cut is marked, so that the doer is not taken to be named at it.
  const near = words.length > PREDICATE_REACH ? `${words.slice(0, PREDICATE_REACH)}…` : words;
  if (!cheap.test(near)) return null;
  const loss = lost.exec(near);
  if (loss !== null) {
    // "… hết hiệu lực do được thay thế bằng B": the reason says more than the loss.
    const at = loss.index + loss[0].length;
    const reason =
      loss.groups!.noun === undefined && loss.groups!.next === undefined ? /^[\s,]*(?:do|vì|và)\s/u.exec(near.slice(at)) : null;
    const act = reason === null ? null : doneBy.exec(` ${near.slice(at + reason[0].length)}`);
    const found = predicate(loss, true);
    if (act === null) return found;
    const { kind, doer } = predicate(act, false);
    return { ...found, kind, doer };
  }
  const act = doneBy.exec(near);
  if (act !== null && passive(act)) return predicate(act, false);
  const other = doneByThis.exec(near) ?? done.exec(near);
  return other === null ? null : predicate(other, false);
}

/** Without "được" or "bị" only "bởi", "bằng", "theo" make it a passive: "A sửa đổi một số điều tại B" acts on B, "(sửa đổi tại B)" does not. */
function passive({ groups }: RegExpExecArray): boolean {
  if (groups!.voice !== undefined) return true;
  return /^(?:bởi|bằng|theo)$/iu.test(groups!.by!) || groups!.gap!.endsWith('(');
}

function predicate(match: RegExpExecArray, loss: boolean): Predicate {
  const groups = match.groups!;
  const start = groups.gap!.length;
  const verb = groups.verb!;
  const kind = loss ? (/ngưng/iu.test(verb) ? 'suspends' : 'repeals') : kindOfAct(groups.act!);
  const doer: Doer = groups.noun !== undefined ? { noun: groups.noun } : groups.next !== undefined ? 'next' : null;
  return { kind, doer, loss, past: past.test(verb), aside: groups.gap!.endsWith('('), start, end: start + verb.length };
}

/** The kind of relation that verbs of acting on a document state. */
export function kindOfAct(act: string): RelationKind {
  return actingKinds.find(([pattern]) => pattern.test(act))?.[1] ?? 'amends';
}

const actFirst = new RegExp(`^[\\s,]*(?<act>${acting})(?![\\p{L}])`, 'iu');
/** "A đã được B | sửa đổi, bổ sung": the verb after the doer's name, behind its date and body. */
export function actAfter(words: string): RelationKind | null {
  const act = actFirst.exec(words.slice(0, PREDICATE_REACH))?.groups?.act;
  return act === undefined ? null : kindOfAct(act);
}

/** The words before the doer's name, where its verb comes after it. */
export const awaitsDoer = new RegExp(`^${gap}${tense}(?:được|bị|do)\\s$`, 'iu');

const thisIsDone = new RegExp(
  `(?<![\\p{L}])${thisDocument} ${tense}(?:được|bị) (?<act>${acting})${aspects},? (?:bởi|bằng|theo|tại|trong)${joining} $`,
  'iu',
);
const thisEnds = new RegExp(`(?<![\\p{L}])${thisDocument} ${tense}${losing}[^.;]{0,30}(?:từ|khi)(?: ngày| khi| thời điểm)? $`, 'iu');

/** "Quyết định này được thay thế bởi | B": what the document named next does to the one called by `noun`; `at` is where the words begin. */
export function doneToThis(before: string): { readonly noun: string; readonly kind: RelationKind; readonly at: number } | null {
  if (!before.includes(' này') || !cheap.test(before)) return null;
  const done = thisIsDone.exec(before);
  if (done !== null) return { noun: done.groups!.noun!, kind: kindOfAct(done.groups!.act!), at: done.index };
  const ends = thisEnds.exec(before);
  return ends === null ? null : { noun: ends.groups!.noun!, kind: /ngưng/iu.test(ends[0]) ? 'suspends' : 'repeals', at: ends.index };
}

const thisBegins = new RegExp(`(?:từ|sau)(?: ngày| khi| thời điểm)? ${thisDocument} (?:có hiệu lực|được ban hành|ban hành)[^.;]*$`, 'iu');
/** "Kể từ ngày Quyết định này có hiệu lực, | B hết hiệu lực": the noun by which the document calls itself, or null. */
export function beginsWith(before: string): string | null {
  return before.includes(' này') ? (thisBegins.exec(before)?.groups?.noun ?? null) : null;
}

const thisActs = new RegExp(
  `(?<![\\p{L}])${thisDocument}(?<rest>[^.;]{0,40}| (?:có hiệu lực|thay thế|bãi bỏ|sửa đổi|bổ sung|đính chính|đình chỉ|hướng dẫn|cụ thể hóa|quy định chi tiết|hợp nhất|gia hạn)[^.]*)$`,
  'iu',
);
/** The document that the words up to a verb make its subject: "Quyết định này có hiệu lực từ ngày ký và | thay thế …"; its noun, or null. */
export function subjectBefore(words: string): { readonly noun: string; readonly at: number } | null {
  const near = words.slice(-PREDICATE_REACH);
  const match = near.includes(' này') ? thisActs.exec(near) : null;
  if (match === null) return null;
  // In "Kết luận này được …", "theo Kết luận này" it is no subject.
  const start = Math.max(0, words.length - PREDICATE_REACH) + match.index;
  if (/^ (?:đã |sẽ )?(?:được|bị) (?!ban hành|xây dựng)/iu.test(match.groups!.rest!)) return null;
  if (/(?:của|theo|tại|trong|với|thực hiện|triển khai|kèm theo)\s$/iu.test(words.slice(0, start))) return null;
  return { noun: match.groups!.noun!, at: start };
}
