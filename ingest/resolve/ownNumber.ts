import type { CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import { overlaps, type Span, wordsOf } from '#ingest/model/span.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { canonicalIssuer, isPartyIssuer, issuerOf } from '#ingest/vocabulary/issuers.ts';

/** A number found in the text, with its span; the own one is that of the head. */
export interface SymbolAt {
  readonly symbol: DocumentSymbol;
  readonly span: Span;
}

/** The document's own number, as its head prints it: read like any other number, or where its codes are unknown by its form alone. Null where the head has none. */
export function ownNumber(text: string, outline: Outline, mentions: readonly CitationMention[]): SymbolAt | null {
  const at = outline.head.number;
  if (at === null) return null;
  const found = mentions.find((mention) => mention.kind === 'numbered' && overlaps(mention.span, at));
  // Beyond the head's number stands a word of the other column that lost the blank before it.
  const whole = found?.kind === 'numbered' && found.span.end <= at.end ? found.symbol : null;
  const symbol = whole ?? byForm(wordsOf(text, at));
  return symbol === null ? null : { symbol: letter(outline, provincial(text, outline, at, symbol)), span: at };
}

/** NUMBER-TYPE/ISSUER (Party), NUMBER/YEAR/TYPE-ISSUER and NUMBER/TYPE-ISSUER (State), NUMBER/ISSUER-UNIT (letters), whatever the codes are. */
function byForm(printed: string): DocumentSymbol | null {
  const words = printed.replace(/\s+/gu, '').replaceAll('–', '-');
  const party = /^(?<number>\d+\p{L}?)-(?<letters>\p{L}+)\/(?<issuer>\p{L}[\p{L}\d&/-]*)$/u.exec(words)?.groups;
  if (party !== undefined) {
    const issuer = canonicalIssuer(party.issuer!);
    return {
      number: party.number!,
      year: null,
      letters: party.letters!,
      issuer,
      side: 'party',
      key: `${party.number}-${party.letters}/${issuer}`,
    };
  }
  const slashes = /^(?<number>\d+\p{L}?)\/(?<letters>\p{L}+)\/(?<issuer>\p{L}[\p{L}\d&-]*)$/u.exec(words)?.groups;
  if (slashes !== undefined && isPartyIssuer(slashes.issuer!)) {
    const issuer = canonicalIssuer(slashes.issuer!);
    return {
      number: slashes.number!,
      year: null,
      letters: slashes.letters!,
      issuer,
      side: 'party',
      key: `${slashes.number}-${slashes.letters}/${issuer}`,
    };
  }
  const state = /^(?<number>\d+\p{L}?)\/(?:(?<year>\d{4})\/)?(?<head>\p{L}[\p{L}\d&]*)(?:[-/](?<rest>[\p{L}\d&/-]+))?$/u.exec(
    words,
  )?.groups;
  if (state === undefined) return null;
  const { number, year, head, rest } = state as { number: string; year?: string; head: string; rest?: string };
  if (rest === undefined) {
    // "1961/QĐUBND": the dash was lost between the two codes.
    const cut = [4, 3, 2, 1].find(
      (at) => head.length > at + 1 && typeOfSymbol(head.slice(0, at)) !== null && issuerOf(head.slice(at)) !== null,
    );
    if (cut !== undefined) return byForm(`${words.slice(0, -head.length)}${head.slice(0, cut)}-${head.slice(cut)}`);
    if (year === undefined) return null;
  }
  const typed = typeOfSymbol(head) !== null && rest !== undefined;
  const letters = typed ? head : null;
  const issuer = typed ? rest : [head, rest].filter((part) => part !== undefined).join('-');
  const tail = [head, rest].filter((part) => part !== undefined).join('-');
  return {
    number,
    year: year ?? null,
    letters,
    issuer,
    side: 'state',
    key: year === undefined ? `${number}/${tail}` : `${number}/${year}/${tail}`,
  };
}

/** "1040/LĐTBXH-NCC" over no type's name: the letters before the dash are no unknown type but the body that wrote the letter. */
function letter(outline: Outline, symbol: DocumentSymbol): DocumentSymbol {
  if (symbol.side !== 'state' || symbol.letters === null || outline.head.typeName !== null || typeOfSymbol(symbol.letters) !== null)
    return symbol;
  return { ...symbol, letters: null, issuer: `${symbol.letters}-${symbol.issuer}` };
}

/** "TƯ" under a province's head is its "TU" (tỉnh ủy, thành ủy) with a mark too many, not the centre's TW. */
function provincial(text: string, outline: Outline, at: Span, symbol: DocumentSymbol): DocumentSymbol {
  if (symbol.issuer !== 'TW' || !/Ư$/u.test(wordsOf(text, at))) return symbol;
  const head = outline.head.issuerLines.map((span) => wordsOf(text, span)).join(' ');
  if (!/^(?:TỈNH|THÀNH) (?:ỦY|UỶ)/u.test(head)) return symbol;
  return { ...symbol, issuer: 'TU', key: symbol.key.replace(/TW$/u, 'TU') };
}
