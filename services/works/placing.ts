import type { Bearer } from './bearers.ts';
import type { Verdict } from './decided.ts';
import { mayBeMisprint, sameTitle, titleDrawer, titleForm } from './likeness.ts';
import { parted, scopesOfLine } from './lineage.ts';
import type { Naming } from './naming.ts';
import { shareTitle, type Titles, tellingOf } from './telling.ts';
import { type Identified, mostListed } from './work.ts';

/** The id of what words mean that do not tell a bearer: its scope without a period, or one document's words of an unknown scope. */
export function openId(symbol: string, { identity: { scope, term }, speaker }: Naming): string {
  return scope.value === null ? `${symbol}@?${speaker}@${term.value ?? '?'}` : `${symbol}@${scope.value}@?`;
}

/** What namings that tell no bearer have in common as far as it decides which bearers they could mean. */
export interface Wanted {
  readonly scope: string | null;
  readonly term: string | null;
  readonly date: string | null;
  /** Which of a decision (quyết định) and a regulation (quy định) the words say; null for all other types. */
  readonly kind: Bearer['kind'];
  readonly spoken: string | null;
  readonly place: string | null;
  /** The document that speaks, where it bears the number itself: itself it does not cite. */
  readonly self: string | null;
}

/** The bearers of one number, to be asked which of them words could mean. */
export interface Bearers {
  /** All that the words do not contradict, likeliest first: of the same day, then the later before the earlier. */
  readonly possible: (wanted: Wanted) => readonly Bearer[];
  readonly wantedBy: (naming: Naming) => Wanted;
  readonly titles: (bearer: Bearer) => Titles;
  /** Ids of bearers of which one of these titles is said. */
  readonly entitled: (titles: Titles) => readonly string[];
  readonly laterFirst: (a: Bearer, b: Bearer) => number;
}

export function asked(bearers: readonly Bearer[]): Bearers {
  const all = bearers.filter(({ scope }) => scope !== null).sort(laterFirst);
  const byScope = Map.groupBy(all, ({ scope }) => scope!);
  const holders = new Set(all.flatMap((bearer) => [...bearer.holders]));
  const answers = new Map<string, readonly Bearer[]>();
  const tellings = new Map<string, Titles>();
  let drawers: Map<string, Bearer[]> | null = null;
  const titles = (bearer: Bearer): Titles => {
    const known = tellings.get(bearer.id) ?? tellingOf(bearer.named).titles;
    tellings.set(bearer.id, known);
    return known;
  };
  const inDrawers = (): ReadonlyMap<string, readonly Bearer[]> => {
    if (drawers !== null) return drawers;
    drawers = new Map();
    for (const bearer of all) for (const drawer of titles(bearer).keys()) drawers.set(drawer, [...(drawers.get(drawer) ?? []), bearer]);
    return drawers;
  };
  const possible = (wanted: Wanted): readonly Bearer[] => {
    const name = JSON.stringify(wanted);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const { scope, place, date } = wanted;
    const near = scope !== null || place === null ? null : scopesOfLine(place);
    const found = (scope === null ? all : (byScope.get(scope) ?? [])).filter(
      (bearer) => (near === null || near.has(parted(bearer.scope!)[0])) && isPossible(bearer, wanted),
    );
    const answer =
      date === null ? found : [...found.filter(({ dates }) => dates.has(date)), ...found.filter(({ dates }) => !dates.has(date))];
    answers.set(name, answer);
    return answer;
  };
  return {
    possible,
    wantedBy: ({ identity: { type, scope, term, date }, spoken, place, speaker, holder }) => ({
      ...{ scope: scope.value, term: term.value, date: date.value, spoken, place },
      kind: type === 'QĐ' ? 'decision' : type === 'QĐi' ? 'regulation' : null,
      self: holder === null && speaker !== null && holders.has(speaker) ? speaker : null,
    }),
    titles,
    entitled: (wanted) => {
      const found: string[] = [];
      for (const [drawer, forms] of wanted)
        for (const bearer of inDrawers().get(drawer) ?? []) {
          if (found.length >= mostListed) return found;
          if (shareTitle(new Map([[drawer, forms]]), titles(bearer))) found.push(bearer.id);
        }
      return found;
    },
    laterFirst,
  };
}

function laterFirst(a: Bearer, b: Bearer): number {
  return a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1;
}

function isPossible(bearer: Bearer, { term, date, kind, spoken, self }: Wanted): boolean {
  if (self !== null && bearer.holders.has(self)) return false;
  if (term !== null && bearer.term !== null && bearer.term !== term) return false;
  if (spoken !== null && bearer.from > spoken) return false;
  if (kind !== null && bearer.kind !== null && bearer.kind !== kind) return false;
  if (date === null || bearer.dates.size === 0 || bearer.dates.has(date)) return true;
  // Within one term days that differ are a contradiction about one document only where one may be the other misprinted.
  return [...bearer.dates].some((other) => mayBeMisprint(other, date));
}

/**
 * The work that a naming means that says too little by itself: the only bearer that it could mean, or the only one of these that fits by day or title. Everything
 * else stays open; `maybe` of the works tells what it could be.
 */
export function placedBy(
  naming: Naming,
  open: string,
  { possible, wantedBy, titles }: Bearers,
  verdict: Verdict,
): { readonly work: string; readonly identified: Identified } {
  const unknown = { work: open, identified: 'unknown' } as const;
  const { scope, date } = naming.identity;
  if (verdict.isSettled(open) || (scope.value === null && date.value === null)) return unknown;
  const list = possible(wantedBy(naming));
  const apart = verdict.apart.get(verdict.workOf(open));
  const able = apart === undefined ? list : list.filter(({ id }) => !apart.has(verdict.workOf(id)));
  const only = (found: readonly Bearer[]): Bearer | null => {
    const [first] = found;
    return first !== undefined && found.every(({ id }) => verdict.workOf(id) === verdict.workOf(first.id)) ? first : null;
  };
  const entitled = (found: readonly Bearer[]) => only(found.filter((bearer) => goesBy(naming, titles(bearer))));
  const inferred = (bearer: Bearer | null) => (bearer === null ? unknown : ({ work: bearer.id, identified: 'inferred' } as const));
  if (scope.value !== null) {
    const one = only(able);
    return inferred(entitled(able) ?? (one !== null && isAtHand(one, naming, titles(one)) ? one : null));
  }
  // What another body issued on the same day under the same number is no rarity: a day alone decides only near at hand.
  const end = able.findIndex(({ dates }) => !dates.has(date.value!));
  const sameDay = end === -1 ? able : able.slice(0, end);
  const alone = only(sameDay);
  if (alone !== null && (naming.place !== null || able.every((bearer) => bearer.scope === alone.scope))) return inferred(alone);
  return inferred(entitled(sameDay));
}

/** From how many documents on a work is so well known that it is meant by its bare number beyond its term. */
const wellKnown = 5;

/**
 * Whether the only work that is known under a number may be taken for the one that is meant. Numbers begin anew with every term: after the end of its own there may
 * be another bearer that nobody here has spoken of yet, unless the older one is well known. A title that is not one of its own speaks against it.
 */
function isAtHand(bearer: Bearer, naming: Naming, titles: Titles): boolean {
  if (naming.title !== null && titles.size > 0 && !goesBy(naming, titles)) return false;
  if (naming.spoken === null) return bearer.term === null || !/^\d{4}$/u.test(bearer.term);
  return bearer.until === null || naming.spoken <= bearer.until || bearer.fame >= wellKnown;
}

function goesBy({ title }: Naming, titles: Titles): boolean {
  const form = title === null ? '' : titleForm(title);
  return (titles.get(titleDrawer(form) ?? '') ?? []).some((other) => sameTitle(form, other));
}
