import type { GraphNode } from '../../shapes.ts';
import type { GraphFile } from '../graphFile.ts';
import { cutGraph } from '../tables/graphTables.ts';
import { dayName, typedName, whoseAndWhen } from '../wording.ts';
import type { Xml } from '../xml.ts';
import { wordFile } from './package.ts';
import type { Sources } from './sources.ts';
import { linkPieces, stepPieces } from './steps.ts';
import { paragraph, run, table } from './word.ts';

/** Ids of all documents whose words or files a dossier names. */
export function documentsIn({ graph: { nodes, edges } }: Pick<GraphFile, 'graph'>): readonly string[] {
  return [
    ...new Set([
      ...nodes.flatMap(({ held }) => held.map(({ id }) => id)),
      ...edges.flatMap(({ witnesses }) => witnesses.map(({ document }) => document)),
    ]),
  ];
}

/**
 * A graph as a dossier (hồ sơ) in DOCX, in Vietnamese, to be laid before those who decide: what was asked and when, the chain as a table and step by step in
 * words, each link with the words that state it, their document, page and the SHA-256 of its file, what is contradictory or doubtful, and what is not held.
 */
export function dossier(file: GraphFile, sources: Sources): Uint8Array {
  const { graph, about } = file;
  const root = graph.nodes.find(({ id }) => id === graph.root) ?? null;
  const title = root === null ? 'Hồ sơ chuỗi văn bản' : `Hồ sơ chuỗi văn bản: ${typedName(root)}`;
  const body: Xml[] = [
    paragraph(title, 'Title'),
    ...asked(file, root),
    paragraph('2. Các văn bản trong chuỗi', 'Heading1'),
    worksTable(file),
    paragraph('3. Diễn biến theo từng bước', 'Heading1'),
    ...stepPieces(graph),
    paragraph('4. Căn cứ của từng liên kết', 'Heading1'),
    ...linkPieces(graph, sources),
    paragraph('5. Mâu thuẫn và điểm chưa rõ', 'Heading1'),
    ...doubts(file),
    paragraph('6. Văn bản không có trong kho', 'Heading1'),
    ...missing(graph.nodes),
    paragraph('7. Tệp nguồn', 'Heading1'),
    ...sourcesTable(sources),
  ];
  return wordFile({ title, made: about.made, body });
}

function asked({ graph, about, addresses }: GraphFile, root: GraphNode | null): Xml[] {
  const line = (name: string, value: string) => paragraph([run(`${name}: `, { bold: true }), run(value)]);
  const held = graph.nodes.filter((node) => node.held.length > 0).length;
  return [
    paragraph('1. Nội dung yêu cầu', 'Heading1'),
    ...about.asked.map((words) => paragraph(words)),
    ...(root === null
      ? []
      : [
          line('Văn bản gốc', `${typedName(root)} (${whoseAndWhen(root)})`),
          ...(root.title === null ? [] : [line('Trích yếu', root.title)]),
          ...(root.issuer === null ? [] : [line('Cơ quan ban hành', root.issuer)]),
          ...(addresses.get(root.id) === undefined ? [] : [line('Địa chỉ', addresses.get(root.id)!)]),
        ]),
    line('Ngày lập hồ sơ', `${dayName(about.made.toISOString().slice(0, 10))} (${about.made.toISOString()})`),
    line('Phiên bản bóc tách', about.pipeline),
    line('Số văn bản', `${graph.nodes.length}, trong đó ${held} văn bản có trong kho`),
    line('Số liên kết', String(graph.edges.length)),
    ...(graph.truncated ? [line('Chưa đầy đủ', cutGraph)] : []),
  ];
}

function worksTable({ graph }: GraphFile): Xml {
  const rows = graph.nodes.map((node, at) => [
    String(at + 1),
    node.depth === 0 ? 'gốc' : node.depth < 0 ? `cơ sở ${-node.depth}` : `bậc ${node.depth}`,
    typedName(node),
    node.scope ?? 'không rõ',
    node.date === null ? (node.term ?? 'không rõ') : dayName(node.date),
    node.title ?? '',
    node.held.length > 0 ? 'có' : 'không',
  ]);
  return table(['TT', 'Vị trí', 'Văn bản', 'Phạm vi', 'Ngày hoặc nhiệm kỳ', 'Trích yếu', 'Trong kho'], [6, 10, 19, 13, 13, 30, 9], rows);
}

function doubts({ graph }: GraphFile): Xml[] {
  const pieces = graph.findings.map(({ messageVi }) => paragraph(`– ${messageVi}`));
  if (graph.findingsMore > 0) pieces.push(paragraph(`– Và ${graph.findingsMore} điểm khác, không nêu ở đây.`));
  for (const node of graph.nodes) {
    const { dates } = node.claimed;
    if (dates.length > 1) {
      const told = dates.map(
        ({ value, documents, own }) => `${dayName(value)} (${own ? 'theo chính văn bản' : `theo ${documents} văn bản`})`,
      );
      pieces.push(paragraph(`– ${typedName(node)} (${node.scope ?? 'không rõ phạm vi'}) được ghi các ngày khác nhau: ${told.join('; ')}.`));
    }
    if (node.maybe.length > 0) {
      const others = [...node.maybe.map(({ work }) => work), ...(node.maybeMore === 0 ? [] : [`và ${node.maybeMore} văn bản khác`])];
      pieces.push(paragraph(`– ${typedName(node)} (${whoseAndWhen(node)}) có thể cũng là: ${others.join('; ')}.`));
    }
  }
  return pieces.length > 0 ? pieces : [paragraph('Không thấy mâu thuẫn trong các văn bản của chuỗi này.')];
}

function missing(nodes: readonly GraphNode[]): Xml[] {
  const lacking = nodes.filter(({ held }) => held.length === 0);
  if (lacking.length === 0) return [paragraph('Mọi văn bản trong chuỗi đều có trong kho.')];
  return [
    paragraph('Các văn bản sau được nhắc đến nhưng không có trong kho này; điều đó không có nghĩa là chúng không được ban hành.'),
    table(
      ['Văn bản', 'Phạm vi, thời gian', 'Trích yếu theo văn bản khác', 'Số lần được nhắc'],
      [20, 24, 44, 12],
      lacking.map((node) => [typedName(node), whoseAndWhen(node), node.title ?? '', String(node.cited)]),
    ),
  ];
}

function sourcesTable(sources: Sources): Xml[] {
  if (sources.size === 0) return [paragraph('Không có tệp nào trong kho được dẫn ở đây.')];
  return [
    table(
      ['Tệp', 'Mã trong kho', 'SHA-256', 'Phiên bản bóc tách'],
      [30, 18, 38, 14],
      [...sources.values()].map(({ id, name, hash, pipeline }) => [name, id, hash, pipeline]),
    ),
  ];
}
