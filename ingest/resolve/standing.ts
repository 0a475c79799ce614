import type { CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { RelationKind } from '#ingest/model/relation.ts';
import type { Span } from '#ingest/model/span.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import type { RelationRule } from '#ingest/vocabulary/relations.ts';
import { leadIn, listed } from './leadIn.ts';
import { nestedRelation, phraseBefore, phraseBeforeLaws } from './phrases.ts';
import { actAfter, awaitsDoer, type Predicate, predicateAfter, subjectBefore } from './predicates.ts';
import { CONTEXT } from './sentences.ts';
import type { Place } from './zones.ts';

/** A mention that is known to mean certain documents (several for "khóa XI, XII"), by the ids that the citations give them. */
export interface Located {
  readonly mention: CitationMention;
  readonly keys: readonly string[];
}

/** How one mention stands in its sentence: the relation that its words state, the rule that read it, and the offset at which those words begin. */
export interface Standing {
  readonly located: Located;
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  readonly from: number;
  /** The words that state it; null where none do. */
  readonly words: Span | null;
  /** The mention in whose title this one lies. */
  readonly parent: Located | null;
  /** The mention in whose title another was named just before, to which this one is joined by "gắn với". */
  readonly beside: Located | null;
  /** What this one did to those named before it ("… được bãi bỏ bằng Quyết định B"). */
  readonly does: Deed | null;
}

/** What a mention did to others, or had done to it by another (`by`), as the words between the names say. */
export interface Deed {
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  readonly words: Span;
  /** True where this one is acted on, by the mention of the sentence before it. */
  readonly undergone: boolean;
  /** True where it stands in brackets, beside the sentence. */
  readonly aside: boolean;
}

/** The sentence up to a mention. `before` are the words since the mention before it, or since the sentence began. */
export interface Clause {
  readonly text: string;
  readonly begin: number;
  readonly before: string;
  readonly place: Place;
  /** The mention before this one, and the last one that lies in no title. */
  readonly last: Standing | null;
  readonly top: Standing | null;
  /** What is said of this mention, or of the enumeration that it opens, after its name. */
  readonly predicate: Predicate | null;
}

/** "Gắn chặt việc thực hiện A | với việc thực hiện B": the verb before A joins the two. */
const joined = /(?:^|[^\p{L}])(?<!gắn |kết hợp |phối hợp |đối )(?:với|cùng với)\s(?:[^,;.]{0,90}\s)?$/u;
const joining = /(?<![\p{L}])(?:gắn|kết hợp|lồng ghép)(?![\p{L}])[^;]*$/iu;
/** No separator of an enumeration is longer, in code units. */
const SEPARATOR = 60;
const separator =
  /[,;]?\s*(?:(?:và|hoặc|cùng)\s)?(?:(?:các|những)\s)?(?:(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục)\s[\dIVXa-zđ]{1,4},?\s){0,3}(?:[Ss]ố\s)?$/u;
const materialsHere = /(?:tài liệu|hồ sơ)(?:(?!thực hiện|kết hợp|gắn với)[^.:;]){0,60}:/iu;

/** Words after which the body named before them issued what comes next. */
export const issues = /ban hành (?:(?:các|bộ|đồng bộ|nhiều|một số)\s)?$/u;

type Stand = (kind: RelationKind, rule: RelationRule, from: number, words: Span | null) => Standing;

/** How a mention stands in its sentence, by the words before it and by how the mention before it stands. */
export function standingOf(item: Located, clause: Clause, outline: Outline): Standing {
  const { text, begin, before, last } = clause;
  const start = item.mention.span.start;
  const at: Stand = (kind, rule, from, words) => ({ located: item, kind, rule, from, words, parent: null, beside: null, does: null });
  const context = text.slice(Math.max(begin, start - CONTEXT), start);
  if (materialsHere.test(context.slice(context.lastIndexOf('.') + 1))) {
    // Material is only named; but its title may say what it carries out.
    const titled = last === null || goesOn(before) ? null : nestedRelation(before, typeOf(last.located) === 'HD', false);
    if (last === null || titled === null) return at('cites', 'material', begin, null);
    return { ...at(titled.kind, titled.rule, begin, since(item, before, titled.words)), parent: last.located };
  }
  if (last !== null) return afterAnother(item, clause, last, at);
  if (issues.test(before)) return at('cites', 'issued', begin, null);
  const phrase = phraseBefore(before) ?? (goesOn(before) ? phraseBeforeLaws(before) : null);
  // "(Báo cáo số …)" says where something stands; no verb of the sentence has it as its object.
  const source = isSource(item, before);
  if (phrase !== null && !(source && phrase.rule.endsWith('-apart')))
    return at(phrase.kind, phrase.rule, Math.max(begin, start - before.length + phrase.at), since(item, before, phrase));
  // "Xét đề nghị của … (Công văn số …)", "Căn cứ các Luật của Quốc hội: Luật số …".
  if (opensWithGround.test(before))
    return at('basis', 'ground-apart', begin, { start: begin, end: begin + before.search(/(?<=\p{L})\s(?=\p{L})/u) + 1 });
  const led = leadIn(item.mention.span.start, text, outline) ?? (source ? null : listed(before, start - before.length));
  return led === null ? at('cites', 'named', start, null) : at(led.kind, led.rule, Math.max(begin, start - before.length), led.words);
}

/** The place in the text of some of the words before a mention. */
function since(item: Located, before: string, words: { readonly at: number; readonly end: number } | null): Span | null {
  const shift = item.mention.span.start - before.length;
  return words === null ? null : { start: shift + words.at, end: shift + words.end };
}

function afterAnother(item: Located, clause: Clause, last: Standing, at: Stand): Standing {
  const { text, begin, before, top, place } = clause;
  const start = item.mention.span.start;
  const from = start - before.length;
  const lastStart = last.located.mention.span.start;
  const deed = deedOf(item, clause, last);
  if (deed !== null) {
    const own =
      place === 'preamble' && !deed.aside && top !== null && governs(top, begin)
        ? { ...top, located: item }
        : at('cites', 'named', start, null);
    return { ...own, does: deed };
  }
  const parentGoverned = top !== null && top.located === last.parent && !ungoverned.has(top.rule);
  // In a duty "gắn với" goes with the duty, after a comma with the sentence: only what was issued or done for both joins the two itself.
  const beside = parentGoverned || before.includes(';') || /,\s[^,]*$/u.test(before) ? null : last.parent;
  if (joined.test(before) && joining.test(text.slice(Math.max(begin, lastStart - CONTEXT), lastStart)))
    return { ...at('related', 'go-with', from, { start: from, end: start }), beside };
  if (goesWith.test(before)) return { ...at('related', 'go-with-apart', from, { start: from, end: start }), beside };
  if (goesOn(before)) {
    const led = phraseBeforeLaws(before);
    if (led?.rule === 'ground' && /[,;]\s[^,;]*$/u.test(before.slice(0, led.at)))
      return at(led.kind, led.rule, from + led.at, since(item, before, led));
    return { ...levelOf(item, before, last, top), located: item, does: null };
  }
  const found = phraseBefore(before);
  const phrase = found?.rule.endsWith('-apart') && isSource(item, before) ? null : found;
  if (phrase?.kind === 'related') return { ...at('related', phrase.rule, from + phrase.at, since(item, before, phrase)), beside };
  if (issues.test(before)) return at('cites', 'issued', from, null);
  const governed = last.parent === null && !ungoverned.has(last.rule);
  const acts = phrase !== null && (phrase.rule === 'amend' || phrase.rule === 'replace');
  // "Chính phủ ban hành Nghị định A quy định về hội, có hiệu lực từ …, thay thế B": the one just told of is the subject.
  if (acts && !governed && !before.includes(';') && subjectBefore(text.slice(begin, start)) === null) {
    // "… về việc sửa đổi B và thay thế C": the second verb of a title.
    const parent = last.parent ?? last.located;
    const opened = top !== null && top.located === parent ? top.rule : 'named';
    if (last.parent === null || ungoverned.has(opened) || /^ground/u.test(opened))
      return { ...at(phrase.kind, phrase.rule, parent.mention.span.start, since(item, before, phrase)), parent };
  }
  // "Chủ tịch tỉnh có Công văn A giao Hội Khuyến học thực hiện … tại B".
  if (phrase?.kind === 'implements' && ungoverned.has(last.rule) && /^\s(?:giao|yêu cầu|chỉ đạo|đề nghị)\s[^;.]*$/u.test(before))
    return { ...at(phrase.kind, phrase.rule, last.located.mention.span.start, since(item, before, phrase)), parent: last.located };
  const nested = nestedRelation(before, typeOf(last.located) === 'HD', governed);
  if (nested !== null) {
    // "… về việc sơ kết A, tổng kết B": the title goes on with a second verb, and B is its second object.
    const parent = last.parent !== null && before.startsWith(',') ? last.parent : last.located;
    return { ...at(nested.kind, nested.rule, parent.mention.span.start, since(item, before, nested.words)), parent };
  }
  if (phrase !== null && !(place === 'preamble' && before.endsWith(': ')))
    return at(phrase.kind, phrase.rule, from + phrase.at, since(item, before, phrase));
  // In a preamble the words that open the sentence govern all that it names.
  if (place === 'preamble' && top !== null && governs(top, begin)) return { ...top, located: item, does: null };
  return at('cites', 'named', start, null);
}

/** Rules of mentions that no verb of the sentence governs. */
const ungoverned = new Set<RelationRule>(['named', 'issued', 'material']);

function governs(top: Standing, begin: number): boolean {
  return top.from - begin < 6 && /^(?:ground|proposal|carry-out)/u.test(top.rule);
}

const opensWithGround = /^[\s\-–+*•]*(?:Căn cứ|Xét)\s[^,;.]{0,200}[:(]\s?(?:[^:;.(]{0,40})$/u;
/** "…, gắn với Nghị quyết Đại hội Đảng, | B": the enumeration that "gắn với" opened goes on. */
const goesWith =
  /(?<![\p{L}])(?:gắn với|kết hợp với|cùng với|đi đôi với|gắn liền với)\s(?:việc\s)?(?:(?:tiếp tục|thực hiện|triển khai|tổ chức)\s){0,3}[\p{Lu}][^;.]{0,120},\s$|(?<![\p{L}])(?:gắn với|kết hợp với|cùng với|đi đôi với|gắn liền với)\s[\p{Lu}][^;.,]{0,120}\svà\s$/u;

/** "Kể từ ngày A có hiệu lực, | B hết hiệu lực". */
const takesEffect = /^[^;.]{0,40}(?:có hiệu lực|ban hành)[^;.]{0,40},\s(?:(?:các|những)\s)?$/u;
const fromDay = /(?:từ|sau)(?: ngày| khi| thời điểm)?\s(?:khi\s)?$/iu;
const accordingTo = /(?:^|[^\p{L}])(?:theo|tại|bằng)(?![\p{L}])[^,.;]{0,40}$/iu;

/** What this mention did to the ones before it, or they to it, by the verb that stands between the names or behind this one. */
function deedOf(item: Located, { text, begin, before, predicate, place }: Clause, last: Standing): Deed | null {
  const start = item.mention.span.start;
  const said = predicateAfter(before);
  if (said?.doer === 'next') {
    const from = start - before.length;
    return {
      kind: said.kind,
      rule: said.loss ? 'ended-with' : 'done-by',
      words: { start: from + said.start, end: from + said.end },
      undergone: false,
      aside: said.aside,
    };
  }
  if (awaitsDoer.test(before)) {
    const kind = actAfter(text.slice(item.mention.end, item.mention.end + 60));
    if (kind !== null)
      return { kind, rule: 'done-by', words: { start: start - before.length, end: start }, undergone: false, aside: before.includes('(') };
  }
  if (predicate === null || predicate.doer !== null || predicate.aside || place === 'preamble') return null;
  const lead = text.slice(Math.max(begin, last.located.mention.span.start - 80), last.located.mention.span.start);
  const effect = predicate.loss && takesEffect.test(before) && fromDay.test(lead);
  if (
    !effect &&
    !(
      /^[\s,]*$/u.test(before.slice(before.lastIndexOf(',')).replace(/(?:các|những)/u, '')) &&
      before.includes(',') &&
      accordingTo.test(lead)
    )
  )
    return null;
  const { end } = item.mention;
  return {
    kind: predicate.kind,
    rule: effect ? 'ended-with' : 'done-by',
    words: { start: end + predicate.start, end: end + predicate.end },
    undergone: true,
    aside: false,
  };
}

/** True where the words before a mention only carry an enumeration on. */
export function goesOn(before: string): boolean {
  const separated = separator.exec(before.slice(-SEPARATOR));
  return separated !== null && /[,;]|và|hoặc|cùng/u.test(separated[0]);
}

/**
 * The member of an enumeration that the next one is on a level with: after a semicolon the sentence's own, after a comma the last one named.
 * A date of its own lifts it out of a title that names others without one, and so does a body lower than the title's.
 */
function levelOf(item: Located, before: string, last: Standing, top: Standing | null): Standing {
  const lifted =
    last.parent !== null &&
    ((last.located.mention.date === null && item.mention.date !== null) ||
      (item.mention.title !== null && last.located.mention.title === null && typeOf(item) !== typeOf(last.located)) ||
      item.mention.kind === 'plenum' ||
      rankOf(item) > rankOf(last.parent));
  const bracketed = /^[^(]*\)/u.test(before);
  return lifted || bracketed || /;\s*\S*\s*$/u.test(before) ? (top ?? last) : last;
}

const sources: ReadonlySet<string> = new Set(['BC', 'TTr', 'CV']);
function isSource(item: Located, before: string): boolean {
  return before.endsWith('(') && sources.has(typeOf(item) ?? '');
}

const levels = ['central', 'province', 'district', 'base'];

/** How far down a document's body stands, 0 for the centre; a higher body's title does not name a lower body's document. */
function rankOf({ mention }: Located): number {
  const level = mention.kind === 'numbered' ? issuerOf(mention.symbol.issuer)?.level : 'central';
  return level === undefined ? 0 : levels.indexOf(level);
}

export function typeOf({ mention }: Located): string | null {
  if (mention.kind === 'short') return mention.type;
  return mention.kind === 'numbered' ? (mention.noun?.type ?? null) : 'NQ';
}
