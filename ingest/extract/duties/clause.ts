import type { DutyForm, PartyMention } from '#ingest/model/duty.ts';
import { accounts, conditions, delegations, dutiesAllTheSame, dutyVerbs, modals } from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { type PartyList, partiesAt } from '../parties.ts';
import type { Word } from '../words.ts';

/** One clause as read: who is to act, in which form, and where it was read up to. */
export interface Clause {
  readonly form: DutyForm;
  readonly parties: readonly PartyMention[];
  readonly account: boolean;
  readonly acts: boolean;
  /** Index of the first word that is not read yet. */
  readonly end: number;
}

/** How far behind a subject its predicate is looked for, over an inserted phrase. */
const INSERTED_WORDS = 25;

/** The clause of a subject that stands at its head: a duty of its own, one that it lays on others, an account, or nothing but the names. */
export function subjectClause(text: string, words: readonly Word[], list: PartyList): Clause | null {
  const at = afterBrackets(words, list.end);
  if (atEnd(words, at)) return { form: 'named', parties: list.parties, account: false, acts: false, end: at };
  const delegated = laysOnOthers(list) ? delegations.longest(words, at) : null;
  if (delegated !== null) {
    const laid = partiesAt(text, words, at + delegated.length, 'called');
    if (laid !== null && !(words[at]!.folded === 'phân' && laid.parties.every(isAnybody)))
      return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  }
  // "có văn bản chỉ đạo" is a duty, "có văn bản số 31" an account: the longer phrase is meant.
  const duty = dutiesAllTheSame.longest(words, at);
  if (duty !== null && duty.length >= (accounts.longest(words, at)?.length ?? 0))
    return { form: 'subject', parties: list.parties, account: false, acts: true, end: at };
  if (accounts.has(words, at)) {
    // `Các đơn vị được phân bổ vốn … chịu trách nhiệm …`: the passive only says which of them are meant.
    if (words[at]!.folded === 'được' && modalFollows(words, at + 1))
      return { form: 'subject', parties: list.parties, account: false, acts: true, end: at };
    const acts = conditions.has(words, at) && dutyFollows(words, at + 1);
    return { form: 'subject', parties: list.parties, account: true, acts, end: at };
  }
  if (appoints(words, at)) return { form: 'subject', parties: list.parties, account: true, acts: false, end: at };
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

/** True where the words that charge (`chịu trách nhiệm`) follow in the clause. */
function modalFollows(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + INSERTED_WORDS); at += 1) {
    const { folded } = words[at]!;
    if (folded === ';' || folded === ':' || folded === 'đã') return false;
    if (folded !== 'sẽ' && modals.has(words, at)) return true;
  }
  return false;
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

/** True for whoever holds an office: to send one of them out (`phân công cấp ủy viên dự sinh hoạt`) is the sender's own duty. */
function isAnybody({ name, kind }: PartyMention): boolean {
  return (kind === 'office' || kind === 'people') && !/\p{Lu}/u.test(name) && !/^các\s/iu.test(name);
}

/** Many bodies, or people, ask (`Các chi bộ đề nghị Đảng ủy khen thưởng`); one body lays duties on others. */
function laysOnOthers(list: PartyList): boolean {
  const first = list.parties[0]!;
  return list.parties.length === 1 && first.kind !== 'people' && !/^(?:các|mỗi|từng|những)\s/iu.test(first.name);
}

/** A clause whose subject, or whose charge (`giao …`), begins at `words[start]` and goes on with a known predicate. */
export function clauseAt(text: string, words: readonly Word[], start: number): Clause | null {
  // "…; phân công một đồng chí …" is what the subject does, not a charge.
  const delegated = words[start]?.folded === 'phân' ? null : delegations.longest(words, start);
  if (delegated !== null) {
    const laid = partiesAt(text, words, start + delegated.length, 'called');
    if (laid !== null) return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  }
  const list = partiesAt(text, words, start, 'clause');
  if (list === null) return null;
  const next = afterAside(words, afterBrackets(words, list.end));
  const laying = laysOnOthers(list) ? delegations.longest(words, next) : null;
  const laid = laying === null ? null : partiesAt(text, words, next + laying.length, 'called');
  if (laid !== null && !(words[next]!.folded === 'phân' && laid.parties.every(isAnybody)))
    return { form: 'delegated', parties: laid.parties, account: false, acts: true, end: laid.end };
  const parties = fromFirstCapital(list.parties, words, start);
  if (accounts.has(words, next) && !dutiesAllTheSame.has(words, next)) {
    return words[next]!.folded === 'đã' ? { form: 'subject', parties, account: true, acts: false, end: next } : null;
  }
  return dutyVerbs.has(words, next) && !appoints(words, next) ? { form: 'subject', parties, account: false, acts: true, end: next } : null;
}

/** Words that an aside to a subject begins with: `, đặc biệt là người đứng đầu`. */
const asides: ReadonlySet<string> = new Set(['đặc', 'nhất', 'trước', 'trực']);
const ASIDE_WORDS = 14;

/** Where the predicate begins behind an aside to the subject; `at` itself where there is none. */
function afterAside(words: readonly Word[], at: number): number {
  if (words[at]?.folded !== ',' || !asides.has(words[at + 1]?.folded ?? '') || words[at + 2]?.folded === 'mắt') return at;
  const is = words.slice(at + 2, at + 4).findIndex(({ folded }) => folded === 'là');
  if (is === -1) return at;
  for (let next = at + 3 + is; next < Math.min(words.length, at + ASIDE_WORDS); next += 1)
    if (dutyVerbs.has(words, next) || words[next]!.folded === ';') return next;
  return at;
}

/** `… làm Trưởng ban`: who sits on a body, no duty. */
function appoints(words: readonly Word[], verb: number): boolean {
  return words[verb]?.folded === 'làm' && words[verb + 1]?.capital === true;
}

/** A list that began in small letters and goes on with a capital holds the end of the opening phrase (`của cấp ủy, chính quyền, Ban Tuyên giáo …`). */
function fromFirstCapital(parties: readonly PartyMention[], words: readonly Word[], start: number): readonly PartyMention[] {
  if (words[start]!.capital || /^(?:các|mỗi|từng|những|tất cả)\s/iu.test(parties[0]!.name)) return parties;
  const capital = parties.findIndex(({ name }) => /^\p{Lu}/u.test(name));
  return capital <= 0 ? parties : parties.slice(capital);
}

/** True where nothing but a last sign is left. */
export function atEnd(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word === undefined || (at === words.length - 1 && word.sign);
}
