import type { Alias } from '#ingest/model/citation.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { AliasMention, NumberedMention, ShortMention } from '#ingest/model/mention.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { typeNamed, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { namesIssuer } from '#ingest/vocabulary/issuerNames.ts';

/** The documents that a type and bare number could mean; `declared` where a short name says which. */
export interface ShortMeaning {
  readonly meant: readonly DocumentSymbol[];
  readonly declared: boolean;
}

/**
 * What "Nghị quyết số 43 của Quốc hội" means: the document whose short name it is, else the one of that type and number that the text
 * names in full. Where there are several, the body and the date that stand beside the short mention decide; a resolution of the National
 * Assembly is not the Party's of the same number.
 */
export function shortMeaning(
  mention: ShortMention,
  aliases: readonly Alias[],
  numbered: readonly NumberedMention[],
  own: string | null,
): ShortMeaning {
  const declaredFor = aliases.find((alias) => sameShortName(alias.alias, mention))?.for;
  const known = numbered.find(({ symbol }) => symbol.key === declaredFor)?.symbol;
  if (known !== undefined) return { meant: [known], declared: true };
  const meant = meantBy(mention.type, mention.number, numbered, own);
  return { meant: meant.length < 2 ? meant : singledOut(mention, meant, numbered), declared: false };
}

/** One lookup serves all short mentions with the same words around them. */
export function shortWording({ type, number, issuer, date }: ShortMention): string {
  return `${type} ${Number(number)} ${issuer?.value ?? ''} ${date?.value ?? ''}`;
}

/** True where a declared short name and a bare number are of one type and number ("Kết luận số 01", "Kết luận 01"). */
function sameShortName(alias: string, mention: { type: string; number: string }): boolean {
  const { type, number } = partsOf(alias);
  return type === mention.type && number !== null && Number(number) === Number(mention.number);
}

/** Type and number of a short name: "Kết luận số 01", "Quy chế", "NQ57". */
function partsOf(alias: string): { type: string | null; number: string | null } {
  const match = /^(?<noun>\p{L}[\p{L}\s]*?)\s?(?:số\s)?(?<number>\d+)/u.exec(alias);
  const noun = match?.groups?.noun ?? alias;
  return { type: typeNamed(noun)?.code ?? typeOfSymbol(noun)?.code ?? null, number: match?.groups?.number ?? null };
}

/** Distinct symbols of this type and number among the full mentions; leading zeros do not count. */
function meantBy(type: string, number: string, numbered: readonly NumberedMention[], own: string | null): DocumentSymbol[] {
  const meant = new Map<string, DocumentSymbol>();
  for (const { symbol, noun } of numbered) {
    if (symbol.key === own || Number(symbol.number) !== Number(number)) continue;
    const code = typeOfSymbol(symbol.letters ?? '')?.code ?? 'CV';
    if (code === type || noun?.type === type) meant.set(symbol.key.toUpperCase(), symbol);
  }
  return [...meant.values()];
}

/** Of several bearers of a number those that the body or the date beside the short mention fits; all where nothing stands there. */
function singledOut(
  { issuer, date }: ShortMention,
  meant: readonly DocumentSymbol[],
  numbered: readonly NumberedMention[],
): readonly DocumentSymbol[] {
  const issued = issuer === null ? meant : meant.filter((symbol) => namesIssuer(issuer.value, symbol));
  const left = issued.length === 0 ? meant : issued;
  if (date === null || left.length < 2) return left;
  const dated = left.filter(({ key }) => numbered.some(({ symbol, date: stated }) => symbol.key === key && stated?.value === date.value));
  return dated.length === 0 ? left : dated;
}

/**
 * A short name stands for the nearest document named before it of its own type, and number where it has one. A number may also be that
 * of a document of another type ("Quyết định số 06/QĐ-TTg … phê duyệt Đề án … (gọi tắt là Đề án 06)"), if it stands close before it.
 */
export function settleAliases(
  mentions: readonly AliasMention[],
  numbered: readonly NumberedMention[],
  own: string | null,
  findings: Finding[],
): Alias[] {
  const aliases: Alias[] = [];
  for (const { alias, span } of mentions) {
    const { type, number } = partsOf(alias);
    const before = numbered.filter((mention) => mention.span.end <= span.start && mention.symbol.key !== own);
    const sameNumber = ({ symbol }: NumberedMention) => number === null || Number(symbol.number) === Number(number);
    const sameType = ({ symbol, noun: named }: NumberedMention) =>
      type === null || named?.type === type || typeOfSymbol(symbol.letters ?? '')?.code === type;
    const close = (mention: NumberedMention) => number !== null && span.start - mention.span.end < CLOSE;
    const meant =
      before.findLast((mention) => sameNumber(mention) && sameType(mention)) ??
      before.findLast((mention) => sameNumber(mention) && close(mention));
    if (meant !== undefined) aliases.push({ alias, for: meant.symbol.key, span });
    else if (number !== null)
      findings.push({
        code: 'alias-without-document',
        severity: 'warning',
        message: 'A short name is declared, but no document before it fits.',
        span,
      });
  }
  return aliases;
}

/** A declaration follows its document within a sentence, in code units. */
const CLOSE = 400;
