import type { Identity, Part, Sameness } from './identity.ts';

/** Canonical spelling for comparing numbers: capitals, no spaces, no leading zeros (`01-KL/TW` and `1-KL/TW` are one). */
export function comparableKey(key: string): string {
  const capitals = (/\s/u.test(key) ? key.replace(/\s+/gu, '') : key).toUpperCase();
  return capitals.startsWith('0') ? capitals.replace(/^0+(?=\d)/u, '') : capitals;
}

/**
 * Whether two identities mean one document. Different numbers, scopes or periods tell them apart; a date that differs within one
 * period is a contradiction about one document, not two documents (numbers do not repeat within a period). Where scope or period is
 * unknown on a side, equal dates decide, else the answer is `maybe`.
 */
export function compareIdentities(a: Identity, b: Identity): Sameness {
  if (a.key === null || b.key === null) return a.key === b.key ? 'maybe' : 'different';
  if (comparableKey(a.key) !== comparableKey(b.key)) return 'different';
  if (differ(a.scope, b.scope) || differ(a.term, b.term)) return 'different';
  const sameDate = a.date.value !== null && a.date.value === b.date.value;
  const scopeKnown = a.scope.value !== null && b.scope.value !== null;
  const termKnown = a.term.value !== null && b.term.value !== null;
  if (scopeKnown && (termKnown || sameDate)) return 'same';
  return 'maybe';
}

function differ(a: Part, b: Part): boolean {
  return a.value !== null && b.value !== null && a.value !== b.value;
}
