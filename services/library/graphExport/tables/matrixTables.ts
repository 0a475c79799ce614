import type { Column } from '../../export/table.ts';
import type { Matrix, MatrixAnswer, MatrixCell, MatrixColumn, MatrixRow, WorkView } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { dayName, kindName, levelName, nameOf, whoseAndWhen } from '../wording.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';
import { workColumns } from './works.ts';

const states: Readonly<Record<MatrixCell['state'], string>> = {
  held: 'có văn bản trong kho',
  attested: 'chỉ được văn bản khác nhắc đến',
  own: 'chính đơn vị ban hành',
  silent: 'không có văn bản trong kho',
};

/** One document that answers, or a cell without one. */
interface Told {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly cell: MatrixCell;
  readonly answer: MatrixAnswer | null;
}

/** A matrix as tables: units against directives, every answer with its proof, the directives, the works, and what is to be known of the file. */
export function matrixTables(
  matrix: Matrix,
  { offset, size }: { readonly offset: number; readonly size: number },
  addresses: ReadonlyMap<string, string>,
  about: About,
): readonly [Table, ...Table[]] {
  const works = new Map([...matrix.works, ...matrix.columns.map(({ work }) => work)].map((work) => [work.id, work]));
  const name = (id: string) => (works.has(id) ? nameOf(works.get(id)!) : id);
  const told = matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, at): Told[] => {
      const column = matrix.columns[at]!;
      return cell.answers.length === 0
        ? [{ row, column, cell, answer: null }]
        : cell.answers.map((answer) => ({ row, column, cell, answer }));
    }),
  );
  const left = matrix.total > offset + size || offset > 0 ? `Tệp này có ${matrix.rows.length} trong số ${matrix.total} đơn vị.` : null;
  const cut = matrix.truncated ? 'Còn liên kết chưa được xem hết: một ô trống có thể do đó.' : null;
  const silence = 'Ô “không có văn bản trong kho” chỉ nói rằng kho này không có văn bản trả lời, không có nghĩa là đơn vị không ban hành.';
  const asked = [
    ...about.asked,
    silence,
    ...matrix.asked.flatMap(({ asked, messageVi }) => (messageVi === null ? [] : [`${asked}: ${messageVi}`])),
  ];
  return [
    tableOf('Ma trận', gridColumns(matrix.columns, name), matrix.rows),
    tableOf('Văn bản trả lời', answerColumns(name, works), told),
    tableOf('Văn bản chỉ đạo', directiveColumns, matrix.columns),
    tableOf('Văn bản', workColumns<WorkView>(addresses), [...works.values()]),
    noteTable({ ...about, asked }, { ...matrix, leftOut: [left, cut].filter((part) => part !== null).join(' ') || null }),
  ];
}

function gridColumns(directives: readonly MatrixColumn[], name: (id: string) => string): readonly Column<MatrixRow>[] {
  return [
    { heading: 'Đơn vị', width: 34, as: 'text', cell: ({ unit }) => unit.name },
    { heading: 'Cấp', width: 12, as: 'text', cell: ({ unit }) => levelName(unit.level) },
    ...directives.map(
      ({ work }, at): Column<MatrixRow> => ({
        heading: `${nameOf(work)} (${whoseAndWhen(work)})`,
        ...{ width: 34, as: 'text' },
        cell: ({ cells }) => cellWords(cells[at]!, name),
      }),
    ),
    { heading: 'Đã ban hành', width: 10, as: 'count', cell: ({ totals }) => totals.issued },
    { heading: 'Trong kho', width: 10, as: 'count', cell: ({ totals }) => totals.held },
    { heading: 'Đã sơ kết, tổng kết', width: 10, as: 'count', cell: ({ totals }) => totals.reviewed },
    { heading: 'Không có văn bản', width: 10, as: 'count', cell: ({ totals }) => totals.silent },
    { heading: 'Trung vị (ngày)', width: 10, as: 'count', cell: ({ totals }) => totals.days?.median ?? null },
  ];
}

/** "20-KH/TU, sau 111 ngày; đã sơ kết, tổng kết; và 2 văn bản khác". */
function cellWords({ state, answers, documents, reviewed }: MatrixCell, name: (id: string) => string): string {
  const [first] = answers;
  if (first === undefined) return states[state];
  const days = first.days === null ? '' : first.timing === 'before' ? `, ghi sớm hơn ${first.days} ngày` : `, sau ${first.days} ngày`;
  const parts = [
    `${name(first.work)}${days}`,
    ...(state === 'attested' ? [states.attested] : []),
    ...(reviewed ? ['đã sơ kết, tổng kết'] : []),
    ...(documents > 1 ? [`và ${documents - 1} văn bản khác`] : []),
  ];
  return parts.join('; ');
}

function answerColumns(name: (id: string) => string, works: ReadonlyMap<string, WorkView>): readonly Column<Told>[] {
  return [
    { heading: 'Đơn vị', width: 34, as: 'text', cell: ({ row }) => row.unit.name },
    { heading: 'Văn bản chỉ đạo', width: 18, as: 'text', cell: ({ column }) => nameOf(column.work) },
    { heading: 'Tình trạng', width: 28, as: 'text', cell: ({ cell }) => states[cell.state] },
    { heading: 'Văn bản trả lời', width: 18, as: 'text', cell: ({ answer }) => (answer === null ? null : name(answer.work)) },
    { heading: 'Ngày', width: 12, as: 'day', cell: ({ answer }) => (answer === null ? null : (works.get(answer.work)?.date ?? null)) },
    { heading: 'Thời điểm', width: 12, as: 'text', cell: ({ answer }) => (answer === null ? null : timings[answer.timing]) },
    { heading: 'Số ngày', width: 8, as: 'count', cell: ({ answer }) => answer?.days ?? null },
    { heading: 'Quan hệ', width: 20, as: 'text', cell: ({ answer }) => (answer === null ? null : kindName(answer.kind)) },
    { heading: 'Của địa phương trước hoặc sau sắp xếp', width: 20, as: 'text', cell: ({ answer }) => answer?.scope ?? null },
    { heading: 'Thông qua', width: 30, as: 'text', cell: ({ answer }) => answer?.through.map(name).join('; ') || null },
    {
      heading: 'Sơ kết, tổng kết',
      width: 10,
      as: 'text',
      cell: ({ answer }) => (answer === null ? null : answer.reviews ? 'có' : 'không'),
    },
    { heading: 'Trích dẫn', width: 70, as: 'text', cell: ({ answer }) => answer?.witness?.quote ?? null },
    { heading: 'Tệp nêu', width: 30, as: 'text', cell: ({ answer }) => answer?.witness?.name ?? null },
    { heading: 'Trang', width: 7, as: 'count', cell: ({ answer }) => answer?.witness?.page ?? null },
    { heading: 'Ghi chú', width: 60, as: 'text', cell: ({ cell }) => cell.messageVi },
  ];
}

const timings: Readonly<Record<MatrixAnswer['timing'], string>> = {
  after: 'sau',
  'same-day': 'cùng ngày',
  before: 'trước (có ngày sai)',
  unknown: 'không rõ',
};

const directiveColumns: readonly Column<MatrixColumn>[] = [
  { heading: 'Được hỏi là', width: 20, as: 'text', cell: ({ asked }) => asked },
  { heading: 'Số, ký hiệu', width: 18, as: 'text', cell: ({ work }) => nameOf(work) },
  { heading: 'Ngày ban hành', width: 14, as: 'text', cell: ({ work }) => (work.date === null ? null : dayName(work.date)) },
  { heading: 'Đơn vị đã ban hành', width: 12, as: 'count', cell: ({ totals }) => totals.issued },
  { heading: 'Có trong kho', width: 12, as: 'count', cell: ({ totals }) => totals.held },
  { heading: 'Chỉ được nhắc đến', width: 12, as: 'count', cell: ({ totals }) => totals.attested },
  { heading: 'Đã sơ kết, tổng kết', width: 12, as: 'count', cell: ({ totals }) => totals.reviewed },
  { heading: 'Không có văn bản', width: 12, as: 'count', cell: ({ totals }) => totals.silent },
  { heading: 'Nhanh nhất (ngày)', width: 12, as: 'count', cell: ({ totals }) => totals.days?.least ?? null },
  { heading: 'Trung vị (ngày)', width: 12, as: 'count', cell: ({ totals }) => totals.days?.median ?? null },
  { heading: 'Chậm nhất (ngày)', width: 12, as: 'count', cell: ({ totals }) => totals.days?.most ?? null },
  { heading: 'Văn bản không rõ của ai', width: 14, as: 'count', cell: ({ unplaced }) => unplaced.total },
];
