import { pageOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { byStrength, bySureness } from '#ingest/model/relation.ts';
import type { LinkKind, LinkWitness } from './link.ts';
import { type Naming, namingsIn } from './naming.ts';
import type { Identified } from './work.ts';

/** A claim of a record as every engine keeps it for the graph: the namings at its ends, and its witness as far as one record tells it. */
export interface Stated {
  readonly subject: Naming;
  readonly object: Naming;
  readonly witness: Omit<LinkWitness, 'identified'>;
}

/** How document `id` names itself, and its claims in the order of the record. A claim about a document without a number that is not this one names nobody and is none. */
export function statedIn(id: string, record: DocumentRecord): { readonly own: Naming; readonly stated: readonly Stated[] } {
  const { own, claims } = namingsIn(id, record);
  const stated = record.claims.flatMap((claim, position): Stated[] => {
    const ends = claims[position];
    if (ends === undefined || isNobody(ends.subject) || isNobody(ends.object)) return [];
    const { relation, kind, confidence, rule, own, quote } = claim;
    const date = ends.subject.identity.date.value ?? (ends.subject.holder === null ? null : record.document.date);
    const page = pageOf(record.origin, claim.witness);
    return [
      { ...ends, witness: { document: id, position, page, relation, kind, confidence, rule, own, span: claim.witness, quote, date } },
    ];
  });
  return { own, stated };
}

function isNobody({ identity, holder }: Naming): boolean {
  return identity.key === null && holder === null;
}

/** Every kind of relation that is stated of a pair, the strongest first, each as sure as its surest words; plain `cites` only alone. */
export function kindsStated(all: readonly Pick<LinkWitness, 'relation' | 'kind' | 'confidence'>[]): LinkKind[] {
  const kinds = new Map<string, LinkKind>();
  for (const { relation, kind, confidence } of all) {
    const known = kinds.get(kind);
    if (known === undefined || bySureness({ confidence }, known) < 0) kinds.set(kind, { relation, kind, confidence });
  }
  if (kinds.size > 1) kinds.delete('cites');
  return [...kinds.values()].sort(byStrength);
}

/** The surest first: what a person decided is told wherever words alone do not say it. */
export const certainties: readonly Identified[] = ['said', 'decided', 'inferred', 'unknown'];

/** The less certain of two. */
export function lessCertain(a: Identified, b: Identified): Identified {
  return certainties.indexOf(a) > certainties.indexOf(b) ? a : b;
}
