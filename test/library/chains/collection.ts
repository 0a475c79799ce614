import { onTestFinished } from 'vitest';
import type { Claim } from '#ingest/model/claim.ts';
import type { Identity } from '#ingest/model/identity.ts';
import { parentOf } from '#ingest/model/relation.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { identity, stored } from '../../support/record.ts';
import { storeHolding } from '../../support/storeHolding.ts';

/** A claim of the kind, of the document itself unless there is a subject. a → b: a acts on b. */
export function says(object: Identity, kind: Claim['kind'], subject: Identity | null = null, quote = 'lời văn làm chứng'): Claim {
  return {
    subject,
    relation: parentOf(kind),
    kind,
    object,
    rule: 'test',
    confidence: 'stated',
    own: subject === null,
    witness: { start: 3, end: 9 },
    quote,
  };
}

/** A document of two pages whose words bear its claims; its date and title are those of its head. */
export function document(id: string, own: Identity | null, claims: readonly Claim[], title: string | null = null): StoredDocument {
  const made = stored(id, 'Một văn bản ngắn dài hai trang.', { name: `${id}.txt`, claims });
  const { record } = made;
  const origin = { ...record.origin, pages: [0, 2] };
  const facts = { ...record.document, number: own?.key ?? null, date: own?.date.value ?? null, title };
  return { ...made, record: { ...record, origin, identity: own ?? identity(null), document: facts } };
}

/** Ids of documents: sixteen hexadecimal digits, in the order of the numbers. */
export const idOf = (number: number): string => number.toString(16).padStart(16, '0');

export { storeHolding as holding };

/** The same for one test, closed after it. */
export async function holdingHere(documents: readonly StoredDocument[], decisions: readonly Decision[] = []): Promise<Store> {
  const index = await storeHolding(documents, decisions);
  onTestFinished(() => index.close());
  return index;
}

/** Plans of a province under one another's number are made short: `local('20-KH/TU', 'Bến Tre', '2021-05-06')`. */
export function local(key: string, scope: string, date?: string): Identity {
  const type = /-(\p{L}+)\//u.exec(key)?.[1] ?? 'KH';
  return identity(key, { type, scope, term: '2020-2025', ...(date === undefined ? {} : { date }) });
}

/** A document of the centre in its thirteenth term. */
export function central(key: string, date?: string, term = 'XIII'): Identity {
  const type = /-(\p{L}+)\//u.exec(key)?.[1] ?? 'KL';
  return identity(key, { type, scope: 'TW', term, ...(date === undefined ? {} : { date }) });
}
