import { compareIdentities } from '#ingest/model/sameness.ts';
import { citedByIn, expandQuery } from '#services/query/expand.ts';
import type { AskedQuery, CitedByTerm, Query } from '#services/query/query.ts';
import type { Store } from '#services/store/port.ts';

/** Most documents of one number whose citations are followed: every province has its own 35-KH/TU, but no number has more bearers in earnest. */
const mostBearers = 200;

/** A query as a store can be asked it; `whole` is false where a number has too many bearers to follow what all of them cite. */
export interface ResolvedQuery {
  readonly query: Query;
  readonly whole: boolean;
}

/** Finds out which held documents are meant where the query asks what another document cites (`đượcdẫnbởi:`). */
export async function resolved(index: Store, asked: AskedQuery): Promise<ResolvedQuery> {
  const cited = new Map<string, readonly string[]>();
  let whole = true;
  for (const term of citedByIn(asked)) {
    const found = await citedBy(index, term);
    cited.set(term.token, found.ids);
    whole &&= found.whole;
  }
  return { query: expandQuery(asked, ({ token }) => cited.get(token) ?? []), whole };
}

/**
 * Ids of the held documents that are cited by those which bear a number. A document is meant where it bears the cited number and nothing said of the
 * two tells them apart (place, period, date).
 */
async function citedBy(index: Store, { key }: CitedByTerm): Promise<{ ids: readonly string[]; whole: boolean }> {
  const bearers = await index.bearers([key]);
  const speakers = bearers.slice(0, mostBearers).map(({ id }) => id);
  const claims = speakers.length === 0 ? [] : await index.claims({ keys: [], documents: speakers });
  const objects = claims.filter(({ claim }) => claim.subject === null && claim.object.key !== null).map(({ claim }) => claim.object);
  const keys = [...new Set(objects.map((object) => object.key).filter((one) => one !== null))];
  const candidates = keys.length === 0 ? [] : await index.bearers(keys);
  const meant = candidates.filter(({ identity }) => objects.some((object) => compareIdentities(object, identity) !== 'different'));
  return { ids: meant.map(({ id }) => id), whole: bearers.length <= mostBearers };
}
