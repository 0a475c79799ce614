import type { Citation } from '#ingest/model/citation.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { overlaps, type Span, wordsOf } from '#ingest/model/span.ts';
import type { DocumentBody } from '#services/store/port.ts';
import { type TextCode, textCodes } from '../shapes.ts';
import { namedIn } from './places.ts';
import type { RawSide } from './raw.ts';
import { ofTexts } from './sentences.ts';
import { oneLine } from './words.ts';

/** A finding of one text, with the namings of the documents that it is about. */
export interface TextFinding {
  readonly code: TextCode;
  readonly about: readonly { readonly symbol: string; readonly naming: string }[];
  /** Keys of the citations that it is about. */
  readonly keys: readonly string[];
  readonly span: Span | null;
  readonly sides: readonly RawSide[];
  readonly message: string;
  readonly messageVi: string;
}

type Body = Omit<DocumentRecord, 'claims' | 'tasks'>;

const audited: ReadonlySet<string> = new Set(textCodes);

/** What one text shows by itself: what was found while it was read, and short names that it uses without declaring them. */
export function auditText({ id, body }: DocumentBody): TextFinding[] {
  const { cited } = namedIn(id, body);
  const about = (span: Span | undefined) =>
    span === undefined ? [] : cited.filter(({ citation }) => placesOf(citation).some((place) => overlaps(place, span)));
  const of = (those: ReturnType<typeof about>) => ({
    about: those.map(({ naming, id }) => ({ symbol: naming.symbol, naming: id })),
    keys: those.map(({ citation }) => citation.key),
  });
  const findings = body.findings
    .filter(({ code }) => audited.has(code))
    .map((finding): TextFinding => {
      const those = about(finding.span);
      const sides = sidesOf(id, body, finding, those[0]?.citation ?? null);
      return { ...of(those), ...toldOf(finding.code as TextCode, body, finding.span, sides), span: finding.span ?? null, sides };
    });
  const shortNames = cited.flatMap((one): TextFinding[] => {
    const short = one.citation.occurrences.filter(({ span, form }) => form === 'number' && !wordsOf(body.text, span).includes('/'));
    const full = one.citation.occurrences.find(({ span }) => wordsOf(body.text, span).includes('/'));
    if (short.length === 0) return [];
    const sides = [
      {
        value: oneLine(wordsOf(body.text, short[0]!.span)),
        own: false,
        documents: null,
        places: short.map(({ span }) => ({ document: id, span })),
      },
      ...(full === undefined
        ? []
        : [{ value: one.citation.key, own: false, documents: null, places: [{ document: id, span: full.span }] }]),
    ];
    const span = short[0]!.span;
    return [{ ...of([one]), ...toldOf('undeclared-short-name', body, span, sides), span, sides }];
  });
  return [...findings, ...shortNames].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}

function toldOf(code: TextCode, { text }: Body, span: Span | undefined, sides: readonly RawSide[]) {
  const values = sides.flatMap(({ value }) => value ?? []);
  const words = code === 'contradicting-dates' ? values.join(', ') : span === undefined ? '' : oneLine(wordsOf(text, span));
  const [message, messageVi] = ofTexts[code];
  return { code, message: message(words), messageVi: messageVi(words) };
}

function placesOf({ occurrences, said }: Citation): Span[] {
  return [...occurrences, ...said.dates, ...said.titles, ...said.issuers, ...said.terms].map(({ span }) => span);
}

/** The words that a finding is about; of contradicting dates each of them. */
function sidesOf(document: string, { text }: Body, { code, span }: Finding, citation: Citation | null): RawSide[] {
  const side = (value: string, place: Span): RawSide => ({ value, own: false, documents: null, places: [{ document, span: place }] });
  if (code === 'contradicting-dates' && citation !== null) {
    const dates = new Map(citation.said.dates.toReversed().map((said) => [said.value, said]));
    return [...dates.values()].toReversed().map(({ value, span }) => side(value, span));
  }
  if (code === 'one-number-two-documents' && citation !== null && span !== undefined) {
    const first = citation.occurrences[0]!.span;
    return [side(oneLine(wordsOf(text, first)), first), ...(first.start === span.start ? [] : [side(oneLine(wordsOf(text, span)), span)])];
  }
  return span === undefined ? [] : [side(oneLine(wordsOf(text, span)), span)];
}
