import type { Relation } from '#ingest/model/relation.ts';
import { CONTEXT, type Standing } from './standing.ts';
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
}

/** Words that make a sentence an account of the past. */
const tellsOfPast =
  /(?:^|[^\p{L}])(?:đã|vừa qua|[Tt]hời gian qua|những năm qua|(?:Qua|Sau)(?: hơn| gần)? (?:\d+|một|hai|ba|bốn|năm) (?:năm|tháng)|Trước năm \d{4})(?![\p{L}])/u;
const plans = new Set(['KH', 'HD', 'CV']);
const lawmaking = new Set(['QĐ', 'QĐi', 'NQ', 'QC', 'NĐ', 'TT', 'L', 'CT', 'HD', 'TTLT', 'PL']);

/**
 * The relation that a mention states of this document itself, by where it stands: in its title or preamble the words count as they are, in duties
 * they lay down what is to come, in an account they only tell of the past (gold/README, "Relations").
 */
export function ownRelation(standing: Standing, place: Place, context: Context): Relation {
  if (standing.parent !== null) return 'cites';
  const { relation } = standing;
  const start = standing.located.mention.span.start;
  const sentence = context.text.slice(Math.max(context.begin, start - CONTEXT), start);
  if (
    relation !== 'amends' &&
    /^[^.;]{0,120}?(?:hết hiệu lực|(?:được|bị) (?:thay thế|bãi bỏ)|chấm dứt hiệu lực|không còn hiệu lực)/u.test(context.after)
  )
    return 'replaces';
  const past = tellsOfPast.test(sentence) && place !== 'title';
  if (!past && place !== 'account' && /^[^.;,]{0,30}(?<!đã )được (?:sửa đổi|bổ sung|điều chỉnh)/u.test(context.after)) return 'amends';
  if (relation === 'amends' || relation === 'replaces') {
    if (
      place === 'title' ||
      /(?:này|dưới đây)[^.;]{0,40}$|này (?:có hiệu lực|thay thế|bãi bỏ)[^.]*$/u.test(sentence.slice(0, standing.from - context.begin))
    )
      return relation;
    const opens = standing.from - context.begin < 14;
    return opens && context.documentType !== null && lawmaking.has(context.documentType) ? relation : 'cites';
  }
  if (place === 'title') {
    if (relation === 'implements' && (context.documentType === 'BC' || /kết quả|tình hình/iu.test(sentence))) return 'reviews';
    return relation;
  }
  if (place === 'preamble' && !past) return relation;
  if (place === 'duties' && !past) {
    // To sum up in time to come is to carry out; only a plan for a review reviews.
    if (relation === 'reviews')
      return context.reviewing && plans.has(context.documentType ?? '')
        ? 'reviews'
        : /thực hiện|triển khai/u.test(sentence.slice(standing.from - context.begin))
          ? 'implements'
          : 'cites';
    if (
      relation === 'implements' &&
      context.reviewing &&
      plans.has(context.documentType ?? '') &&
      /(?:công tác|kết quả|tình hình|mức độ)[^.;]*$/iu.test(sentence)
    )
      return 'reviews';
    return relation;
  }
  if (relation === 'related') return relation;
  if (
    relation === 'implements' &&
    context.documentType === 'BC' &&
    context.peer &&
    standing.from - context.begin < 6 &&
    /^(?:[-+*•]\s|\d+\.\s)?(?:Thực hiện|Triển khai)/u.test(sentence)
  )
    return 'reviews';
  return 'cites';
}
