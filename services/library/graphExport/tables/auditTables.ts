import type { Column } from '../../export/table.ts';
import type { AuditFinding, AuditQuote, AuditSide } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';

interface Quoted {
  readonly number: number;
  readonly finding: AuditFinding;
  readonly side: AuditSide;
  readonly quote: AuditQuote | null;
}

const findingColumns: readonly Column<{ readonly number: number; readonly finding: AuditFinding }>[] = [
  { heading: 'TT', width: 6, as: 'count', cell: ({ number }) => number },
  { heading: 'Mức độ', width: 11, as: 'text', cell: ({ finding }) => (finding.severity === 'warning' ? 'cảnh báo' : 'thông tin') },
  { heading: 'Mã', width: 24, as: 'text', cell: ({ finding }) => finding.code },
  { heading: 'Nội dung', width: 90, as: 'text', cell: ({ finding }) => finding.messageVi },
  { heading: 'Các bên', width: 60, as: 'text', cell: ({ finding }) => finding.sides.map(sideName).join('; ') || null },
  { heading: 'Văn bản', width: 50, as: 'text', cell: ({ finding }) => finding.works.join('; ') || null },
];

function sideName({ value, own, documents, majority }: AuditSide): string {
  const by = [...(own ? ['chính văn bản'] : []), ...(documents === null ? [] : [`${documents} văn bản`]), ...(majority ? ['đa số'] : [])];
  return `${value ?? 'không nêu'}${by.length === 0 ? '' : ` (${by.join(', ')})`}`;
}

const quoteColumns: readonly Column<Quoted>[] = [
  { heading: 'TT', width: 6, as: 'count', cell: ({ number }) => number },
  { heading: 'Mã', width: 24, as: 'text', cell: ({ finding }) => finding.code },
  { heading: 'Giá trị', width: 30, as: 'text', cell: ({ side }) => side.value },
  { heading: 'Chính văn bản nêu', width: 12, as: 'text', cell: ({ side }) => (side.own ? 'có' : 'không') },
  { heading: 'Số văn bản nêu', width: 10, as: 'count', cell: ({ side }) => side.documents },
  { heading: 'Đa số', width: 8, as: 'text', cell: ({ side }) => (side.majority ? 'có' : 'không') },
  { heading: 'Lời văn', width: 50, as: 'text', cell: ({ quote }) => quote?.words ?? null },
  { heading: 'Trích dẫn', width: 80, as: 'text', cell: ({ quote }) => quote?.quote ?? null },
  { heading: 'Tệp', width: 34, as: 'text', cell: ({ quote }) => quote?.name ?? null },
  { heading: 'Trang', width: 7, as: 'count', cell: ({ quote }) => quote?.page ?? null },
  { heading: 'Mã tệp', width: 18, as: 'text', cell: ({ quote }) => quote?.document ?? null },
];

/** Findings of an audit as tables: the findings, the words of their sides, and what is to be known of the file. */
export function auditTables(findings: readonly AuditFinding[], cut: boolean, about: About): readonly [Table, ...Table[]] {
  const numbered = findings.map((finding, at) => ({ number: at + 1, finding }));
  const quoted = numbered.flatMap(({ number, finding }) =>
    finding.sides.flatMap((side): Quoted[] =>
      side.quotes.length === 0 ? [{ number, finding, side, quote: null }] : side.quotes.map((quote) => ({ number, finding, side, quote })),
    ),
  );
  const leftOut = cut ? 'Còn phát hiện khác ngoài số đã hỏi, không có trong tệp này.' : null;
  return [
    tableOf('Phát hiện', findingColumns, numbered),
    tableOf('Lời chứng', quoteColumns, quoted),
    noteTable(about, { leftOut, findings: [], findingsMore: 0 }),
  ];
}
