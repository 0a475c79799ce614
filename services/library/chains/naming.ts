import type { Store } from '#services/store/port.ts';
import type { Naming } from '#services/works/naming.ts';
import type { Named } from '#services/works/work.ts';
import type { WayOfNaming } from '../shapes.ts';
import type { Summaries } from './view.ts';

const mostWays = 10;
const mostSpeakers = 3;

/** Namings that tell the same of a work, though how they tell it differs. */
interface Way {
  readonly told: Omit<WayOfNaming, 'documents' | 'speakers'>;
  readonly documents: number;
  /** Ids of the namings that most documents use. */
  readonly namings: readonly string[];
}

/** The ways in which one work is named: its own head, then those that most documents use; how many more there are. */
export interface Ways {
  readonly shown: readonly Way[];
  readonly more: number;
}

export function waysOf(named: readonly Named[]): Ways {
  const alike = Map.groupBy(named, ({ naming }) => JSON.stringify(toldBy(naming)));
  const ways = Array.from(alike, ([text, those]): Way & { readonly text: string } => ({
    text,
    told: toldBy(those[0]!.naming),
    documents: those.reduce((sum, { documents }) => sum + documents, 0),
    namings: those
      .toSorted((a, b) => b.documents - a.documents || (a.id < b.id ? -1 : 1))
      .slice(0, mostSpeakers)
      .map(({ id }) => id),
  })).sort((a, b) => Number(b.told.own) - Number(a.told.own) || b.documents - a.documents || (a.text < b.text ? -1 : 1));
  return { shown: ways.slice(0, mostWays), more: Math.max(0, ways.length - mostWays) };
}

function toldBy({ identity: { key, scope, term, date }, title, issuer, holder }: Naming): Way['told'] {
  return { key, scope: scope.value, term: term.value, date: date.value, title, issuer, own: holder !== null };
}

/** First documents that use each naming, by its id. */
export async function speakersOf(index: Pick<Store, 'speakers'>, ways: readonly Ways[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(ways.flatMap(({ shown }) => shown.flatMap(({ namings }) => namings)))];
  const found = ids.length === 0 ? [] : await index.speakers(ids, mostSpeakers);
  return new Map(found.map(({ naming, documents }) => [naming, documents]));
}

export function saidBy({ shown }: Ways, speakers: ReadonlyMap<string, readonly string[]>, summaries: Summaries): WayOfNaming[] {
  return shown.map(({ told, documents, namings }) => ({
    ...told,
    documents,
    speakers: [...new Set(namings.flatMap((naming) => speakers.get(naming) ?? []))]
      .sort()
      .slice(0, mostSpeakers)
      .map((document) => ({ document, name: summaries.get(document)?.name ?? document })),
  }));
}
