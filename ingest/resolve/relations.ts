import type { RelationWitness } from '#ingest/model/citation.ts';
import type { Note, Outline } from '#ingest/model/outline.ts';
import { parentOf, type RelationKind } from '#ingest/model/relation.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { type RelationRule, relationRules } from '#ingest/vocabulary/relations.ts';
import { type AtMark, atMarkOf, noteAt, ofNote } from './notes.ts';
import { ownRelation } from './ownRelation.ts';
import { beginsWith, doneToThis, kindOfAct, PREDICATE_REACH, subjectBefore } from './predicates.ts';
import { CONTEXT, sentenceAt } from './sentences.ts';
import { predicatesOf } from './sharedPredicates.ts';
import { issues, type Located, type Standing, standingOf } from './standing.ts';
import { thisDocument } from './thisDocument.ts';
import { type Place, placesOf } from './zones.ts';

/** Words that state a relation, with the place of the document where they stand. */
export interface Witnessed extends RelationWitness {
  readonly place: Place;
}

/** A relation between two documents that are named, by their ids. */
export interface AttestedEdge extends RelationWitness {
  readonly from: string;
  readonly to: string;
}

export interface RelationsFound {
  /** By id: every relation of this document to it that some words state, in reading order. */
  readonly own: ReadonlyMap<string, readonly Witnessed[]>;
  /** By id: every relation of it to this document, in reading order. */
  readonly inverse: ReadonlyMap<string, readonly Witnessed[]>;
  /** Every relation between two others, in reading order. */
  readonly attested: readonly AttestedEdge[];
}

/** How many mentions back "Kết luận này" may mean. */
const NAMED_BEFORE = 20;

const declares = /(?:gọi|viết) (?:chung |tắt )?là:?\s[“"]?$/u;
const onThatGround = /^(?:Trên cơ sở đó|Theo đó|Từ đó)/u;
const reviews = /sơ kết|tổng kết|kiểm điểm|kết quả (?:\d+ năm )?(?:triển khai|thực hiện)|tình hình (?:triển khai|thực hiện)/iu;

/**
 * The relations that the text states: of this document to those it names, of those to it, and between two others (attested).
 * `starts` are the offsets at which the text's sentences begin. Rules of reading: gold/README ("Relations") and the observed syntax of titles, preambles,
 * enumerations and duties. The direction is that of the verb: who is its subject, and in which voice it stands.
 */
export function relationsOf(
  text: string,
  outline: Outline,
  located: readonly Located[],
  starts: readonly number[],
  speaker: { readonly type: string | null; readonly issuer: string | null },
): RelationsFound {
  const level = speaker.issuer === null ? null : (issuerOf(speaker.issuer)?.level ?? null);
  const placeOf = placesOf(text, outline, speaker.type);
  const title = outline.head.title === null ? '' : wordsOf(text, outline.head.title);
  const reviewing = reviews.test(title);
  const predicates = predicatesOf(text, located, starts);
  const own = new Map<string, Witnessed[]>();
  const inverse = new Map<string, Witnessed[]>();
  const attested: AttestedEdge[] = [];
  let sentence = -1;
  /** Where the mention's sentence begins, or the list that it goes on with. */
  let begin = 0;
  let previous: Standing | null = null;
  let outer: Standing | null = null;
  let lastIssued: { located: Located; sentence: number } | null = null;
  /** What a document named in a note takes from the note's mark. */
  const atMarks = new Map<Note, AtMark>();
  const marks = [...outline.notes].sort((a, b) => a.at.start - b.at.start);
  let nextMark = 0;
  const readMarks = (to: number) => {
    for (let note = marks[nextMark]; note !== undefined && note.at.start <= to; note = marks[nextMark]) {
      nextMark += 1;
      const from = sentenceAt(starts, note.at.start);
      const [last, top] = from === sentence ? [previous, outer] : [null, null];
      const clause = { text, begin: from, place: placeOf(note.at.start), last, top };
      atMarks.set(note, atMarkOf(note, clause, outline, { documentType: speaker.type, reviewing }));
    }
  };
  /** Where the line of the mention begins, and up to where the text has been searched for it. */
  let line = 0;
  let searched = 0;
  /** The mention before this one, with those of its enumeration that share what is said after it. */
  const sharing = (index: number): Located[] => {
    const shared = predicates[index - 1];
    let first = index - 1;
    while (shared != null && first > 0 && predicates[first - 1]?.of === shared.of) first -= 1;
    return located.slice(first, index);
  };

  const attest = (from: Located, to: Located, stated: Stated, span: Span) => {
    for (const a of from.keys) for (const b of to.keys) if (a !== b) attested.push({ from: a, to: b, ...witness(stated, span) });
  };
  const tell = (into: Map<string, Witnessed[]>, item: Located, stated: Stated, span: Span, place: Place) => {
    for (const key of item.keys) {
      const known = into.get(key);
      const said = { ...witness(stated, span), place };
      if (known === undefined) into.set(key, [said]);
      else known.push(said);
    }
  };

  located.forEach((item, index) => {
    const { mention } = item;
    const { start } = mention.span;
    // Where a short name is declared the document is named once more, and nothing new is said of it.
    const declaring = text.slice(Math.max(0, start - 24), start);
    if (declaring.includes('là') && declares.test(declaring)) return;
    readMarks(start);
    const opened = sentenceAt(starts, start);
    const note = noteAt(outline, start);
    const atMark = note === null ? null : (atMarks.get(note) ?? null);
    const place = atMark === null ? placeOf(start) : atMark.place;
    if (opened !== sentence) {
      // "Thực hiện A;" / "B; C;": a list may go on in the next line.
      const listed = previous !== null && start === opened && start - begin < CONTEXT && listGoesOn(text, previous.located, start);
      sentence = opened;
      if (!listed) {
        begin = opened;
        previous = null;
        outer = null;
      }
    }
    const before = text.slice(previous === null ? begin : Math.max(begin, previous.located.mention.end), start);
    const predicate = predicates[index]!;
    const inPlace = standingOf(item, { text, begin, before, place, last: previous, top: outer, predicate }, outline);
    // Of what a note names without words of its own, the words at its mark speak.
    const noted = atMark !== null && inPlace.parent === null && (inPlace.rule === 'named' || inPlace.from < note!.span.start);
    const standing: Standing = noted ? { ...atMark.standing, located: item, does: inPlace.does } : inPlace;
    if (issues.test(before)) {
      if (previous !== null && outer !== null && /^(?:carry-out|ground)/u.test(outer.rule) && outer.from - begin < 3) {
        // "Thực hiện A, Ban Thường vụ đã ban hành B": B carries out A, and both are told of, not laid down.
        attest(item, outer.located, { kind: outer.kind, rule: 'issued-for', words: outer.words }, spanFrom(begin, item));
        if (place === 'account') restate(own, outer.located);
      } else if (previous === null && lastIssued !== null && onThatGround.test(before))
        attest(
          item,
          lastIssued.located,
          { kind: 'basis', rule: 'issued-on-ground', words: { start: begin, end: start } },
          spanFrom(begin, item),
        );
      lastIssued = { located: item, sentence: begin };
    }
    const { parent, beside, does } = standing;
    if (parent !== null) attest(parent, item, standing, noted ? mention.span : spanFrom(parent.mention.span.start, item));
    if (beside !== null) attest(beside, item, standing, spanFrom(beside.mention.span.start, item));
    if (does !== null && previous !== null) {
      // "Kế hoạch A thực hiện B, sau đó bãi bỏ bằng C": after a comma the sentence speaks of its subject again, not of what its title names.
      const resumed =
        previous.parent !== null && outer !== null && /^[^,;]*,/u.test(text.slice(previous.located.mention.end, does.words.start));
      const others = does.undergone ? [previous.located] : resumed ? [outer!.located] : sharing(index);
      for (const other of others) {
        const span = { start: other.mention.span.start, end: Math.max(mention.span.end, does.words.end) };
        if (does.undergone) attest(other, item, does, span);
        else attest(item, other, does, span);
      }
    }

    // Only what lies since the mention before is searched: a line may be as long as the text.
    const lineEnd = text.slice(searched, start).lastIndexOf('\n');
    if (lineEnd >= 0) line = searched + lineEnd + 1;
    searched = start;
    const lead = text.slice(Math.max(begin, start - PREDICATE_REACH), start);
    const sayer = (noun: string) => thisDocument(noun, speaker.type, located.slice(Math.max(0, index - NAMED_BEFORE), index), line);
    const undergone = doneToThis(lead);
    if (undergone !== null) {
      const words = { start: start - lead.length + undergone.at, end: start };
      const stated: Stated = { kind: undergone.kind, rule: 'changes-this', words };
      const other = sayer(undergone.noun);
      if (other !== null) attest(item, other, stated, spanFrom(words.start, item));
      else tell(inverse, item, stated, spanFrom(words.start, item), place);
    }
    const subject = standing.parent === null ? subjectBefore(text.slice(begin, Math.min(standing.from, start))) : null;
    const actor = subject === null ? null : sayer(subject.noun);
    if (subject !== null && actor !== null && parentOf(standing.kind) !== 'cites')
      attest(actor, item, standing, spanFrom(begin + subject.at, item));
    // Who did it: named with the predicate, or by the words that open the sentence.
    const doer =
      predicate === null ? null : typeof predicate.doer === 'object' && predicate.doer !== null ? predicate.doer.noun : beginsWith(lead);
    const doing = doer === null ? null : sayer(doer);
    if (doing !== null && predicate !== null) {
      const words = { start: mention.end + predicate.start, end: mention.end + predicate.end };
      attest(doing, item, { kind: predicate.kind, rule: predicate.loss ? 'ended-with' : 'done-by', words }, { start, end: words.end });
    }
    const told = does?.undergone === true || predicate?.doer === 'next' || doing !== null || undergone !== null;
    const mine = noted
      ? ofNote(atMark.own)
      : ownRelation(standing, place, {
          text,
          begin,
          documentType: speaker.type,
          peer: mention.kind === 'numbered' && level !== null && issuerOf(mention.symbol.issuer)?.level === level,
          reviewing,
          after: text.slice(mention.end, mention.end + 160),
          predicate: predicate === null || told ? null : doer === null ? predicate : { ...predicate, doer: { noun: doer } },
          provision: isProvision(item, text, begin),
          speaks: subject !== null && actor === null,
          ends: subject === null || actor !== null ? null : endedIn(text.slice(begin + subject.at, start)),
        });
    const words = mine.words === undefined ? standing.words : mine.words;
    const stated: Stated =
      actor === null ? { kind: mine.kind, rule: mine.rule, words } : { kind: 'cites', rule: 'of-another', words: null };
    const span = noted ? mention.span : { start: Math.min(standing.from, start), end: Math.max(mention.span.end, words?.end ?? 0) };
    tell(own, item, stated, span, place);
    previous = standing;
    if (standing.parent === null && does?.aside !== true) outer = standing;
  });
  return { own, inverse, attested };
}

/** True where between two mentions the line ends in a semicolon, and the next one begins with the second: a list without marks. */
function listGoesOn(text: string, last: Located, start: number): boolean {
  const between = text.slice(last.mention.end, start);
  return /;\n$/u.test(between) && between.indexOf('\n') === between.length - 1;
}

const article = /^[\s\-–+*•]*(?:[a-zđ]\)\s|\d+\.\s)?(?:Tại|Theo)?\s?(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục)\s[^;.]{0,60}$/u;
const lays = /^[^;.]{0,160}\squy định(?:\s|:)/u;
/** "Tại khoản 5 Điều 2 Nghị định số … quy định: …": a norm of the State that is quoted as what holds. */
function isProvision(item: Located, text: string, begin: number): boolean {
  const { mention } = item;
  if (mention.kind !== 'numbered' || mention.symbol.side !== 'state' || mention.symbol.year === null) return false;
  return (
    article.test(text.slice(Math.max(begin, mention.span.start - 160), mention.span.start)) &&
    lays.test(text.slice(mention.end, mention.end + 180))
  );
}

const endsWhat = /(?<verb>thay thế|bãi bỏ|hủy bỏ|huỷ bỏ)\s/iu;
/** "Quyết định này … thay thế Danh mục … công bố tại | Quyết định A": the kind that the document's own verb states. */
function endedIn(words: string): RelationKind | null {
  const near = words.slice(-2 * PREDICATE_REACH);
  const verb = endsWhat.exec(near.slice(near.lastIndexOf('.') + 1))?.groups?.verb;
  return verb === undefined ? null : kindOfAct(verb);
}

interface Stated {
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  readonly words: Span | null;
}

function witness({ kind, rule, words }: Stated, span: Span): RelationWitness {
  return { relation: parentOf(kind), kind, rule, confidence: relationRules[rule].confidence, span, words };
}

function spanFrom(start: number, item: Located): Span {
  return { start: Math.min(start, item.mention.span.start), end: item.mention.span.end };
}

/** What was told of a document turns out to be the ground of another's act: its last statement is weakened. */
function restate(own: Map<string, Witnessed[]>, located: Located): void {
  for (const key of located.keys) {
    const known = own.get(key);
    const last = known?.at(-1);
    if (last !== undefined) known!.splice(-1, 1, { ...last, ...witness({ kind: 'cites', rule: 'told', words: null }, last.span) });
  }
}
