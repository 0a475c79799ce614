import type { Naming } from '#services/works/naming.ts';
import type { BriefWork, ClaimedValue, Possible, Work } from '#services/works/work.ts';
import { samenessReasons } from '#services/works/work.ts';
import { identityFrom, type PackedIdentity, packIdentity } from '../identity.ts';

/** Namings and works as they lie in their tables: JSON lists without the names of fields, which would take up more than what they hold. */

export type PackedNaming = readonly [
  ...identity: PackedIdentity,
  issuer: string | null,
  title: string | null,
  holder: string | null,
  speaker: string | null,
  spoken: string | null,
  place: string | null,
];

/** All of a naming but its symbol. */
export function packNaming({ identity, issuer, title, holder, speaker, spoken, place }: Naming): string {
  const packed: PackedNaming = [...packIdentity(identity), issuer, title, holder, speaker, spoken, place];
  return JSON.stringify(packed);
}

export const unpackNaming = (symbol: string, text: string): Naming => namingFrom(symbol, JSON.parse(text) as PackedNaming);

export function namingFrom(symbol: string, packed: PackedNaming): Naming {
  const [key, type, scope, term, date, issuer, title, holder, speaker, spoken, place] = packed;
  return { symbol, identity: identityFrom([key, type, scope, term, date]), issuer, title, holder, speaker, spoken, place };
}

type PackedClaimed = readonly (readonly [value: string, documents: number, own: 0 | 1])[];
/** What a work is: its first fields. */
export type PackedBrief = readonly [
  symbol: string,
  key: string | null,
  type: string | null,
  scope: string | null,
  term: string | null,
  date: string | null,
  title: string | null,
  issuer: string | null,
  held: readonly string[],
];
export const briefLength = 9;

export type PackedWork = readonly [
  ...brief: PackedBrief,
  cited: number,
  dates: PackedClaimed,
  titles: PackedClaimed,
  issuers: PackedClaimed,
  types: PackedClaimed,
  maybe: readonly (readonly [work: string, reasons: readonly number[]])[],
  maybeMore: number,
  decisions: readonly string[],
];

/** Where in these lists stands what is asked of them within SQLite; `told` are key, type, scope, term and date: in the order in which a naming begins with them. */
export const placesIn = { naming: { holder: 7 }, work: { told: [1, 2, 3, 4, 5], held: 8, cited: 9, maybe: 14 } } as const;

const packClaimed = (values: readonly ClaimedValue[]): PackedClaimed =>
  values.map(({ value, documents, own }) => [value, documents, own ? 1 : 0]);
const unpackClaimed = (values: PackedClaimed): ClaimedValue[] =>
  values.map(([value, documents, own]) => ({ value, documents, own: own === 1 }));

/** All of a work but its id. */
export function packWork(work: Work): string {
  const { symbol, key, type, scope, term, date, title, issuer, held, cited, claimed, maybe, maybeMore, decisions } = work;
  const possible = maybe.map(({ work: other, reasons }) => [other, reasons.map((reason) => samenessReasons.indexOf(reason))] as const);
  const { dates, titles, issuers, types } = claimed;
  const packed: PackedWork = [
    ...([symbol, key, type, scope, term, date, title, issuer, held, cited] as const),
    ...([packClaimed(dates), packClaimed(titles), packClaimed(issuers), packClaimed(types)] as const),
    ...([possible, maybeMore, decisions] as const),
  ];
  return JSON.stringify(packed);
}

export const unpackWork = (id: string, text: string): Work => workFrom(id, JSON.parse(text) as PackedWork);

export function workFrom(id: string, packed: PackedWork): Work {
  const [symbol, key, type, scope, term, date, title, issuer, held, cited, dates, titles, issuers, types, maybe, maybeMore, decisions] =
    packed;
  const claimed = {
    dates: unpackClaimed(dates),
    titles: unpackClaimed(titles),
    issuers: unpackClaimed(issuers),
    types: unpackClaimed(types),
  };
  const possible = maybe.map(
    ([work, reasons]): Possible => ({ work, reasons: reasons.flatMap((reason) => samenessReasons[reason] ?? []) }),
  );
  return { id, symbol, key, type, scope, term, date, title, issuer, held, cited, claimed, maybe: possible, maybeMore, decisions };
}

export function briefFrom(id: string, [symbol, key, type, scope, term, date, title, issuer, held]: PackedBrief): BriefWork {
  return { id, symbol, key, type, scope, term, date, title, issuer, held };
}

/** The work that just one naming tells of (see `toldWork`). */
export function briefNamed(id: string, symbol: string, packed: PackedNaming): BriefWork {
  const { identity, title, issuer, holder } = namingFrom(symbol, packed);
  const { key, type, scope, term, date } = identity;
  const held = holder === null ? [] : [holder];
  return { ...{ id, symbol, key, type, title, issuer, held }, scope: scope.value, term: term.value, date: date.value };
}
