import { parentOf } from '#ingest/model/relation.ts';
import type { Walk } from '#services/works/link.ts';
import type { BriefWork, Work } from '#services/works/work.ts';
import type { Lapse } from '../shapes.ts';
import { belowOf, nothingReached, type Reached, reachedFrom, throughOf } from './matrixReach.ts';
import { type Issuing, issuing, type Unit } from './matrixUnits.ts';
import { dayOf, lapseOfDays } from './time.ts';

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
  const days = works.map(({ date }) => dayOf(date));
  const mentions = mentionsOf(others, period);
  return directives.map((directive): Column => {
    const root = below.places.get(directive.work.id);
    const reached = root === undefined ? nothingReached : reachedFrom(below, root);
    const day = dayOf(directive.work.date);
    const byUnit = new Map<string, Answering[]>();
    const unplaced: Answering[] = [];
    for (const one of reached.all) {
      const [work, of] = [works[one.at]!, known[one.at]!];
      if (!isWithin(work, period)) continue;
      const reviews = one.link.kinds.some(({ kind }) => parentOf(kind) === 'reviews');
      const answering: Answering = { work, of, reached: one, lapse: lapseOfDays(days[one.at]!, day), reviews };
      if (of.unit === null) unplaced.push(answering);
      else enter(byUnit, of.unit.id, answering);
    }
    return {
      ...directive,
      ...{ unit: issuing(directive.work).unit, byUnit, unplaced },
      unplacedBy: Map.groupBy(
        unplaced.filter(({ of }) => of.body !== null),
        ({ of }) => of.body!.name,
      ),
      mentions: mentions(directive.work.id, (id) => reached.at(below.places.get(id) ?? -1) !== undefined),
      through: (one) => throughOf(reached, one.reached).map((at) => works[at]!),
      beside: ({ reached: { at, parent } }) =>
        below.up[at]!.filter(({ to }) => to !== parent && (to === root || reached.at(to) !== undefined)).map(({ to }) => works[to]!),
    };
  });
}

function enter<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
}

function isWithin({ date }: BriefWork, { from, to }: Period): boolean {
  if (from === null && to === null) return true;
  return date !== null && (from === null || date >= from) && (to === null || date <= to);
}

function mentionsOf(others: Walk<BriefWork> | null, period: Period) {
  const works = new Map((others?.nodes ?? []).map(({ work }) => [work.id, { work, unit: issuing(work).unit }]));
  const to = Map.groupBy(others?.links ?? [], (link) => link.to);
  return (directive: string, isAnswer: (id: string) => boolean): ReadonlyMap<string, readonly BriefWork[]> => {
    const found = new Map<string, BriefWork[]>();
    for (const { from } of to.get(directive) ?? []) {
      const { work, unit } = works.get(from)!;
      if (unit !== null && isWithin(work, period) && !isAnswer(from)) enter(found, unit.id, work);
    }
    return found;
  };
}
