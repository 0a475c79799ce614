import { Failure } from '#ingest/model/failure.ts';
import { kindNames, type RelationKind } from '#ingest/model/relation.ts';
import type { LinkFilter } from '#services/works/link.ts';

/** Which links a question follows. What is not given leaves it open. */
export interface ChainFilter {
  /** Kinds of relation; one of the seven stands for all kinds under it. */
  readonly relations?: readonly RelationKind[] | undefined;
  /** Days (ISO, inclusive) between which the document that acts was issued. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** @throws Failure `bad-request` that names what is possible, for an unknown relation, a date that is none, or a period that ends before it begins. */
export function filterOf({ relations, from, to }: ChainFilter): LinkFilter {
  const unknown = relations?.find((relation) => !kindNames.includes(relation));
  if (unknown !== undefined)
    throw new Failure('bad-request', `There is no relation ${JSON.stringify(unknown)}; there are ${kindNames.join(', ')}.`);
  for (const day of [from, to]) if (day !== undefined) assertDay(day);
  if (from !== undefined && to !== undefined && to < from)
    throw new Failure('bad-request', `The period ends (${to}) before it begins (${from}).`);
  return { kinds: relations ?? null, from: from ?? null, to: to ?? null };
}

/** @throws Failure `bad-request` where the text is no day of the calendar in ISO form. */
export function assertDay(day: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new Failure('bad-request', `${JSON.stringify(day)} is no day; days are written YYYY-MM-DD.`);
}
