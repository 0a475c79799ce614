import { leadingClaims } from '#ingest/model/claim.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { relations } from '#ingest/model/relation.ts';
import type { Naming } from '#services/works/naming.ts';
import { statedIn } from '#services/works/stated.ts';
import { dateOf, dayNumber, type Ends, packEnds, statedAs } from './ends.ts';

/** What the graph keeps of one record: its own naming by number, and its statements as they lie in `stating.ends` and in `witness`. */
export interface Kept {
  readonly own: number;
  readonly count: number;
  readonly ends: Buffer;
  /** Of each statement what `witnessColumns` name. */
  readonly words: readonly (readonly (string | number | null)[])[];
  /** In the order of `relations`: the pairs of which it is the strongest that is stated. */
  readonly pairs: readonly number[];
  /** Every naming that it uses, once. */
  readonly used: readonly number[];
}

export const witnessColumns = 'position, page, rule, own, start, "end", date, quote';

/** `numberOf` gives the number of a naming; it is asked for each object once. */
export function keptOf(id: string, record: DocumentRecord, numberOf: (naming: Naming) => number): Kept {
  const { own, stated } = statedIn(id, record);
  const known = new Map<Naming, number>();
  const numbered = (naming: Naming) => {
    const number = known.get(naming) ?? numberOf(naming);
    known.set(naming, number);
    return number;
  };
  const ownNumber = numbered(own);
  const words: (string | number | null)[][] = [];
  const ends = stated.map(({ subject, object, witness }): Ends => {
    const { position, page, rule, own: ofOwn, span, date, quote, kind, confidence } = witness;
    const day = dayNumber(date);
    words.push([position, page, rule, ofOwn ? 1 : 0, span.start, span.end, dateOf(day) === date ? null : date, quote]);
    return { subject: numbered(subject), object: numbered(object), stated: statedAs(kind, confidence), day };
  });
  const leading = Map.groupBy(leadingClaims(record.claims), ({ relation }) => relation);
  const pairs = relations.map((name) => leading.get(name)?.length ?? 0);
  return { own: ownNumber, count: ends.length, ends: packEnds(ends), words, pairs, used: [...new Set(known.values())] };
}
