import type { Head } from '#ingest/model/outline.ts';
import type { Span } from '#ingest/model/span.ts';
import { untypedHeading } from '#ingest/vocabulary/headings.ts';
import { announced, headingOf } from './announced.ts';
import { headPieces } from './headPieces.ts';
import { address, headZone, isHeadLine, LINE_LENGTH } from './headZone.ts';
import { inCapitals, isRule, type Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { dateBefore, endsSentence, isNumberOrDate, preamble, titleBelow } from './title.ts';

/** The head, and the index of the first line of the body. */
export interface HeadReading {
  readonly head: Head;
  readonly bodyFrom: number;
}

/** The lines of a head without a type's name come to an end within so many. */
const HEAD_LINES = 40;

/**
 * Reads the head (thể thức: 36-HD/VPTW and Nghị định 30/2020): bodies, number, place and date, type, title, in any order that text extraction gives
 * the two columns. Everything found is a span; what the text has not is null.
 */
export function headOf(text: string, lines: readonly Line[]): HeadReading {
  const zone = headZone(lines);
  const to = zone.to === -1 ? firstBodyLine(lines, zone.from) : zone.to;
  const from = lines[zone.from]?.span.start ?? 0;
  const end = lines[to - 1]?.span.end ?? from;
  const pieces = headPieces(text, from, Math.max(from, end));
  const { subject } = pieces;
  let { issuerLines, number, placeAndDate } = pieces;
  // Only a document whose own head is missing is known by what the page says of it.
  const told = number === null ? announced(lines, zone.type === null ? -1 : zone.from) : null;
  if (told !== null) {
    number = told.number;
    placeAndDate ??= told.date;
    if (told.issuer !== null && issuerLines.length === 0) issuerLines = [told.issuer];
  }
  if (zone.type === null || zone.to === -1) {
    const bare = subject === null && pieces.number === null && pieces.placeAndDate === null;
    const heading = bare ? headingOf(lines) : null;
    const untyped = bare && told === null ? untypedTitle(lines, zone.from, to) : null;
    // What announces the document repeats its headline; where both give a title, the headline's is the fuller.
    const title = subject ?? heading?.title ?? told?.title ?? untyped;
    if (untyped !== null) issuerLines = issuerLines.filter((span) => span.end <= untyped.start || span.start >= untyped.end);
    return {
      head: { issuerLines, number, placeAndDate, typeName: told?.typeName ?? heading?.typeName ?? null, title },
      bodyFrom: Math.max(to, told?.to ?? 0, heading?.to ?? 0),
    };
  }
  const { span } = lines[to]!;
  const last = lines[to + zone.type.lines - 1]!;
  const typeName = { start: span.start, end: zone.type.length === 0 ? last.span.end : span.start + zone.type.length };
  const beside = zone.type.length === 0 ? null : stretch(text, typeName.end, last.span.end);
  const below = titleBelow(lines, to + zone.type.lines, beside !== null);
  // Some layouts put number and date under the type's name, on lines of their own.
  for (let index = to + zone.type.lines; index < below.bodyFrom && (number === null || placeAndDate === null); index += 1) {
    const line = lines[index]!;
    const joined = dateBefore(line.text);
    if (joined === 0 && !isNumberOrDate(line.text)) continue;
    const under = headPieces(text, line.span.start, joined === 0 ? line.span.end : line.span.start + joined);
    number ??= under.number;
    placeAndDate ??= under.placeAndDate;
  }
  const title = beside === null ? below.title : { start: beside.start, end: below.title?.end ?? beside.end };
  return { head: { issuerLines, number, placeAndDate, typeName, title: title ?? subject }, bodyFrom: below.bodyFrom };
}

/** "ĐỊNH HƯỚNG TUYÊN TRUYỀN …" over a paper that has no type: the line and those in capitals below it. */
function untypedTitle(lines: readonly Line[], from: number, to: number): Span | null {
  const first = lines.findIndex((line, index) => index >= from && index < to && untypedHeading.test(line.text) && inCapitals(line.text));
  if (first === -1) return null;
  let last = first;
  while (last + 1 < to && last - first < 4 && inCapitals(lines[last + 1]!.text) && !isRule(lines[last + 1]!.text)) last += 1;
  return { start: lines[first]!.span.start, end: lines[last]!.span.end };
}

/** The words between two offsets without the blanks around them; null where there are none. */
function stretch(text: string, from: number, to: number): Span | null {
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  return words.trim() === '' ? null : { start: from + lead, end: from + lead + words.trim().length };
}

/** Without a type line (letters; texts that were cut): the head ends where sentences begin. */
function firstBodyLine(lines: readonly Line[], from: number): number {
  const limit = Math.min(lines.length, from + HEAD_LINES);
  for (let index = from; index < limit; index += 1) {
    const { text } = lines[index]!;
    if (text.length > LINE_LENGTH || address.test(text)) return index;
    if (isHeadLine(lines[index]!) || inCapitals(text)) continue;
    if (index > from && /^V\s?\/\s?[vV]|^Về việc/u.test(lines[index - 1]!.text) && isSubjectLine(text)) continue;
    if (
      text.split(' ').length <= 12 &&
      !/[.;:]$/u.test(text) &&
      index + 1 < limit &&
      !preamble.test(text) &&
      markerOf(text) === null &&
      index < from + 12
    )
      continue;
    return index;
  }
  return limit;
}

/** A letter's subject runs over short lines, until the address, a rule or the other column. */
function isSubjectLine(text: string): boolean {
  return text.length < 160 && !inCapitals(text) && !isRule(text) && markerOf(text) === null && !endsSentence(text);
}
