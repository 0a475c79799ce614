import type { Column } from '../../export/table.ts';
import type { Cascade, CascadeEntry, CascadeLevel } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { kindsName, levelName, nameOf } from '../wording.ts';
import { cutGraph } from './graphTables.ts';
import { linkTable } from './links.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';
import { workColumns } from './works.ts';

const timings: Readonly<Record<CascadeEntry['timing'], string>> = {
  after: 'sau',
  'same-day': 'cùng ngày',
  before: 'trước (có ngày sai)',
  unknown: 'không rõ',
};

/** A tree as tables: its documents in order, each under what it carries out, the levels, the statements, and what is to be known of the file. */
export function cascadeTables(cascade: Cascade, addresses: ReadonlyMap<string, string>, about: About): readonly [Table, ...Table[]] {
  const works = new Map(cascade.entries.map((entry) => [entry.id, entry]));
  const edges = cascade.entries.flatMap(({ link }) => link ?? []);
  const columns: readonly Column<CascadeEntry>[] = [
    { heading: 'Bậc', width: 6, as: 'count', cell: ({ depth }) => depth },
    { heading: 'Dưới văn bản', width: 20, as: 'text', cell: ({ parent }) => (parent === null ? null : nameOf(works.get(parent)!)) },
    { heading: 'Quan hệ', width: 22, as: 'text', cell: ({ link }) => (link === null ? null : kindsName(link)) },
    { heading: 'Thời điểm', width: 14, as: 'text', cell: ({ parent, timing }) => (parent === null ? null : timings[timing]) },
    { heading: 'Số ngày', width: 8, as: 'count', cell: ({ days }) => days },
    { heading: 'Số văn bản bên dưới', width: 10, as: 'count', cell: ({ below }) => below },
    ...workColumns<CascadeEntry>(addresses),
    { heading: 'Trích dẫn', width: 70, as: 'text', cell: ({ link }) => link?.witnesses[0]?.quote ?? null },
    { heading: 'Tệp nêu', width: 30, as: 'text', cell: ({ link }) => link?.witnesses[0]?.name ?? null },
    { heading: 'Trang', width: 7, as: 'count', cell: ({ link }) => link?.witnesses[0]?.page ?? null },
    {
      heading: 'Cũng thực hiện',
      width: 30,
      as: 'text',
      cell: ({ further }) => further.map(({ work }) => nameOf(works.get(work)!)).join('; ') || null,
    },
  ];
  return [
    tableOf('Cây thực hiện', columns, cascade.entries),
    tableOf('Theo cấp', levelColumns, cascade.levels),
    linkTable(cascade.entries, edges),
    noteTable(about, { ...cascade, leftOut: cascade.truncated ? cutGraph : null }),
  ];
}

const levelColumns: readonly Column<CascadeLevel>[] = [
  { heading: 'Cấp', width: 14, as: 'text', cell: ({ level }) => levelName(level) ?? 'Không rõ' },
  { heading: 'Số văn bản', width: 10, as: 'count', cell: ({ documents }) => documents },
  { heading: 'Trong kho', width: 10, as: 'count', cell: ({ held }) => held },
  { heading: 'Số nơi', width: 10, as: 'count', cell: ({ scopes }) => scopes },
  { heading: 'Nhanh nhất (ngày)', width: 12, as: 'count', cell: ({ days }) => days?.least ?? null },
  { heading: 'Trung vị (ngày)', width: 12, as: 'count', cell: ({ days }) => days?.median ?? null },
  { heading: 'Chậm nhất (ngày)', width: 12, as: 'count', cell: ({ days }) => days?.most ?? null },
  { heading: 'Số văn bản biết cả hai ngày', width: 14, as: 'count', cell: ({ days }) => days?.documents ?? null },
];
