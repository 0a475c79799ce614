import type { Query } from '#services/query/query.ts';
import { siblingQuery } from '#services/query/siblings.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';

/** Every document that a search for this finds, by id: where there is none, numbers are looked for as they are printed elsewhere, as `search` does. */
export async function* every(index: Pick<Store, 'scan'>, query: Query): AsyncGenerator<DocumentSummary> {
  let found = false;
  for await (const document of index.scan(query)) {
    found = true;
    yield document;
  }
  const sibling = found ? null : siblingQuery(query);
  if (sibling !== null) yield* index.scan(sibling);
}
