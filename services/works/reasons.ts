import { fold } from '#services/analysis/folding.ts';
import type { Naming } from './naming.ts';
import type { SamenessReason } from './work.ts';

/** What speaks for and against two groups of namings of one number being one work. */
export function reasonsFor(ours: readonly Naming[], theirs: readonly Naming[]): readonly SamenessReason[] {
  const reasons: SamenessReason[] = ['same-number'];
  const compare = (of: (naming: Naming) => string | null, same: SamenessReason, other: SamenessReason, unknown?: SamenessReason) => {
    const [a, b] = [values(ours, of), values(theirs, of)];
    if (a.size === 0 || b.size === 0) {
      if (unknown !== undefined) reasons.push(unknown);
    } else reasons.push([...a].some((value) => b.has(value)) ? same : other);
  };
  compare(({ identity }) => identity.scope.value, 'same-scope', 'other-scope', 'scope-unknown');
  compare(({ identity }) => identity.term.value, 'same-term', 'other-term', 'term-unknown');
  compare(({ identity }) => identity.date.value, 'same-date', 'other-date');
  compare(({ title }) => (title === null ? null : fold(title)), 'same-title', 'other-title');
  return reasons;
}

function values(namings: readonly Naming[], of: (naming: Naming) => string | null): ReadonlySet<string> {
  return new Set(namings.map(of).filter((value) => value !== null));
}
