import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import type { RelationRule } from '#ingest/vocabulary/relations.ts';
import type { Predicate } from './predicates.ts';
import { CONTEXT } from './sentences.ts';
import { type Standing, typeOf } from './standing.ts';
import type { Place } from './zones.ts';

/** What is known around a mention when its relation to the speaking document is judged. */
export interface Context {
  readonly text: string;
  readonly begin: number;
  readonly documentType: string | null;
  /** True where the mention is a document of the speaker's own level. */
  readonly peer: boolean;
  readonly reviewing: boolean;
  readonly after: string;
  /** What is said of the mention after its name, where nobody else did it. */
  readonly predicate: Predicate | null;
  /** True where the words around it quote it as a norm that holds. */
  readonly provision: boolean;
  /** True where the document itself, by its name, is the subject of the words before the mention. */
  readonly speaks: boolean;
  /** What the document itself does further left in the sentence to something that the mention holds, where it replaces or ends it. */
  readonly ends: RelationKind | null;
}

/** The relation of the document itself to one that it names, and the rule that settled it. */
export interface Own {
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  /** Offsets in the text of the words that state it where they are not those of the standing; null where no words do. */
  readonly words?: { readonly start: number; readonly end: number } | null;
}

/** Words that make a sentence an account of the past. */
const tellsOfPast =
  /(?<!\p{L})(?:đã|vừa qua|[Tt]hời gian qua|những năm qua|(?:Qua|Sau)(?: hơn| gần)? (?:\d+|một|hai|ba|bốn|năm) (?:năm|tháng)|Trước năm \d{4})(?![\p{L}])/u;
/** What any of these has: the cheap question. */
const mayTellOfPast = /đã|qua|Qua|Sau|Trước/u;
const whatIsReviewed = /công tác|kết quả|tình hình|mức độ/iu;
const plans = new Set(['KH', 'HD', 'CV']);
const lawmaking = new Set(['QĐ', 'QĐi', 'NQ', 'QC', 'NĐ', 'TT', 'L', 'CT', 'HD', 'TTLT', 'PL']);
/** Kinds that a duty lays down as well as the document itself; who guides or reports there is somebody else. */
const laidDown = new Set<RelationKind>(['continues', 'on-proposal']);

/**
 * The relation that a mention states of this document itself, by where it stands: in its title or preamble the words count as they are, in duties
 * they lay down what is to come, in an account they only tell of the past (gold/README, "Relations").
 */
export function ownRelation(standing: Standing, place: Place, context: Context): Own {
  const { predicate, documentType } = context;
  if (standing.parent !== null) return { kind: 'cites', rule: 'of-another', words: null };
  const { kind, rule } = standing;
  const relation = parentOf(kind);
  const start = standing.located.mention.span.start;
  const sentence = context.text.slice(Math.max(context.begin, start - CONTEXT), start);
  const said = (): Own => ({ kind, rule });
  if (standing.rule === 'named' && place === 'account' && predicate === null && context.ends === null) return said();
  const past = place !== 'title' && mayTellOfPast.test(sentence) && tellsOfPast.test(sentence);
  if (predicate !== null && relation !== 'amends') {
    const words = { start: standing.located.mention.end + predicate.start, end: standing.located.mention.end + predicate.end };
    if (predicate.doer !== null) return { kind: predicate.kind, rule: predicate.loss ? 'ended-with' : 'changed-by-this', words };
    if (
      !predicate.aside &&
      !predicate.past &&
      parentOf(predicate.kind) === 'replaces' &&
      place !== 'preamble' &&
      provides(place, documentType)
    )
      return { kind: predicate.kind, rule: 'ended', words };
  }
  if (
    !past &&
    place !== 'account' &&
    relation !== 'amends' &&
    /^[^.;,]{0,30}(?<!đã )được (?:sửa đổi|bổ sung|điều chỉnh)(?!.{0,60}(?:bởi|bằng|tại|theo))/u.test(context.after)
  )
    return { kind: 'amends', rule: 'reads-as-changed' };
  if (context.speaks && relation !== 'cites') return said();
  if (context.ends !== null && relation === 'cites') return { kind: context.ends, rule: 'replace-apart' };
  if (relation === 'amends' || relation === 'replaces') {
    if (place === 'title' || /dưới đây[^.;]{0,40}$/u.test(sentence.slice(0, standing.from - context.begin))) return said();
    // "… sửa đổi điểm 3 Kế hoạch số … như sau:": the new wording follows, so it is this document that changes.
    if (!past && place !== 'account' && /^[^.;:]{0,150}như sau(?::|$)/u.test(context.after)) return said();
    const lead = context.text.slice(context.begin, Math.max(context.begin, standing.from)).slice(0, 60);
    const opens = standing.from - context.begin < 14 && documentType !== null && lawmaking.has(documentType);
    return opens || (!past && agrees.test(lead)) ? said() : { kind: 'cites', rule: 'others-act' };
  }
  if (place === 'title') return titled(standing, sentence, documentType);
  if (place !== 'account' && relation === 'cites' && context.provision) return { kind: 'basis', rule: 'provision', words: null };
  if (place === 'preamble' && (!past || (relation === 'basis' && standing.from - context.begin < 6))) return said();
  if (place === 'duties' && !past) return inDuties(standing, sentence, context);
  if (relation === 'related' || relation === 'cites') return said();
  if (
    relation === 'implements' &&
    documentType === 'BC' &&
    context.peer &&
    standing.from - context.begin < 6 &&
    /^(?:[-+*•]\s|\d+\.\s)?(?:Thực hiện|Triển khai)/u.test(sentence)
  )
    return { kind: 'reports-on', rule: 'opens-account' };
  return { kind: 'cites', rule: 'told' };
}

/** "Cơ bản đồng ý chủ trương | sửa đổi …": a body that concludes so decides it. */
const agrees = /^[-–+*•\d.)\s]{0,8}(?:Cơ bản )?(?:[Đđ]ồng ý|[Tt]hống nhất)(?: về)?(?: chủ trương)?(?: việc)?\s$/u;

function provides(place: Place, documentType: string | null): boolean {
  return place !== 'account' && documentType !== null && lawmaking.has(documentType);
}

function titled({ kind, rule }: Standing, sentence: string, documentType: string | null): Own {
  if (parentOf(kind) !== 'implements') return { kind, rule };
  if (documentType === 'BC' || /kết quả|tình hình/iu.test(sentence))
    return { kind: /sơ kết|tổng kết|kiểm điểm|đánh giá/iu.test(sentence) ? 'reviews' : 'reports-on', rule };
  return { kind: documentType === 'HD' && kind === 'implements' ? 'guides' : kind, rule };
}

function inDuties({ kind, rule, from, located }: Standing, sentence: string, context: Context): Own {
  const relation = parentOf(kind);
  // "Kèm theo Báo cáo số …": what comes with a report has no ground in it.
  if (rule === 'ground' && typeOf(located) === 'BC' && /kèm\s$/iu.test(sentence.slice(0, from - context.begin)))
    return { kind: 'cites', rule: 'source' };
  const planned = context.reviewing && plans.has(context.documentType ?? '');
  // To sum up in time to come is to carry out; only a plan for a review reviews.
  if (relation === 'reviews') {
    if (planned) return { kind: 'reviews', rule: 'review-planned' };
    return /thực hiện|triển khai/u.test(sentence.slice(from - context.begin))
      ? { kind: 'implements', rule: 'review-to-come' }
      : { kind: 'cites', rule: 'review-to-come' };
  }
  if (
    relation === 'implements' &&
    planned &&
    whatIsReviewed.test(sentence.slice(Math.max(sentence.lastIndexOf('.'), sentence.lastIndexOf(';')) + 1))
  )
    return { kind: 'reviews', rule: 'review-planned' };
  return { kind: laidDown.has(kind) || kind === relation ? kind : relation === 'cites' ? 'cites' : (relation as RelationKind), rule };
}
