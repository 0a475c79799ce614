import { isoDay } from '#ingest/model/calendar.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { Stated } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { DocumentFacts } from '#ingest/model/record.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';
import { typeNamed, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { meetingDate, speaker } from './speaker.ts';

/** A number found in the text, with its span; the own one is that of the head. */
export interface SymbolAt {
  readonly symbol: DocumentSymbol;
  readonly span: Span;
}

const placeAndDate = /^(?:(?<place>.+?),\s*)?ngày\s+(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})/iu;

/**
 * What the document is: type, own number, who speaks, where and when, title. The head states it; a text without a head is read
 * from its preamble. A value that the text does not state is null.
 */
export function factsOf(text: string, outline: Outline, own: SymbolAt | null, findings: Finding[]): DocumentFacts {
  const { head } = outline;
  const spans: DocumentFacts['spans'] = {};
  const type = typeOf(text, outline, own);
  if (head.typeName !== null) spans.type = head.typeName;
  if (own !== null) spans.number = own.span;
  if (type !== null && own?.symbol.letters != null) {
    const code = typeOfSymbol(own.symbol.letters)?.code;
    if (code !== undefined && code !== type && !(code === 'QĐ' && (type === 'QĐi' || type === 'QC')))
      findings.push({
        code: 'type-contradicts-number',
        severity: 'warning',
        message: `The head calls the document ${type}, its number says ${code}.`,
        span: own.span,
      });
  }
  const title = head.title === null ? null : wordsOf(text, head.title).replace(/\s+/gu, ' ').trim();
  if (head.title !== null) spans.title = head.title;
  else findings.push({ code: 'no-title', severity: 'info', message: 'No title (trích yếu) was found.' });
  const issued = issue(text, head.placeAndDate, spans, findings);
  const meeting = issued.date === null && (type === 'KL' || type === 'TB' || type === 'BB') ? meetingDate(text, outline) : null;
  if (meeting !== null) spans.date = meeting.span;
  const issuer = speaker(text, outline) ?? headBody(text, outline);
  if (issuer !== null) spans.issuer = issuer.span;
  else findings.push({ code: 'no-issuer', severity: 'info', message: 'It was not found who issued the document.' });
  return {
    type,
    number: own?.symbol.key ?? null,
    issuer: issuer?.value ?? null,
    place: issued.place,
    date: issued.date ?? meeting?.value ?? null,
    dateSource: issued.date !== null ? 'header' : meeting !== null ? 'meeting' : null,
    title,
    spans,
  };
}

function typeOf(text: string, outline: Outline, own: SymbolAt | null): string | null {
  if (outline.head.typeName !== null) {
    const named = typeNamed(wordsOf(text, outline.head.typeName));
    if (named !== null) return named.code;
  }
  if (own === null) return null;
  return own.symbol.letters === null ? 'CV' : (typeOfSymbol(own.symbol.letters)?.code ?? null);
}

function issue(
  text: string,
  span: Span | null,
  spans: DocumentFacts['spans'],
  findings: Finding[],
): { place: string | null; date: string | null } {
  if (span === null) return { place: null, date: null };
  const words = wordsOf(text, span);
  const groups = placeAndDate.exec(words)?.groups;
  if (groups === undefined) return { place: null, date: null };
  const date = isoDay(Number(groups.day), Number(groups.month), Number(groups.year));
  const place = groups.place === undefined ? null : groups.place.trim();
  if (place !== null) spans.place = { start: span.start, end: span.start + place.length };
  if (date === null) {
    findings.push({ code: 'impossible-date', severity: 'warning', message: 'The date in the head is on no calendar.', span });
    return { place, date: null };
  }
  spans.date = span;
  return { place, date };
}

const superior = /^(?:ĐẢNG BỘ|BAN CHẤP HÀNH TRUNG ƯƠNG$|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY)/u;

const offices = /^(?:BAN (?:TUYÊN GIÁO|TỔ CHỨC|DÂN VẬN|NỘI CHÍNH|KINH TẾ)|ỦY BAN KIỂM TRA|UỶ BAN KIỂM TRA|VĂN PHÒNG|ĐẢNG ỦY)/u;
const committees = /^(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN) (?:ỦY|UỶ)|^ĐẢNG (?:ỦY|UỶ)/u;

/** An office under its committee, by the name that the text itself uses: "Ủy ban Kiểm tra Tỉnh ủy", else with the committee's place. */
function calledInText(text: string, office: string, committee: string): string {
  const short = `${office} ${committee.split(' ').slice(0, 2).join(' ')}`;
  return text.includes(short) ? short : `${office} ${committee}`;
}

/** The body in the left head. Of two, the lower one speaks; of a Party head with its superior above, likewise. */
function headBody(text: string, outline: Outline): Stated | null {
  const lines = outline.head.issuerLines;
  const last = lines.at(-1);
  if (last === undefined) return null;
  // "ỦY BAN NHÂN DÂN" and "TỈNH LÂM ĐỒNG" are one name on two lines, as is "BAN TUYÊN GIÁO" under nothing else.
  const words = wordsOf(text, last);
  const before = lines.at(-2);
  const continues =
    before !== undefined &&
    /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|KHỐI|CÁC|VÀ|TRUNG ƯƠNG)(?![\p{L}])/u.test(words) &&
    !superior.test(words);
  const office = before !== undefined && offices.test(words) && committees.test(wordsOf(text, before));
  if (office) return { value: calledInText(text, bodyInRunningText(words), bodyInRunningText(wordsOf(text, before))), span: last };
  const pieces = continues ? [before, last] : [last];
  const name = pieces.map((span) => wordsOf(text, span).replace(/\s+/gu, ' ')).join(' ');
  return { value: bodyInRunningText(name), span: { start: pieces[0]!.start, end: last.end } };
}
