import type { RelationWitness } from '#ingest/model/citation.ts';
import { byStrength, bySureness } from '#ingest/model/relation.ts';
import type { AttestedEdge, Witnessed } from './relations.ts';

/**
 * Of all that was read of a pair, the surest words for each kind of relation (of equal sureness those of the title, then the first), the strongest first.
 * Of two kinds of one relation the one that the title states leads, else the finer. Plain `cites` is what no other words say: it stays only alone.
 */
export function byKind(read: readonly Witnessed[]): RelationWitness[] {
  return best(read).map(({ relation, kind, rule, confidence, span, words }) => ({ relation, kind, rule, confidence, span, words }));
}

/** The same for each pair of other documents, in order of the pairs' first statements. */
export function byPairAndKind(read: readonly AttestedEdge[]): AttestedEdge[] {
  const pairs = new Map<string, AttestedEdge[]>();
  for (const edge of read) {
    const pair = JSON.stringify([edge.from, edge.to]);
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, [edge]);
    else known.push(edge);
  }
  return [...pairs.values()].flatMap((edges) => best(edges));
}

function best<W extends RelationWitness & { readonly place?: Witnessed['place'] }>(read: readonly W[]): W[] {
  const inTitle = (witness: W) => (witness.place === 'title' ? 0 : 1);
  const kinds = new Map<string, W>();
  for (const witness of read) {
    const known = kinds.get(witness.kind);
    if (known === undefined || (bySureness(witness, known) || inTitle(witness) - inTitle(known)) < 0) kinds.set(witness.kind, witness);
  }
  if (kinds.size > 1) kinds.delete('cites');
  return [...kinds.values()].sort((a, b) => (a.relation === b.relation ? inTitle(a) - inTitle(b) : 0) || byStrength(a, b));
}
