import { type ClaimedValue, mostListed, type Named, type Work } from './work.ts';

/** What the namings of one work tell of it: the head of the document itself before what others say, of that the most frequent. */
export function describe(id: string, symbol: string, named: readonly Named[]): Omit<Work, 'maybe' | 'maybeMore' | 'decisions'> {
  const heads = named.filter(({ naming }) => naming.holder !== null);
  const telling = heads.length > 0 ? heads : named;
  const dates = claimed(named, ({ identity }) => identity.date.value);
  const titles = claimed(named, ({ title }) => title);
  const issuers = claimed(named, ({ issuer }) => issuer);
  const types = claimed(named, ({ identity }) => identity.type);
  const ownDates = claimed(telling, ({ identity }) => identity.date.value);
  return {
    id,
    symbol,
    key: mostSaid(telling, ({ identity }) => identity.key),
    type: mostSaid(telling, ({ identity }) => identity.type),
    scope: mostSaid(named, ({ identity }) => identity.scope.value),
    term: mostSaid(named, ({ identity }) => identity.term.value),
    date: ownDates.length === 1 ? ownDates[0]!.value : null,
    title: titles[0]?.value ?? null,
    issuer: issuers[0]?.value ?? null,
    held: [...new Set(heads.map(({ naming }) => naming.holder!))].sort(),
    cited: named.reduce((sum, { naming, documents }) => sum + (naming.holder === null ? documents : 0), 0),
    claimed: { dates: few(dates), titles: few(titles), issuers: few(issuers), types: few(types) },
  };
}

type Of = (naming: Named['naming']) => string | null;

function claimed(named: readonly Named[], of: Of): ClaimedValue[] {
  const [first] = named;
  if (first === undefined) return [];
  // Most works are named in one way: nothing is to be counted or put in order there.
  if (named.length === 1) {
    const value = of(first.naming);
    return value === null ? [] : [{ value, documents: first.documents, own: first.naming.holder !== null }];
  }
  const values = new Map<string, { documents: number; own: boolean }>();
  for (const { naming, documents } of named) {
    const value = of(naming);
    if (value === null) continue;
    const known = values.get(value) ?? { documents: 0, own: false };
    values.set(value, { documents: known.documents + documents, own: known.own || naming.holder !== null });
  }
  return Array.from(values, ([value, counts]) => ({ value, ...counts })).sort(
    (a, b) => Number(b.own) - Number(a.own) || b.documents - a.documents || (a.value < b.value ? -1 : 1),
  );
}

const few = (values: readonly ClaimedValue[]) => values.slice(0, mostListed);

/** The value said most often; of equals the first in the alphabet. */
function mostSaid(named: readonly Named[], of: Of): string | null {
  if (named.length === 1) return of(named[0]!.naming);
  const [first] = claimed(named, of).toSorted((a, b) => b.documents - a.documents || (a.value < b.value ? -1 : 1));
  return first?.value ?? null;
}
