import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Span } from '#ingest/model/span.ts';
import type { Store } from '#services/store/port.ts';
import { mostWalked } from '#services/works/link.ts';
import { changesTo } from '../../chains/effect.ts';
import { namedSymbols } from '../../chains/known.ts';
import { nearest } from '../../refs.ts';
import type { AuditSide, DraftCitation, DraftFinding, DraftReport } from '../../shapes.ts';
import { type NamedCitation, namedIn } from '../places.ts';
import { toldSides } from '../quotes.ts';
import { severities } from '../sentences.ts';
import { auditText } from '../texts.ts';
import { quoteOf } from '../words.ts';
import { checks } from './checks.ts';
import type { Found } from './found.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import { ownNumber } from './ownNumber.ts';
import { proposals } from './proposals.ts';

/** Stands for the draft where documents go by their ids; no document bears it. */
const draftId = 'draft';

/** Known numbers that are told of one never seen. */
const mostNear = 5;

/** The report on a draft: each of its citations against what the collection says, and what its text shows by itself. */
export async function reportOn(index: Store, record: DocumentRecord): Promise<DraftReport> {
  const { own, cited } = namedIn(draftId, record);
  const known = await namedSymbols(
    index,
    [own, ...cited.map(({ naming }) => naming)].map(({ symbol }) => symbol),
  );
  const found: Found[] = [...(await ownNumber(index, record, own, known.get(own.symbol))), ...ofText(record)];
  const meant = cited.map((one) => ({ one, meaning: meaningOf(known.get(one.naming.symbol), one.id, one.naming) }));
  const cites = meant.flatMap(({ meaning: { status, works } }) => (status === 'known' ? works : []));
  const changes = await changesTo(index, cites, { day: null, witnesses: 1, limit: mostWalked });
  const citations: { readonly one: NamedCitation; readonly meaning: Meaning; readonly near: readonly string[] }[] = [];
  for (const { one, meaning } of meant) {
    const near = meaning.status === 'never-seen' ? await nearest(index, one.citation.key, mostNear) : [];
    citations.push({ one, meaning, near });
    found.push(...checks({ record, cited, changes }, one, meaning, near));
  }
  const ordered = found.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
  const findings = await withWords(index, record, ordered);
  const of = Map.groupBy(ordered, ({ citation }) => citation);
  const listed = citations.map(({ one: { citation }, meaning, near }): DraftCitation => {
    const span = citation.occurrences[0]?.span;
    return {
      ...{ key: citation.key, type: citation.type, mentions: citation.mentions, status: meaning.status, near: [...near] },
      at: span === undefined ? null : quoteOf(null, record, span),
      held: meaning.status === 'known' && meaning.works.some(({ held }) => held.length > 0),
      works: meaning.works.map(({ id }) => id),
      findings: [...new Set((of.get(citation.key) ?? []).map(({ code }) => code))],
    };
  });
  const { number, type, issuer, date, title } = record.document;
  const { name, hash, pages } = record.file;
  return {
    file: { name, hash, pages },
    document: { number, type, issuer, date, title },
    findings,
    citations: listed,
    clean: listed.filter((one) => one.findings.length === 0).length,
  };
}

/** What the text shows without the collection. */
function ofText(record: DocumentRecord): Found[] {
  return auditText({ id: draftId, body: record }).map(({ code, keys, span, sides, message, messageVi }) => ({
    ...{ code, citation: keys[0] ?? null, span, works: [], drafted: null, sides, message, messageVi },
    ...proposals(code),
  }));
}

async function withWords(index: Store, record: DocumentRecord, found: readonly Found[]): Promise<DraftFinding[]> {
  const quote = (span: Span) => quoteOf(null, record, span);
  const ofCollection = await toldSides(
    index,
    found.map(({ sides }) => sides.filter(({ places }) => places === undefined)),
  );
  return found.map(({ code, citation, span, works, drafted, sides, message, messageVi, proposal, proposalVi }, at) => {
    const ofDraft = [
      ...(drafted === null ? [] : [{ value: drafted.value, spans: [drafted.span] }]),
      ...sides.flatMap(({ value, places }) => (places === undefined ? [] : [{ value, spans: places.map((place) => place.span) }])),
    ].map(
      ({ value, spans }): AuditSide => ({
        ...{ value, own: false, documents: null, majority: false },
        quotes: spans.slice(0, 3).map(quote),
      }),
    );
    return {
      ...{ code, severity: severities[code], citation, works: [...works], message, messageVi, proposal, proposalVi },
      at: span === null ? null : quote(span),
      sides: [...ofDraft, ...ofCollection[at]!],
    };
  });
}
