import { sameTitle, titleDrawer, titleForm } from './likeness.ts';
import type { Named, SamenessReason } from './work.ts';

/** All that is told of a work, for comparing it with others. */
export interface Telling {
  readonly scopes: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  /** Forms of its titles (`titleForm`), by drawer (`titleDrawer`). */
  readonly titles: Titles;
}
export type Titles = ReadonlyMap<string, readonly string[]>;

export function tellingOf(named: readonly Named[]): Telling {
  const [scopes, terms, dates, types, titles] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const { naming } of named) {
    const { scope, term, date, type } = naming.identity;
    if (scope.value !== null) scopes.add(scope.value);
    if (term.value !== null) terms.add(term.value);
    if (date.value !== null) dates.add(date.value);
    if (type !== null) types.add(type);
    if (naming.title !== null) titles.add(naming.title);
  }
  const drawers = new Map<string, string[]>();
  for (const form of new Set(Array.from(titles, titleForm))) {
    const drawer = titleDrawer(form);
    if (drawer !== null) drawers.set(drawer, [...(drawers.get(drawer) ?? []), form]);
  }
  return { scopes, terms, dates, types, titles: drawers };
}

/** Whether a title of the one may be a title of the other. */
export function shareTitle(a: Titles, b: Titles): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const [drawer, forms] of few) {
    const others = many.get(drawer);
    if (others !== undefined && forms.some((form) => others.some((other) => sameTitle(form, other)))) return true;
  }
  return false;
}

/** What speaks for and against two works of one number being one. */
export function reasonsFor(ours: Telling, theirs: Telling): readonly SamenessReason[] {
  const reasons: SamenessReason[] = ['same-number'];
  const compare = (
    a: ReadonlySet<string>,
    b: ReadonlySet<string>,
    same: SamenessReason,
    other: SamenessReason,
    unknown?: SamenessReason,
  ) => {
    if (a.size > 0 && b.size > 0) reasons.push(share(a, b) ? same : other);
    else if (unknown !== undefined) reasons.push(unknown);
  };
  compare(ours.scopes, theirs.scopes, 'same-scope', 'other-scope', 'scope-unknown');
  compare(ours.terms, theirs.terms, 'same-term', 'other-term', 'term-unknown');
  compare(ours.dates, theirs.dates, 'same-date', 'other-date');
  if (ours.titles.size > 0 && theirs.titles.size > 0) reasons.push(shareTitle(ours.titles, theirs.titles) ? 'same-title' : 'other-title');
  if (ours.types.size > 0 && theirs.types.size > 0 && !share(ours.types, theirs.types)) reasons.push('other-type');
  return reasons;
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const value of few) if (many.has(value)) return true;
  return false;
}
