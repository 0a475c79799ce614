import type { CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { Relation } from '#ingest/model/relation.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { nestedRelation, phraseBefore } from './phrases.ts';
import type { Place } from './zones.ts';

/** A mention that is known to mean certain documents (several for "khóa XI, XII"), by the ids that the citations give them. */
export interface Located {
  readonly mention: CitationMention;
  readonly keys: readonly string[];
}

/** How one mention stands in its sentence: the relation that its words state, the rule that read it, and the offset at which those words begin. */
export interface Standing {
  readonly located: Located;
  readonly relation: Relation;
  readonly rule: string;
  readonly from: number;
  /** The mention in whose title this one lies. */
  readonly parent: Located | null;
  /** The mention in whose title another was named just before, to which this one is joined by "gắn với". */
  readonly beside: Located | null;
  /** What this one did to the first of the sentence ("… sau đó bãi bỏ bằng Quyết định B"). */
  readonly undid: Relation | null;
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
}

/** How much of a sentence before a mention is looked at, in code units: more than any sentence a person writes, so that work stays linear. */
export const CONTEXT = 2000;

/** "Gắn chặt việc thực hiện A | với việc thực hiện B": the verb before A joins the two. */
const joined = /^\s?,?\s?(?:với|cùng với)\s/u;
const joining = /(?<![\p{L}])(?:gắn|kết hợp|lồng ghép)(?![\p{L}])[^;]*$/iu;
const separator = /[,;]?\s*(?:(?:và|hoặc|cùng)\s)?(?:(?:các|những)\s)?$/u;
const materialsHere = /(?:tài liệu|hồ sơ)[^.:;]{0,60}:[^.]*$/iu;
const materials = /(?:tài liệu|ví dụ|hồ sơ|biểu mẫu|văn bản tham khảo)[^:;]{0,60}:$/iu;
const undone = /(?<verb>bãi bỏ|thay thế|sửa đổi|điều chỉnh|bổ sung)[^.;]{0,20}(?:bằng|bởi|tại|theo)\s$/u;

/** Words after which the body named before them issued what comes next. */
export const issues = /ban hành (?:(?:các|bộ|đồng bộ)\s)?$/u;

/** How a mention stands in its sentence, by the words before it and by how the mention before it stands. */
export function standingOf(item: Located, clause: Clause, outline: Outline): Standing {
  const { text, begin, before, last } = clause;
  const start = item.mention.span.start;
  const at = (relation: Relation, rule: string, from: number): Standing => ({
    located: item,
    relation,
    rule,
    from,
    parent: null,
    beside: null,
    undid: null,
  });
  if (materialsHere.test(text.slice(Math.max(begin, start - CONTEXT), start))) {
    // Material is only named; but its title may say what it carries out.
    const titled = last === null || goesOn(before) ? null : nestedRelation(before, typeOf(last.located) === 'HD');
    if (last === null || titled === null) return at('cites', 'material', begin);
    return { ...at(titled.relation, titled.rule, begin), parent: last.located };
  }
  if (last !== null) return afterAnother(item, clause, last, at);
  if (issues.test(before)) return at('cites', 'issued', begin);
  const phrase = phraseBefore(before) ?? leadIn(item, text, outline);
  return phrase === null
    ? at('cites', 'named', start)
    : at(phrase.relation, phrase.rule, Math.max(begin, start - before.length + phrase.at));
}

function afterAnother(
  item: Located,
  clause: Clause,
  last: Standing,
  at: (relation: Relation, rule: string, from: number) => Standing,
): Standing {
  const { text, begin, before, top, place } = clause;
  const start = item.mention.span.start;
  const since = start - before.length;
  const lastStart = last.located.mention.span.start;
  if (joined.test(before) && joining.test(text.slice(Math.max(begin, lastStart - CONTEXT), lastStart)))
    return { ...at('related', 'go-with', since), beside: last.parent };
  if (goesOn(before)) return { ...levelOf(item, before, last, top), located: item };
  const phrase = phraseBefore(before);
  if (phrase?.rule === 'go-with')
    return { ...at('related', 'go-with', since + phrase.at), beside: before.includes(';') ? null : last.parent };
  if (issues.test(before)) return at('cites', 'issued', since);
  const by = undone.exec(before)?.groups?.verb;
  if (by !== undefined && top !== null)
    return { ...at('cites', 'undone-by', since), undid: by === 'bãi bỏ' || by === 'thay thế' ? 'replaces' : 'amends' };
  const nested = nestedRelation(before, typeOf(last.located) === 'HD');
  if (nested !== null) {
    // "… về việc sơ kết A, tổng kết B": the title goes on with a second verb, and B is its second object.
    const parent = last.parent !== null && before.startsWith(',') ? last.parent : last.located;
    return { ...at(nested.relation, nested.rule, parent.mention.span.start), parent };
  }
  if (phrase !== null) return at(phrase.relation, phrase.rule, since + phrase.at);
  // In a preamble the words that open the sentence govern all that it names.
  if (place === 'preamble' && top !== null && top.from - begin < 6 && ['ground', 'proposal', 'carry-out'].includes(top.rule))
    return { ...top, located: item };
  return at('cites', 'named', start);
}

/** True where the words before a mention only carry an enumeration on. */
function goesOn(before: string): boolean {
  const separated = separator.exec(before);
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
      item.mention.kind === 'plenum' ||
      rankOf(item) > rankOf(last.parent));
  return lifted || /;\s*\S*\s*$/u.test(before) ? (top ?? last) : last;
}

/** An item of a list is governed by the lead-in above it: "Thực hiện nghiêm các quy định như: - Quy định số …". */
function leadIn(item: Located, text: string, outline: Outline): { relation: Relation; rule: string; at: number } | null {
  const at = item.mention.span.start;
  const block = outline.blocks.find((candidate) => candidate.span.start <= at && at < candidate.span.end);
  if (block === undefined || block.parent === null || at - block.body.start > 4) return null;
  const parent = wordsOf(text, outline.blocks[block.parent]!.span);
  if (!parent.endsWith(':')) return null;
  if (materials.test(parent)) return { relation: 'cites', rule: 'material', at: 0 };
  const hit = phraseBefore(parent.slice(parent.search(/[^.;]*$/u), -1));
  return hit === null ? null : { relation: hit.relation, rule: hit.rule, at: 0 };
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
