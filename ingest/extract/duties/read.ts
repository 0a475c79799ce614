import type { DutyForm, PartyMention } from '#ingest/model/duty.ts';
import {
  accounts,
  delegations,
  dutiesAllTheSame,
  dutyVerbs,
  idleOpenings,
  openings,
  owners,
  pastOpenings,
  type Tells,
  timeOpenings,
} from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { partiesAt } from '../parties.ts';
import { markOf, marksIn, type Word } from '../words.ts';
import { agentClause, bracketed } from './agent.ts';
import { atEnd, type Clause, clauseAt, subjectClause } from './clause.ts';
import { enforcementClause } from './enforcement.ts';
import { openedClause } from './opened.ts';

/** What the words of a sentence say of a duty, before it is known in which part of the document they stand. */
export interface DutyReading {
  readonly form: DutyForm;
  readonly assignees: readonly PartyMention[];
  readonly account: boolean;
  readonly acts: boolean;
  readonly tells: Tells;
}

/** Reads the sentence whose words after its label begin at `from`. */
export function readDuty(text: string, words: readonly Word[], labelEnd: number): DutyReading {
  // An amended text stands in quotation marks.
  let from = labelEnd;
  while (words[from]?.sign === true) from += 1;
  if (from >= words.length) return { form: 'free', assignees: [], account: false, acts: false, tells: 'duty' };
  if (idleOpenings.has(words, from)) return { form: 'free', assignees: [], account: false, acts: false, tells: 'idle' };
  const other = words[from + 2]?.folded === 'tới' || words[from + 2]?.folded === 'qua';
  const tells: Tells = timeOpenings.has(words, from) && !other ? 'time' : 'duty';
  const first = firstClause(text, words, from);
  if (first === null) {
    const noted = [...bracketed(text, words, from), ...directedToLead(text, words, from)];
    const later = [...noted, ...laterClauses(text, words, from)];
    return {
      form: noted.length > 0 && words[from]!.folded !== 'chỉ' ? 'subject' : later.length > 0 ? 'later' : 'free',
      assignees: later,
      account: pastAtHead(words, from),
      acts: dutyVerbs.has(words, from) || actsBehindOpening(words, from),
      tells,
    };
  }
  const further =
    first.form === 'named'
      ? []
      : [...directedToLead(text, words, first.end, first.form === 'delegated'), ...laterClauses(text, words, first.end)];
  const account = first.account || (first.form === 'subject' && (pastOpenings.has(words, from) || tellsEvent(words, from)));
  return { form: first.form, assignees: [...first.parties, ...further], account, acts: first.acts && (!account || first.account), tells };
}

function firstClause(text: string, words: readonly Word[], from: number): Clause | null {
  const enforcement = enforcementClause(text, words, from);
  if (enforcement !== null) return enforcement;
  const delegated = delegations.longest(words, from);
  if (delegated !== null) {
    const list = partiesAt(text, words, from + delegated.length, 'called');
    if (list !== null)
      return { form: atEnd(words, list.end) ? 'named' : 'delegated', parties: list.parties, account: false, acts: true, end: list.end };
  }
  const owner = owners.longest(words, from);
  const owned = owner === null ? null : partiesAt(text, words, from + owner.length, 'called');
  if (owned !== null && atEnd(words, afterBrackets(words, owned.end))) {
    return { form: 'named', parties: owned.parties, account: false, acts: false, end: owned.end };
  }
  if (words[from]!.folded === 'đối' && words[from + 1]?.folded === 'với') return addressedClause(text, words, from);
  const list = partiesAt(text, words, from, 'clause');
  if (list !== null) {
    const clause = subjectClause(text, words, list);
    if (clause !== null) return clause;
  }
  // A sentence that begins with its verb has its objects after commas, not a subject: "Chủ trì, phối hợp với …, Sở Nội vụ hướng dẫn".
  if (dutyVerbs.has(words, from) && !openings.has(words, from)) return null;
  return agentClause(text, words, from) ?? openedClause(text, words, from);
}

/** `Đối với chi bộ cơ sở tiến hành …`: whom the duty is addressed to stands first. */
function addressedClause(text: string, words: readonly Word[], from: number): Clause | null {
  const list = partiesAt(text, words, from + 2, 'called');
  const main = openedClause(text, words, from);
  if (list === null) return main;
  const at = afterBrackets(words, list.end);
  if (words[at]?.folded === ',')
    return (
      main ?? {
        form: 'addressed',
        parties: list.parties,
        account: accounts.has(words, at + 1) && !dutiesAllTheSame.has(words, at + 1),
        acts: dutyVerbs.has(words, at + 1),
        end: at,
      }
    );
  if (dutyVerbs.has(words, at) && !(accounts.has(words, at) && !dutiesAllTheSame.has(words, at)))
    return { form: 'addressed', parties: list.parties, account: false, acts: true, end: at };
  return main;
}

const semicolon = markOf(';');
const past = markOf('đã');

/** Bodies that lead in the clauses after semicolons: each clause must begin with them, or charge them, and go on with a known predicate. */
function laterClauses(text: string, words: readonly Word[], from: number): PartyMention[] {
  if ((marksIn(words) & semicolon) === 0) return [];
  const found: PartyMention[] = [];
  for (let at = from; at + 1 < words.length; at += 1) {
    if (words[at]!.folded !== ';') continue;
    const clause = clauseAt(text, words, at + 1) ?? (openings.has(words, at + 1) ? openedClause(text, words, at + 1) : null);
    if (clause !== null && !clause.account) found.push(...clause.parties);
  }
  return found;
}

/** How many words may stand before `chỉ đạo`: `khẩn trương chỉ đạo …`. */
const ADVERBS = 3;

/** Bodies that another directs to take the lead (`chỉ đạo Sở Y tế chủ trì …`; where that one is `charged`, to join with others): both have the duty. The predicate begins at `words[from]`. */
function directedToLead(text: string, words: readonly Word[], from: number, charged = false): readonly PartyMention[] {
  for (let at = from; at < Math.min(words.length - 3, from + ADVERBS); at += 1) {
    if (words[at]!.sign) return [];
    if (words[at]!.folded !== 'chỉ' || words[at + 1]!.folded !== 'đạo') continue;
    const list = partiesAt(text, words, at + 2, 'called');
    const leads = list !== null && words[list.end]?.folded === 'chủ' && words[list.end + 1]?.folded === 'trì';
    const joins = list !== null && charged && words[list.end]?.folded === 'phối' && words[list.end + 1]?.folded === 'hợp';
    return leads || joins ? list.parties : [];
  }
  return [];
}

/** True for a sentence that opens with a day and a comma: `Ngày 01/7/2013, Bộ Xây dựng ban hành Thông tư …` tells what happened. */
function tellsEvent(words: readonly Word[], from: number): boolean {
  if (words[from]?.folded !== 'ngày' || !/^\d/u.test(words[from + 1]?.folded ?? '')) return false;
  for (let at = from + 2; at < Math.min(words.length, from + 8); at += 1) {
    const { folded, sign } = words[at]!;
    if (folded === ',') return true;
    if (!sign && !/^\d/u.test(folded) && folded !== 'tháng' && folded !== 'năm') return false;
  }
  return false;
}

/** How far behind an opening phrase its main clause is looked for. */
const OPENING_WORDS = 25;

/** True where an opening phrase goes before the verb: `Trong quá trình thực hiện, kịp thời báo cáo`, `Trường hợp đặc biệt, báo cáo …`. */
function actsBehindOpening(words: readonly Word[], from: number): boolean {
  if (!openings.has(words, from)) return false;
  for (let at = from + 1; at < Math.min(words.length, from + OPENING_WORDS); at += 1) {
    const { folded } = words[at]!;
    if (folded === ';' || folded === ':') return false;
    if (folded === ',' && dutyVerbs.has(words, at + 1)) return true;
  }
  return false;
}

/** Words before `đã` by which it only describes: `nhiệm vụ đã đề ra`. */
const describing: ReadonlySet<string> = new Set([
  'mà',
  'vụ',
  'những',
  'điều',
  'tiêu',
  'quả',
  'dung',
  'như',
  'việc',
  'vấn',
  'đề',
  // As words are folded, the tone on its modern place.
  'họach',
  'nêu',
  'tiền',
  'phí',
  'sơ',
  'sách',
  'liệu',
  'tượng',
  'bản',
  'án',
]);

/** An account of the past without a named subject: `đã` near the sentence's head, not in a clause that describes (`nhiệm vụ đã đề ra`). */
function pastAtHead(words: readonly Word[], from: number): boolean {
  if (pastOpenings.has(words, from)) return true;
  if (words[from]!.folded === 'tuy' && words[from + 1]?.folded === 'nhiên') return true;
  for (let at = from; at < Math.min(words.length, from + 25); at += 1)
    if ((words[at]!.marks & past) !== 0) return !describing.has(words[at - 1]?.folded ?? '');
  return false;
}
