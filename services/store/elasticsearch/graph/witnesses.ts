import { unpackClaims } from '#services/store/packing.ts';
import type { LinkWitness } from '#services/works/link.ts';
import { lessCertain } from '#services/works/stated.ts';
import type { Connection } from '../connection.ts';
import { documentsOf } from '../documents.ts';
import { packetOf, summaryOf } from '../record.ts';
import type { Known } from './known.ts';
import type { Told } from './told.ts';

/**
 * The words of statements, from the claims that lie with their documents. Those are left out whose document is not there in the version that the graph
 * told of: it comes in just now, or was taken out meanwhile.
 */
export async function witnessesOf(connection: Connection, known: Known, told: readonly Told[]): Promise<ReadonlyMap<Told, LinkWitness>> {
  const byDocument = Map.groupBy(told, ({ document }) => document);
  const found = new Map<Told, LinkWitness>();
  for await (const hit of documentsOf(connection, [...byDocument.keys()], ['claims'])) {
    const { id, revision } = summaryOf(hit);
    const claims = unpackClaims(packetOf(hit, 'claims'));
    for (const one of byDocument.get(id) ?? []) {
      const kept = claims[one.position];
      const [subject, object] = [known.place(one.subject), known.place(one.object)];
      if (one.revision !== revision || kept === undefined || subject === undefined || object === undefined) continue;
      const { relation, kind, confidence, rule, own, witness: span, quote } = kept.claim;
      const { document, position, date } = one;
      const identified = lessCertain(subject.identified, object.identified);
      found.set(one, { document, position, page: kept.page, relation, kind, confidence, rule, own, span, quote, date, identified });
    }
  }
  return found;
}
