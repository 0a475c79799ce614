import { compareText } from '#services/analysis/compareText.ts';
import { type Level, levelOf } from '#services/analysis/level.ts';
import { Foremost } from './foremost.ts';
import { placeOf } from './place.ts';
import type { NamedSymbol, Work } from './work.ts';
import { worksOf } from './worksOf.ts';

/** Which of the works that nobody holds are wanted (null: all), and which of these in their order. */
export interface UnheldRequest {
  readonly level: Level | null;
  /** Code of the type; capitals or not. */
  readonly type: string | null;
  /** A place, as `placeOf` reads it. */
  readonly within: string | null;
  /** Only works that are named at least so often. */
  readonly least: number;
  readonly from: number;
  readonly size: number;
}

/** Some of the works that nobody holds, and how many of those wanted there are in all. */
export interface UnheldPage {
  readonly total: number;
  readonly works: readonly Work[];
}

/** What tells whether a work that nobody holds is wanted, and its place among them. */
export interface Unheld extends Pick<Work, 'id' | 'key' | 'type' | 'scope' | 'term' | 'date' | 'cited'> {
  /** True where it could be a work that is held. It may cost something to ask, and is asked only where it matters. */
  readonly couldBeHeld: boolean;
}

/** Those that most documents name first; what could be held already after what cannot, then by how much is unknown of them, then by id. */
export function byWeight(a: Unheld, b: Unheld): number {
  if (a.cited !== b.cited) return b.cited - a.cited;
  const rest = unknowns(a) - unknowns(b) || compareText(a.id, b.id);
  if (rest > 0 && !b.couldBeHeld) return rest;
  return Number(a.couldBeHeld) - Number(b.couldBeHeld) || rest;
}

function unknowns({ scope, term }: Unheld): number {
  return Number(scope === null) + Number(term === null);
}

/** Whether more of a work than how often it is named tells if it is wanted. */
export function isNarrowed({ level, type, within }: UnheldRequest): boolean {
  return level !== null || type !== null || within !== null;
}

/** The first works of a request, to which all that nobody holds are offered one by one: only as many as are asked for lie in memory. */
export interface UnheldFirst<Of extends Unheld> {
  offer(one: Of): void;
  readonly page: () => { readonly total: number; readonly works: readonly Of[] };
}

export function unheldFirst<Of extends Unheld>({ level, type, within, least, from, size }: UnheldRequest): UnheldFirst<Of> {
  const place = within === null ? null : placeOf(within);
  const code = type?.toUpperCase();
  const first = new Foremost<Of>(from + size, byWeight);
  const passes = (work: Of) =>
    work.cited >= least &&
    (level === null || levelOf(work.key, work.scope) === level) &&
    (code === undefined || work.type?.toUpperCase() === code) &&
    (place === null || place.isOf(work));
  return {
    offer(one) {
      if (passes(one)) first.offer(one);
    },
    page: () => ({ total: first.offered, works: first.first().slice(from) }),
  };
}

/** The works of a symbol that nobody holds. */
export function* unheldOf(symbol: NamedSymbol): Generator<Unheld & { readonly work: Work }> {
  // Most symbols have one held work and no other: that is told without comparing anything.
  if (symbol.named.every(({ naming }) => naming.holder !== null)) return;
  const { works } = worksOf(symbol);
  const held = new Set(works.filter((work) => work.held.length > 0).map(({ id }) => id));
  for (const work of works) {
    if (held.has(work.id)) continue;
    const { id, key, type, scope, term, date, cited, maybe } = work;
    yield { id, key, type, scope, term, date, cited, work, couldBeHeld: maybe.some((possible) => held.has(possible.work)) };
  }
}
