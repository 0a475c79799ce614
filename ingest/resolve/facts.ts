import { isoDay } from '#ingest/model/calendar.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { CitationMention, Stated } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { DocumentFacts } from '#ingest/model/record.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import { typeNamed, typeNames, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { typeOfHeading } from '#ingest/vocabulary/headings.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import { headBodies, headBody } from './headBody.ts';
import { outOfTime } from './outOfTime.ts';
import type { SymbolAt } from './ownNumber.ts';
import { meetingDate, speaker } from './speaker.ts';
import { unknownCodes } from './unknownCodes.ts';

const placeAndDate =
  /^(?:(?<place>[^,]+?)\s?,\s*)?ngày[\s.…_]*(?:(?<day>\d{1,2})\s?[/.-]\s?(?<month>\d{1,2})\s?[/.-]\s?(?<year>\d{4})|(?<wordDay>\d{0,2})[\s.…_]*tháng[\s.…_]*(?<wordMonth>\d{0,2})[\s.…_]*năm\s*(?<wordYear>\d{4}))/iu;

/**
 * What the document is: type, own number, who speaks, where and when, title. The head states it; a text without a head is read
 * from its preamble. A value that the text does not state is null.
 */
export function factsOf(
  text: string,
  outline: Outline,
  own: SymbolAt | null,
  findings: Finding[],
  citations: readonly CitationMention[] = [],
): DocumentFacts {
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
  if (own !== null) findings.push(...unknownCodes(own));
  const title = head.title === null ? null : oneLine(wordsOf(text, head.title));
  if (head.title !== null) spans.title = head.title;
  else findings.push({ code: 'no-title', severity: 'info', message: 'No title (trích yếu) was found.' });
  const issued = issue(text, head.placeAndDate, spans, findings);
  const meeting = issued.date === null && (type === 'KL' || type === 'TB' || type === 'BB') ? meetingDate(text, outline) : null;
  if (meeting !== null) spans.date = meeting.span;
  // Where the text names its own number, it may say whose it is and of what day.
  const selves = citations.filter((mention) => mention.kind === 'numbered' && mention.symbol.key === own?.symbol.key);
  const told = issued.date === null && meeting === null ? (selves.find(({ date }) => date !== null)?.date ?? null) : null;
  if (told !== null) spans.date = told.span;
  const inHead = headBody(text, outline);
  const issuer = settled(speaker(text, outline, inHead) ?? selves.find((mention) => mention.issuer !== null)?.issuer ?? null, inHead);
  if (issuer !== null) spans.issuer = issuer.span;
  else findings.push({ code: 'no-issuer', severity: 'info', message: 'It was not found who issued the document.' });
  const date = issued.date ?? meeting?.value ?? told?.value ?? null;
  if (date !== null) findings.push(...outOfTime(() => headBodies(text, outline).join(' '), date, spans.date));
  return {
    type,
    number: own?.symbol.key ?? null,
    issuer: issuer?.value ?? null,
    place: issued.place,
    date,
    dateSource: issued.date !== null || told !== null ? 'header' : meeting !== null ? 'meeting' : null,
    title,
    spans,
  };
}

const shortNames: readonly (readonly [RegExp, string])[] = [
  [/^UBND(?=\s|$)/u, 'Ủy ban nhân dân'],
  [/^HĐND(?=\s|$)/u, 'Hội đồng nhân dân'],
];

/** Who speaks by the text's own words, else by the head: the head's fuller name holds where the words are short, and where an office passes on what others said. */
function settled(told: Stated | null, head: Stated | null): Stated | null {
  if (told === null || head === null) return told ?? head;
  if (/^Văn phòng(?=\s|$)/u.test(head.value)) return head;
  const whole = shortNames.reduce((name, [short, long]) => name.replace(short, long), told.value);
  // A bare "Bộ", "Sở" says nothing without its head.
  if (/^(?:Chủ tịch|Bộ|Sở|Ban|Cục|Hội|Đoàn|Phòng|Trường|Viện|Trung tâm|Văn phòng)$/u.test(whole)) return head;
  if (whole === told.value && !/^(?:(?:Ủy|Uỷ) ban|Hội đồng) nhân dân(?: (?:tỉnh|thành phố|thị xã|huyện|quận|phường|xã))?$/iu.test(whole))
    return told;
  return head.value.toLowerCase().startsWith(whole.toLowerCase()) ? head : { ...told, value: whole };
}

function typeOf(text: string, outline: Outline, own: SymbolAt | null): string | null {
  const { typeName } = outline.head;
  if (typeName !== null) {
    const words = wordsOf(text, typeName);
    const named = typeNamed(words) ?? typeOfHeading(words);
    if (named !== null) return named.code;
  }
  const lettered = own?.symbol.letters == null ? null : typeOfSymbol(own.symbol.letters);
  if (lettered !== null) return lettered.code;
  if (own !== null ? own.symbol.letters === null || own.symbol.side === 'state' : isLetter(text, outline)) return 'CV';
  return selfNamed(text, outline);
}

/** A letter (công văn) has no type's name; it is told by its address. */
function isLetter(text: string, outline: Outline): boolean {
  const first = outline.blocks[0];
  return first !== undefined && /^Kính gửi/u.test(wordsOf(text, first.body));
}

const itself = new RegExp(
  `(?<![\\p{L}])(?<type>${typeNames.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`).join('|')})\\snày(?![\\p{L}])`,
  'gu',
);

/** A text without its head calls itself "Kết luận này": that type, where it uses no other so. */
function selfNamed(text: string, outline: Outline): string | null {
  const body = text.slice(outline.body.start, outline.body.end);
  const codes = new Set(Array.from(body.matchAll(itself), (match) => typeNamed(match.groups!.type!)?.code ?? null));
  return codes.size === 1 ? [...codes][0]! : null;
}

function issue(
  text: string,
  span: Span | null,
  spans: DocumentFacts['spans'],
  findings: Finding[],
): { place: string | null; date: string | null } {
  if (span === null) return { place: null, date: null };
  // A figure parted from its other one ("0 6") belongs to it.
  const words = wordsOf(text, span).replace(/(?<=(?:ngày|tháng)\s{1,3}\d)\s(?=\d(?!\d))/gu, '');
  const groups = placeAndDate.exec(words)?.groups;
  if (groups === undefined) return { place: null, date: null };
  const place = groups.place === undefined ? null : placeOf(groups.place);
  if (place !== null) spans.place = { start: span.start, end: span.start + groups.place!.length };
  const [day, month] = [groups.day ?? groups.wordDay!, groups.month ?? groups.wordMonth!];
  // A form whose day was left to be filled in.
  if (day === '' || month === '') return { place, date: null };
  const date = isoDay(Number(day), Number(month), Number(groups.year ?? groups.wordYear));
  if (date === null) {
    findings.push({ code: 'impossible-date', severity: 'warning', message: 'The date in the head is on no calendar.', span });
    return { place, date: null };
  }
  spans.date = span;
  return { place, date };
}

/** The place as it is written in running text; capitals are a head's. */
function placeOf(words: string): string {
  const name = oneLine(words);
  return /\p{Ll}/u.test(name) ? name : name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
}
