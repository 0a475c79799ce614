import type { Decision } from './decision.ts';

/** What decisions make of the works of one symbol. */
export interface Verdict {
  /** The work that this one is now a part of; itself where nothing was decided. */
  readonly workOf: (id: string) => string;
  readonly areApart: (a: string, b: string) => boolean;
  /** Ids of the decisions that hold of a work, sorted. */
  readonly of: (id: string) => readonly string[];
}

/**
 * Applies decisions to the works with these ids (sorted). Works that are decided to be the same go under one id: that of a work whose scope and term are known
 * before others, of several the first. A decision about a work that is not there any more does nothing.
 */
export function decided(ids: readonly string[], decisions: readonly Decision[]): Verdict {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const parent = root.get(id);
    return parent === undefined ? id : find(parent);
  };
  const holding: { readonly decision: Decision; readonly first: string; readonly second: string }[] = [];
  for (const decision of decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [first, second] = [meant(ids, decision.first), meant(ids, decision.second)];
    if (first === null || second === null) continue;
    holding.push({ decision, first, second });
    if (decision.says !== 'same') continue;
    const [a, b] = [find(first), find(second)];
    if (a !== b) {
      const [kept, gone] = leads(a, b) ? [a, b] : [b, a];
      root.set(gone, kept);
    }
  }
  const pair = (a: string, b: string) => JSON.stringify([a, b].sort());
  const apart = new Set(
    holding.filter(({ decision }) => decision.says === 'different').map(({ first, second }) => pair(find(first), find(second))),
  );
  const of = new Map<string, Set<string>>();
  for (const { decision, first, second } of holding)
    for (const id of [find(first), find(second)]) of.set(id, (of.get(id) ?? new Set()).add(decision.id));
  return {
    workOf: find,
    areApart: (a, b) => apart.has(pair(find(a), find(b))),
    of: (id) => [...(of.get(id) ?? [])].sort(),
  };
}

/** The work that a decision means: under its id, or, of words of one document, under what else these words are known by now. */
function meant(ids: readonly string[], id: string): string | null {
  if (ids.includes(id)) return id;
  const words = /^.+@\?[^@]+@/u.exec(id)?.[0];
  const alike = words === undefined ? [] : ids.filter((other) => other.startsWith(words));
  return alike.length === 1 ? alike[0]! : null;
}

function leads(a: string, b: string): boolean {
  const unknowns = (id: string) => id.split('@').filter((part) => part.startsWith('?')).length;
  return unknowns(a) - unknowns(b) < 0 || (unknowns(a) === unknowns(b) && a < b);
}
