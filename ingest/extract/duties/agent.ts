import type { PartyMention } from '#ingest/model/duty.ts';
import { agentVerbs, delegations, leadingVerbs } from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { type PartyList, partiesAt } from '../parties.ts';
import { markOf, marksIn, type Word } from '../words.ts';
import type { Clause } from './clause.ts';

/** Things that somebody is to do, at the head of a sentence whose agent stands behind `do`. */
const patients: ReadonlySet<string> = new Set([
  'việc',
  'ở',
  'tại',
  'công',
  'kinh',
  'nội',
  'hội',
  'cấp',
  'chương',
  'quy',
  'thời',
  'hồ',
  'cuộc',
  'nhiệm',
  'đề',
  'dự',
  'nguồn',
  'tài',
]);

/** `Việc … do Ban Thường vụ lãnh đạo, trực tiếp là đồng chí Bí thư`. */
export function agentClause(text: string, words: readonly Word[], from: number): Clause | null {
  if (!patients.has(words[from]!.folded)) return null;
  for (let at = from + 1; at < words.length; at += 1) {
    const { folded } = words[at]!;
    if (folded === ';') return null;
    if (folded !== 'do') continue;
    const list = partiesAt(text, words, at + 1, 'called');
    if (list === null) continue;
    const next = afterBrackets(words, list.end);
    const directly = directlyBy(text, words, next);
    if (agentVerbs.has(words, next) || directly !== null) {
      const more = directly ?? directlyBy(text, words, next, 12);
      return { form: 'agent', parties: [...list.parties, ...(more?.parties ?? [])], account: false, acts: true, end: more?.end ?? next };
    }
  }
  return null;
}

/** Those named by `, trực tiếp là …` within `reach` words. */
function directlyBy(text: string, words: readonly Word[], from: number, reach = 1): PartyList | null {
  for (let at = from; at < Math.min(words.length, from + reach); at += 1) {
    if (words[at]!.folded !== ',' || words[at + 1]?.folded !== 'trực' || words[at + 2]?.folded !== 'tiếp' || words[at + 3]?.folded !== 'là')
      continue;
    return partiesAt(text, words, at + 4, 'called');
  }
  return null;
}

const bracket = markOf('(');

/** Bodies that lead by a note in brackets: `… (Sở Nội vụ chủ trì, hoàn thành trong quý II)`. */
export function bracketed(text: string, words: readonly Word[], from: number): readonly PartyMention[] {
  if ((marksIn(words) & bracket) === 0) return [];
  for (let at = from; at < words.length; at += 1) {
    if (words[at]!.folded !== '(') continue;
    const delegated = delegations.longest(words, at + 1);
    const list = partiesAt(text, words, at + 1 + (delegated?.length ?? 0), 'called');
    if (list !== null && leadingVerbs.has(words, list.end)) return list.parties;
  }
  return [];
}
