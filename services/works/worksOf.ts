import { compareIdentities } from '#ingest/model/sameness.ts';
import { decided } from './decided.ts';
import { describe } from './describe.ts';
import type { Naming } from './naming.ts';
import { reasonsFor } from './reasons.ts';
import { type Identified, mostListed, type Named, type NamedSymbol, type Possible, type Work, type WorksOfSymbol } from './work.ts';

/** Namings that mean one work; `complete` where scope and term are known, so that others are compared with it. */
interface Group {
  readonly id: string;
  readonly complete: boolean;
  readonly named: Named[];
}

/**
 * The works that bear one symbol, from all that is said of it; the order of `named` does not matter.
 *
 * - The same scope and term, said or inferred, are one work; contradicting dates stay visible in `claimed`.
 * - A naming without a term belongs to the only work of its scope, if there is just one that it does not contradict.
 * - A naming whose scope is unknown (20-KH/TU in the words of an unknown province) is a work of its own for each document
 *   that makes it: which province is meant is never guessed. `maybe` names the works that it could be, on both sides.
 * - What a person decided comes last and goes before all of it.
 */
export function worksOf({ symbol, named, decisions }: NamedSymbol): WorksOfSymbol {
  const ordered = named.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const complete = new Map<string, Group>();
  for (const one of ordered) {
    const id = completeId(symbol, one.naming);
    if (id !== null) entered(complete, id, true).named.push(one);
  }
  const groups = new Map(complete);
  const placed = new Map<string, { work: string; identified: Identified }>();
  const known = [...complete.values()].map((group) => ({ ...group, named: [...group.named] }));
  for (const one of ordered) {
    const place = placeOf(symbol, one.naming, known);
    placed.set(one.id, place);
    if (!complete.has(place.work) || completeId(symbol, one.naming) === null) entered(groups, place.work, false).named.push(one);
  }
  const verdict = decided([...groups.keys()].sort(), decisions);
  const merged = new Map<string, { named: Named[]; complete: boolean }>();
  for (const { id, complete, named } of groups.values()) {
    const target = verdict.workOf(id);
    const into = merged.get(target) ?? { named: [], complete: false };
    merged.set(target, { named: [...into.named, ...named], complete: into.complete || complete });
  }
  for (const [naming, { work, identified }] of placed) {
    const target = verdict.workOf(work);
    placed.set(naming, { work: target, identified: target === work ? identified : 'decided' });
  }
  const maybe = possibilities(merged, verdict.areApart);
  const works = [...merged].map(([id, { named }]): Work => {
    const all = maybe.get(id) ?? [];
    return {
      ...describe(id, symbol, named),
      maybe: all.slice(0, mostListed),
      maybeMore: Math.max(0, all.length - mostListed),
      decisions: verdict.of(id),
    };
  });
  return { works: works.sort((a, b) => (a.id < b.id ? -1 : 1)), placed };
}

function entered(groups: Map<string, Group>, id: string, complete: boolean): Group {
  const group = groups.get(id) ?? { id, complete, named: [] };
  groups.set(id, group);
  return group;
}

/** Id of the work that a naming with scope and term means, or of a document without a number; null where it does not tell. */
function completeId(symbol: string, { identity: { key, scope, term }, holder }: Naming): string | null {
  if (key === null) return holder === null ? null : symbol;
  return scope.value === null || term.value === null ? null : `${symbol}@${scope.value}@${term.value}`;
}

function placeOf(symbol: string, naming: Naming, complete: readonly Group[]): { work: string; identified: Identified } {
  const { scope, term } = naming.identity;
  const id = completeId(symbol, naming);
  if (id !== null)
    return { work: id, identified: naming.identity.key === null || (scope.how === 'said' && term.how === 'said') ? 'said' : 'inferred' };
  if (scope.value === null) return { work: `${symbol}@?${naming.speaker}@${term.value ?? '?'}`, identified: 'unknown' };
  const candidates = complete.filter(
    (group) => group.named[0]?.naming.identity.scope.value === scope.value && couldBe(naming, group.named),
  );
  const [only] = candidates;
  if (only === undefined || candidates.length > 1) return { work: `${symbol}@${scope.value}@?`, identified: 'unknown' };
  return { work: only.id, identified: 'inferred' };
}

/** A document that cites its own number means another document of that number: itself it would not cite. */
function couldBe(naming: Naming, group: readonly Named[]): boolean {
  if (naming.holder === null && naming.speaker !== null && group.some(({ naming: { holder } }) => holder === naming.speaker)) return false;
  return group.some(({ naming: other }) => isNotDifferent(naming, other));
}

/** The keys are not compared: both sides share the symbol, however each is printed. */
function isNotDifferent(a: Naming, b: Naming): boolean {
  return compareIdentities(a.identity, { ...b.identity, key: a.identity.key }) !== 'different';
}

/** For each group that lacks scope or term, the complete works that it could be; entered on both sides. */
function possibilities(
  groups: ReadonlyMap<string, { readonly named: readonly Named[]; readonly complete: boolean }>,
  areApart: (a: string, b: string) => boolean,
): Map<string, Possible[]> {
  const maybe = new Map<string, Possible[]>();
  const enter = (id: string, possible: Possible) => maybe.set(id, [...(maybe.get(id) ?? []), possible]);
  for (const [id, { named, complete }] of groups) {
    if (complete) continue;
    for (const [other, { named: theirs, complete }] of groups) {
      if (!complete || areApart(id, other) || !named.some(({ naming }) => couldBe(naming, theirs))) continue;
      const reasons = reasonsFor(
        named.map(({ naming }) => naming),
        theirs.map(({ naming }) => naming),
      );
      enter(id, { work: other, reasons });
      enter(other, { work: id, reasons });
    }
  }
  for (const list of maybe.values()) list.sort((a, b) => (a.work < b.work ? -1 : 1));
  return maybe;
}
