import { dutyVerbs } from '#ingest/vocabulary/duties.ts';
import { foldTone } from '#ingest/vocabulary/phrases.ts';
import {
  describedByContinuity,
  describedByHorizon,
  describedByPeriod,
  describedByRhythm,
  subordinate,
} from '#ingest/vocabulary/rhythms.ts';
import { lineBefore } from './around.ts';

/** Between spaces, as they are looked for in a line of words. */
const spaced = (phrases: readonly string[]) => phrases.map((phrase) => ` ${phrase} `);
const described = spaced(describedByRhythm);
const horizons = spaced(describedByHorizon);
const continuity = spaced(describedByContinuity);
const meetings = spaced(describedByPeriod);
const clauses = spaced(subordinate);

const clauseStops = /[,;:.(“"]/gu;
/** A list of things goes on over its commas: `chương trình kiểm tra, giám sát hằng năm`. */
const phraseStops = /[;:.(“"]|(?<=\s)(?:vào|trong|với|cho|đến|tới|để|gắn)(?=\s)/gu;
const sentenceStops = /[;:.]/gu;

/** True where `hằng năm` and the like describe a noun (kế hoạch hằng năm) or date a subordinate clause, and are no rhythm of the duty. */
export function describesThing(text: string, start: number, end: number, floor: number): boolean {
  if (/^\s+(?:phải |sẽ )?(?:được|bị)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 20))) return true;
  if (/^\s+của(?![\p{L}\p{N}])/u.test(text.slice(end, end + 6)) || inQuotes(text, start, floor)) return true;
  const clause = lineBefore(text, start, floor, 70, clauseStops);
  if (clause.trim() === '' || beforeVerb(text, end)) return endsWithAny(clause, described);
  if (holdsAny(lastWords(lineBefore(text, start, floor, 80, phraseStops), 7), described)) return true;
  return holdsAny(lineBefore(text, start, floor, 110, sentenceStops), clauses);
}

/** True where `thường xuyên` is a quality of a result (được thực hiện thường xuyên) or of a thing (nhiệm vụ thường xuyên). */
export function describesResult(text: string, start: number, end: number, floor: number): boolean {
  if (/[“"]\s*$/u.test(text.slice(Math.max(floor, start - 3), start)) || inQuotes(text, start, floor)) return true;
  if (/^\s+(?:của|là)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 10))) return true;
  const clause = lineBefore(text, start, floor, 60, sentenceStops);
  if (beforeVerb(text, end) && !/,\s*$/u.test(text.slice(Math.max(floor, start - 3), start))) return endsWithAny(clause, continuity);
  return holdsAny(lastWords(clause, 4), continuity);
}

/** True within a quotation (`“không gián đoạn hoạt động thường xuyên …”`), as far as it can be seen from the words before. */
function inQuotes(text: string, start: number, floor: number): boolean {
  const before = text.slice(Math.max(floor, start - 200), start);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** True where a bare `định kỳ` names a kind of meeting. */
export function describesMeeting(text: string, start: number, floor: number): boolean {
  return endsWithAny(lineBefore(text, start, floor, 30, sentenceStops), meetings);
}

/** True where `đến năm 2030` is the horizon of a strategy, plan or target, not the deadline of the duty. */
export function describesHorizon(text: string, start: number, floor: number): boolean {
  return holdsAny(lineBefore(text, start, floor, 160, sentenceStops), horizons);
}

/** A duty verb right after a rhythm makes it an adverb of that verb: `hằng năm xây dựng kế hoạch`. */
function beforeVerb(text: string, end: number): boolean {
  const words = text
    .slice(end, end + 40)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 3)
    .map((word) => ({ folded: foldTone(word) }));
  return /^\s+\p{Ll}/u.test(text.slice(end, end + 2)) && dutyVerbs.has(words, 0);
}

function lastWords(line: string, count: number): string {
  return ` ${line.trim().split(' ').slice(-count).join(' ')} `;
}

function holdsAny(line: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => line.includes(phrase));
}

function endsWithAny(line: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => line.endsWith(phrase));
}
