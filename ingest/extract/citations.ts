import type { AliasMention, CitationMention, Noun, NumberedMention, ShortMention, Stated } from '#ingest/model/mention.ts';
import { overlaps, type Span } from '#ingest/model/span.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { issuerBeforeBracket } from './bracketed.ts';
import { bareMembers, elidedBefore } from './enumerations.ts';
import { issuedNounBefore } from './issuedNouns.ts';
import { lawBeforeNumber, nounBeforeNumber } from './nouns.ts';
import { plenums } from './plenums.ts';
import { findAll, type Recognizer } from './recognizer.ts';
import { abbreviatedCitations, shortCitations, shortNames } from './shortNames.ts';
import { surroundingsOf } from './surroundings.ts';
import { symbols } from './symbols.ts';

/** Every place that names a document, in order and without overlaps: a full number beats a plenum, a plenum a bare number. */
export function citationMentions(text: string): CitationMention[] {
  const numbered = numberedMentions(text);
  const named: CitationMention[] = findAll(plenums, text)
    .filter(({ span }) => isFree(numbered, span))
    .map(({ span, value }) => ({
      kind: 'plenum',
      span,
      plenums: value.plenums,
      terms: value.terms,
      ...surroundingsOf(text, span.start, span.end),
    }));
  const taken = [...numbered, ...named].sort(inOrder);
  const short: CitationMention[] = [
    ...shortMentions(text, shortCitations, false),
    ...shortMentions(text, abbreviatedCitations, true),
  ].filter(({ span }) => isFree(taken, span));
  return [...taken, ...short].sort(inOrder);
}

function shortMentions(
  text: string,
  recognizer: Recognizer<{ readonly type: string; readonly number: string }>,
  abbreviated: boolean,
): ShortMention[] {
  return findAll(recognizer, text).flatMap(({ span, value: { type, number } }) =>
    [{ span, number }, ...bareMembers(text, { span, type })].map((member) => ({
      kind: 'short' as const,
      ...member,
      type,
      abbreviated,
      ...surroundingsOf(text, member.span.start, member.span.end),
    })),
  );
}

function inOrder(a: CitationMention, b: CitationMention): number {
  return a.span.start - b.span.start;
}

/** True where no mention lies over the span; the mentions are in order and do not overlap each other. */
function isFree(mentions: readonly CitationMention[], span: Span): boolean {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = mentions[low];
  return next === undefined || !overlaps(next.span, span);
}

function numberedMentions(text: string): NumberedMention[] {
  const mentions: NumberedMention[] = [];
  for (const { span, value } of findAll(symbols, text)) {
    const lone = mentionAt(text, span, value, mentions.at(-1));
    // The first members of "các kết luận số 14, 21-KL/TW" say their number only.
    const elided = elidedBefore(text, lone, mentions.at(-1));
    for (const member of elided)
      mentions.push({ kind: 'numbered', ...member, ...surroundingsOf(text, member.span.start, member.span.end) });
    mentions.push(elided.length === 0 ? lone : { ...lone, noun: { ...elided.at(-1)!.noun, shared: true } });
  }
  return shareIssuers(text, mentions);
}

/** The mention whose number stands at `span`, with the noun before it and what stands around it. */
function mentionAt(text: string, span: Span, symbol: DocumentSymbol, previous: NumberedMention | undefined): NumberedMention {
  const near = nounBeforeNumber(text, span.start) ?? (isLaw(symbol) ? lawBeforeNumber(text, span.start) : null);
  const issued = near === null ? issuedNounBefore(text, span.start) : null;
  const noun = near ?? issued?.noun ?? sharedNoun(text, previous, span, symbol);
  const start = noun !== null && !noun.shared ? noun.span.start : span.start;
  const around = surroundingsOf(text, start, span.end);
  const issuer =
    issued?.issuer ??
    around.issuer ??
    issuerBeforeBracket(text, start, symbol) ??
    (noun?.shared === true && span.start - previous!.end > 12 ? previous!.issuer : null);
  return { kind: 'numbered', span: { start, end: span.end }, symbol: ofProvince(text, span, symbol, issuer), noun, ...around, issuer };
}

const provincial = /(?:[Tt]ỉnh|[Tt]hành) (?:ủy|uỷ)|[Đđ]ảng bộ (?:tỉnh|thành phố)/u;

/** "TƯ" is an older writing of TW, and what scans make of TU: beside a provincial body it is the province's ("13-NQ/TƯ của Tỉnh ủy"). */
function ofProvince(text: string, span: Span, symbol: DocumentSymbol, issuer: Stated | null): DocumentSymbol {
  if (symbol.issuer !== 'TW' || issuer === null || text.charAt(span.end - 1) !== 'Ư' || !provincial.test(issuer.value)) return symbol;
  return { ...symbol, issuer: 'TU', key: symbol.key.replace(/TW$/u, 'TU') };
}

/** Laws and ordinances bear the legislature's number and no type: 36/2024/QH15. */
function isLaw({ letters, issuer }: DocumentSymbol): boolean {
  return letters === null && /^(?:UBTV)?QH\d*$/u.test(issuer);
}

const between = /^[\s,;]*(?:và\s|và số\s|số\s)?$/u;

/** "Nghị định số A và Nghị định số B của Chính phủ": the body named after the last of one type issued the ones right before it too. */
function shareIssuers(text: string, mentions: NumberedMention[]): NumberedMention[] {
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const mention = mentions[index]!;
    const next = mentions[index + 1]!;
    if (mention.issuer !== null || next.issuer === null || mention.noun?.type !== next.noun?.type || mention.noun === null) continue;
    const gap = text.slice(mention.end, next.span.start);
    // Members that are parted by semicolons and dated each by itself are described each by itself.
    if (mention.symbol.issuer !== next.symbol.issuer || !between.test(gap) || (gap.includes(';') && mention.date !== null)) continue;
    mentions[index] = { ...mention, issuer: next.issuer, term: mention.term ?? (mention.date === null ? next.term : null) };
  }
  return mentions;
}

/**
 * "các Quy định số 08-QĐi/TW, 55-QĐ/TW": the noun before the first number serves the ones after it. So it does in a list whose members are
 * described: "các Quyết định của Bộ trưởng: Số 1025/QĐ-BTC ngày … về …; số 547/QĐ-BTC ngày …".
 */
function sharedNoun(text: string, previous: NumberedMention | undefined, span: Span, symbol: DocumentSymbol): Noun | null {
  if (previous?.noun == null) return null;
  const gap = span.start - previous.end;
  if (gap <= 12 && between.test(text.slice(previous.end, span.start))) return { ...previous.noun, shared: true };
  const member = symbol.letters === previous.symbol.letters && symbol.issuer === previous.symbol.issuer;
  if (!member || gap > 600 || !described.test(text.slice(Math.max(previous.end, span.start - 10), span.start))) return null;
  return text.slice(previous.end, span.start).includes('\n') ? null : { ...previous.noun, shared: true };
}

/** What parts the described members of a list. */
const described = /[;:]\s?(?:và\s)?[Ss]ố\s?:?\s?$/u;

/** Declared short names of documents, in order. */
export function aliasMentions(text: string): AliasMention[] {
  return findAll(shortNames, text).map(({ span, value }) => ({ alias: value, span }));
}
