import type { Store } from '#services/store/port.ts';
import type { Named } from '#services/works/work.ts';
import type { WayOfNaming } from '../shapes.ts';
import type { Summaries } from './view.ts';

const mostWays = 10;
const mostSpeakers = 3;

/** The ways in which one work is named, as they are told: those that most documents use. */
export interface Ways {
  readonly shown: readonly Named[];
  readonly more: number;
}

export function waysOf(named: readonly Named[]): Ways {
  const ordered = named.toSorted(
    (a, b) => Number(b.naming.holder !== null) - Number(a.naming.holder !== null) || b.documents - a.documents || (a.id < b.id ? -1 : 1),
  );
  return { shown: ordered.slice(0, mostWays), more: Math.max(0, ordered.length - mostWays) };
}

/** First documents that use each naming, by its id. */
export async function speakersOf(index: Pick<Store, 'speakers'>, ways: readonly Ways[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = ways.flatMap(({ shown }) => shown.map(({ id }) => id));
  const found = ids.length === 0 ? [] : await index.speakers(ids, mostSpeakers);
  return new Map(found.map(({ naming, documents }) => [naming, documents]));
}

export function saidBy({ shown }: Ways, speakers: ReadonlyMap<string, readonly string[]>, summaries: Summaries): WayOfNaming[] {
  return shown.map(({ id, naming, documents }) => ({
    key: naming.identity.key,
    scope: naming.identity.scope.value,
    term: naming.identity.term.value,
    date: naming.identity.date.value,
    title: naming.title,
    issuer: naming.issuer,
    own: naming.holder !== null,
    documents,
    speakers: (speakers.get(id) ?? []).map((document) => ({ document, name: summaries.get(document)?.name ?? document })),
  }));
}
