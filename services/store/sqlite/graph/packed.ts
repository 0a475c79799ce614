import type { Identity, Part } from '#ingest/model/identity.ts';
import type { Naming } from '#services/works/naming.ts';
import type { ClaimedValue, Possible, Work } from '#services/works/work.ts';
import { samenessReasons } from '#services/works/work.ts';

/** Namings and works as they lie in their tables: JSON lists without the names of fields, which would take up more than what they hold. */

type PackedPart = readonly [Part['value'], Part['how']];
type PackedNaming = readonly [
  key: string | null,
  type: string | null,
  scope: PackedPart,
  term: PackedPart,
  date: PackedPart,
  issuer: string | null,
  title: string | null,
  holder: string | null,
  speaker: string | null,
  spoken: string | null,
  place: string | null,
];

const packPart = ({ value, how }: Part): PackedPart => [value, how];
const unpackPart = ([value, how]: PackedPart): Part => ({ value, how });

/** All of a naming but its symbol. */
export function packNaming({ identity, issuer, title, holder, speaker, spoken, place }: Naming): string {
  const { key, type, scope, term, date } = identity;
  const packed: PackedNaming = [key, type, packPart(scope), packPart(term), packPart(date), issuer, title, holder, speaker, spoken, place];
  return JSON.stringify(packed);
}

export function unpackNaming(symbol: string, text: string): Naming {
  const [key, type, scope, term, date, issuer, title, holder, speaker, spoken, place] = JSON.parse(text) as PackedNaming;
  const identity: Identity = { key, type, scope: unpackPart(scope), term: unpackPart(term), date: unpackPart(date) };
  return { symbol, identity, issuer, title, holder, speaker, spoken, place };
}

type PackedClaimed = readonly (readonly [value: string, documents: number, own: 0 | 1])[];
type PackedWork = readonly [
  symbol: string,
  key: string | null,
  type: string | null,
  scope: string | null,
  term: string | null,
  date: string | null,
  title: string | null,
  issuer: string | null,
  held: readonly string[],
  cited: number,
  dates: PackedClaimed,
  titles: PackedClaimed,
  issuers: PackedClaimed,
  types: PackedClaimed,
  maybe: readonly (readonly [work: string, reasons: readonly number[]])[],
  maybeMore: number,
  decisions: readonly string[],
];

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

export function unpackWork(id: string, text: string): Work {
  const [symbol, key, type, scope, term, date, title, issuer, held, cited, dates, titles, issuers, types, maybe, maybeMore, decisions] =
    JSON.parse(text) as PackedWork;
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
