import { capacityForms } from '#ingest/vocabulary/capacities.ts';
import { typeNames } from '#ingest/vocabulary/documentTypes.ts';
import { officeHere, officesIn } from '#ingest/vocabulary/positions.ts';
import type { Change } from './draft.ts';

/** Longer lines than this on average, in code units, and the text has lost its line breaks on the way (pages of web sites saved as one line). */
const FLAT_LINE = 700;
/** The head of a flat text lies within this many code units from its start, the close within so many from its end. */
const HEAD = 1500;
const CLOSE = 2500;

const types = typeNames.map((name) => name.toUpperCase()).join('|');
/** Where a line of the head began: motto, number, place and date, and what follows them. */
const headStarts =
  /(?<!\s)\s*(?=ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Số\s?:?\s?\d{1,5}\s?[-/])|(?<!\s)\s+(?=(?<!\p{Lu}\p{Ll}{0,8}\s)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}, ngày \d{1,2} tháng|V\/v |Kính gửi)|(?<=(?:VIỆT NAM|phúc|ngày \d{1,2} tháng \d{1,2} năm \d{4}|Số\s?:?\s?\d{1,5}\s?[-/]\s?[\p{Lu}\d/-]{2,20}))\s+(?=\p{Lu})|(?<!\s)\s*(?=(?<![-_*])[-_*]{5,})|(?<=[-_*]{5})\s*(?![-_*])/gu;
/** The type's name in capitals: the first that a title follows stands on a line of its own. */
const typeName = new RegExp(`(?<=^|[^\\p{L}]|\\p{L}\\s)(?<type>${types})\\s?(?=\\p{Ll}|Về|V/v|\\p{Lu}\\p{Ll})`, 'u');
/**
 * Where a block of the body began: grounds, articles, headings, numbers and bullets after a stop.
 * A run of blanks is tried from its first one only, so that the search stays linear.
 */
const bodyStarts =
  /(?<!\s)\s+(?=(?:- ?)?Căn (?:cứ )?\p{Lu})|(?<!\s)\s+(?=(?:Điều|Chương|Mục) [\dIVX]{1,3}[.:]\s)|(?<!\s)\s+(?=[IVX]{1,5}\s?[.\-–]\s?\p{Lu})|(?<!\s|Điều|Khoản|Mục|Phần|số)\s+(?=\d{1,2}(?:\.\d{1,2}){0,2}\.\s\p{Lu})|(?<=[.;:,”)])\s+(?=[-–+•]\s?\p{Lu})|(?<=[.;:])\s+(?=[a-dđ]\)\s)|(?<=[,:]\s?)\s*(?=QUYẾT (?:ĐỊNH|NGHỊ)\s?:?\s(?:Điều|-))/gu;
/** Where a line of the close began: recipients, capacity, note, and the name that ends the text; offices are found by their vocabulary. */
const closeStarts = new RegExp(
  [
    String.raw`(?<!\s)\s*(?=Nơi nhận\s?:)`,
    String.raw`(?<=Nơi nhận\s?:)\s*`,
    String.raw`(?<!\s)\s+(?=[-–]\s?\p{Lu})`,
    String.raw`(?<!\s)\s+(?=(?:${capacityForms})\s?\p{Lu}{2})`,
    String.raw`(?<!\s)\s+(?=\((?:Đã|đã) ký\))`,
    String.raw`(?<=\((?:Đã|đã) ký\))\s+`,
    String.raw`(?<=[.;,)]|\p{Lu}{2})\s+(?=\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}\s*$)`,
  ].join('|'),
  'gu',
);

/** The place right behind the sign of a capacity. */
const behindCapacity = new RegExp(String.raw`(?<=(?<![\p{L}\d./])(?:${capacityForms}))`, 'uy');

/**
 * Line breaks for a text that has lost them: before the pieces of the head, grounds, articles, headings, numbers and bullets, recipients and signature.
 * Each is a guess. A text that has its lines is left alone.
 */
export function flat(text: string): Change[] {
  if (
    text.length < FLAT_LINE * lineCount(text) ||
    !/Nơi nhận|Căn cứ|Kính gửi|Thực hiện|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s?[-–]\s?Tự do/u.test(text)
  )
    return [];
  const close = closeFrom(text);
  const changes = [
    ...breaks(text, headStarts, 0, Math.min(HEAD, text.length)),
    ...aroundType(text),
    ...breaks(text, bodyStarts, 0, text.length),
    ...breaks(text, closeStarts, close, text.length),
    ...beforeOffices(text, close),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Change[] = [];
  for (const change of changes) if (kept.length === 0 || change.start > kept.at(-1)!.end) kept.push(change);
  return kept;
}

/** An office (chức vụ) in capitals begins a line, but behind the sign of a capacity ("KT. CHỦ TỊCH"), and where a body's name goes on ("CHỦ TỊCH ỦY BAN NHÂN DÂN"). */
function beforeOffices(text: string, from: number): Change[] {
  return officesIn(text.slice(from)).flatMap((found) => {
    const start = from + found;
    const before = text.slice(0, start).trimEnd().length;
    const end = start + (officeHere.exec(text.slice(start))?.[0].length ?? 0);
    behindCapacity.lastIndex = before;
    const parted = before > 0 && before < start && text[before] !== '\n' && !behindCapacity.test(text);
    return parted && /^\s(?!ỦY|UỶ)/u.test(text.slice(end)) ? [breakOf(before, start)] : [];
  });
}

/** The close begins a little before its recipients; without them it is the last lines. */
function closeFrom(text: string): number {
  const recipients = text.lastIndexOf('Nơi nhận');
  return recipients === -1
    ? Math.max(text.length >> 1, text.length - (CLOSE >> 2))
    : Math.max(recipients - (CLOSE >> 3), text.length - CLOSE);
}

function aroundType(text: string): Change[] {
  const match = typeName.exec(text.slice(0, HEAD));
  if (match === null) return [];
  const { type } = match.groups as { type: string };
  const [start, end] = [match.index, match.index + type.length];
  const before = text[start - 1] === ' ' ? start - 1 : start;
  const after = text[end] === ' ' ? end + 1 : end;
  return [...(start === 0 ? [] : [breakOf(before, start)]), breakOf(end, after)];
}

function breakOf(start: number, end: number): Change {
  return { start, end, text: '\n', note: { step: 'line-breaks', from: start, to: end, guess: true } };
}

function lineCount(text: string): number {
  let count = 1;
  const end = text.trimEnd().length;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function breaks(text: string, pattern: RegExp, from: number, to: number): Change[] {
  const changes: Change[] = [];
  // Beyond `to` nothing is looked at: the patterns of head and close are fit for short stretches only.
  const scope = text.slice(0, to);
  pattern.lastIndex = from;
  // Some matches are empty: `matchAll` goes on from these by whole characters, also where one takes two code units.
  for (const match of scope.matchAll(pattern)) {
    if (match.index === 0 || match[0].includes('\n') || text[match.index - 1] === '\n') continue;
    changes.push(breakOf(match.index, match.index + match[0].length));
  }
  return changes;
}
