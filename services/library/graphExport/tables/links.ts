import type { Column } from '../../export/table.ts';
import type { EdgeWitness, GraphEdge, WorkView } from '../../shapes.ts';
import { confidenceNames, identifiedNames, kindName, nameOf } from '../wording.ts';
import { type Table, tableOf } from './table.ts';

/** A link with one statement of it; without one where none is shown, and without a link for a work that has none. */
interface LinkRow {
  readonly from: WorkView;
  readonly edge: GraphEdge | null;
  readonly to: WorkView | null;
  readonly witness: EdgeWitness | null;
}

const columns: readonly Column<LinkRow>[] = [
  { heading: 'Văn bản', width: 18, as: 'text', cell: ({ from }) => nameOf(from) },
  { heading: 'Phạm vi', width: 18, as: 'text', cell: ({ from }) => from.scope },
  { heading: 'Ngày', width: 12, as: 'day', cell: ({ from }) => from.date },
  { heading: 'Quan hệ', width: 20, as: 'text', cell: ({ edge, witness }) => nameOfKind(edge, witness) },
  { heading: 'Mã quan hệ', width: 13, as: 'text', cell: ({ edge, witness }) => witness?.kind ?? edge?.kind ?? null },
  { heading: 'Với văn bản', width: 18, as: 'text', cell: ({ to }) => (to === null ? null : nameOf(to)) },
  { heading: 'Phạm vi của văn bản đó', width: 18, as: 'text', cell: ({ to }) => to?.scope ?? null },
  { heading: 'Ngày của văn bản đó', width: 12, as: 'day', cell: ({ to }) => to?.date ?? null },
  { heading: 'Trích dẫn', width: 70, as: 'text', cell: ({ witness }) => witness?.quote ?? null },
  { heading: 'Tệp nêu', width: 30, as: 'text', cell: ({ witness }) => witness?.name ?? null },
  { heading: 'Trang', width: 7, as: 'count', cell: ({ witness }) => witness?.page ?? null },
  {
    heading: 'Độ chắc chắn',
    width: 26,
    as: 'text',
    cell: ({ witness }) => (witness === null ? null : confidenceNames[witness.confidence]),
  },
  {
    heading: 'Xác định văn bản',
    width: 30,
    as: 'text',
    cell: ({ witness }) => (witness === null ? null : identifiedNames[witness.identified]),
  },
  {
    heading: 'Do văn bản thứ ba nêu',
    width: 12,
    as: 'text',
    cell: ({ witness }) => (witness === null ? null : witness.attested ? 'có' : 'không'),
  },
  { heading: 'Tổng số lời chứng', width: 10, as: 'count', cell: ({ edge }) => edge?.claims ?? null },
  { heading: 'Mã tệp nêu', width: 18, as: 'text', cell: ({ witness }) => witness?.document ?? null },
  { heading: 'Mã trong chuỗi', width: 28, as: 'text', cell: ({ from }) => from.id },
  { heading: 'Mã của văn bản đó', width: 28, as: 'text', cell: ({ to }) => to?.id ?? null },
];

function nameOfKind(edge: GraphEdge | null, witness: EdgeWitness | null): string | null {
  const kind = witness?.kind ?? edge?.kind;
  return kind === undefined ? null : kindName(kind);
}

/** A row for each statement that is shown of a link, and one for each work without a link, so that none is left out. */
export function linkTable(works: readonly WorkView[], edges: readonly GraphEdge[]): Table {
  const known = new Map(works.map((work) => [work.id, work]));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const rows = edges.flatMap((edge): LinkRow[] => {
    const [from, to] = [known.get(edge.from)!, known.get(edge.to)!];
    return edge.witnesses.length === 0
      ? [{ from, edge, to, witness: null }]
      : edge.witnesses.map((witness) => ({ from, edge, to, witness }));
  });
  const alone = works.filter(({ id }) => !linked.has(id)).map((from): LinkRow => ({ from, edge: null, to: null, witness: null }));
  return tableOf('Liên kết', columns, [...rows, ...alone]);
}
