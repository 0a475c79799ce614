import type { PartyMention } from '#ingest/model/duty.ts';
import { partiesAt } from '../parties.ts';
import type { Word } from '../words.ts';
import type { Clause } from './clause.ts';

/** Documents that an article charges somebody with carrying out: `thi hành Quyết định này`. */
const documents: ReadonlySet<string> = new Set([
  'quyết',
  'nghị',
  'thông',
  'chỉ',
  'kế',
  'quy',
  'hướng',
  'kết',
  'chương',
  'đề',
  'luật',
  'lệnh',
  'pháp',
  'công',
]);
/** Words between `có trách nhiệm` and the document: `tổ chức triển khai thi hành`. */
const CARRYING_OUT_WORDS = 8;
/** Words of a document's name before `này`. */
const DOCUMENT_WORDS = 3;

/**
 * The article by which a document is carried out: `…, Giám đốc Sở A; Thủ trưởng các đơn vị có sử dụng kinh phí … và Chủ tịch … chịu trách nhiệm thi hành
 * Quyết định này`. All who stand before its verb are charged, whatever words say which of them are meant. Null for any other sentence.
 */
export function enforcementClause(text: string, words: readonly Word[], from: number): Clause | null {
  const verb = enforcementAt(words, from);
  if (verb === null) return null;
  const first = partiesAt(text, words, from, 'clause');
  if (first === null || first.end > verb) return null;
  const parties: PartyMention[] = [...first.parties];
  let depth = 0;
  for (let at = first.end; at < verb; at += 1) {
    const { folded } = words[at]!;
    if (folded === '(') depth += 1;
    else if (folded === ')') depth -= 1;
    if (depth > 0 || (folded !== ',' && folded !== ';' && folded !== 'và')) continue;
    const next = words[at + 1]!.folded === 'và' ? at + 2 : at + 1;
    const list = partiesAt(text, words, next, 'list');
    // Behind other words a name goes on the list where it is an office's or counts its bodies; any other may belong to those words.
    const lists = list !== null && list.end <= verb && (list.parties[0]!.kind === 'office' || words[next]!.folded === 'các');
    if (!lists) continue;
    parties.push(...list.parties);
    at = list.end - 1;
  }
  return { form: 'subject', parties, account: false, acts: true, end: verb };
}

/** Index of the verb of such an article, or null. */
function enforcementAt(words: readonly Word[], from: number): number | null {
  for (let at = from; at + 4 < words.length; at += 1) {
    const { folded } = words[at]!;
    if ((folded !== 'chịu' && folded !== 'có') || words[at + 1]!.folded !== 'trách' || words[at + 2]!.folded !== 'nhiệm') continue;
    for (let next = at + 3; next < Math.min(words.length, at + 3 + CARRYING_OUT_WORDS); next += 1) {
      if (words[next]!.sign) break;
      if (documents.has(words[next]!.folded) && words[next]!.capital && saysThis(words, next)) return at;
    }
  }
  return null;
}

function saysThis(words: readonly Word[], document: number): boolean {
  return words.slice(document + 1, document + 1 + DOCUMENT_WORDS).some(({ folded }) => folded === 'này');
}
