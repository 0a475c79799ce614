import { hash } from 'node:crypto';
import type { Citation } from '#ingest/model/citation.ts';
import type { Certainty, Identity } from '#ingest/model/identity.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { comparableKey } from '#ingest/model/sameness.ts';
import { placeNamed } from '#ingest/vocabulary/places.ts';
import { parted } from './lineage.ts';

/**
 * A way in which the collection speaks of a document (cách gọi): all that the words, and what is known of those who say them, tell about which document is
 * meant. It is made from one record alone, so that it does not depend on what else is held; many documents share one naming.
 */
export interface Naming {
  /** The number in the spelling that its ways of writing share (`symbolOf`); "doc:ID" for a document without one. */
  readonly symbol: string;
  readonly identity: Identity;
  /** Issuing body and title as the words give them; null where they give none. */
  readonly issuer: string | null;
  readonly title: string | null;
  /** The document that bears the number, where this is its own head; null where others speak of it. */
  readonly holder: string | null;
  /**
   * The one document whose words these are, set where nobody else can be known to mean the same by them: its words do not tell the scope (which province's
   * 20-KH/TU), or it bears this number itself. Null where the naming may be shared.
   */
  readonly speaker: string | null;
  /** Month ("2018-05") of the document that speaks, where neither term nor date is known: it cannot mean what was issued later. */
  readonly spoken: string | null;
  /** Province of the document that speaks, where the scope is unknown: a body that the words leave unnamed is of this province, or of one that went up in it. */
  readonly place: string | null;
}

/** What a record says, each place with its naming: `own` is how it names itself, `claims` both ends of each claim in the order of the record. */
export interface Namings {
  readonly own: Naming;
  readonly claims: readonly { readonly subject: Naming; readonly object: Naming }[];
}

/**
 * The number that all ways of writing it share, as works are gathered by: capitals, no spaces, no leading zeros, and QĐ for QĐi, as offices write
 * the numbers of their regulations (quy định) both ways. Null where there is none.
 */
export function symbolOf(key: string | null): string | null {
  return key === null ? null : comparableKey(key).replace(/-QĐI\//u, '-QĐ/');
}

/** The symbol of a document without a number, which nobody else can mean. */
export function unnumberedSymbol(document: string): string {
  return `doc:${document}`;
}

/** All that a naming tells, without the names of fields: equal ones have the same list. */
export type NamingList = readonly [
  ...[symbol: string, key: string | null, type: string | null],
  ...[scope: string | null, Certainty, term: string | null, Certainty, date: string | null, Certainty],
  ...[issuer: string | null, title: string | null, holder: string | null, speaker: string | null, spoken: string | null],
  ...[place: string | null],
];

export function namingList({ symbol, identity, issuer, title, holder, speaker, spoken, place }: Naming): NamingList {
  const { key, type, scope, term, date } = identity;
  return [
    ...([symbol, key, type, scope.value, scope.how, term.value, term.how, date.value, date.how] as const),
    ...([issuer, title, holder, speaker, spoken, place] as const),
  ];
}

/** Id of a naming: equal ones have the same (16 hexadecimal digits). */
export function namingId(naming: Naming): string {
  return idOfText(JSON.stringify(namingList(naming)));
}

/** Id of the naming whose list is this text of JSON. */
export function idOfText(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16);
}

/** How the record of document `id` names itself and the documents that it speaks of. */
export function namingsIn(id: string, record: DocumentRecord): Namings {
  const { document, identity } = record;
  const symbol = symbolOf(identity.key) ?? unnumberedSymbol(id);
  const own: Naming = {
    ...{ symbol, identity, issuer: document.issuer, title: document.title },
    ...{ holder: id, speaker: identity.key !== null && identity.scope.value === null ? id : null, spoken: null, place: null },
  };
  const ownText = JSON.stringify(identity);
  const citations = new Map<string, Citation>();
  for (const citation of record.citations) {
    const text = JSON.stringify(citation.identity);
    if (!citations.has(text)) citations.set(text, citation);
  }
  const month = document.date?.slice(0, 7) ?? null;
  const place = placeOf(record);
  const made = new Map<string, Naming>();
  const named = (meant: Identity): Naming => {
    const text = JSON.stringify(meant);
    const known = made.get(text);
    if (known !== undefined) return known;
    const naming = text === ownText ? own : mentioned(meant, citations.get(text) ?? null, { id, symbol, month, place });
    made.set(text, naming);
    return naming;
  };
  return {
    own,
    claims: record.claims.map(({ subject, object }) => ({ subject: subject === null ? own : named(subject), object: named(object) })),
  };
}

function mentioned(
  identity: Identity,
  citation: Citation | null,
  speaker: { readonly id: string; readonly symbol: string; readonly month: string | null; readonly place: string | null },
): Naming {
  const symbol = symbolOf(identity.key) ?? unnumberedSymbol(`?${speaker.id}`);
  const { scope, term, date } = identity;
  const bound = scope.value === null || symbol === speaker.symbol;
  return {
    ...{ symbol, identity, issuer: citation?.issuer ?? null, title: citation?.said.titles[0]?.value ?? null },
    ...{ holder: null, speaker: bound ? speaker.id : null, spoken: term.value === null && date.value === null ? speaker.month : null },
    place: scope.value === null ? speaker.place : null,
  };
}

/** The province that a document comes from, by its identity, else by the place of issue in its head; null for the centre. */
function placeOf({ document, identity: { scope } }: DocumentRecord): string | null {
  if (scope.value === 'TW') return null;
  return scope.value === null ? placeNamed(document.place ?? '') : parted(scope.value)[0];
}
