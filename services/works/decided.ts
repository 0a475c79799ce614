import type { Decision } from './decision.ts';

/** What decisions make of the works of one symbol. */
export interface Verdict {
  /** The work that this one is now a part of; itself where nothing was decided. */
  readonly workOf: (id: string) => string;
  readonly areApart: (a: string, b: string) => boolean;
  /** True where a person told what the words under this id mean: nothing is inferred of them any more. */
  readonly isSettled: (id: string) => boolean;
  /** Ids of the decisions that hold of a work, sorted. */
  readonly of: (id: string) => readonly string[];
  /** For each work the works that it was told apart from. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of decisions that a later one contradicts, sorted. */
  readonly overruled: readonly string[];
  /** Ids of decisions about works that are not there, sorted. */
  readonly notApplicable: readonly string[];
}

interface Meant {
  readonly decision: Decision;
  readonly first: string;
  readonly second: string;
}

/**
 * Applies decisions to the works with these ids. Works that are decided to be the same go under one id: that of a work whose scope and term are known
 * before others, of several the first. Of decisions that contradict each other, also by way of third works, the one made later holds. A decision about a work
 * that is not there does nothing. The order of ids and decisions does not matter.
 */
export function decided(ids: ReadonlySet<string>, decisions: readonly Decision[]): Verdict {
  if (decisions.length === 0) return undecided;
  const holding: Meant[] = [];
  const [overruled, notApplicable]: [string[], string[]] = [[], []];
  const clusters = new Map<string, Set<string>>();
  const apart = new Map<string, Set<string>>();
  const clusterOf = (id: string): ReadonlySet<string> => clusters.get(id) ?? new Set([id]);
  const areTold = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
    [...a].some((one) => [...(apart.get(one) ?? [])].some((other) => b.has(other)));
  for (const decision of decisions.toSorted(latestFirst)) {
    const [first, second] = [meant(ids, decision.first), meant(ids, decision.second)];
    if (first === null || second === null || first === second) {
      notApplicable.push(decision.id);
      continue;
    }
    const [ours, theirs] = [clusterOf(first), clusterOf(second)];
    const same = decision.says === 'same';
    if (same ? areTold(ours, theirs) : ours.has(second)) {
      overruled.push(decision.id);
      continue;
    }
    holding.push({ decision, first, second });
    if (!same) {
      apart.set(first, (apart.get(first) ?? new Set()).add(second));
      apart.set(second, (apart.get(second) ?? new Set()).add(first));
    } else if (!ours.has(second)) {
      const joined = new Set([...ours, ...theirs]);
      for (const id of joined) clusters.set(id, joined);
    }
  }
  const leaders = new Map<string, string>();
  for (const joined of new Set(clusters.values())) {
    const leader = [...joined].reduce((best, id) => (leads(id, best) ? id : best));
    for (const id of joined) leaders.set(id, leader);
  }
  const workOf = (id: string) => leaders.get(id) ?? id;
  const told = new Map<string, Set<string>>();
  for (const [id, others] of apart)
    for (const other of others) told.set(workOf(id), (told.get(workOf(id)) ?? new Set()).add(workOf(other)));
  const of = new Map<string, Set<string>>();
  for (const { decision, first, second } of holding)
    for (const id of [workOf(first), workOf(second)]) of.set(id, (of.get(id) ?? new Set()).add(decision.id));
  return {
    workOf,
    areApart: (a, b) => told.get(workOf(a))?.has(workOf(b)) === true,
    isSettled: (id) => clusters.has(id),
    of: (id) => [...(of.get(id) ?? [])].sort(),
    apart: told,
    overruled: overruled.sort(),
    notApplicable: notApplicable.sort(),
  };
}

const undecided: Verdict = {
  ...{ workOf: (id) => id, areApart: () => false, isSettled: () => false, of: () => [] },
  ...{ apart: new Map(), overruled: [], notApplicable: [] },
};

/** Of those made at one time the first id goes last, so that it is overruled: any order would do, as long as it is one. */
function latestFirst(a: Decision, b: Decision): number {
  return a.made === b.made ? (a.id < b.id ? 1 : -1) : a.made < b.made ? 1 : -1;
}

/** The work that a decision means: under its id, or, of words of one document, under what else these words are known by now. */
function meant(ids: ReadonlySet<string>, id: string): string | null {
  if (ids.has(id)) return id;
  const words = /^.+@\?[^@]+@/u.exec(id)?.[0];
  const alike = words === undefined ? [] : [...ids].filter((other) => other.startsWith(words));
  return alike.length === 1 ? alike[0]! : null;
}

function leads(a: string, b: string): boolean {
  const unknowns = (id: string) => id.split('@').filter((part) => part.startsWith('?')).length;
  return unknowns(a) - unknowns(b) < 0 || (unknowns(a) === unknowns(b) && a < b);
}
