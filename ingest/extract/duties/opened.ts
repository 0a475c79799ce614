import { modals } from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { nameAt } from '../parties/name.ts';
import type { Word } from '../words.ts';
import { type Clause, clauseAt } from './clause.ts';
import { partnersAt } from './coordinators.ts';

/** Words that a time ends with: right behind it a subject may begin without a comma (`Định kỳ 6 tháng, hằng năm các cấp ủy báo cáo`). */
const times: ReadonlySet<string> = new Set(['năm', 'tháng', 'quý', 'kỳ']);

/** Last words of a condition, likewise: `nếu có khó khăn, vướng mắc các đơn vị phản ánh`. */
const troubles: ReadonlySet<string> = new Set(['mắc', 'sinh', 'khăn', 'đổi']);

/** Words before `mỗi` that tie it to what stands before: no subject begins there. */
const tied: ReadonlySet<string> = new Set(['của', 'ở', 'cho', 'với', 'trong', 'đến', 'tới', 'từ', 'do', 'về', 'tại', 'và', 'đối']);

/**
 * The main clause after an opening phrase: `Căn cứ …, Cấp ủy các cấp cụ thể hóa …`. Only a subject with a known predicate counts; it stands after a comma,
 * begins with `mỗi`, or has a modal right behind it (`Việc này Sở Nội vụ sẽ …`). Names inside the phrase are passed over whole.
 */
export function openedClause(text: string, words: readonly Word[], from: number): Clause | null {
  let depth = 0;
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at]!;
    const { folded } = word;
    if (word.sign) {
      if (folded === '(' || folded === '“') depth += 1;
      else if (folded === ')' || folded === '”') depth = Math.max(0, depth - 1);
      else if (folded === ';' || folded === ':') return null;
      const clause = depth === 0 && folded === ',' ? clauseAt(text, words, at + 1) : null;
      if (clause !== null) return clause;
      continue;
    }
    if (depth > 0) continue;
    if (folded === 'thì') {
      const clause = clauseAt(text, words, at + 1);
      if (clause !== null) return clause;
      continue;
    }
    if (folded === 'mỗi' && !tied.has(words[at - 1]!.folded)) {
      const clause = clauseAt(text, words, at);
      if (clause !== null) return clause;
    }
    if (folded === 'hợp' && words[at - 1]!.folded === 'phối') {
      const partners = partnersAt(text, words, at + 1);
      if (partners !== null) at = partners.end - 1;
      continue;
    }
    const name = word.capital || folded === 'các' ? nameAt(words, at, 'clause') : null;
    if (name === null) continue;
    const behindTime = troubles.has(words[at - 1]!.folded) || times.has(words[at - 1]!.folded) || /^\d{4}$/u.test(words[at - 1]!.folded);
    if ((behindTime && folded === 'các') || (modals.has(words, afterBrackets(words, name.end)) && !tied.has(words[at - 1]!.folded))) {
      const clause = clauseAt(text, words, at);
      if (clause !== null) return clause;
    }
    at = name.end - 1;
  }
  return null;
}
