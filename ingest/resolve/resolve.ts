import type { SentenceMention } from '#ingest/model/duty.ts';
import type { Finding } from '#ingest/model/finding.ts';
import type { AliasMention, CitationMention } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import type { DocumentFacts, DocumentRecord, RecordPart } from '#ingest/model/record.ts';
import { overlaps, wordsOf } from '#ingest/model/span.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { matchesOf } from '#ingest/vocabulary/matches.ts';
import { placeNamed, unitNamed } from '#ingest/vocabulary/places.ts';
import { caps, kept, keptAttested, keptCitations, keptFindings } from './caps.ts';
import { citationsOf, settleCitations } from './citations.ts';
import { claimsOf } from './claims.ts';
import { recipientsOf, signaturesOf } from './close.ts';
import { impossibleDays } from './dates.ts';
import { factsOf } from './facts.ts';
import { headBodies } from './headBody.ts';
import { identify, type Locality } from './identity.ts';
import { ownNumber, type SymbolAt } from './ownNumber.ts';
import { relationsOf } from './relations.ts';
import { sentenceStarts } from './sentences.ts';
import { resolveTasks } from './tasks.ts';
import { byPairAndKind } from './witnesses.ts';

export type Resolved = Pick<
  DocumentRecord,
  'document' | 'identity' | 'signatures' | 'recipients' | 'aliases' | 'citations' | 'attested' | 'tasks' | 'parts' | 'claims' | 'findings'
>;

/** What extraction hands over. */
export interface MentionsFound {
  readonly citations: readonly CitationMention[];
  readonly aliases: readonly AliasMention[];
  readonly sentences: readonly SentenceMention[];
}

/** From spans and mentions to facts: what the document is, which documents it names, in what relation. */
export function resolve(text: string, outline: Outline, mentions: MentionsFound): Resolved {
  const findings: Finding[] = [];
  const own = ownNumber(text, outline, mentions.citations);
  const document = factsOf(text, outline, own, findings, mentions.citations);
  const locality = localityOf(text, outline, document, own, mentions.citations);
  const identity = identify({
    key: document.number,
    symbol: own?.symbol ?? null,
    type: document.type,
    date: document.date,
    term: null,
    issuer: document.issuer,
    own: locality,
    isOwn: true,
  });
  const others = mentions.citations.filter((mention) => outline.head.number === null || !overlaps(mention.span, outline.head.number));
  const settled = settleCitations(others, mentions.aliases, { key: document.number, type: document.type });
  const starts = sentenceStarts(text);
  const relations = relationsOf(text, outline, settled.located, starts, { type: document.type, issuer: own?.symbol.issuer ?? null });
  findings.push(...settled.findings);
  findings.push(...impossibleDays(text, outline.head.placeAndDate));
  const citations = keptCitations(citationsOf(settled, relations, locality, findings), findings);
  const byId = new Map(citations.map((citation, index) => [settled.cited[index]!.id, citation]));
  const attested = keptAttested(byPairAndKind(relations.attested), (id) => byId.has(id), findings);
  const tasks = resolveTasks({ text, outline, sentences: mentions.sentences, documentDate: document.date, year: yearOf(document) });
  const keyOf = (id: string) => byId.get(id)?.key ?? id;
  return {
    document,
    identity,
    signatures: kept(signaturesOf(text, outline), caps.signatures, 'signatures', findings),
    recipients: kept(recipientsOf(text, outline), caps.recipients, 'recipients', findings),
    aliases: kept(settled.aliases, caps.aliases, 'declared short names', findings),
    citations,
    attested: attested.map((edge) => ({ ...edge, from: keyOf(edge.from), to: keyOf(edge.to) })),
    tasks: kept(tasks, caps.tasks, 'tasks', findings),
    parts: kept(partsOf(text, outline), caps.parts, 'headings', findings),
    claims: claimsOf(text, citations, attested, starts, { own: identity, of: (id) => byId.get(id)?.identity }),
    // Last of all: what is left out above is told here.
    findings: keptFindings(findings),
  };
}

/** The year that a date without one means: the document's, by its date; else the one that its title names last. */
function yearOf(document: DocumentFacts): number | null {
  const year = document.date?.slice(0, 4) ?? document.title?.match(/(?<=năm )20\d{2}/gu)?.at(-1);
  return year === undefined ? null : Number(year);
}

const provinceWords = /(?:[Tt]ỉnh(?: ủy| uỷ)?|[Tt]hành (?:phố|ủy|uỷ)|UBND tỉnh|[Đđ]ảng bộ tỉnh)\s(?=\p{Lu})/gu;

/** Where the document comes from: by its head, its body, its place of issue, those whom it reports to; else by the only province that its text names. */
function localityOf(
  text: string,
  outline: Outline,
  document: DocumentFacts,
  own: SymbolAt | null,
  citations: readonly CitationMention[],
): Locality {
  const bodies = headBodies(text, outline).map((body) => bodyInRunningText(body));
  const issuer = document.issuer ?? '';
  const level = own === null ? null : (issuerOf(own.symbol.issuer)?.level ?? null);
  const code = own?.symbol.issuer ?? null;
  const on = document.date;
  if (level === 'central') return { province: null, unit: unitNamed(issuer), code, above: null, on };
  const province =
    placeNamed(bodies.join(' ')) ??
    placeNamed(issuer) ??
    placeNamed(document.place ?? '') ??
    only(recipientsOf(text, outline).map(({ name }) => placeNamed(name))) ??
    onlyProvince(text, level === 'district' || level === 'base' ? [] : citations);
  const units = [issuer, ...bodies.toReversed()].flatMap((body) => {
    const unit = unitNamed(body);
    return unit === null || unit === province ? [] : [unit];
  });
  const above = level === 'base' ? bodies.slice(0, -1).findLast((body) => districtCommittee.test(body)) : undefined;
  return { province, unit: units[0] ?? null, code, above: above === undefined ? null : unitNamed(above), on };
}

const districtCommittee = /^(?:Huyện|Thị|Quận|Thành) (?:ủy|uỷ)/u;

function only(names: readonly (string | null)[]): string | null {
  const named = new Set(names.filter((name) => name !== null));
  return named.size === 1 ? [...named][0]! : null;
}

/** The one province that the text names. Whose document is cited does not count (another province's is cited by its name), but below a province, where it is the one above. */
function onlyProvince(text: string, citations: readonly CitationMention[]): string | null {
  const cited = citations.flatMap(({ issuer }) => (issuer === null ? [] : [issuer.span])).sort((a, b) => a.start - b.start);
  const named: (string | null)[] = [];
  let next = 0;
  for (const match of matchesOf(provinceWords, text)) {
    while (next < cited.length && cited[next]!.end <= match.index) next += 1;
    if (next < cited.length && cited[next]!.start <= match.index) continue;
    named.push(placeNamed(text.slice(match.index, match.index + match[0].length + 24)));
  }
  return only(named);
}

/** Headings of the body, each with the text up to the next block that is not under it. */
function partsOf(text: string, outline: Outline): RecordPart[] {
  const { blocks, body } = outline;
  const parts: RecordPart[] = [];
  // From the end backwards: `next` holds the blocks after this one that could end it, the nearest last.
  const next: { readonly depth: number; readonly start: number }[] = [];
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const { kind, marker, depth, span } = blocks[index]!;
    while (next.length > 0 && next.at(-1)!.depth > depth) next.pop();
    if (kind === 'heading' && marker !== null) {
      const heading = wordsOf(text, span).replace(/(?<![\s:])[\s:]+$/u, '');
      parts.push({ heading, depth, span: { start: span.start, end: next.at(-1)?.start ?? body.end } });
    }
    next.push({ depth, start: span.start });
  }
  return parts.reverse();
}
