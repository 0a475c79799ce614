import { type RelationKind, relationKinds } from '#ingest/model/relation.ts';
import { mergedOn } from '#ingest/vocabulary/places.ts';
import type { LinkFilter, LinkWitness } from '#services/works/link.ts';
import type { BriefWork } from '#services/works/work.ts';
import type { MatrixAnswer, MatrixCell, MatrixColumn, MatrixRow } from '../shapes.ts';
import { type Cell, type CellAnswer, type Row, totalsOf } from './matrixCells.ts';
import type { Column } from './matrixColumns.ts';
import type { Unit } from './matrixUnits.ts';
import { silentOverReform } from './reform.ts';
import { nameOf, type Summaries, viewOf, witnessOf } from './view.ts';

/** Answers, and works of other lists, that a cell shows. */
const mostShown = 3;

/** What is needed to show cells. */
export interface Shown {
  readonly known: ReadonlySet<string>;
  /** What counts as an answer. */
  readonly filter: LinkFilter;
  readonly isUsual: boolean;
  readonly witnessOfLink: (from: string, to: string) => LinkWitness | null;
  readonly summaries: Summaries;
}

/** The answers of rows that are shown, and the ids of all works that they name. */
export function namedIn(rows: readonly Row[]): { readonly answers: readonly CellAnswer[]; readonly works: Set<string> } {
  const works = new Set<string>();
  const enter = (all: readonly BriefWork[]) => {
    for (const { id } of all) works.add(id);
  };
  const answers: CellAnswer[] = [];
  for (const { column, ...cell } of rows.flatMap(({ cells }) => cells)) {
    for (const answer of cell.answers.slice(0, mostShown)) {
      answers.push(answer);
      enter([answer.answering.work, ...column.through(answer.answering), ...column.beside(answer.answering).slice(0, mostShown)]);
    }
    enter(cell.mentions.slice(0, mostShown));
    enter(cell.possible.slice(0, mostShown).map(({ work }) => work));
  }
  return { answers, works };
}

export function rowView({ unit, line, cells, totals }: Row, shown: Shown): MatrixRow {
  const isOfToday = cells.some(({ answers }) => answers.some(({ answering: { work } }) => work.date !== null && work.date >= mergedOn));
  return {
    unit: { ...unit, known: shown.known.has(unit.id), line: line.map((step) => ({ ...step })) },
    cells: cells.map((cell) => cellView(unit, cell, isOfToday, shown)),
    totals,
  };
}

function cellView(unit: Unit, cell: Cell, isOfToday: boolean, shown: Shown): MatrixCell {
  const { column, state, lapse, reviewed, answers, mentions, possible } = cell;
  const isSilent = state === 'silent';
  const [reform, reformVi] = silentOverReform(unit, column.work.date, isOfToday);
  return {
    ...{ directive: column.work.id, state, ...lapse, reviewed, documents: answers.length },
    answers: answers.slice(0, mostShown).map((answer) => answerView(column, answer, shown)),
    mentions: few(mentions),
    possible: few(isSilent ? possible.map(({ work }) => work) : []),
    message: isSilent ? `${silence(unit, cell, shown)}${reform}` : null,
    messageVi: isSilent ? `${silenceVi(unit, cell, shown)}${reformVi}` : null,
  };
}

function answerView(column: Column, { answering, scope }: CellAnswer, { witnessOfLink, summaries }: Shown): MatrixAnswer {
  const { work, lapse, reached, reviews } = answering;
  const { relation, kind } = reached.link.kinds[0]!;
  const witness = witnessOfLink(reached.link.from, reached.link.to);
  return {
    ...{ work: work.id, held: work.held.length > 0, ...lapse, to: reached.link.to, relation, kind, reviews, scope },
    through: column.through(answering).map(({ id }) => id),
    beside: column
      .beside(answering)
      .slice(0, mostShown)
      .map(({ id }) => id),
    witness: witness === null ? null : witnessOf(witness, summaries),
  };
}

const few = (works: readonly BriefWork[]) => ({ total: works.length, works: works.slice(0, mostShown).map(({ id }) => id) });

export function columnView(column: Column, cells: readonly Cell[], summaries: Summaries): MatrixColumn {
  return {
    asked: column.asked,
    work: viewOf(column.work, summaries),
    totals: totalsOf(cells),
    unplaced: few(column.unplaced.map(({ work }) => work)),
  };
}

/** What a column shows of works that fill no cell. */
export const namedByColumn = ({ unplaced }: Column): readonly BriefWork[] => unplaced.slice(0, mostShown).map(({ work }) => work);

const inVietnamese = new Map<RelationKind, string>(relationKinds.map(({ kind, vietnamese }) => [kind, vietnamese]));
const documents = (count: number) => `${count} ${count === 1 ? 'document' : 'documents'}`;

function silence(unit: Unit, { column, mentions, possible }: Cell, { filter, isUsual }: Shown): string {
  const name = nameOf(column.work);
  const did = isUsual ? `carried out or reviewed ${name}` : `answered ${name} (${(filter.kinds ?? []).join(', ')})`;
  const others =
    mentions.length === 0
      ? ''
      : ` ${documents(mentions.length)} of it held or known here ${mentions.length === 1 ? 'names' : 'name'} it in another way.`;
  const could =
    possible.length === 0
      ? ''
      : ` ${documents(possible.length)} of a ${unit.body} whose place nothing tells ${possible.length === 1 ? 'does' : 'do'}, and could be its own.`;
  return `No document held here shows that ${unit.name} ${did}${periodOf(filter, ' from ', ' up to ')}.${others}${could}`;
}

function silenceVi(unit: Unit, { column, mentions, possible }: Cell, { filter, isUsual }: Shown): string {
  const name = nameOf(column.work);
  const kinds = (filter.kinds ?? []).map((kind) => inVietnamese.get(kind)!);
  const did = isUsual ? `đã triển khai, thực hiện hoặc sơ kết, tổng kết ${name}` : `có văn bản đáp ứng ${name} (${kinds.join('; ')})`;
  const others = mentions.length === 0 ? '' : ` ${mentions.length} văn bản của đơn vị này có nhắc đến theo cách khác.`;
  const could =
    possible.length === 0
      ? ''
      : ` ${possible.length} văn bản của ${unit.body} không rõ địa phương có nội dung đó, có thể là của đơn vị này.`;
  return `Không văn bản nào đang lưu cho thấy ${unit.name} ${did}${periodOf(filter, ' từ ngày ', ' đến ngày ')}.${others}${could}`;
}

function periodOf({ from, to }: LinkFilter, since: string, until: string): string {
  return `${from === null ? '' : `${since}${from}`}${to === null ? '' : `${until}${to}`}`;
}
