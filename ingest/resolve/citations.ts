import type { Alias, Citation, Occurrence, RelationWitness } from '#ingest/model/citation.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { AliasMention, CitationMention, NumberedMention, ShortMention, Stated } from '#ingest/model/mention.ts';
import { comparableKey } from '#ingest/model/sameness.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { plenumNamed } from '#ingest/vocabulary/plenums.ts';
import { centralTermOn, centralTermSpan } from '#ingest/vocabulary/terms.ts';
import { tellApart } from './bearers.ts';
import { identify, type Locality } from './identity.ts';
import type { RelationsFound } from './relations.ts';
import { declaredNames, nameable, type ShortMeaning, settleAliases, shortMeaning, shortWording } from './shortMeaning.ts';
import type { Located } from './standing.ts';
import { unknownCodes } from './unknownCodes.ts';
import { byKind } from './witnesses.ts';

/** A document that the text names, before its relations are known. `id` is its key, with the term where the text tells two bearers of one number apart. */
interface Cited {
  readonly id: string;
  readonly key: string;
  readonly symbol: DocumentSymbol | null;
  readonly mentions: { readonly mention: CitationMention; readonly form: Occurrence['form'] }[];
}

export interface CitationsFound {
  readonly cited: readonly Cited[];
  /** Mentions with the ids of the documents they mean, in reading order. */
  readonly located: readonly Located[];
  readonly aliases: readonly Alias[];
  readonly findings: readonly Finding[];
}

/**
 * Which documents the mentions mean. One key is one document, unless the text itself states two central terms for it.
 * A bare number ("Kết luận 01") means the document of that type and number that the text names in full, or whose short name it declares;
 * where two do, or none, it is a finding and means nothing.
 */
export function settleCitations(
  mentions: readonly CitationMention[],
  aliasMentions: readonly AliasMention[],
  own: { readonly key: string | null; readonly type: string | null },
): CitationsFound {
  const cited = new Map<string, Cited>();
  const located: Located[] = [];
  const findings: Finding[] = [];
  const looked = new Set<string>();
  const numbered = mentions.filter((mention) => mention.kind === 'numbered');
  // Only short names ask for the numbers that they could mean.
  const asked = aliasMentions.length > 0 || mentions.some(({ kind }) => kind === 'short');
  const known = nameable(asked ? numbered : [], own.key);
  const aliases = settleAliases(aliasMentions, known, findings);
  const declared = declaredNames(aliases);
  const idOf = tellApart(numbered, findings);
  const isOwn = own.key === null ? () => false : sameNumberAs(own.key);
  const plenumsNumbered = numbersOfPlenums(numbered);
  // The same short name means the same wherever it stands: it is looked up once.
  const meanings = new Map<string, ShortMeaning>();
  const meaningOf = (mention: ShortMention): ShortMeaning => {
    const name = shortWording(mention);
    const found = meanings.get(name) ?? shortMeaning(mention, declared, known);
    meanings.set(name, found);
    return found;
  };
  const add = (id: string, key: string, symbol: DocumentSymbol | null, mention: CitationMention, form: Occurrence['form']) => {
    const entry: Cited = cited.get(id) ?? { id, key, symbol, mentions: [] };
    entry.mentions.push({ mention, form });
    cited.set(id, entry);
  };
  for (const mention of mentions) {
    if (mention.kind === 'numbered') {
      if (isOwn(mention.symbol.key)) continue;
      const id = idOf(mention);
      add(id, mention.symbol.key, mention.symbol, mention, mention.noun === null ? 'number' : 'full');
      located.push({ mention, keys: [id] });
      checkType(mention, findings);
      if (!looked.has(mention.symbol.key)) findings.push(...unknownCodes(mention));
      looked.add(mention.symbol.key);
    } else if (mention.kind === 'plenum') {
      const ids = mention.plenums
        .flatMap((plenum) => mention.terms.map((term) => `NQTW${plenum}/${term}`))
        .map((key) => {
          const symbol = plenumsNumbered.get(key);
          const id = symbol === undefined ? key : idOf({ symbol, date: null, term: null });
          add(id, symbol?.key ?? key, symbol ?? null, mention, 'plenum');
          return id;
        });
      located.push({ mention, keys: ids });
    } else {
      const { meant, declared: byShortName } = meaningOf(mention);
      if (meant.length === 1) {
        const id = idOf({ symbol: meant[0]!, date: mention.date, term: mention.term });
        add(id, meant[0]!.key, meant[0]!, mention, byShortName ? 'alias' : 'number');
        located.push({ mention, keys: [id] });
      } else if (meant.length > 1) {
        findings.push({
          code: 'ambiguous-short-citation',
          severity: 'warning',
          message: `A bare number could mean ${someOf(meant.map(({ key }) => key))}.`,
          span: mention.span,
        });
      } else if (mention.number.length > 1 && !mention.abbreviated && !namesItself(mention, own)) {
        findings.push({
          code: 'unresolved-short-citation',
          severity: 'info',
          message: 'A document is named by type and bare number only, and nothing in the text says which it is.',
          span: mention.span,
        });
      }
    }
  }
  return { cited: [...cited.values()], located, aliases, findings };
}

/** A few of the names, and how many more there are: a message is no list. */
function someOf(names: readonly string[]): string {
  const most = 5;
  return names.length <= most ? names.join(' or ') : `${names.slice(0, most).join(' or ')} or one of ${names.length - most} more`;
}

/** True where "Kế hoạch số 52" stands in 52-KH/TU: the document speaks of itself. */
function namesItself({ type, number }: ShortMention, own: { readonly key: string | null; readonly type: string | null }): boolean {
  return own.key !== null && own.type === type && Number(/^\d+/u.exec(own.key)?.[0]) === Number(number);
}

/** True for the document's own number, however it is written. */
function sameNumberAs(own: string): (key: string) => boolean {
  const comparable = comparableKey(own);
  return (key) => key === own || comparableKey(key) === comparable;
}

/** Plenums whose resolution the text names by number, where it names one only: "Nghị quyết số 29-NQ/TW của Hội nghị Trung ương 8 khóa XI". */
function numbersOfPlenums(numbered: readonly NumberedMention[]): ReadonlyMap<string, DocumentSymbol> {
  const numbers = new Map<string, DocumentSymbol>();
  const shared = new Set<string>();
  for (const { symbol, issuer, term } of numbered) {
    if (symbol.issuer !== 'TW' || typeOfSymbol(symbol.letters ?? '')?.code !== 'NQ' || issuer === null || term === null) continue;
    const plenum = plenumNamed(issuer.value);
    if (plenum === null) continue;
    const key = `NQTW${plenum}/${term.value}`;
    if (numbers.has(key) && comparableKey(numbers.get(key)!.key) !== comparableKey(symbol.key)) shared.add(key);
    numbers.set(key, symbol);
  }
  for (const key of shared) numbers.delete(key);
  return numbers;
}

function checkType({ noun, symbol, span }: NumberedMention, findings: Finding[]): void {
  if (noun === null || symbol.letters === null) return;
  if (noun.guess)
    findings.push({
      code: 'misspelt-type',
      severity: 'info',
      message: `The type of ${symbol.key} is misspelt; it was read as a guess.`,
      span: noun.span,
    });
  const code = typeOfSymbol(symbol.letters)?.code;
  const regulation = noun.type === 'QĐi' && code === 'QĐ';
  if (code !== undefined && code !== noun.type && !regulation && !noun.shared && !(noun.type === 'CV' && symbol.side === 'state'))
    findings.push({
      code: 'type-contradicts-number',
      severity: 'warning',
      message: `The text calls ${symbol.key} by another type than its number has.`,
      span,
    });
}

/** The citations of a document, with relations and identities. `locality` is that of the document that cites. */
export function citationsOf(found: CitationsFound, relationsFound: RelationsFound, locality: Locality, findings: Finding[]): Citation[] {
  return found.cited.map((entry) => {
    const said = {
      dates: collect(entry, (mention) => mention.date),
      issuers: collect(entry, (mention) => mention.issuer),
      terms: collect(entry, (mention) => (mention.kind === 'plenum' ? null : mention.term)),
      titles: collect(entry, (mention) => mention.title),
    };
    const plenumTerm = entry.symbol === null && entry.key.startsWith('NQTW') ? entry.key.slice(entry.key.indexOf('/') + 1) : null;
    const date = said.dates[0]?.value ?? null;
    const issuer = fullest(said.issuers);
    const term = plenumTerm ?? said.terms[0]?.value ?? null;
    const type = typeOf(entry);
    contradictions(entry.key, said.dates, term, findings);
    const witnesses = byKind(relationsFound.own.get(entry.id) ?? []);
    const leading: Pick<RelationWitness, 'relation' | 'kind'> = witnesses[0] ?? { relation: 'cites', kind: 'cites' };
    return {
      key: entry.key,
      type,
      date,
      issuer,
      term,
      mentions: entry.mentions.length,
      relation: leading.relation,
      kind: leading.kind,
      identity: identify({ key: entry.key, symbol: entry.symbol, type, date, term, issuer, own: locality, isOwn: false }),
      occurrences: entry.mentions.map(({ mention, form }) => ({ span: mention.span, form })),
      witnesses,
      inverse: byKind(relationsFound.inverse.get(entry.id) ?? []),
      said,
    };
  });
}

function collect(entry: Cited, pick: (mention: CitationMention) => Stated | null): Stated[] {
  return entry.mentions.map(({ mention }) => pick(mention)).filter((stated) => stated !== null);
}

/** The first statement, or a later one that only says it more fully ("Ban Thường vụ Tỉnh ủy Trà Vinh" for "Ban Thường vụ Tỉnh ủy"). */
function fullest(stated: readonly Stated[]): string | null {
  const first = stated[0]?.value ?? null;
  return first === null
    ? null
    : stated.reduce((best, { value }) => (value.length > best.length && value.startsWith(`${best} `) ? value : best), first);
}

/** The word before the number decides where letters are shared (QĐ: quyết định or quy định); else the number's letters. */
function typeOf(entry: Cited): string | null {
  if (entry.symbol === null) return 'NQ';
  const letters = entry.symbol.letters;
  const nouns = entry.mentions.flatMap(({ mention }) => (mention.kind === 'numbered' && mention.noun !== null ? [mention.noun.type] : []));
  const noun = nouns[0] ?? null;
  if (letters === null) return noun ?? (/QH\d*$/u.test(entry.symbol.issuer) ? 'L' : 'CV');
  const code = typeOfSymbol(letters)?.code ?? null;
  // A letter's number begins with its body, whose code may look like a type's: "Công văn số 577/CT-THNVDT" of a tax office.
  if (noun === 'CV' && entry.symbol.side === 'state') return 'CV';
  if (code === 'QĐ' && nouns.includes('QĐi')) return 'QĐi';
  if (code === 'QĐ' && noun === 'QC') return 'QC';
  return code ?? noun;
}

function contradictions(key: string, dates: readonly Stated[], term: string | null, findings: Finding[]): void {
  const different = dates.find(({ value }) => value !== dates[0]!.value);
  if (different !== undefined)
    findings.push({
      code: 'contradicting-dates',
      severity: 'warning',
      message: `${key} is dated ${dates[0]!.value} and ${different.value} in this text.`,
      span: different.span,
    });
  const span = term === null ? null : centralTermSpan(term);
  const first = dates[0];
  if (first !== undefined && span !== null && key.endsWith('/TW') && centralTermOn(first.value) !== term)
    findings.push({
      code: 'date-outside-term',
      severity: 'warning',
      message: `${key} is dated ${first.value}, outside the term ${term} that the text gives.`,
      span: first.span,
    });
}
