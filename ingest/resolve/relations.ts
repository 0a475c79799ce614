import type { Attested, RelationWitness } from '#ingest/model/citation.ts';
import type { CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { Relation } from '#ingest/model/relation.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { nestedRelation, phraseBefore } from './phrases.ts';
import { sentenceAt, sentenceStarts } from './sentences.ts';
import { type Place, placesOf } from './zones.ts';

/** A mention that is known to mean certain documents (several for "khóa XI, XII"), by the ids that the citations give them. */
export interface Located {
  readonly mention: CitationMention;
  readonly keys: readonly string[];
}

export interface RelationsFound {
  /** By id: every relation of this document to it that some words state, in reading order, with the place of the words. */
  readonly own: ReadonlyMap<string, readonly (RelationWitness & { readonly place: Place })[]>;
  /** `from` and `to` are ids. */
  readonly attested: readonly Attested[];
}

/** How one mention stands in its sentence. `parent` is the mention in whose title it lies. */
interface Standing {
  readonly located: Located;
  readonly relation: Relation;
  readonly rule: string;
  readonly from: number;
  readonly parent: Located | null;
  /** The mention in whose title another was named just before, to which this one is joined by "gắn với". */
  readonly beside: Located | null;
}

/** How much of a sentence before a mention is looked at, in code units: more than any sentence a person writes, so that work stays linear. */
const CONTEXT = 2000;

/** "Gắn chặt việc thực hiện A | với việc thực hiện B": the verb before A joins the two. */
const joined = /^\s?,?\s?(?:với|cùng với)\s/u;
const joining = /(?<![\p{L}])(?:gắn|kết hợp|lồng ghép)(?![\p{L}])[^;]*$/iu;
const separator = /[,;]?\s*(?:(?:và|hoặc|cùng)\s)?(?:(?:các|những)\s)?$/u;
const issued = /ban hành (?:(?:các|bộ|đồng bộ)\s)?$/u;
const declares = /(?:gọi|viết) (?:chung |tắt )?là:?\s[“"]?$/u;
const materialsHere = /(?:tài liệu|hồ sơ)[^.:;]{0,60}:[^.]*$/iu;
const undone = /(?<verb>bãi bỏ|thay thế|sửa đổi|điều chỉnh|bổ sung)[^.;]{0,20}(?:bằng|bởi|tại|theo)\s$/u;
const materials = /(?:tài liệu|ví dụ|hồ sơ|biểu mẫu|văn bản tham khảo)[^:;]{0,60}:$/iu;

/**
 * The relations that the text states: of this document to those it names, and between two others (attested).
 * Rules of reading: gold/README ("Relations") and the observed syntax of titles, preambles, enumerations and duties.
 */
export function relationsOf(
  text: string,
  outline: Outline,
  located: readonly Located[],
  speaker: { readonly type: string | null; readonly issuer: string | null },
): RelationsFound {
  const documentType = speaker.type;
  const level = speaker.issuer === null ? null : (issuerOf(speaker.issuer)?.level ?? null);
  const starts = sentenceStarts(text);
  const placeOf = placesOf(text, outline, documentType);
  const title = outline.head.title === null ? '' : wordsOf(text, outline.head.title);
  const reviewing = /sơ kết|tổng kết|kiểm điểm|kết quả (?:\d+ năm )?(?:triển khai|thực hiện)|tình hình (?:triển khai|thực hiện)/iu.test(
    title,
  );
  const own = new Map<string, (RelationWitness & { place: Place })[]>();
  const attested: Attested[] = [];
  let sentence = -1;
  let previous: Standing | null = null;
  let outer: Standing | null = null;
  let lastIssued: { located: Located; sentence: number } | null = null;

  const attest = (from: Located, relation: Relation, to: Located, rule: string, start: number) => {
    for (const a of from.keys)
      for (const b of to.keys)
        if (a !== b && !attested.some((known) => known.from === a && known.to === b && known.relation === relation))
          attested.push({ from: a, relation, to: b, rule, span: { start, end: to.mention.span.end } });
  };

  for (const item of located) {
    const { mention } = item;
    // Where a short name is declared the document is named once more, and nothing new is said of it.
    if (declares.test(text.slice(Math.max(0, mention.span.start - 24), mention.span.start))) continue;
    const begin = sentenceAt(starts, mention.span.start);
    const place = placeOf(mention.span.start);
    if (begin !== sentence) {
      sentence = begin;
      previous = null;
      outer = null;
    }
    const before = text.slice(previous === null ? begin : Math.max(begin, previous.located.mention.end), mention.span.start);
    const standing: Standing = stand(item, before, previous, outer, begin, place);
    if (issued.test(before)) {
      if (previous !== null && outer !== null && (outer.rule === 'carry-out' || outer.rule === 'ground') && outer.from - begin < 3) {
        // "Thực hiện A, Ban Thường vụ đã ban hành B": B carries out A, and both are told of, not laid down.
        attest(item, outer.relation, outer.located, 'issued-for', begin);
        if (place === 'account') restate(own, outer.located, 'cites');
      } else if (previous === null && lastIssued !== null && /^(?:Trên cơ sở đó|Theo đó|Từ đó)/u.test(before))
        attest(item, 'basis', lastIssued.located, 'issued-on-ground', begin);
      lastIssued = { located: item, sentence: begin };
    }
    if (standing.parent !== null) attest(standing.parent, standing.relation, item, standing.rule, standing.parent.mention.span.start);
    if (standing.beside !== null) attest(standing.beside, 'related', item, standing.rule, standing.beside.mention.span.start);
    const relation = ownRelation(standing, place, {
      text,
      before,
      begin,
      documentType,
      peer: mention.kind === 'numbered' && level !== null && issuerOf(mention.symbol.issuer)?.level === level,
      reviewing,
      after: text.slice(mention.end, mention.end + 160),
    });
    const witness = {
      relation,
      rule: standing.rule,
      span: { start: Math.min(standing.from, mention.span.start), end: mention.span.end },
      place,
    };
    for (const key of item.keys) {
      const witnesses = own.get(key);
      if (witnesses === undefined) own.set(key, [witness]);
      else witnesses.push(witness);
    }
    previous = standing;
    if (standing.parent === null) outer = standing;
  }
  return { own, attested };

  function stand(item: Located, before: string, last: Standing | null, top: Standing | null, begin: number, place: Place): Standing {
    const start = item.mention.span.start;
    const sentenceBefore = text.slice(Math.max(begin, start - CONTEXT), start);
    if (materialsHere.test(sentenceBefore))
      return { located: item, relation: 'cites', rule: 'material', from: begin, parent: null, beside: null };
    if (last !== null) {
      if (
        joined.test(before) &&
        joining.test(text.slice(Math.max(begin, last.located.mention.span.start - CONTEXT), last.located.mention.span.start))
      )
        return { located: item, relation: 'related', rule: 'go-with', from: start - before.length, parent: null, beside: last.parent };
      const separated = separator.exec(before);
      const listed = separated !== null && /[,;]|và|hoặc|cùng/u.test(separated[0]);
      if (listed) {
        // An enumeration goes on: after a semicolon on the level of the sentence, after a comma on that of the last one named.
        // A date of its own also lifts it out of a title that names others without one.
        const lifted =
          last.parent !== null &&
          ((last.located.mention.date === null && item.mention.date !== null) || rankOf(item) > rankOf(last.parent));
        const level = lifted || /;\s*\S*\s*$/u.test(before) ? (top ?? last) : last;
        return { ...level, located: item };
      }
      const phrase = phraseBefore(before);
      if (phrase?.rule === 'go-with')
        return {
          located: item,
          relation: 'related',
          rule: 'go-with',
          from: start - before.length + phrase.at,
          parent: null,
          beside: last.parent,
        };
      if (issued.test(before))
        return { located: item, relation: 'cites', rule: 'issued', from: start - before.length, parent: null, beside: null };
      const by = undone.exec(before)?.groups?.verb;
      if (by !== undefined && top !== null) {
        // "Kế hoạch A …, sau đó bãi bỏ bằng Quyết định B": B undid A.
        attest(item, by === 'bãi bỏ' || by === 'thay thế' ? 'replaces' : 'amends', top.located, 'undone-by', begin);
        return { located: item, relation: 'cites', rule: 'undone-by', from: start - before.length, parent: null, beside: null };
      }
      const nested = nestedRelation(before, typeOf(last.located) === 'HD');
      if (nested !== null) {
        // "… về việc sơ kết A, tổng kết B": the title goes on with a second verb, and B is its second object.
        const parent = last.parent !== null && before.startsWith(',') ? last.parent : last.located;
        return { located: item, ...nested, from: parent.mention.span.start, parent, beside: null };
      }
      if (phrase !== null)
        return {
          located: item,
          relation: phrase.relation,
          rule: phrase.rule,
          from: start - before.length + phrase.at,
          parent: null,
          beside: null,
        };
      // In a preamble the words that open the sentence govern all that it names.
      if (
        place === 'preamble' &&
        top !== null &&
        top.from - begin < 6 &&
        (top.rule === 'ground' || top.rule === 'proposal' || top.rule === 'carry-out')
      )
        return { ...top, located: item };
      return { located: item, relation: 'cites', rule: 'named', from: start, parent: null, beside: null };
    }
    if (issued.test(before)) return { located: item, relation: 'cites', rule: 'issued', from: begin, parent: null, beside: null };
    const phrase = phraseBefore(before) ?? leadIn(item);
    if (phrase !== null)
      return {
        located: item,
        relation: phrase.relation,
        rule: phrase.rule,
        from: Math.max(begin, start - before.length + phrase.at),
        parent: null,
        beside: null,
      };
    return { located: item, relation: 'cites', rule: 'named', from: start, parent: null, beside: null };
  }

  /** An item of a list is governed by the lead-in above it: "Thực hiện nghiêm các quy định như: - Quy định số …". */
  function leadIn(item: Located): { relation: Relation; rule: string; at: number } | null {
    const at = item.mention.span.start;
    const block = outline.blocks.find((candidate) => candidate.span.start <= at && at < candidate.span.end);
    if (block === undefined || block.parent === null || at - block.body.start > 4) return null;
    const parent = wordsOf(text, outline.blocks[block.parent]!.span);
    if (!parent.endsWith(':')) return null;
    if (materials.test(parent)) return { relation: 'cites', rule: 'material', at: 0 };
    const hit = phraseBefore(parent.slice(parent.search(/[^.;]*$/u), -1));
    return hit === null ? null : { relation: hit.relation, rule: hit.rule, at: 0 };
  }
}

/** What was told of a document turns out to be the ground of another's act: its last statement is weakened. */
function restate(own: Map<string, (RelationWitness & { place: Place })[]>, located: Located, relation: Relation): void {
  for (const key of located.keys) {
    const witnesses = own.get(key);
    const last = witnesses?.at(-1);
    if (last !== undefined) witnesses!.splice(-1, 1, { ...last, relation });
  }
}

const levels = ['central', 'province', 'district', 'base'];

/** How far down a document's body stands, 0 for the centre; a higher body's title does not name a lower body's document. */
function rankOf({ mention }: Located): number {
  const level = mention.kind === 'numbered' ? issuerOf(mention.symbol.issuer)?.level : 'central';
  return level === undefined ? 0 : levels.indexOf(level);
}

function typeOf({ mention }: Located): string | null {
  if (mention.kind === 'short') return mention.type;
  return mention.kind === 'numbered' ? (mention.noun?.type ?? null) : 'NQ';
}

interface Context {
  readonly text: string;
  readonly before: string;
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

/** The relation that a mention states of this document itself, by where it stands. */
function ownRelation(standing: Standing, place: Place, context: Context): Relation {
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
