import type { Draft } from './draft.ts';
import { capital } from './marks.ts';
import { aims, deeds, figures, openings, results, rules, subjects, targets } from './vocabulary/accounts.ts';

/** Sentences that tell what was, is and ought to be in general: no duty of anybody, no document. */

function filled(words: string, draft: Draft): string {
  const { random, topic } = draft;
  return words
    .replace('{thing}', random.pick(topic.things))
    .replace('{n}', String(random.int(3, 980)))
    .replace('{p}', `${random.int(41, 99)}${random.chance(0.4) ? `,${random.int(1, 9)}` : ''}`);
}

/** Somebody who did or does something. */
export function clause(draft: Draft): string {
  return `${draft.random.pick(subjects)} ${filled(draft.random.pick(deeds), draft)}`;
}

export function account(draft: Draft): string {
  const { random } = draft;
  const roll = random.next();
  if (roll < 0.25) return `${filled(random.pick(figures), draft)}.`;
  if (roll < 0.5) return `${random.pick(openings)} ${clause(draft)}, ${random.pick(results)}.`;
  if (roll < 0.75) return `${capital(clause(draft))}; ${clause(draft)}.`;
  return `${random.pick(openings)} ${clause(draft)}; ${clause(draft)}, ${random.pick(results)}.`;
}

/** Aims and demands, each another one. */
export function aimsOf(draft: Draft, count: number): string[] {
  return draft.random.some(aims, count).map((words) => `${filled(words, draft)}.`);
}

/** What is to be reached, some by a year: no duty of anybody. */
export function targetsOf(draft: Draft, count: number): string[] {
  return draft.random.some(targets, count).map((words) => `${filled(words, draft).replace('{y}', String(draft.date.year + 5))}.`);
}

/** Rules of a regulation, each another one. */
export function rulesOf(draft: Draft, count: number): string[] {
  return draft.random.some(rules, count).map((words) => `${filled(words, draft)}.`);
}
