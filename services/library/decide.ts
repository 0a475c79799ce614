import type { Identity } from '#ingest/model/identity.ts';
import { compareIdentities } from '#ingest/model/sameness.ts';
import type { Ledger } from './ledger.ts';

/** What a file is to the collection: bytes that it has, a new version of a document, or a new document. */
export type Decision =
  | { readonly kind: 'known'; readonly document: string; readonly revision: number }
  | { readonly kind: 'version'; readonly document: string; readonly revision: number }
  | { readonly kind: 'document'; readonly document: string; readonly revision: 1 };

export interface Arrival {
  readonly source: string;
  readonly hash: string;
}

/** Known where these bytes were accepted before, unless a file on disk has gone back to an earlier state of its own. */
export function recognize(arrival: Arrival, ledger: Ledger): Decision | null {
  const entry = ledger.byHash(arrival.hash);
  if (entry === null) return null;
  const { document, revision } = entry;
  if (!isUpload(arrival.source)) {
    const before = ledger.at(arrival.source).find((place) => place.document === document);
    const current = ledger.current(document);
    if (before !== undefined && before.hash !== arrival.hash && current !== null && current.hash !== arrival.hash) return null;
  }
  return { kind: 'known', document, revision };
}

/**
 * What an arrival with this identity is. A file that changed in its place is a new version of its document unless its identity says that
 * it is another one. The name of an upload says less than a place on disk: there the identities must be the same.
 *
 * The id of a document is the beginning of the hash of its first version, so that it does not depend on what came before it.
 */
export function decide(arrival: Arrival, identity: Identity, ledger: Ledger): Decision {
  const known = recognize(arrival, ledger);
  if (known !== null) return known;
  for (const { document } of ledger.at(arrival.source)) {
    const current = ledger.current(document);
    if (current === null) continue;
    const sameness = compareIdentities(current.identity, identity);
    if (sameness === 'same' || (sameness === 'maybe' && !isUpload(arrival.source))) {
      return { kind: 'version', document, revision: current.revision + 1 };
    }
  }
  return { kind: 'document', document: arrival.hash.slice(0, 16), revision: 1 };
}

function isUpload(source: string): boolean {
  return source.startsWith('upload:');
}
