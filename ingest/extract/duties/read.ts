import type { DutyForm, PartyMention } from '#ingest/model/duty.ts';
import {
  accounts,
  agentVerbs,
  conditions,
  delegations,
  dutiesAllTheSame,
  dutyVerbs,
  idleOpenings,
  leadingVerbs,
  modals,
  openings,
  owners,
  type Tells,
  timeOpenings,
} from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { nameAt } from '../parties/name.ts';
import { type PartyList, partiesAt } from '../parties.ts';
import type { Word } from '../words.ts';
import { partnersAt } from './coordinators.ts';

/** What the words of a sentence say of a duty, before it is known in which part of the document they stand. */
export interface DutyReading {
  readonly form: DutyForm;
  readonly assignees: readonly PartyMention[];
  readonly account: boolean;
  readonly acts: boolean;
  readonly tells: Tells;
}

/** How far behind a subject its predicate is looked for, over an inserted phrase. */
const INSERTED_WORDS = 25;

/** Reads the sentence whose words after its label begin at `from`. */
export function readDuty(text: string, words: readonly Word[], labelEnd: number): DutyReading {
  // An amended text stands in quotation marks.
  let from = labelEnd;
  while (words[from]?.sign === true) from += 1;
  if (from >= words.length) return { form: 'free', assignees: [], account: false, acts: false, tells: 'duty' };
  if (idleOpenings.has(words, from)) return { form: 'free', assignees: [], account: false, acts: false, tells: 'idle' };
  const tells: Tells = timeOpenings.has(words, from) ? 'time' : 'duty';
  const first = firstClause(text, words, from);
  if (first === null) {
    const later = [...bracketed(text, words, from), ...laterClauses(text, words, from)];
    return {
      form: later.length > 0 ? 'subject' : 'free',
      assignees: later,
      account: pastAtHead(words, from),
      acts: dutyVerbs.has(words, from),
      tells,
    };
  }
  const further = first.form === 'named' ? [] : laterClauses(text, words, first.end);
  return { form: first.form, assignees: [...first.parties, ...further], account: first.account, acts: first.acts, tells };
}

interface Clause {
  readonly form: DutyForm;
  readonly parties: readonly PartyMention[];
  readonly account: boolean;
  readonly acts: boolean;
  /** Index of the first word that is not read yet. */
  readonly end: number;
}

function firstClause(text: string, words: readonly Word[], from: number): Clause | null {
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

/** The clause of a subject that stands at its head: a duty of its own, one that it lays on others, an account, or nothing but the names. */
function subjectClause(text: string, words: readonly Word[], list: PartyList): Clause | null {
  const at = afterBrackets(words, list.end);
  if (atEnd(words, at)) return { form: 'named', parties: list.parties, account: false, acts: false, end: at };
  const delegated = laysOnOthers(list) ? delegations.longest(words, at) : null;
  if (delegated !== null) {
    const laid = partiesAt(text, words, at + delegated.length, 'called');
    if (laid !== null) return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  }
  if (dutiesAllTheSame.has(words, at)) return { form: 'subject', parties: list.parties, account: false, acts: true, end: at };
  if (accounts.has(words, at)) {
    const acts = conditions.has(words, at) && dutyFollows(words, at + 1);
    return { form: 'subject', parties: list.parties, account: true, acts, end: at };
  }
  if (dutyVerbs.has(words, at)) return { form: 'subject', parties: list.parties, account: false, acts: true, end: at };
  // An inserted phrase: ", căn cứ chức năng, nhiệm vụ được giao, …"; the predicate stands further on.
  for (let next = at; next < Math.min(words.length, at + INSERTED_WORDS); next += 1) {
    const { folded } = words[next]!;
    if (folded === ';' || folded === ':') break;
    if (folded === 'đã' || folded === 'chưa') return { form: 'subject', parties: list.parties, account: true, acts: false, end: next };
    if (words[next]!.capital) continue;
    const laying = words[next - 1]?.folded === ',' && laysOnOthers(list) ? delegations.longest(words, next) : null;
    const laid = laying === null ? null : partiesAt(text, words, next + laying.length, 'called');
    if (laid !== null) return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
    if (dutyVerbs.has(words, next)) return { form: 'subject', parties: list.parties, account: false, acts: true, end: next };
  }
  return { form: 'subject', parties: list.parties, account: false, acts: false, end: at };
}

/** True where a modal, or a duty verb after a comma, follows in the clause. */
function dutyFollows(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + INSERTED_WORDS); at += 1) {
    const { folded } = words[at]!;
    if (folded === ';' || folded === ':') return false;
    if (folded === 'phải' || folded === 'cần' || folded === 'khẩn' || modals.has(words, at)) return true;
    if (folded === ',' && dutyVerbs.has(words, at + 1)) return true;
  }
  return false;
}

/** Many bodies, or people, ask (`Các chi bộ đề nghị Đảng ủy khen thưởng`); one body lays duties on others. */
function laysOnOthers(list: PartyList): boolean {
  const first = list.parties[0]!;
  return list.parties.length === 1 && first.kind !== 'people' && !/^(?:các|mỗi|từng|những)\s/iu.test(first.name);
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

/** Words that a time ends with: right behind it a subject may begin without a comma (`Định kỳ 6 tháng, hằng năm các cấp ủy báo cáo`). */
const times: ReadonlySet<string> = new Set(['năm', 'tháng', 'quý', 'kỳ']);

/** Words before `mỗi` that tie it to what stands before: no subject begins there. */
const tied: ReadonlySet<string> = new Set(['của', 'ở', 'cho', 'với', 'trong', 'đến', 'tới', 'từ', 'do', 'về', 'tại', 'và', 'đối']);

/**
 * The main clause after an opening phrase: `Căn cứ …, Cấp ủy các cấp cụ thể hóa …`. Only a subject with a known predicate counts; it stands after a comma,
 * begins with `mỗi`, or has a modal right behind it (`Việc này Sở Nội vụ sẽ …`). Names inside the phrase are passed over whole.
 */
function openedClause(text: string, words: readonly Word[], from: number): Clause | null {
  let depth = 0;
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at]!;
    const { folded } = word;
    if (folded === '(' || folded === '“') depth += 1;
    else if (folded === ')' || folded === '”') depth = Math.max(0, depth - 1);
    else if (folded === ';' || folded === ':') return null;
    if (depth > 0 || (word.sign && folded !== ',')) continue;
    if (folded === ',') {
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
    const behindTime = times.has(words[at - 1]!.folded) || /^\d{4}$/u.test(words[at - 1]!.folded);
    if ((behindTime && folded === 'các') || (modals.has(words, afterBrackets(words, name.end)) && !tied.has(words[at - 1]!.folded))) {
      const clause = clauseAt(text, words, at);
      if (clause !== null) return clause;
    }
    at = name.end - 1;
  }
  return null;
}

/** A clause whose subject, or whose charge (`giao …`), begins at `words[start]` and goes on with a known predicate. */
function clauseAt(text: string, words: readonly Word[], start: number): Clause | null {
  // "…; phân công một đồng chí …" is what the subject does, not a charge.
  const delegated = words[start]?.folded === 'phân' ? null : delegations.longest(words, start);
  if (delegated !== null) {
    const laid = partiesAt(text, words, start + delegated.length, 'called');
    if (laid !== null) return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  }
  const list = partiesAt(text, words, start, 'clause');
  if (list === null) return null;
  const next = afterBrackets(words, list.end);
  const laying = laysOnOthers(list) ? delegations.longest(words, next) : null;
  const laid = laying === null ? null : partiesAt(text, words, next + laying.length, 'called');
  if (laid !== null) return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  const parties = fromFirstCapital(list.parties, words, start);
  if (accounts.has(words, next) && !dutiesAllTheSame.has(words, next)) {
    return words[next]!.folded === 'đã' ? { form: 'subject', parties, account: true, acts: false, end: next } : null;
  }
  return dutyVerbs.has(words, next) ? { form: 'subject', parties, account: false, acts: true, end: next } : null;
}

/** A list that began in small letters and goes on with a capital holds the end of the opening phrase (`của cấp ủy, chính quyền, Ban Tuyên giáo …`). */
function fromFirstCapital(parties: readonly PartyMention[], words: readonly Word[], start: number): readonly PartyMention[] {
  if (words[start]!.capital || /^(?:các|mỗi|từng|những|tất cả)\s/iu.test(parties[0]!.name)) return parties;
  const capital = parties.findIndex(({ name }) => /^\p{Lu}/u.test(name));
  return capital <= 0 ? parties : parties.slice(capital);
}

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
]);

/** `Việc … do Ban Thường vụ lãnh đạo, trực tiếp là đồng chí Bí thư`. */
function agentClause(text: string, words: readonly Word[], from: number): Clause | null {
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

/** Bodies that lead by a note in brackets: `… (Sở Nội vụ chủ trì, hoàn thành trong quý II)`. */
function bracketed(text: string, words: readonly Word[], from: number): readonly PartyMention[] {
  for (let at = from; at < words.length; at += 1) {
    if (words[at]!.folded !== '(') continue;
    const delegated = delegations.longest(words, at + 1);
    const list = partiesAt(text, words, at + 1 + (delegated?.length ?? 0), 'called');
    if (list !== null && leadingVerbs.has(words, list.end)) return list.parties;
  }
  return [];
}

/** Bodies that lead in the clauses after semicolons: each clause must begin with them, or charge them, and go on with a known predicate. */
function laterClauses(text: string, words: readonly Word[], from: number): PartyMention[] {
  const found: PartyMention[] = [];
  for (let at = from; at + 1 < words.length; at += 1) {
    if (words[at]!.folded !== ';') continue;
    const clause = clauseAt(text, words, at + 1);
    if (clause !== null && !clause.account) found.push(...clause.parties);
  }
  return found;
}

function atEnd(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word === undefined || (at === words.length - 1 && word.sign);
}

/** An account of the past without a named subject: `đã` near the sentence's head, not in a clause that describes (`nhiệm vụ đã đề ra`). */
function pastAtHead(words: readonly Word[], from: number): boolean {
  if (words[from]!.folded === 'tuy' && words[from + 1]?.folded === 'nhiên') return true;
  const before: ReadonlySet<string> = new Set([
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
    'hoạch',
    'nêu',
  ]);
  for (let at = from; at < Math.min(words.length, from + 25); at += 1)
    if (words[at]!.folded === 'đã') return !before.has(words[at - 1]?.folded ?? '');
  return false;
}
