import type { Attested, RelationWitness } from '#ingest/model/citation.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { Relation } from '#ingest/model/relation.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { ownRelation } from './ownRelation.ts';
import { sentenceAt } from './sentences.ts';
import { issues, type Located, type Standing, standingOf } from './standing.ts';
import { type Place, placesOf } from './zones.ts';

export interface RelationsFound {
  /** By id: every relation of this document to it that some words state, in reading order, with the place of the words. */
  readonly own: ReadonlyMap<string, readonly (RelationWitness & { readonly place: Place })[]>;
  /** `from` and `to` are ids. */
  readonly attested: readonly Attested[];
}

const declares = /(?:gọi|viết) (?:chung |tắt )?là:?\s[“"]?$/u;
const onThatGround = /^(?:Trên cơ sở đó|Theo đó|Từ đó)/u;
const reviews = /sơ kết|tổng kết|kiểm điểm|kết quả (?:\d+ năm )?(?:triển khai|thực hiện)|tình hình (?:triển khai|thực hiện)/iu;

/**
 * The relations that the text states: of this document to those it names, and between two others (attested).
 * `starts` are the offsets at which the text's sentences begin. Rules of reading: gold/README ("Relations") and the observed syntax of titles, preambles, enumerations and duties.
 */
export function relationsOf(
  text: string,
  outline: Outline,
  located: readonly Located[],
  starts: readonly number[],
  speaker: { readonly type: string | null; readonly issuer: string | null },
): RelationsFound {
  const documentType = speaker.type;
  const level = speaker.issuer === null ? null : (issuerOf(speaker.issuer)?.level ?? null);
  const placeOf = placesOf(text, outline, documentType);
  const title = outline.head.title === null ? '' : wordsOf(text, outline.head.title);
  const reviewing = reviews.test(title);
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
    const standing: Standing = standingOf(item, { text, begin, before, place, last: previous, top: outer }, outline);
    if (issues.test(before)) {
      if (previous !== null && outer !== null && (outer.rule === 'carry-out' || outer.rule === 'ground') && outer.from - begin < 3) {
        // "Thực hiện A, Ban Thường vụ đã ban hành B": B carries out A, and both are told of, not laid down.
        attest(item, outer.relation, outer.located, 'issued-for', begin);
        if (place === 'account') restate(own, outer.located, 'cites');
      } else if (previous === null && lastIssued !== null && onThatGround.test(before))
        attest(item, 'basis', lastIssued.located, 'issued-on-ground', begin);
      lastIssued = { located: item, sentence: begin };
    }
    if (standing.parent !== null) attest(standing.parent, standing.relation, item, standing.rule, standing.parent.mention.span.start);
    if (standing.beside !== null) attest(standing.beside, 'related', item, standing.rule, standing.beside.mention.span.start);
    if (standing.undid !== null && outer !== null) attest(item, standing.undid, outer.located, standing.rule, begin);
    const relation = ownRelation(standing, place, {
      text,
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
}

/** What was told of a document turns out to be the ground of another's act: its last statement is weakened. */
function restate(own: Map<string, (RelationWitness & { place: Place })[]>, located: Located, relation: Relation): void {
  for (const key of located.keys) {
    const witnesses = own.get(key);
    const last = witnesses?.at(-1);
    if (last !== undefined) witnesses!.splice(-1, 1, { ...last, relation });
  }
}
