import type { PartyMention, SentenceMention } from '#ingest/model/duty.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { delegations } from '#ingest/vocabulary/duties.ts';
import { findDeadlines } from './deadlines.ts';
import { conditionIn } from './duties/condition.ts';
import { coordinatorsIn } from './duties/coordinators.ts';
import { labelOf } from './duties/label.ts';
import { type DutyReading, readDuty } from './duties/read.ts';
import { type Columns, cellsOf, columnsOf, rowDuty } from './duties/table.ts';
import { findSentences } from './sentences.ts';
import { type Word, wordsIn } from './words.ts';

/**
 * Every sentence of the body, read as a possible duty: who is to act, with whom, by when, and in which form that is said.
 * Whether it is a duty is for the resolver to say, who knows the part it stands in. Spans are UTF-16 offsets into `text`.
 */
export function findDuties(text: string, outline: Outline): SentenceMention[] {
  const rows = rowsOf(text, outline);
  // Whether the lead-in above a quotation tells what others said; a duty in it is none of this document's.
  let tellsPast = false;
  const read = outline.blocks.flatMap((block, index) => {
    if (rows.has(index)) return [];
    const sentences = findSentences(text, block.body).map((span) => readSentence(text, index, span));
    const quoted = isQuoted(text, block.body);
    if (!quoted) tellsPast = sentences.at(-1)?.account === true && sentences.at(-1)?.leads === true;
    return quoted && tellsPast ? sentences.map((sentence) => ({ ...sentence, tells: 'idle' as const })) : sentences;
  });
  if (rows.size === 0) return read;
  return [...read, ...[...rows.values()].filter((row) => row !== null)].sort((a, b) => a.span.start - b.span.start);
}

/** The rows of tables of tasks, by their block; null for the row with the columns' heads and for rows that lay no duty. */
function rowsOf(text: string, outline: Outline): Map<number, SentenceMention | null> {
  const rows = new Map<number, SentenceMention | null>();
  let columns: Columns | null = null;
  outline.blocks.forEach((block, index) => {
    const cells = cellsOf(text, block.span);
    const heads = cells === null ? null : columnsOf(text, cells);
    if (cells === null) columns = null;
    else if (heads !== null) columns = heads;
    if (cells !== null && columns !== null) rows.set(index, heads === null ? rowDuty(text, index, cells, columns) : null);
  });
  return rows;
}

/** True for a block that is all one quotation: what another text says, or, behind `Sửa đổi …:`, is to say. */
function isQuoted(text: string, { start, end }: Span): boolean {
  if (text[start] !== '“' && text[start] !== '"') return false;
  const last = /[”"]\s?[.;,…]{0,3}$/u.exec(text.slice(Math.max(start, end - 6), end));
  if (last === null) return false;
  const close = text.indexOf(text[start] === '“' ? '”' : '"', start + 1);
  return close >= end - 6;
}

function readSentence(text: string, block: number, span: Span): SentenceMention {
  const words = wordsIn(text, span.start, span.end);
  const leads = words.at(-1)?.folded === ':' && !enumerates(words);
  const label = announces(words) ? null : labelOf(text, words);
  const from = label?.end ?? marksBefore(words);
  const duty = announces(words) ? silent : readDuty(text, words, from);
  const labelled = label?.parties ?? [];
  // A label that names the bodies goes before a sentence that names none of its own.
  const own = duty.assignees.length > 0 && !(labelled.length > 0 && label?.tells === 'duty' && duty.form === 'free');
  const assignees: readonly PartyMention[] = own ? duty.assignees : labelled;
  // A label goes where a whole sentence with bodies of its own follows (`Đối với tập thể: Các cấp ủy …`).
  // So does none that charges them: what follows only tells who they are (`Yêu cầu các hội: Hội Làm vườn, Hội Sinh vật cảnh …`).
  const skips = label !== null && label.tells === 'duty' && own && !delegations.has(words, 0);
  const start = skips || label === null ? (words[from]?.start ?? span.start) : span.start;
  // `Để hoàn thành trong năm 2023, đề nghị Sở Tài chính …` says what for, not by when.
  const purposeEnd = purposes.has(words[0]?.folded ?? '') && duty.assignees.length > 0 ? duty.assignees[0]!.span.start : 0;
  return {
    block,
    span,
    words: { start, end: span.end },
    tells: label?.tells ?? duty.tells,
    label: label === null ? null : label.work ? 'work' : 'other',
    form: own || labelled.length === 0 ? duty.form : from >= words.length ? 'named' : (label?.form ?? 'subject'),
    account: duty.account,
    acts: duty.acts,
    leads,
    assignees,
    coordinators: label?.tells === 'joint' ? labelled : coordinatorsIn(text, words, assignees),
    condition: conditionIn(words),
    deadlines: findDeadlines(text, span, words).filter(({ span: { start: at } }) => at >= purposeEnd),
  };
}

/** Words that open a clause of purpose. */
const purposes: ReadonlySet<string> = new Set(['để', 'nhằm']);

/** How many signs and numbers go before the first word (`4.4. *Giao …`), where the numbering did not come through as such. */
function marksBefore(words: readonly Word[]): number {
  let at = 0;
  while (at < words.length && (words[at]!.sign ? !opening.has(words[at]!.folded) : isNumbering(words, at))) at += 1;
  return at === words.length ? 0 : at;
}

/** Signs that belong to the words behind them. */
const opening: ReadonlySet<string> = new Set(['“', '"', '(', '[', '‘', '|']);

function isNumbering(words: readonly Word[], at: number): boolean {
  return /^\d{1,2}$/u.test(words[at]!.folded) && (words[at + 1]?.folded === '.' || words[at + 1]?.folded === ')');
}

/** Words that a body announces its own document with: `ỦY BAN NHÂN DÂN TỈNH QUYẾT ĐỊNH:`. */
const announcements: ReadonlySet<string> = new Set(['quyết định', 'quyết nghị', 'chỉ thị', 'kết luận', 'thông báo']);
const silent: DutyReading = { form: 'free', assignees: [], account: false, acts: false, tells: 'idle' };

/** True for the line in capitals by which the speaker opens the document's body. */
function announces(words: readonly Word[]): boolean {
  const end = words.at(-1)?.folded === ':' ? words.length - 1 : words.length;
  const [last, before] = [words[end - 1], words[end - 2]];
  if (last === undefined || before === undefined || !last.capital || !before.capital) return false;
  return announcements.has(`${before.folded} ${last.folded}`) && words.slice(0, end).every((word) => word.sign || word.capital);
}

/** True for a sentence that ends in a list of things, not of duties: `tài liệu gồm:`. */
function enumerates(words: readonly Word[]): boolean {
  const last = words.at(-2)?.folded;
  return last === 'gồm' || last === 'như' || (last === 'có' && words.at(-3)?.folded === 'gồm');
}
