import { byDate } from '#services/works/byDate.ts';
import type { BriefWork } from '#services/works/work.ts';
import type { Lapse, MatrixCell, MatrixDays, MatrixTotals, UnitStep } from '../shapes.ts';
import type { Answering, Column } from './matrixColumns.ts';
import { isOfLine, lineOfUnit } from './matrixLine.ts';
import { byUnit } from './matrixRows.ts';
import { type Unit, unitOf } from './matrixUnits.ts';

/** An answer in a cell; `scope` is the place of a predecessor or successor that issued it. */
export interface CellAnswer {
  readonly answering: Answering;
  readonly scope: string | null;
}

export interface Cell {
  readonly column: Column;
  readonly state: MatrixCell['state'];
  readonly lapse: Lapse;
  readonly reviewed: boolean;
  /** Held ones first, then by date, unknown dates last. */
  readonly answers: readonly CellAnswer[];
  readonly mentions: readonly BriefWork[];
  readonly possible: readonly Answering[];
}

export interface Row {
  readonly unit: Unit;
  /** The changes by which other places are counted in. */
  readonly line: readonly UnitStep[];
  readonly cells: readonly Cell[];
  readonly totals: MatrixTotals;
}

const unknown: Lapse = { timing: 'unknown', days: null };

export function rowOf(unit: Unit, columns: readonly Column[]): Row {
  const line = lineOfUnit(unit.scope);
  const related = line.map((step) => ({ step, id: unitOf(unit.body, step.scope, unit.level).id }));
  const cells = columns.map((column) => cellOf(unit, related, column));
  return { unit, line, cells, totals: totalsOf(cells) };
}

function cellOf(unit: Unit, related: readonly { readonly step: UnitStep; readonly id: string }[], column: Column): Cell {
  const own: CellAnswer[] = (column.byUnit.get(unit.id) ?? []).map((answering) => ({ answering, scope: null }));
  const ofLine = related.flatMap(({ step, id }) =>
    (column.byUnit.get(id) ?? []).flatMap((answering): CellAnswer[] =>
      isOfLine(answering.work, step) ? [{ answering, scope: step.scope }] : [],
    ),
  );
  const answers = own.concat(ofLine);
  if (answers.length > 1) answers.sort(byStanding);
  const [first] = answers;
  const state = first !== undefined ? stateOf(first) : column.unit?.id === unit.id ? 'own' : 'silent';
  return {
    ...{ column, state, answers },
    lapse: firstLapse(answers),
    reviewed: answers.some(({ answering }) => answering.reviews),
    mentions: column.mentions.get(unit.id) ?? [],
    possible: column.unplacedBy.get(unit.body) ?? [],
  };
}

const isHeld = ({ answering }: CellAnswer) => answering.work.held.length > 0;
const stateOf = (first: CellAnswer) => (isHeld(first) ? 'held' : 'attested');

function byStanding(a: CellAnswer, b: CellAnswer): number {
  const [one, other] = [a.answering.work, b.answering.work];
  return Number(isHeld(b)) - Number(isHeld(a)) || byDate(one, other);
}

/** Of the first answer on the day of the directive or after it; else that of one that is dated before it; else unknown. */
function firstLapse(answers: readonly CellAnswer[]): Lapse {
  let found = unknown;
  for (const { answering } of answers) {
    const { timing, days } = answering.lapse;
    if (timing === 'unknown' || days === null) continue;
    const isTimely = timing !== 'before';
    const isBetter =
      found.days === null || (isTimely && found.timing === 'before') || (isTimely === (found.timing !== 'before') && days < found.days);
    if (isBetter) found = answering.lapse;
  }
  return found;
}

/** What cells come to. */
export function totalsOf(cells: readonly Cell[]): MatrixTotals {
  const totals = { held: 0, attested: 0, own: 0, silent: 0 };
  let reviewed = 0;
  const days: number[] = [];
  for (const { state, lapse, reviewed: isReviewed } of cells) {
    totals[state]++;
    if (isReviewed) reviewed++;
    if (lapse.days !== null && lapse.timing !== 'before') days.push(lapse.days);
  }
  return { issued: totals.held + totals.attested, ...totals, reviewed, days: daysOf(days) };
}

function daysOf(days: number[]): MatrixDays | null {
  if (days.length === 0) return null;
  days.sort((a, b) => a - b);
  const middle = days.length >> 1;
  const median = days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2;
  return { least: days[0]!, median, most: days.at(-1)!, cells: days.length };
}

/** In which order rows stand: as units do; the quickest first, rows without known days last; or those with the most silent cells first. */
export const matrixOrders = ['unit', 'days', 'silent'] as const;
export type MatrixOrder = (typeof matrixOrders)[number];

export function rowOrder(order: MatrixOrder): (a: Row, b: Row) => number {
  const units = (a: Row, b: Row) => byUnit(a.unit, b.unit);
  if (order === 'unit') return units;
  if (order === 'silent') return (a, b) => b.totals.silent - a.totals.silent || units(a, b);
  const median = ({ totals: { days } }: Row) => days?.median ?? Number.MAX_VALUE;
  return (a, b) => median(a) - median(b) || units(a, b);
}
