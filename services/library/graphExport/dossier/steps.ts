import type { RelationKind } from '#ingest/model/relation.ts';
import type { Graph, GraphEdge, GraphNode } from '../../shapes.ts';
import { confidenceNames, dayName, identifiedNames, kindsName, typedName } from '../wording.ts';
import type { Xml } from '../xml.ts';
import type { Sources } from './sources.ts';
import { paragraph, run } from './word.ts';

/** How a sentence says what one document does to another. */
const verbs: Readonly<Record<RelationKind, string>> = {
  amends: 'sửa đổi, bổ sung',
  corrects: 'đính chính',
  extends: 'gia hạn',
  replaces: 'thay thế',
  repeals: 'bãi bỏ',
  suspends: 'đình chỉ, ngưng hiệu lực',
  reviews: 'sơ kết, tổng kết',
  'reports-on': 'báo cáo kết quả thực hiện',
  implements: 'thực hiện',
  continues: 'tiếp tục thực hiện',
  guides: 'hướng dẫn',
  concretizes: 'cụ thể hóa',
  basis: 'căn cứ',
  'on-proposal': 'được ban hành theo đề nghị tại',
  related: 'gắn với',
  cites: 'nhắc đến',
  consolidates: 'hợp nhất',
  answers: 'trả lời',
};

/** A work in a sentence: "Kế hoạch 20-KH/TU (Bến Tre) ngày 5/3/2022". */
function told(work: GraphNode): string {
  const day = work.date === null ? '' : ` ngày ${dayName(work.date)}`;
  return `${typedName(work)}${work.scope === null ? '' : ` (${work.scope})`}${day}`;
}

/** The graph in words, from what the root rests on to what came of it, a heading for each step. */
export function stepPieces({ nodes, edges }: Graph): Xml[] {
  const works = new Map(nodes.map((node) => [node.id, node]));
  const steps = Map.groupBy(edges, ({ from, to }) => stepOf(works.get(from)!.depth, works.get(to)!.depth));
  if (edges.length === 0) return [paragraph('Không có văn bản nào trong kho nêu liên kết với văn bản này trong giới hạn đã hỏi.')];
  return [...steps.keys()]
    .sort((a, b) => a - b)
    .flatMap((step) => {
      const name = step < 0 ? `Cơ sở ban hành, bước ${-step}` : step === 0 ? 'Trong cùng văn bản gốc' : `Triển khai, bước ${step}`;
      const sentences = steps
        .get(step)!
        .toSorted((a, b) => order(works.get(a.from)!, works.get(b.from)!))
        .map((edge) => paragraph(`– ${sentence(edge, works)}`));
      return [paragraph(name, 'Heading2'), ...sentences];
    });
}

/** A link belongs to the step that ends at its farther end. */
function stepOf(a: number, b: number): number {
  return Math.abs(a) >= Math.abs(b) ? a : b;
}

function order(a: GraphNode, b: GraphNode): number {
  const [one, other] = [`${a.date ?? '~'} ${a.id}`, `${b.date ?? '~'} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function sentence({ from, to, kinds, claims }: GraphEdge, works: ReadonlyMap<string, GraphNode>): string {
  const [acting, acted] = [works.get(from)!, works.get(to)!];
  const does = kinds.map(({ kind }) => verbs[kind]).join(', ');
  const lapse = daysBetween(acted.date, acting.date);
  const after = lapse === null ? '' : lapse < 0 ? `, ghi ngày sớm hơn ${-lapse} ngày` : `, sau ${lapse} ngày`;
  const missing = acting.held.length === 0 ? '; văn bản này không có trong kho' : '';
  return `${told(acting)} ${does} ${told(acted)}${after} (${claims} lời chứng)${missing}.`;
}

function daysBetween(earlier: string | null, later: string | null): number | null {
  if (earlier === null || later === null) return null;
  const days = (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
  return Number.isInteger(days) ? days : null;
}

/** Every link with the words that state it, and where they stand. */
export function linkPieces({ nodes, edges }: Graph, sources: Sources): Xml[] {
  const works = new Map(nodes.map((node) => [node.id, node]));
  if (edges.length === 0) return [paragraph('Không có liên kết.')];
  return edges.flatMap((edge, at) => {
    const heading = `4.${at + 1}. ${told(works.get(edge.from)!)} – ${kindsName(edge)} – ${told(works.get(edge.to)!)}`;
    const words = edge.witnesses.flatMap((witness) => {
      const hash = sources.get(witness.document)?.hash;
      const third = witness.attested ? '; do văn bản thứ ba nêu' : '';
      return [
        paragraph(`“${witness.quote}”`, 'Quote'),
        paragraph(
          [
            run(`${witness.name}, trang ${witness.page}`, { bold: true }),
            run(`; ${confidenceNames[witness.confidence]}; ${identifiedNames[witness.identified]}${third}`),
            run(hash === undefined ? '' : `; SHA-256 ${hash}`),
          ],
          'Source',
        ),
      ];
    });
    const left = edge.claims - edge.witnesses.length;
    const more = left > 0 ? [paragraph(`Còn ${left} lời chứng khác, không nêu ở đây.`, 'Source')] : [];
    return [paragraph(heading, 'Heading2'), ...words, ...more];
  });
}
