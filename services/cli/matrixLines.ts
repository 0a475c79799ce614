import type { Matrix, MatrixAnswer, MatrixCell, MatrixDays, MatrixTotals, WorkView } from '#services/library/shapes.ts';
import { count, safe } from './format.ts';
import { active, choiceLines, findingLines, label } from './tree.ts';

/** Units against directives as a table, with what its marks mean; with `proof` the words behind each cell after it. */
export function* matrixLines(matrix: Matrix, { offset, proof }: { readonly offset: number; readonly proof: boolean }): Generator<string> {
  for (const { asked, choices } of matrix.choices) yield* choiceLines(choices, asked);
  if (matrix.choices.length > 0) return;
  const works = new Map([...matrix.works, ...matrix.columns.map(({ work }) => work)].map((work) => [work.id, work]));
  const shown =
    matrix.rows.length === matrix.total || matrix.rows.length === 0 ? '' : `, shown ${offset + 1} to ${offset + matrix.rows.length}`;
  yield `${count(matrix.total, 'unit')}${shown}`;
  yield '';
  const head = ['', ...matrix.columns.map(({ work }) => short(work)), 'issued', 'median'];
  const rows = matrix.rows.map(({ unit, cells, totals }) => [
    safe(`${unit.name}${unit.known ? '' : ' ?'}`),
    ...cells.map((cell) => cellText(cell, works)),
    `${totals.issued}/${cells.length}`,
    medianOf(totals.days),
  ]);
  const last = ['All rows', ...matrix.columns.map(({ totals }) => `${totals.issued} of ${matrix.total}`), '', ''];
  const reviewed = ['  reviewed', ...matrix.columns.map(({ totals }) => String(totals.reviewed)), '', ''];
  const median = ['  median', ...matrix.columns.map(({ totals }) => medianOf(totals.days)), '', ''];
  yield* tableLines([head, ...rows, last, reviewed, median]);
  yield '';
  yield* legend(matrix);
  for (const { message } of matrix.asked) if (message !== null) yield `! ${safe(message)}`;
  for (const { work, unplaced } of matrix.columns)
    if (unplaced.total > 0)
      yield `! ${short(work)}: ${count(unplaced.total, 'answer')} of which nothing tells whose ${unplaced.total === 1 ? 'it is' : 'they are'}, as ${unplaced.works.map((id) => nameIn(works, id)).join('; ')}`;
  for (const { unit, cells } of matrix.rows)
    for (const { scope, on, how } of unit.line)
      if (cells.some(({ answers }) => answers.some((answer) => answer.scope === scope)))
        yield `= ${safe(unit.name)}: with what ${safe(scope)} issued ${how === 'before' ? `before ${on}` : `from ${on} on`}`;
  if (proof) yield* proofLines(matrix, works);
  yield* findingLines(matrix);
}

const short = (work: WorkView) => safe(work.key ?? work.held[0]?.name ?? work.id);
const nameIn = (works: ReadonlyMap<string, WorkView>, id: string) => {
  const work = works.get(id);
  return work === undefined ? safe(id) : label(work);
};

function medianOf(days: MatrixDays | MatrixTotals['days']): string {
  return days === null ? '' : `${days.median} d`;
}

/** "20-KH/TU 50 d R", "(33-KH/TU) ? >", "silent". */
function cellText(
  { state, timing, days, reviewed, answers: [first], documents, possible }: MatrixCell,
  works: ReadonlyMap<string, WorkView>,
): string {
  if (state === 'own') return 'own';
  if (state === 'silent' || first === undefined) return possible.total === 0 ? 'silent' : 'silent ~';
  const work = works.get(first.work);
  const name = work === undefined ? safe(first.work) : short(work);
  const when = days === null ? '?' : timing === 'before' ? `-${days} d` : `${days} d`;
  const marks = [
    reviewed ? 'R' : [],
    first.through.length > 0 ? '>' : [],
    first.scope === null ? [] : '=',
    documents > 1 ? `+${documents - 1}` : [],
  ].flat();
  return [state === 'held' ? name : `(${name})`, when, ...marks].join(' ');
}

function* legend({ rows }: Matrix): Generator<string> {
  const cells = rows.flatMap((row) => row.cells);
  const has = (test: (cell: MatrixCell) => boolean) => cells.some(test);
  const answers = (test: (answer: MatrixAnswer) => boolean) => has((cell) => cell.answers.some(test));
  if (has(({ state }) => state === 'silent')) yield 'silent: no document held here shows an answer (không có văn bản đang lưu cho thấy)';
  if (has(({ possible }) => possible.total > 0)) yield '~: a document whose place nothing tells could be its own';
  if (has(({ state }) => state === 'attested')) yield '(…): not held here, only other documents speak of it';
  if (has(({ documents, timing }) => documents > 0 && timing === 'unknown')) yield '?: a date is unknown';
  if (has(({ timing }) => timing === 'before')) yield '-: dated before the directive, one of the dates must be wrong';
  if (has(({ reviewed }) => reviewed)) yield 'R: reviewed or reported on';
  if (answers(({ through }) => through.length > 0)) yield '>: through another document, not naming the directive itself';
  if (answers(({ scope }) => scope !== null)) yield '=: issued by a predecessor or successor of the province';
  if (has(({ documents }) => documents > 1)) yield '+N: so many more documents';
}

function* proofLines({ rows }: Matrix, works: ReadonlyMap<string, WorkView>): Generator<string> {
  for (const { unit, cells } of rows)
    for (const { directive, answers, documents } of cells) {
      if (answers.length === 0) continue;
      yield '';
      yield `${safe(unit.name)} · ${nameIn(works, directive)}`;
      for (const { work, to, through, kind, witness } of answers) {
        const ways = through.length === 0 ? '' : ` (through ${through.map((id) => nameIn(works, id)).join(' > ')})`;
        yield `  ${nameIn(works, work)}`;
        yield `    ${active[kind]} ${safe(works.get(to)?.key ?? to)}${ways}`;
        if (witness !== null)
          yield `    “${safe(witness.quote)}” (${safe(witness.name)}, page ${witness.page}${witness.attested ? ', said by a third' : ''})`;
      }
      if (documents > answers.length) yield `  and ${documents - answers.length} more`;
    }
}

/** Columns as wide as their widest cell. */
export function* tableLines(rows: readonly (readonly string[])[]): Generator<string> {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows)
    yield row
      .map((text, at) => text.padEnd(widths[at]!))
      .join('  ')
      .trimEnd();
}
