import { endsLength, statedRanks, unknownDay } from './ends.ts';

/**
 * Statements in memory, by number: what `Ends` tell, side by side, so that what a walk asks of a statement lies together; the row of the document that states it and
 * that of its words. Those that were there when the graph was loaded are numbered in the order of statements, from 0 to before `ordered`; those behind came later.
 */
export interface Arcs {
  readonly ordered: number;
  size: number;
  ends: Int32Array;
  document: Int32Array;
  witness: Float64Array;
  /** Of those that came later, by their number less `ordered`: the place between the others where each belongs. */
  readonly places: number[];
}

export function arcsFor(size: number): Arcs {
  const [ends, document, witness] = [new Int32Array(size * endsLength), new Int32Array(size), new Float64Array(size)];
  return { ordered: size, size, ends, document, witness, places: [] };
}

/** Makes room for so many more. */
export function reserveArcs(arcs: Arcs, more: number): void {
  const wanted = arcs.size + more;
  if (wanted <= arcs.document.length) return;
  const length = Math.ceil(wanted * 1.1) + 1024;
  const grown = <T extends Int32Array | Float64Array>(old: T, larger: T): T => {
    larger.set(old);
    return larger;
  };
  arcs.ends = grown(arcs.ends, new Int32Array(length * endsLength));
  arcs.document = grown(arcs.document, new Int32Array(length));
  arcs.witness = grown(arcs.witness, new Float64Array(length));
}

/** The naming that a statement is about, and the one that it leads to. */
export const subjectOf = ({ ends }: Arcs, arc: number): number => ends[arc * endsLength] as number;
export const objectOf = ({ ends }: Arcs, arc: number): number => ends[arc * endsLength + 1] as number;
/** How it is stated (`statedAs`), and its day (`dayNumber`). */
export const statedOf = ({ ends }: Arcs, arc: number): number => ends[arc * endsLength + 2] as number;
export const dayOf = ({ ends }: Arcs, arc: number): number => ends[arc * endsLength + 3] as number;

/** Where a statement stands in the order of statements; `label` is a number in the order of the ids of documents. Rows of words ascend within a document. */
export interface Standing {
  readonly rank: number;
  readonly day: number;
  readonly label: number;
  readonly witness: number;
}

export function standingOf(arcs: Arcs, labels: Float64Array, arc: number): Standing {
  return {
    rank: statedRanks[statedOf(arcs, arc)] as number,
    day: dayOf(arcs, arc),
    label: labels[arcs.document[arc] as number] as number,
    witness: arcs.witness[arc] as number,
  };
}

export function byStanding(a: Standing, b: Standing): number {
  return a.rank - b.rank || a.day - b.day || a.label - b.label || a.witness - b.witness;
}

/** How many of the statements that were loaded in order stand before this place. */
export function placeAmong(arcs: Arcs, labels: Float64Array, standing: Standing): number {
  let [low, high] = [0, arcs.ordered];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byStanding(standingOf(arcs, labels, middle), standing) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Compares statements by their numbers, in the order of statements. */
export function arcOrder(arcs: Arcs, labels: Float64Array): (a: number, b: number) => number {
  const { ordered, places } = arcs;
  const place = (arc: number) => (arc < ordered ? arc : (places[arc - ordered] as number));
  return (a, b) => place(a) - place(b) || (a === b ? 0 : byStanding(standingOf(arcs, labels, a), standingOf(arcs, labels, b)));
}

/** These statements in order. Few of them came late, so that only these are compared one by one. */
export function sorted(arcs: Arcs, labels: Float64Array, numbers: Int32Array): Int32Array {
  const early = numbers.filter((arc) => arc < arcs.ordered).sort();
  if (early.length === numbers.length) return early;
  const compare = arcOrder(arcs, labels);
  const late = numbers.filter((arc) => arc >= arcs.ordered).sort(compare);
  const all = new Int32Array(numbers.length);
  let [first, second] = [0, 0];
  for (let at = 0; at < all.length; at++) {
    const isEarly = second === late.length || (first < early.length && compare(early[first] as number, late[second] as number) < 0);
    all[at] = (isEarly ? early[first++] : late[second++]) as number;
  }
  return all;
}

const low = 13;
const bucketsLow = 1 << low;
/** Years, months and days below 2^22, `unknownDay` as the last; before them the rank. */
const dayBits = 22;
const bucketsHigh = 1 << (dayBits - low + 3);

/** Puts statements in order which are in that of documents and positions already: a sorting by counting, in two rounds. */
export function orderedBy(arcs: Arcs, given: Int32Array): Int32Array {
  const keys = new Int32Array(given.length);
  for (const arc of given) keys[arc] = ((statedRanks[statedOf(arcs, arc)] as number) << dayBits) | dayKey(dayOf(arcs, arc));
  return counted(
    counted(given, keys, bucketsLow, (key) => key & (bucketsLow - 1)),
    keys,
    bucketsHigh,
    (key) => key >>> low,
  );
}

function dayKey(day: number): number {
  if (day === unknownDay) return (1 << dayBits) - 1;
  return Math.floor(day / 10_000) * 416 + (Math.floor(day / 100) % 100) * 32 + (day % 100);
}

function counted(given: Int32Array, keys: Int32Array, buckets: number, bucketOf: (key: number) => number): Int32Array {
  const starts = new Int32Array(buckets + 1);
  for (const arc of given) (starts[bucketOf(keys[arc] as number) + 1] as number)++;
  for (let at = 1; at <= buckets; at++) (starts[at] as number) += starts[at - 1] as number;
  const sorted = new Int32Array(given.length);
  for (const arc of given) {
    const bucket = bucketOf(keys[arc] as number);
    sorted[starts[bucket] as number] = arc;
    (starts[bucket] as number)++;
  }
  return sorted;
}
