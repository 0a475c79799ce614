import type { Column } from '../../export/table.ts';
import type { GraphEdge, Paths, WorkView } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { kindName, kindsName, nameOf } from '../wording.ts';
import { linkTable } from './links.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';
import { workColumns } from './works.ts';

interface Step {
  readonly chain: number;
  readonly step: number;
  readonly from: WorkView;
  readonly edge: GraphEdge;
  readonly to: WorkView;
}

const columns: readonly Column<Step>[] = [
  { heading: 'Chuỗi', width: 7, as: 'count', cell: ({ chain }) => chain },
  { heading: 'Bước', width: 7, as: 'count', cell: ({ step }) => step },
  { heading: 'Văn bản', width: 20, as: 'text', cell: ({ from }) => nameOf(from) },
  { heading: 'Phạm vi', width: 18, as: 'text', cell: ({ from }) => from.scope },
  { heading: 'Ngày', width: 12, as: 'day', cell: ({ from }) => from.date },
  { heading: 'Quan hệ', width: 22, as: 'text', cell: ({ edge }) => kindsName(edge) },
  { heading: 'Với văn bản', width: 20, as: 'text', cell: ({ to }) => nameOf(to) },
  { heading: 'Phạm vi của văn bản đó', width: 18, as: 'text', cell: ({ to }) => to.scope },
  { heading: 'Ngày của văn bản đó', width: 12, as: 'day', cell: ({ to }) => to.date },
  { heading: 'Trích dẫn', width: 70, as: 'text', cell: ({ edge }) => edge.witnesses[0]?.quote ?? null },
  { heading: 'Tệp nêu', width: 30, as: 'text', cell: ({ edge }) => edge.witnesses[0]?.name ?? null },
  { heading: 'Trang', width: 7, as: 'count', cell: ({ edge }) => edge.witnesses[0]?.page ?? null },
  {
    heading: 'Cách nêu',
    width: 16,
    as: 'text',
    cell: ({ edge: { witnesses } }) => (witnesses[0] === undefined ? null : kindName(witnesses[0].kind)),
  },
  { heading: 'Mã trong chuỗi', width: 28, as: 'text', cell: ({ from }) => from.id },
  { heading: 'Mã của văn bản đó', width: 28, as: 'text', cell: ({ to }) => to.id },
];

/** Chains as tables: their steps, all statements of the links, the works, and what is to be known of the file. */
export function pathTables(paths: Paths, addresses: ReadonlyMap<string, string>, about: About): readonly [Table, ...Table[]] {
  const works = new Map(paths.works.map((work) => [work.id, work]));
  const links = new Map(paths.edges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
  const steps = paths.chains.flatMap((chain, at) =>
    chain.works.slice(1).map(
      (to, index): Step => ({
        chain: at + 1,
        step: index + 1,
        from: works.get(chain.works[index]!)!,
        edge: links.get(JSON.stringify([chain.works[index], to]))!,
        to: works.get(to)!,
      }),
    ),
  );
  const none = paths.chains.length === 0 ? 'Không có chuỗi nào nối hai văn bản trong giới hạn đã hỏi.' : null;
  return [
    tableOf('Chuỗi', columns, steps),
    linkTable(paths.works, paths.edges),
    tableOf('Văn bản', workColumns<WorkView>(addresses), paths.works),
    noteTable(about, { ...paths, leftOut: paths.truncated ? 'Còn, hoặc có thể còn, chuỗi khác ngoài số chuỗi trong tệp này.' : none }),
  ];
}
