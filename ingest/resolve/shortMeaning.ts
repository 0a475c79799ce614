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

/** What the text names by full numbers and declares as short names, by what a short name says, so that none is looked for in every mention. */
export interface Nameable {
  /** Mentions that bear a number (without leading zeros) and a type, either of which may be open; in reading order. The document itself is not among them. */
  readonly mentions: ReadonlyMap<string, readonly NumberedMention[]>;
  /** The distinct symbols of the same. */
  readonly symbols: ReadonlyMap<string, ReadonlyMap<string, DocumentSymbol>>;
  readonly byKey: ReadonlyMap<string, DocumentSymbol>;
  /** Keys with a date that some mention states of them. */
  readonly dated: ReadonlySet<string>;
}

function nameOf(number: string | null, type: string | null): string {
  return `${number === null ? '' : Number(number)} ${type ?? ''}`;
}

/** The numbered mentions by their numbers and types; `own` is the key of the document itself. */
export function nameable(numbered: readonly NumberedMention[], own: string | null): Nameable {
  const mentions = new Map<string, NumberedMention[]>();
  const symbols = new Map<string, Map<string, DocumentSymbol>>();
  const byKey = new Map<string, DocumentSymbol>();
  const dated = new Set<string>();
  for (const mention of numbered) {
    const { symbol, noun, date } = mention;
    if (!byKey.has(symbol.key)) byKey.set(symbol.key, symbol);
    if (date !== null) dated.add(`${symbol.key} ${date.value}`);
    if (symbol.key === own) continue;
    const capitals = symbol.key.toUpperCase();
    const types = new Set([typeOfSymbol(symbol.letters ?? '')?.code ?? 'CV', noun?.type ?? null, null]);
    for (const type of types)
      for (const number of [symbol.number, null]) {
        const name = nameOf(number, type);
        const list = mentions.get(name);
        if (list === undefined) mentions.set(name, [mention]);
        else list.push(mention);
        const distinct = symbols.get(name);
        if (distinct === undefined) symbols.set(name, new Map([[capitals, symbol]]));
        else distinct.set(capitals, symbol);
      }
  }
  return { mentions, symbols, byKey, dated };
}

/** Declared short names by number and type: the key of what each stands for. The first declaration holds. */
export function declaredNames(aliases: readonly Alias[]): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const { alias, for: key } of aliases) {
    const { type, number } = partsOf(alias);
    const name = nameOf(number, type);
    if (type !== null && number !== null && !declared.has(name)) declared.set(name, key);
  }
  return declared;
}

/**
 * What "Nghị quyết số 43 của Quốc hội" means: the document whose short name it is, else the one of that type and number that the text
 * names in full. Where there are several, the body and the date that stand beside the short mention decide; a resolution of the National
 * Assembly is not the Party's of the same number.
 */
export function shortMeaning(mention: ShortMention, declared: ReadonlyMap<string, string>, known: Nameable): ShortMeaning {
  const name = nameOf(mention.number, mention.type);
  const symbol = known.byKey.get(declared.get(name) ?? '');
  if (symbol !== undefined) return { meant: [symbol], declared: true };
  const meant = [...(known.symbols.get(name)?.values() ?? [])];
  return { meant: meant.length < 2 ? meant : singledOut(mention, meant, known), declared: false };
}

/** One lookup serves all short mentions with the same words around them. */
export function shortWording({ type, number, issuer, date }: ShortMention): string {
  return `${type} ${Number(number)} ${issuer?.value ?? ''} ${date?.value ?? ''}`;
}

/** Type and number of a short name: "Kết luận số 01", "Quy chế", "NQ57". */
function partsOf(alias: string): { type: string | null; number: string | null } {
  const match = /^(?<noun>\p{L}[\p{L}\s]*?)\s?(?:số\s)?(?<number>\d+)/u.exec(alias);
  const noun = match?.groups?.noun ?? alias;
  return { type: typeNamed(noun)?.code ?? typeOfSymbol(noun)?.code ?? null, number: match?.groups?.number ?? null };
}

/** Of several bearers of a number those that the body or the date beside the short mention fits; all where nothing stands there. */
function singledOut({ issuer, date }: ShortMention, meant: readonly DocumentSymbol[], { dated }: Nameable): readonly DocumentSymbol[] {
  const issued = issuer === null ? meant : meant.filter((symbol) => namesIssuer(issuer.value, symbol));
  const left = issued.length === 0 ? meant : issued;
  if (date === null || left.length < 2) return left;
  const sameDay = left.filter(({ key }) => dated.has(`${key} ${date.value}`));
  return sameDay.length === 0 ? left : sameDay;
}

/**
 * A short name stands for the nearest document named before it of its own type, and number where it has one. A number may also be that
 * of a document of another type ("Quyết định số 06/QĐ-TTg … phê duyệt Đề án … (gọi tắt là Đề án 06)"), if it stands close before it.
 */
export function settleAliases(mentions: readonly AliasMention[], known: Nameable, findings: Finding[]): Alias[] {
  const aliases: Alias[] = [];
  for (const { alias, span } of mentions) {
    const { type, number } = partsOf(alias);
    const sameNumber = number === null ? undefined : lastBefore(known.mentions.get(nameOf(number, null)), span.start);
    const close = sameNumber !== undefined && span.start - sameNumber.span.end < CLOSE;
    const meant = lastBefore(known.mentions.get(nameOf(number, type)), span.start) ?? (close ? sameNumber : undefined);
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

/** The last of the mentions (in reading order) that ends before `offset`. */
function lastBefore(mentions: readonly NumberedMention[] = [], offset: number): NumberedMention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return mentions[low - 1];
}

/** A declaration follows its document within a sentence, in code units. */
const CLOSE = 400;
