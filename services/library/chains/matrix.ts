import { Failure } from '#ingest/model/failure.ts';
import { kindNames, type RelationKind } from '#ingest/model/relation.ts';
import { mergedOn } from '#ingest/vocabulary/places.ts';
import type { Store } from '#services/store/port.ts';
import { kindsOf, type LinkFilter, type LinkWitness, mostWalked } from '#services/works/link.ts';
import type { Work } from '#services/works/work.ts';
import type { ChainFinding, DirectiveChoice, Matrix } from '../shapes.ts';
import { type ChainFilter, filterOf } from './filter.ts';
import { contradictions, dayVi, told } from './findings.ts';
import { type MatrixOrder, type Row, rowOf, rowOrder } from './matrixCells.ts';
import { type Column, columnsOf, type Directive } from './matrixColumns.ts';
import { knownUnits, type RowsAsked, rowsOf } from './matrixRows.ts';
import type { Unit } from './matrixUnits.ts';
import { columnView, namedByColumn, namedIn, rowView } from './matrixView.ts';
import { meantBy } from './meant.ts';
import { isBelowProvince, rowsNotFollowed } from './reform.ts';
import { viewsOf } from './statements.ts';
import { nameOf, summariesFor, viewOf } from './view.ts';

/** `from` and `to` bound the days on which answers were issued; what stands between an answer and its directive may lie outside of them. */
export interface MatrixRequest extends ChainFilter, RowsAsked {
  /** Ids of documents or works, or numbers in any written form: 1 to `mostDirectives`. */
  readonly directives: readonly string[];
  /** Steps at most from a directive down to an answer. */
  readonly depth?: number | undefined;
  readonly order?: MatrixOrder | undefined;
  /** Rows to pass over, and rows of a page. */
  readonly offset?: number | undefined;
  readonly size?: number | undefined;
}

export const mostDirectives = 50;
/** Relations that make an answer where none are asked for: to carry out, and to review. */
const answeringRelations: readonly RelationKind[] = ['reviews', 'implements'];
const usualDepth = 10;
const usualSize = 50;

/**
 * Units against directives: what each unit issued about each, when, through which others, and whether it was reviewed. What no document held here shows is silent,
 * and said to be.
 *
 * @throws Failure `not-found` for a number that nobody knows; `bad-request`.
 */
export async function matrix(index: Store, request: MatrixRequest): Promise<Matrix> {
  const { directives: asked, depth = usualDepth, order = 'unit', offset = 0, size = usualSize } = request;
  if (asked.length === 0 || asked.length > mostDirectives)
    throw new Failure('bad-request', `A matrix has 1 to ${mostDirectives} directives, not ${asked.length}.`);
  const filter = filterOf({ ...request, relations: request.relations ?? answeringRelations });
  const { directives, choices } = await directivesMeant(index, asked);
  if (choices.length > 0) return { columns: [], total: 0, rows: [], asked: [], works: [], choices, truncated: false, ...told([]) };
  const roots = directives.map(({ work }) => work.id);
  const open = { kinds: filter.kinds, from: null, to: null };
  const wanted = kindsOf(filter);
  const rest = kindNames.filter((kind) => !wanted.has(kind));
  const common = { roots, direction: 'down', limit: mostWalked, witnesses: 0 } as const;
  const [answers, others] = await Promise.all([
    index.walkBriefly({ ...common, depth, filter: open }),
    rest.length === 0 ? null : index.walkBriefly({ ...common, depth: 1, filter: { ...open, kinds: rest } }),
  ]);
  const columns = columnsOf(directives, answers, others, filter);
  const rows = rowsOf(await knownUnits(index, unitsMet(columns)), request);
  const all = rows.units.map((unit) => rowOf(unit, columns));
  const page = all.toSorted(rowOrder(order)).slice(offset, offset + size);
  const { answers: shown, works: named } = namedIn(page);
  for (const column of columns) for (const { id } of namedByColumn(column)) named.add(id);
  for (const id of roots) named.delete(id);
  const { works, witnesses } = await shownOf(
    index,
    shown.map(({ answering }) => answering.reached.link),
    named,
    open,
  );
  const summaries = await summariesFor(index, {
    works: [...directives.map(({ work }) => work), ...works],
    documents: [...witnesses.values()].map(({ document }) => document),
  });
  const viewing = {
    ...{ known: rows.known, filter, summaries, isUsual: request.relations === undefined },
    witnessOfLink: (from: string, to: string) => witnesses.get(pair(from, to)) ?? null,
  };
  const truncated = answers.truncated || others?.truncated === true;
  return {
    columns: columns.map((column, at) =>
      columnView(
        column,
        all.map(({ cells }) => cells[at]!),
        summaries,
      ),
    ),
    total: all.length,
    rows: page.map((row) => rowView(row, viewing)),
    asked: [...rows.asked],
    works: works.map((work) => viewOf(work, summaries)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    choices: [],
    truncated,
    ...told([...findingsOf(columns, all, truncated)]),
  };
}

/** The works of the columns, each once; those of which a number could mean several are to be chosen. */
async function directivesMeant(
  index: Store,
  asked: readonly string[],
): Promise<{ directives: readonly Directive[]; choices: DirectiveChoice[] }> {
  const directives = new Map<string, Directive>();
  const choices: DirectiveChoice[] = [];
  for (const one of asked) {
    const meant = await meantBy(index, one);
    const [{ work }] = meant;
    if (meant.length > 1) choices.push({ asked: one, choices: await viewsOf(index, meant) });
    else if (!directives.has(work.id)) directives.set(work.id, { asked: one, work });
  }
  return { directives: [...directives.values()], choices };
}

function* unitsMet(columns: readonly Column[]): Generator<Unit> {
  for (const { byUnit } of columns) for (const [first] of byUnit.values()) if (first?.of.unit != null) yield first.of.unit;
}

const pair = (from: string, to: string) => `${from} ${to}`;

interface ShownWorks {
  readonly works: readonly Work[];
  /** The first words of each link. */
  readonly witnesses: ReadonlyMap<string, LinkWitness>;
}

/** What a page shows, whole: works between which links are shown in one question with their words, all others in one without links. */
async function shownOf(
  index: Store,
  links: readonly { readonly from: string; readonly to: string }[],
  named: ReadonlySet<string>,
  filter: LinkFilter,
): Promise<ShownWorks> {
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  const wanted = new Set(links.map(({ from, to }) => pair(from, to)));
  const common = { direction: 'both', depth: 0, limit: mostWalked } as const;
  const [linked, others] = await Promise.all([
    index.walk({ ...common, roots: [...ends], filter, witnesses: 1 }),
    index.walk({ ...common, roots: [...named].filter((id) => !ends.has(id)), filter: { ...filter, kinds: [] }, witnesses: 0 }),
  ]);
  return {
    works: [...linked.nodes, ...others.nodes].flatMap(({ work }) => (named.has(work.id) ? work : [])),
    witnesses: new Map(
      linked.links.flatMap(({ from, to, witnesses: [first] }) =>
        first !== undefined && wanted.has(pair(from, to)) ? [[pair(from, to), first]] : [],
      ),
    ),
  };
}

/** Whether a directive, or an answer to one, was issued after the reform of 2025. */
function reachesReform(columns: readonly Column[], rows: readonly Row[]): boolean {
  const isLate = ({ date }: { readonly date: string | null }) => date !== null && date >= mergedOn;
  return (
    columns.some(({ work }) => isLate(work)) ||
    rows.some(({ cells }) => cells.some(({ answers }) => answers.some(({ answering }) => isLate(answering.work))))
  );
}

function* findingsOf(columns: readonly Column[], rows: readonly Row[], truncated: boolean): Generator<ChainFinding> {
  if (truncated)
    yield {
      code: 'not-all-looked-at',
      works: columns.map(({ work }) => work.id),
      message: `More documents are linked to these directives than were looked at: what is silent here may have an answer among them.`,
      messageVi: `Số văn bản liên quan đến các văn bản này nhiều hơn số đã xem xét: chỗ ghi là chưa có có thể có văn bản trong số đó.`,
    };
  for (const { work } of columns) {
    yield* contradictions([work], []);
    if (work.date !== null || work.claimed.dates.length > 1) continue;
    yield {
      code: 'date-unknown',
      works: [work.id],
      message: `No document held here tells the date of ${nameOf(work)}: the days up to its answers are unknown.`,
      messageVi: `Không văn bản nào đang lưu cho biết ngày của ${nameOf(work)}: không tính được số ngày đến các văn bản đáp ứng.`,
    };
  }
  const below = rows.filter(({ unit }) => isBelowProvince(unit.scope));
  if (below.length > 0 && reachesReform(columns, rows)) yield rowsNotFollowed(below.map(({ unit }) => unit.name));
  const seen = new Set<string>();
  for (const { cells } of rows)
    for (const { column, answers } of cells)
      for (const { answering } of answers) {
        const { work, lapse } = answering;
        if (lapse.timing !== 'before' || seen.has(pair(work.id, column.work.id))) continue;
        seen.add(pair(work.id, column.work.id));
        yield {
          code: 'before-what-it-acts-on',
          works: [work.id, column.work.id],
          message: `${nameOf(work)} of ${work.date} is ${lapse.days} days older than ${nameOf(column.work)} of ${column.work.date}, which it answers: one of the dates, or the reading of a number, must be wrong.`,
          messageVi: `${nameOf(work)} ngày ${dayVi(work.date!)} có trước ${nameOf(column.work)} ngày ${dayVi(column.work.date!)} ${lapse.days} ngày mà lại thực hiện văn bản này: một trong hai ngày, hoặc cách đọc số hiệu, không đúng.`,
        };
      }
}
