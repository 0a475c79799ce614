import type { Bearer } from './bearers.ts';
import type { Verdict } from './decided.ts';
import { titleDrawer, titleForm, turnedAbout } from './likeness.ts';
import { parted, scopesOfLine } from './lineage.ts';
import type { Naming } from './naming.ts';
import { shareTitle, type Titles, tellingOf } from './telling.ts';
import type { Identified } from './work.ts';

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
  /** Those of which one of these titles may be said, the later first. */
  readonly entitled: (titles: Titles) => readonly Bearer[];
  readonly laterFirst: (a: Bearer, b: Bearer) => number;
  /** True where all that is known of the number is of one scope. */
  readonly isOfOneScope: boolean;
}

export function asked(bearers: readonly Bearer[]): Bearers {
  const all = bearers.filter(({ scope }) => scope !== null).sort(laterFirst);
  const byScope = indexed(all, ({ scope }) => [scope!]);
  const byDay = once(() => indexed(all, ({ dates }) => (dates.size === 0 ? [''] : [...dates, ...Array.from(dates, monthAndDay)])));
  const titles = remembered(
    (bearer: Bearer) => bearer.id,
    (bearer) => tellingOf(bearer.named).titles,
  );
  const byDrawer = once(() => indexed(all, (bearer) => titles(bearer).keys()));
  const holders = new Set(all.flatMap((bearer) => [...bearer.holders]));
  return {
    possible: remembered(JSON.stringify, (wanted: Wanted) => {
      const { scope, place, date } = wanted;
      const near = scope !== null || place === null ? null : scopesOfLine(place);
      const pool = scope !== null ? (byScope.get(scope) ?? []) : date === null ? all : ofDay(byDay(), date);
      return pool.filter((bearer) => (near === null || near.has(parted(bearer.scope!)[0])) && isPossible(bearer, wanted));
    }),
    wantedBy: ({ identity: { type, scope, term, date }, spoken, place, speaker, holder }) => ({
      ...{ scope: scope.value, term: term.value, date: date.value, spoken, place },
      kind: type === 'QĐ' ? 'decision' : type === 'QĐi' ? 'regulation' : null,
      self: holder === null && speaker !== null && holders.has(speaker) ? speaker : null,
    }),
    titles,
    entitled: (wanted) => {
      const found = new Set<Bearer>();
      for (const [drawer, forms] of wanted) {
        const one = new Map([[drawer, forms]]);
        for (const bearer of byDrawer().get(drawer) ?? []) if (shareTitle(one, titles(bearer))) found.add(bearer);
      }
      return [...found];
    },
    laterFirst,
    isOfOneScope: byScope.size === 1,
  };
}

const monthAndDay = (date: string) => date.slice(5);

/**
 * Bearers of this day, then those of which the day may be misprinted (another year, or day and month changed about), then those whose day is unknown. Any other day is
 * another document's: numbers do not repeat within one term.
 */
function ofDay(byDay: ReadonlyMap<string, readonly Bearer[]>, date: string): readonly Bearer[] {
  const turned = turnedAbout(date);
  const names = [date, ...(turned === null ? [] : [turned]), monthAndDay(date), ''];
  return [...new Set(names.flatMap((name) => byDay.get(name) ?? []))];
}

function indexed<T>(list: readonly T[], namesOf: (one: T) => Iterable<string>): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const one of list)
    for (const name of namesOf(one)) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [one]);
      else if (known.at(-1) !== one) known.push(one);
    }
  return index;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function remembered<From, To>(nameOf: (from: From) => string, make: (from: From) => To): (from: From) => To {
  const known = new Map<string, To>();
  return (from) => {
    const name = nameOf(from);
    const found = known.get(name) ?? make(from);
    known.set(name, found);
    return found;
  };
}

function laterFirst(a: Bearer, b: Bearer): number {
  return a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? 1 : -1;
}

function isPossible(bearer: Bearer, { term, date, kind, spoken, self }: Wanted): boolean {
  if (self !== null && bearer.holders.has(self)) return false;
  if (kind !== null && bearer.kind !== null && bearer.kind !== kind) return false;
  // Where the day is known the term follows from it, and a day may be misprinted: what it is compared with was chosen by it.
  if (date === null && term !== null && bearer.term !== null && bearer.term !== term) return false;
  return spoken === null || bearer.from <= spoken;
}

/**
 * The work that a naming means that says too little by itself: the only bearer that it could mean, or the only one of these that fits by day or title. Everything
 * else stays open; `maybe` of the works tells what it could be.
 */
export function placedBy(
  naming: Naming,
  open: string,
  { possible, wantedBy, titles, entitled, isOfOneScope }: Bearers,
  verdict: Verdict,
): { readonly work: string; readonly identified: Identified } {
  const unknown = { work: open, identified: 'unknown' } as const;
  const { scope, date } = naming.identity;
  if (verdict.isSettled(open) || (scope.value === null && date.value === null)) return unknown;
  const wanted = wantedBy(naming);
  const list = possible(wanted);
  const apart = verdict.apart.get(verdict.workOf(open));
  const able = apart === undefined ? list : list.filter(({ id }) => !apart.has(verdict.workOf(id)));
  const only = (found: readonly Bearer[]): Bearer | null => {
    const [first] = found;
    return first !== undefined && found.every(({ id }) => verdict.workOf(id) === verdict.workOf(first.id)) ? first : null;
  };
  const inferred = (bearer: Bearer | null) => (bearer === null ? unknown : ({ work: bearer.id, identified: 'inferred' } as const));
  const form = naming.title === null ? '' : titleForm(naming.title);
  const drawer = titleDrawer(form);
  const named = drawer === null ? [] : entitled(new Map([[drawer, [form]]]));
  if (scope.value !== null) {
    const byTitle = named.length === 0 ? null : only(named.filter((bearer) => bearer.scope === scope.value && isAble(bearer, able)));
    const one = only(able);
    const contradicts = one !== null && drawer !== null && titles(one).size > 0 && !named.includes(one);
    return inferred(byTitle ?? (one !== null && !contradicts && isAtHand(one, naming.spoken) ? one : null));
  }
  // What another body issued on the same day under the same number is no rarity: a day alone decides only near at hand, or where no other body is known.
  const end = able.findIndex(({ dates }) => !dates.has(date.value!));
  const sameDay = end === -1 ? able : able.slice(0, end);
  const alone = only(sameDay);
  if (alone !== null && (naming.place !== null || isOfOneScope)) return inferred(alone);
  return inferred(only(sameDay.filter((bearer) => named.includes(bearer))));
}

/** `able` is in the order of `laterFirst`, as the answers for a known scope are. */
function isAble(bearer: Bearer, able: readonly Bearer[]): boolean {
  let [low, high] = [0, able.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (able[middle] === bearer) return true;
    if (laterFirst(able[middle]!, bearer) < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** From how many documents on a work is so well known that it is meant by its bare number beyond its term. */
const wellKnown = 5;

/**
 * Whether the only work that is known under a number may be taken for the one that is meant. Numbers begin anew with every term: after the end of its own there may
 * be another bearer that nobody here has spoken of yet, unless the older one is well known.
 */
function isAtHand({ term, until, fame }: Bearer, spoken: string | null): boolean {
  if (spoken === null) return term === null || !/^\d{4}$/u.test(term);
  return until === null || spoken <= until || fame >= wellKnown;
}
