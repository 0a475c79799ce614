import type { estypes } from '@elastic/elasticsearch';
import type { Claim } from '#ingest/model/claim.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { type KeptClaim, unpackBody, unpackClaims } from '#services/store/packing.ts';
import type { DocumentBody, DocumentSummary, StoredClaim } from '#services/store/port.ts';
import { askWhole, type Hit, sameCopies } from './answers.ts';
import type { Connection } from './connection.ts';
import { asSummary, packetOf, type packets, summaryOf } from './record.ts';

/** Most values looked up in one request; the server allows 65,536 (index.max_terms_count). */
const batch = 5000;
/** Most documents in one answer: with their claims a few kilobytes each, without some hundred bytes. */
const claimsPage = 2000;
const summariesPage = 10_000;

/** Claims of documents that speak of these folded keys, or that have one of these ids. */
export function claimsRequest(keys: readonly string[], documents: readonly string[]): estypes.SearchRequest {
  const terms = (field: string, values: readonly string[]) => (values.length === 0 ? [] : [{ terms: { [field]: [...values] } }]);
  const should = [...terms('claim_subjects', keys), ...terms('claim_objects', keys), ...terms('id', documents)];
  return { query: { bool: { filter: [{ bool: { should } }] } }, _source: false, stored_fields: ['claims'] };
}

/** Documents whose own number is one of these folded keys. */
export function bearersRequest(keys: readonly string[]): estypes.SearchRequest {
  return { query: { bool: { filter: [{ terms: { key_folded: [...keys] } }] } }, ...asSummary };
}

/** Claims about these keys, or by these documents of themselves, by document and place in it. */
export async function claims(
  connection: Connection,
  about: { keys: readonly string[]; documents: readonly string[] },
): Promise<StoredClaim[]> {
  const keys = new Set(about.keys.map(foldedSymbol));
  const documents = new Set(about.documents);
  const speaksOf = foldedIn(keys);
  const isWanted = (id: string, { subject, object }: Claim) =>
    (subject === null && documents.has(id)) || speaksOf(subject?.key ?? null) || speaksOf(object.key);
  const found = new Map<string, readonly KeptClaim[]>();
  const keyBatches = batches([...keys]);
  const documentBatches = batches([...documents]);
  for (let at = 0; at < Math.max(keyBatches.length, documentBatches.length); at++) {
    const request = claimsRequest(keyBatches[at] ?? [], documentBatches[at] ?? []);
    for await (const hit of byId(connection, request, claimsPage)) {
      const id = String(hit._id);
      if (found.has(id)) continue;
      found.set(
        id,
        unpackClaims(packetOf(hit, 'claims')).filter(({ claim }) => isWanted(id, claim)),
      );
    }
  }
  const ids = [...found.keys()].sort();
  return ids.flatMap((document) => (found.get(document) ?? []).map((kept) => ({ document, ...kept })));
}

/** Whether a key in any written form is one of these folded ones; each form is folded once. */
function foldedIn(keys: ReadonlySet<string>): (key: string | null) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    if (key === null) return false;
    const answer = known.get(key) ?? keys.has(foldedSymbol(key));
    known.set(key, answer);
    return answer;
  };
}

/** Documents whose own number is one of these, by id. */
export async function bearers(connection: Connection, keys: readonly string[]): Promise<DocumentSummary[]> {
  const found: DocumentSummary[] = [];
  for (const part of batches([...new Set(keys.map(foldedSymbol))])) {
    for await (const hit of byId(connection, bearersRequest(part), summariesPage)) found.push(summaryOf(hit));
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Documents by id; one that is not there is left out. */
export async function summaries(connection: Connection, ids: readonly string[]): Promise<DocumentSummary[]> {
  const found: DocumentSummary[] = [];
  for await (const hit of documentsOf(connection, ids)) found.push(summaryOf(hit));
  return found;
}

/** Records by id, without their claims and tasks; one that is not there is left out. */
export async function bodies(connection: Connection, ids: readonly string[]): Promise<DocumentBody[]> {
  const found: DocumentBody[] = [];
  for await (const hit of documentsOf(connection, ids, ['record'])) {
    found.push({ id: String(hit._id), body: unpackBody(packetOf(hit, 'record')) });
  }
  return found;
}

/** As `summaries`, each as the server gives it, with some of its packets. */
export async function* documentsOf(
  connection: Connection,
  ids: readonly string[],
  wanted: readonly (typeof packets)[number][] = [],
): AsyncGenerator<Hit> {
  for (const part of batches([...new Set(ids)])) {
    const query = { bool: { filter: [{ terms: { id: part } }] } };
    const request = { query, ...asSummary, ...(wanted.length === 0 ? {} : { stored_fields: [...wanted] }) };
    yield* byId(connection, request, wanted.length === 0 ? summariesPage : claimsPage);
  }
}

function batches(values: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(values.length / batch) }, (_, at) => values.slice(at * batch, (at + 1) * batch));
}

/** Every hit in order of id. Ids do not move, so that each document is met once although the index may change between two pages. */
async function* byId(connection: Connection, request: estypes.SearchRequest, size: number): AsyncGenerator<Hit> {
  let after: estypes.SortResults | undefined;
  for (;;) {
    const page = { ...request, index: connection.documents, size, sort: ['id'], track_total_hits: false, preference: sameCopies };
    const { hits } = (await askWhole(connection, { ...page, ...(after && { search_after: after }) })).hits;
    yield* hits;
    after = hits.at(-1)?.sort;
    if (hits.length < size || after === undefined) return;
  }
}
