import type { Naming } from '#services/works/naming.ts';
import type { Named } from '#services/works/work.ts';
import { mayBeOneIssuer } from './likeIssuers.ts';
import { mayBeOneTitle } from './likeTitles.ts';
import type { Part, RawSide } from './raw.ts';

interface Value {
  readonly value: string;
  own: boolean;
  documents: number;
  readonly ids: string[];
}

type Read = (naming: Naming) => string | null;
type MayBeOne = (a: string, b: string) => boolean;

/** Each part that namings tell, with how its values are compared. */
export const parts = [
  { code: 'other-date', part: 'date', read: ({ identity }) => identity.date.value, mayBeOne: (a, b) => a === b },
  { code: 'other-issuer', part: 'issuer', read: ({ issuer }) => issuer, mayBeOne: mayBeOneIssuer },
  { code: 'other-title', part: 'title', read: ({ title }) => title, mayBeOne: mayBeOneTitle },
  { code: 'other-type', part: 'type', read: ({ identity }) => identity.type, mayBeOne: (a, b) => a === b },
] as const satisfies readonly { code: string; part: Part; read: Read; mayBeOne: MayBeOne }[];
export type DifferingPart = (typeof parts)[number];

/**
 * The sides that namings of one work take on one part: values that may be one are one side, which goes by the value of the head of the document itself, else by that
 * which most documents say. The own head first, then by how many documents say so.
 */
export function sidesOf(named: readonly Named[], { part, read, mayBeOne }: DifferingPart): RawSide[] {
  const values = new Map<string, Value>();
  for (const { id, naming, documents } of named) {
    const value = read(naming);
    if (value === null) continue;
    const known = values.get(value) ?? { value, own: false, documents: 0, ids: [] };
    known.own ||= naming.holder !== null;
    known.documents += documents;
    if (naming.holder === null) known.ids.push(id);
    else known.ids.unshift(id);
    values.set(value, known);
  }
  const ordered = [...values.values()].sort(foremost);
  const groups: Value[][] = [];
  for (const one of ordered) {
    const group = groups.find((others) => others.some((other) => mayBeOne(other.value, one.value)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .map(
      (group): RawSide => ({
        value: group[0]!.value,
        own: group.some(({ own }) => own),
        documents: group.reduce((sum, { documents }) => sum + documents, 0),
        namings: { part, ids: group.flatMap(({ ids }) => ids), values: new Set(group.map(({ value }) => value)) },
      }),
    )
    .sort((a, b) => Number(b.own) - Number(a.own) || b.documents! - a.documents! || (a.value! < b.value! ? -1 : 1));
}

function foremost(a: Value, b: Value): number {
  return Number(b.own) - Number(a.own) || b.documents - a.documents || (a.value < b.value ? -1 : 1);
}

/** The side that more documents take than any other; null where two are equal, or numbers do not part them. */
export function majorityOf<T extends { readonly documents: number | null }>(sides: readonly T[]): T | null {
  const [first, second] = sides.toSorted((a, b) => (b.documents ?? 0) - (a.documents ?? 0));
  if (first === undefined || first.documents === null) return null;
  return first.documents > (second?.documents ?? 0) ? first : null;
}

/** The heads of the documents that are one work, by id of the document. */
export function headsOf(named: readonly Named[]): readonly Named[] {
  return named.filter(({ naming }) => naming.holder !== null).sort((a, b) => (a.naming.holder! < b.naming.holder! ? -1 : 1));
}
