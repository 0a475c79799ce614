import type { Graph } from '../../shapes.ts';
import type { GraphFile } from '../graphFile.ts';
import { linkTable } from './links.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';
import { workColumns } from './works.ts';

export const cutGraph = 'Còn văn bản ngoài giới hạn đã hỏi, không có trong tệp này; hãy tăng giới hạn hoặc xem từng trang.';

/** A graph as tables: its links with their words, its works, and what is to be known of the file. */
export function graphTables({ graph, addresses, about }: GraphFile): readonly [Table, ...Table[]] {
  return [
    linkTable(graph.nodes, graph.edges),
    nodeTable(graph, addresses),
    noteTable(about, { ...graph, leftOut: graph.truncated ? cutGraph : null }),
  ];
}

function nodeTable({ nodes }: Graph, addresses: ReadonlyMap<string, string>): Table {
  return tableOf(
    'Văn bản',
    [{ heading: 'Bậc', width: 6, as: 'count', cell: ({ depth }) => depth }, ...workColumns<Graph['nodes'][number]>(addresses)],
    nodes,
  );
}
