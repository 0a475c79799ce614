import { bearersOf, doubtsOf } from './bearers.ts';
import { decided } from './decided.ts';
import { describe } from './describe.ts';
import { asked, openId, placedBy } from './placing.ts';
import { type Gathered, possibilitiesOf } from './possible.ts';
import { type Telling, tellingOf } from './telling.ts';
import type { Identified, Named, NamedSymbol, Work, WorksOfSymbol } from './work.ts';

/**
 * The works that bear one symbol, from all that is said of it; the order of `named` and `decisions` does not matter.
 *
 * - The same scope and term, said or inferred, are one work; contradicting dates stay visible in `claimed`. So is the same day in the months of congresses,
 *   where the day does not tell the term (`SYMBOL@SCOPE@?DAY`). A decision and a regulation of one "QĐ" number are two where types and days say so.
 * - A naming without term and day means the only work of its scope that there was when it was spoken; of several the only one that has its title.
 * - A naming whose scope is unknown (20-KH/TU in the words of an unknown province) means the work of the same day where no other can be meant, or of the same
 *   day and title; else it is a work of its own for each document that makes it: which province is meant is never guessed.
 * - What may be another work with its year misprinted is no certain work.
 * - What a person decided goes before all of it.
 *
 * `maybe` names the works that one could be, likeliest first, on both sides.
 */
export function worksOf({ symbol, named, decisions }: NamedSymbol): WorksOfSymbol {
  const ordered = named.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bearers = bearersOf(symbol, ordered);
  const doubts = doubtsOf(bearers);
  const doubtful = new Set(doubts.flatMap(({ other, isDoubtful }) => (isDoubtful ? [other.id] : [])));
  const bearerOf = new Map<string, string>();
  for (const { id, named: of } of bearers.values()) for (const one of of) bearerOf.set(one.id, id);
  const open = ordered.filter(({ id }) => !bearerOf.has(id)).map((one) => ({ one, id: openId(symbol, one.naming) }));
  const verdict = decided(new Set([...bearers.keys(), ...open.map(({ id }) => id)]), decisions);
  const answering = asked([...bearers.values()].filter(({ id }) => !doubtful.has(id)));

  const placed = new Map<string, { work: string; identified: Identified }>();
  const gathered = new Map<string, { id: string; named: Named[]; open: boolean }>();
  const place = (one: Named, work: string, identified: Identified, isOpen: boolean) => {
    const target = verdict.workOf(work);
    placed.set(one.id, { work: target, identified: target === work ? identified : 'decided' });
    const into = gathered.get(target) ?? { id: target, named: [], open: true };
    into.named.push(one);
    into.open &&= isOpen;
    gathered.set(target, into);
  };
  for (const { id, named: of } of bearers.values())
    for (const one of of) place(one, id, doubtful.has(id) && !verdict.isSettled(id) ? 'unknown' : toldBy(one), false);
  for (const { one, id } of open) {
    const { work, identified } = placedBy(one.naming, id, answering, verdict);
    place(one, work, identified, work === id);
  }

  const tellings = new Map<string, Telling>();
  const telling = (id: string): Telling => {
    const known = tellings.get(id) ?? tellingOf(gathered.get(id)?.named ?? []);
    tellings.set(id, known);
    return known;
  };
  const pairs = doubts.map(({ surer, other }) => [verdict.workOf(surer.id), verdict.workOf(other.id)] as const);
  const possible = possibilitiesOf(gathered as ReadonlyMap<string, Gathered>, answering, verdict, pairs, telling);
  const works = Array.from(gathered.values(), ({ id, named: of }): Work => {
    const { list, more } = possible.get(id) ?? { list: [], more: 0 };
    return { ...describe(id, symbol, of), maybe: list, maybeMore: more, decisions: verdict.of(id) };
  });
  const { overruled, notApplicable } = verdict;
  return { works: works.sort((a, b) => (a.id < b.id ? -1 : 1)), placed, overruled, notApplicable };
}

/** How the words of a naming that tells scope and period tell them. A document without a number is itself. */
function toldBy({ naming: { identity } }: Named): Identified {
  const { key, scope, term } = identity;
  return key === null || (scope.how === 'said' && (term.how === 'said' || term.value === null)) ? 'said' : 'inferred';
}
