import type { Block, Outline } from '#ingest/model/outline.ts';
import type { RelationKind } from '#ingest/model/relation.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import { type RelationRule, relationPhrases } from '#ingest/vocabulary/relations.ts';
import { phraseBefore } from './phrases.ts';
import { kindOfAct } from './predicates.ts';
import { CONTEXT } from './sentences.ts';

/** What the words that lead a list say of its members. */
interface Led {
  readonly kind: RelationKind;
  readonly rule: RelationRule;
  readonly words: Span | null;
}

const materials = /(?:tài liệu|ví dụ|hồ sơ|biểu mẫu|văn bản tham khảo)[^:;]{0,60}:$/iu;
/** "Bãi bỏ các nội dung … đã được công bố tại các Quyết định:": the verb that opens the clause ends what the documents of the list laid down. */
const endsWhatStandsIn =
  /^\s?(?:[Bb]ãi bỏ|[Tt]hay thế|[Hh]ủy bỏ|[Hh]uỷ bỏ)(?=\s[^;.]*\stại\s(?:các\s)?\p{L}[\p{L}\s]{2,40}(?:sau|sau đây|dưới đây)?$)/u;
/** What may stand between an item's mark and the document: nothing, or a noun for several ("Các Nghị định về lựa chọn nhà đầu tư: số …"). */
const nounOfSeveral = /^(?:Các|Những|các|những)\s[^:;.]{3,120}:\s(?:[Ss]ố\s)?$/u;
function opensItem(words: string): boolean {
  return words.length <= 4 || nounOfSeveral.test(words);
}

/** An item of a list is governed by the lead-in above it: "Thực hiện nghiêm các quy định như: - Quy định số …". */
export function leadIn(at: number, text: string, outline: Outline): Led | null {
  const block = blockAt(outline, at);
  if (block === null || block.parent === null || !opensItem(text.slice(block.body.start, Math.min(at, block.body.start + CONTEXT))))
    return null;
  const { span } = outline.blocks[block.parent]!;
  const parent = wordsOf(text, span);
  if (!parent.endsWith(':')) return null;
  if (materials.test(parent)) return { kind: 'cites', rule: 'material', words: null };
  const from = clauseStart(parent);
  const clause = parent.slice(from, -1);
  const ended = endsWhatStandsIn.exec(clause);
  if (ended !== null) {
    const words = { start: span.start + from + ended.index, end: span.start + from + ended.index + ended[0].length };
    return { kind: kindOfAct(ended[0].trim()), rule: 'replace', words };
  }
  const hit = phraseBefore(clause);
  if (hit === null) return null;
  return { kind: hit.kind, rule: hit.rule, words: { start: span.start + from + hit.at, end: span.start + from + hit.end } };
}

/** The block that holds an offset. */
function blockAt({ blocks }: Outline, offset: number): Block | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && block.span.start <= offset ? block : null;
}

/** "… thực hiện tốt các quy định của pháp luật, trọng tâm là: Luật …; | Nghị định số …": the words before the colon govern the list. */
export function listed(before: string, shift: number): Led | null {
  const colon = before.lastIndexOf(': ');
  if (colon === -1) return null;
  const begin = Math.max(clauseStart(before.slice(0, colon)), colon - CONTEXT);
  const hit = phraseBefore(before.slice(begin, colon));
  if (hit === null) return null;
  const from = shift + begin;
  const rule = relationPhrases.find((phrase) => phrase.rule === hit.rule)?.apart ?? hit.rule;
  return { kind: hit.kind, rule, words: { start: from + hit.at, end: from + hit.end } };
}

/** Where the last clause of the words begins, after a stop or a semicolon. */
function clauseStart(words: string): number {
  return Math.max(words.lastIndexOf('.'), words.lastIndexOf(';')) + 1;
}
