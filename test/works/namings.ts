import type { Part } from '#ingest/model/identity.ts';
import type { Decision } from '#services/works/decision.ts';
import { type Naming, namingId } from '#services/works/naming.ts';
import type { Named, WorksOfSymbol } from '#services/works/work.ts';
import { worksOf } from '#services/works/worksOf.ts';

export interface NamingOptions {
  readonly scope?: string;
  readonly term?: string;
  readonly date?: string;
  readonly type?: string;
  readonly title?: string;
  readonly holder?: string;
  readonly speaker?: string;
  readonly spoken?: string;
  readonly place?: string;
}

const said = (value: string | undefined): Part => (value === undefined ? { value: null, how: 'unknown' } : { value, how: 'said' });

/** A naming of `symbol`; what the options leave out, the words do not tell. */
export function naming(symbol: string, options: NamingOptions): Naming {
  const { scope, term, date, type, title, holder, speaker, spoken, place } = options;
  return {
    symbol,
    identity: { key: symbol, type: type ?? null, scope: said(scope), term: said(term), date: said(date) },
    ...{ issuer: null, title: title ?? null, holder: holder ?? null },
    ...{ speaker: speaker ?? null, spoken: spoken ?? null, place: place ?? null },
  };
}

export function named(namings: readonly Naming[], documents = 1): Named[] {
  return namings.map((one) => ({ id: namingId(one), naming: one, documents }));
}

/** Where each of the namings stands: [work, how it is told], in their order. */
export function placesOf(symbol: string, namings: readonly Naming[], decisions: readonly Decision[] = []): (readonly [string, string])[] {
  const { placed } = worksOf({ symbol, named: named(namings), decisions });
  return namings.map((one) => {
    const place = placed.get(namingId(one))!;
    return [place.work, place.identified] as const;
  });
}

export function maybeOf({ works }: WorksOfSymbol, id: string): string[] {
  return works.find((work) => work.id === id)?.maybe.map(({ work }) => work) ?? [];
}

export function decision(
  first: string,
  second: string,
  says: Decision['says'],
  made = '2026-01-01T00:00:00Z',
  id = `${says} ${made}`,
): Decision {
  return { id, symbol: first.split('@')[0]!, first, second, says, author: 'Người kiểm tra', made, note: null };
}
