import type { Relation } from '#ingest/model/relation.ts';
import { type Day, long, looselyShort, short } from './calendar.ts';
import { mark } from './marks.ts';
import type { Office } from './offices/office.ts';
import type { Random } from './random.ts';
import type { Reference } from './references.ts';
import type { TrueDeadline, TrueTask } from './truth.ts';
import type { Topic } from './vocabulary/topics.ts';
import type { Code } from './vocabulary/types.ts';

/** What a marked place says: which document, how, and what of it. */
export interface Said {
  readonly key: string;
  readonly code: string;
  readonly form: 'full' | 'number' | 'alias' | 'plenum';
  readonly relation: Relation;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly term: string | null;
}

/** A document while it is being written: who writes, of what, with which habits; and what it has said so far. */
export interface Draft {
  readonly random: Random;
  readonly office: Office;
  readonly speaker: string;
  readonly code: Code;
  readonly key: string;
  readonly date: Day;
  /** Whether the text says its own date; a year left out elsewhere is that date's. */
  readonly dated: boolean;
  /** Whether the text says when the meeting was that it concludes: on the document's own day. */
  readonly meeting: boolean;
  /** How long its accounts are: 1 for a page or two, 4 for a long report. */
  readonly breadth: number;
  readonly topic: Topic;
  readonly references: readonly Reference[];
  readonly habits: Habits;
  /** Whether each document is dated where it is named first. */
  readonly careful: boolean;
  readonly said: Map<string, Said>;
  readonly named: Set<string>;
  readonly aliases: { alias: string; for: string }[];
  readonly attested: { from: string; relation: Relation; to: string }[];
  readonly tasks: Map<string, Omit<TrueTask, 'quote'>>;
}

/** Ways of writing that one writer keeps to. */
export interface Habits {
  readonly day: (day: Day) => string;
  /** Before the date of a cited document. */
  readonly comma: string;
  /** Between number and symbol: a stray space in some. */
  readonly term: (term: string) => string;
}

export function habitsOf(party: boolean, random: Random): Habits {
  const slashes = party ? random.chance(0.85) : random.chance(0.35);
  return {
    day: slashes ? (random.chance(0.2) ? random.pick(looselyShort) : short) : long,
    comma: party ? random.pick([', ', ' ']) : ' ',
    term: random.chance(0.7) ? (term) => ` (khóa ${term})` : (term) => ` khóa ${term}`,
  };
}

/** Words that name a document, noted in the draft. */
export function note(draft: Draft, said: Said, words: string): string {
  const id = `m${draft.said.size}`;
  draft.said.set(id, said);
  draft.named.add(said.key);
  return mark(id, words);
}

export function attest(draft: Draft, from: string, relation: Relation, to: string): void {
  if (draft.attested.some((edge) => edge.from === from && edge.relation === relation && edge.to === to)) return;
  draft.attested.push({ from, relation, to });
}

/** A sentence that lays a duty, noted in the draft. */
export function duty(
  draft: Draft,
  sentence: string,
  facts: { assignees: readonly string[]; coordinators?: readonly string[]; deadlines?: readonly TrueDeadline[] },
): string {
  const id = `t${draft.tasks.size}`;
  draft.tasks.set(id, { assignees: facts.assignees, coordinators: facts.coordinators ?? [], deadlines: facts.deadlines ?? [] });
  return mark(id, sentence);
}
