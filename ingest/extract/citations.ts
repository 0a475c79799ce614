import type { AliasMention, CitationMention, Noun, NumberedMention } from '#ingest/model/mention.ts';
import { overlaps, type Span } from '#ingest/model/span.ts';
import { nounBeforeNumber } from './nouns.ts';
import { plenums } from './plenums.ts';
import { findAll } from './recognizer.ts';
import { shortCitations, shortNames } from './shortNames.ts';
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
  const short: CitationMention[] = findAll(shortCitations, text)
    .filter(({ span }) => isFree(taken, span))
    .map(({ span, value }) => ({
      kind: 'short',
      span,
      type: value.type,
      number: value.number,
      ...surroundingsOf(text, span.start, span.end),
    }));
  return [...taken, ...short].sort(inOrder);
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
    const noun = nounBeforeNumber(text, span.start) ?? sharedNoun(text, mentions.at(-1), span.start);
    const start = noun !== null && !noun.shared ? noun.span.start : span.start;
    mentions.push({ kind: 'numbered', span: { start, end: span.end }, symbol: value, noun, ...surroundingsOf(text, start, span.end) });
  }
  return shareIssuers(text, mentions);
}

const between = /^[\s,;]*(?:và\s|và số\s|số\s)?$/u;

/** "Nghị định số A và Nghị định số B của Chính phủ": the body named after the last of one type issued the ones right before it too. */
function shareIssuers(text: string, mentions: NumberedMention[]): NumberedMention[] {
  for (let index = mentions.length - 2; index >= 0; index -= 1) {
    const mention = mentions[index]!;
    const next = mentions[index + 1]!;
    if (mention.issuer !== null || next.issuer === null || mention.noun?.type !== next.noun?.type || mention.noun === null) continue;
    if (mention.symbol.issuer === next.symbol.issuer && between.test(text.slice(mention.end, next.span.start)))
      mentions[index] = { ...mention, issuer: next.issuer, term: mention.term ?? next.term };
  }
  return mentions;
}

/** "các Quy định số 08-QĐi/TW, 55-QĐ/TW": the noun before the first number serves the ones after it. */
function sharedNoun(text: string, previous: NumberedMention | undefined, start: number): Noun | null {
  if (previous?.noun == null || start - previous.end > 12) return null;
  return between.test(text.slice(previous.end, start)) ? { ...previous.noun, shared: true } : null;
}

/** Declared short names of documents, in order. */
export function aliasMentions(text: string): AliasMention[] {
  return findAll(shortNames, text).map(({ span, value }) => ({ alias: value, span }));
}
