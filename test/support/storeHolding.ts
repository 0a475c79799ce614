import { afterAll, inject } from 'vitest';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { Indexes, Store, StoredDocument } from '#services/store/port.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import type { Decision } from '#services/works/decision.ts';

const support =
  inject('engine') === 'elasticsearch' ? { ...(await import('./elasticsearch.ts')), ...(await import('./elasticsearch/prefix.ts')) } : null;

/** An index of the run's server that the tests of one file use in turn: making one, or filling it, takes longer than most of them. */
interface Place {
  readonly prefix: string;
  readonly indexes: Indexes;
  readonly store: Store;
  /** What lies in it. */
  holds: string;
}

const places: Place[] = [];
const idle: Place[] = [];
const nothing = contents([], []);

/** A store on the engine of this project that holds these documents and decisions, for asking only; who asks for it closes it. */
export async function storeHolding(documents: readonly StoredDocument[], decisions: readonly Decision[] = []): Promise<Store> {
  if (support === null) return await filled(openSqliteStore({ file: ':memory:', mode: 'create' }), documents, decisions);
  const wanted = contents(documents, decisions);
  const place = idleWith(wanted) ?? idle.shift() ?? (await newPlace());
  if (place.holds !== wanted) {
    if (place.holds !== nothing) await support.emptyPrefix(support.elasticsearchUrl(), place.prefix);
    await filled(place.store, documents, decisions);
    place.holds = wanted;
  }
  return { ...place.store, close: async () => void idle.push(place) };
}

async function filled(store: Store, documents: readonly StoredDocument[], decisions: readonly Decision[]): Promise<Store> {
  await store.put(documents);
  if (decisions.length > 0) await store.decide(decisions);
  return store;
}

function contents(documents: readonly StoredDocument[], decisions: readonly Decision[]): string {
  return JSON.stringify([documents, decisions]);
}

function idleWith(wanted: string): Place | undefined {
  const at = idle.findIndex(({ holds }) => holds === wanted);
  return at < 0 ? undefined : idle.splice(at, 1)[0];
}

async function newPlace(): Promise<Place> {
  const { elasticsearchUrl, prefixOfFile } = support!;
  const prefix = prefixOfFile();
  const auth = { kind: 'none' } as const;
  const indexes = elasticsearchIndexes({ nodes: [elasticsearchUrl()], auth, ca: null, prefix, shards: 1, replicas: 0, timeout: 30_000 });
  const place = { prefix, indexes, store: await indexes.open('current', { create: true }), holds: nothing };
  places.push(place);
  return place;
}

afterAll(async () => {
  for (const { store, indexes } of places) {
    await store.close();
    await indexes.close();
  }
});
