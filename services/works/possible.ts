import type { Verdict } from './decided.ts';
import type { Bearers, Wanted } from './placing.ts';
import { reasonsFor, type Telling } from './telling.ts';
import { mostListed, type Named, type Possible } from './work.ts';

/** A work while its possibilities are looked for. `open`: its words tell no bearer. */
export interface Gathered {
  readonly id: string;
  readonly named: readonly Named[];
  readonly open: boolean;
}

export interface Possibilities {
  readonly list: readonly Possible[];
  /** How many there are beyond the list. */
  readonly more: number;
}

/** Open works that ask alike, and the works that answer, likeliest first. */
interface Asking {
  readonly askers: string[];
  readonly answer: readonly string[];
  readonly members: ReadonlySet<string>;
  readonly date: string | null;
}

/**
 * For each open work those it could be, likeliest first, and for each of these the open works that it could be; besides `pairs`, works of which one may be the
 * other misprinted. Works that ask alike are answered together, so that a number of ten thousand namings is not gone through pair by pair.
 */
export function possibilitiesOf(
  works: ReadonlyMap<string, Gathered>,
  bearers: Bearers,
  verdict: Verdict,
  pairs: readonly (readonly [string, string])[],
  tellingOf: (id: string) => Telling,
): ReadonlyMap<string, Possibilities> {
  const ahead = new Map<string, string[]>();
  for (const [a, b] of pairs) {
    if (a === b || verdict.areApart(a, b)) continue;
    enter(ahead, a, b);
    enter(ahead, b, a);
  }
  const askings = askingsOf(works, bearers, verdict);
  const asked = new Map<string, Asking[]>();
  const found = new Map<string, Possibilities>();
  const finish = (id: string, likely: readonly string[], total: number) => {
    const first = ahead.get(id) ?? [];
    const list = [...new Set([...first, ...likely])].slice(0, mostListed);
    const ours = tellingOf(id);
    if (list.length > 0)
      found.set(id, {
        list: list.map((work) => ({ work, reasons: reasonsFor(ours, tellingOf(work)) })),
        more: first.length + total - list.length,
      });
  };
  for (const asking of askings) {
    for (const id of asking.answer) enter(asked, id, asking);
    for (const id of asking.askers) {
      const barred = verdict.apart.get(id);
      const likely = some(asking.answer, mostListed, (other) => barred?.has(other) !== true);
      const titles = tellingOf(id).titles;
      const entitled =
        titles.size === 0
          ? []
          : some(
              bearers.entitled(titles).map((bearer) => verdict.workOf(bearer.id)),
              mostListed,
              (other) => asking.members.has(other) && barred?.has(other) !== true,
            );
      finish(id, [...entitled, ...likely], asking.answer.length - common(barred, asking.members));
    }
  }
  for (const id of new Set([...asked.keys(), ...ahead.keys()])) {
    if (found.has(id)) continue;
    const barred = verdict.apart.get(id);
    const { dates } = tellingOf(id);
    const sides = Map.groupBy(asked.get(id) ?? [], ({ date }) => date !== null && dates.has(date));
    const ofSide = (sameDay: boolean) =>
      (sides.get(sameDay) ?? []).flatMap(({ askers }) => some(askers, mostListed, (other) => barred?.has(other) !== true)).sort();
    const total = (asked.get(id) ?? []).reduce((sum, { askers }) => sum + askers.length - common(barred, askers), 0);
    finish(id, [...ofSide(true), ...ofSide(false)], total);
  }
  return found;
}

function askingsOf(works: ReadonlyMap<string, Gathered>, bearers: Bearers, { workOf }: Verdict): Asking[] {
  const askings = new Map<string, Asking>();
  for (const { id, named, open } of works.values()) {
    if (!open) continue;
    const questions = new Map<string, Wanted>();
    for (const { naming } of named) {
      const wanted = bearers.wantedBy(naming);
      questions.set(JSON.stringify(wanted), wanted);
    }
    // A work that asks several questions asks for itself.
    const name = questions.size === 1 ? [...questions.keys()][0]! : id;
    const known = askings.get(name);
    if (known !== undefined) {
      known.askers.push(id);
      continue;
    }
    const answers = [...questions.values()].map((wanted) => bearers.possible(wanted));
    const all = answers.length === 1 ? answers[0]! : [...new Set(answers.flat())].sort(bearers.laterFirst);
    const members = new Set(all.map((bearer) => workOf(bearer.id)));
    askings.set(name, {
      askers: [id],
      answer: [...members],
      members,
      date: questions.size === 1 ? [...questions.values()][0]!.date : null,
    });
  }
  for (const { askers } of askings.values()) askers.sort();
  return [...askings.values()];
}

function enter<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** The first `most` that pass. */
function some(list: Iterable<string>, most: number, passes: (id: string) => boolean): string[] {
  const taken: string[] = [];
  for (const id of list) {
    if (taken.length === most) break;
    if (passes(id)) taken.push(id);
  }
  return taken;
}

function common(few: ReadonlySet<string> | undefined, many: ReadonlySet<string> | readonly string[]): number {
  if (few === undefined) return 0;
  const all = many instanceof Set ? many : new Set(many as readonly string[]);
  let count = 0;
  for (const id of few) if (all.has(id)) count += 1;
  return count;
}
