import { parentOf } from '#ingest/model/relation.ts';
import type { Walk } from '#services/works/link.ts';
import type { BriefWork, Work } from '#services/works/work.ts';
import type { Lapse } from '../shapes.ts';
import { belowOf, type Reached, reachedFrom, throughOf } from './matrixReach.ts';
import { type Issuing, issuing, type Unit } from './matrixUnits.ts';
import { lapse } from './time.ts';

/** A directive that is asked about. */
export interface Directive {
  readonly asked: string;
  readonly work: Work;
}

/** A work that answers a directive. */
export interface Answering {
  readonly work: BriefWork;
  readonly of: Issuing;
  readonly reached: Reached;
  readonly lapse: Lapse;
  readonly reviews: boolean;
}

/** Days (ISO, inclusive) between which an answer was issued; one without a known date lies outside of bounds. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** What is known under one directive, by the unit that issued it. */
export interface Column extends Directive {
  /** Whose it is itself. */
  readonly unit: Unit | null;
  readonly byUnit: ReadonlyMap<string, readonly Answering[]>;
  /** Answers of which nothing tells whose they are; and those of them whose body is told, by its name. */
  readonly unplaced: readonly Answering[];
  readonly unplacedBy: ReadonlyMap<string, readonly Answering[]>;
  /** Works that name it otherwise, by unit. */
  readonly mentions: ReadonlyMap<string, readonly BriefWork[]>;
  readonly through: (answering: Answering) => readonly BriefWork[];
  /** Other works under the directive, or it itself, that an answer acts on. */
  readonly beside: (answering: Answering) => readonly BriefWork[];
}

/** The columns, from the walk down along what counts as an answer, and that one step down along all else. */
export function columnsOf(
  directives: readonly Directive[],
  answers: Walk<BriefWork>,
  others: Walk<BriefWork> | null,
  period: Period,
): readonly Column[] {
  const below = belowOf(answers);
  const works = answers.nodes.map(({ work }) => work);
  const known = works.map((work) => issuing(work));
  const mentions = mentionsOf(others);
  return directives.map((directive): Column => {
    const root = below.places.get(directive.work.id);
    const reached = root === undefined ? new Map<number, Reached>() : reachedFrom(below, root);
    const all = Array.from(reached.values(), (one): Answering => {
      const work = works[one.at]!;
      const reviews = one.link.kinds.some(({ kind }) => parentOf(kind) === 'reviews');
      return { work, of: known[one.at]!, reached: one, lapse: lapse(work, directive.work), reviews };
    }).filter(({ work }) => isWithin(work, period));
    const unplaced = all.filter(({ of }) => of.unit === null);
    return {
      ...directive,
      unit: issuing(directive.work).unit,
      byUnit: Map.groupBy(
        all.filter(({ of }) => of.unit !== null),
        ({ of }) => of.unit!.id,
      ),
      unplaced,
      unplacedBy: Map.groupBy(
        unplaced.filter(({ of }) => of.body !== null),
        ({ of }) => of.body!.name,
      ),
      mentions: mentions(directive.work.id, new Set(all.map(({ work }) => work.id)), period),
      through: (one) => throughOf(reached, one.reached).map((at) => works[at]!),
      beside: ({ reached: { at, parent } }) =>
        below.up[at]!.filter(({ to }) => to !== parent && (to === root || reached.has(to))).map(({ to }) => works[to]!),
    };
  });
}

function isWithin({ date }: BriefWork, { from, to }: Period): boolean {
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}

function mentionsOf(others: Walk<BriefWork> | null) {
  const works = new Map((others?.nodes ?? []).map(({ work }) => [work.id, work]));
  const to = Map.groupBy(others?.links ?? [], (link) => link.to);
  return (directive: string, answers: ReadonlySet<string>, period: Period): ReadonlyMap<string, readonly BriefWork[]> => {
    const found = new Map<string, BriefWork[]>();
    for (const { from } of to.get(directive) ?? []) {
      const work = works.get(from)!;
      if (answers.has(from) || !isWithin(work, period)) continue;
      const { unit } = issuing(work);
      if (unit === null) continue;
      const known = found.get(unit.id);
      if (known === undefined) found.set(unit.id, [work]);
      else known.push(work);
    }
    return found;
  };
}
