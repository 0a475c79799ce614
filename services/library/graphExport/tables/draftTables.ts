import type { Column } from '../../export/table.ts';
import type { DraftCitation, DraftFinding, DraftReport } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { noteTable } from './notes.ts';
import { type Table, tableOf } from './table.ts';

/** What became of a citation of a draft. */
export const citationStates: Readonly<Record<DraftCitation['status'], string>> = {
  known: 'đã biết',
  'number-of-others': 'chỉ thấy số này của nơi khác hoặc nhiệm kỳ khác',
  ambiguous: 'có thể là nhiều văn bản',
  'never-seen': 'chưa văn bản nào nêu',
};

const findingColumns: readonly Column<DraftFinding>[] = [
  { heading: 'Trang', width: 7, as: 'count', cell: ({ at }) => at?.page ?? null },
  { heading: 'Mức độ', width: 11, as: 'text', cell: ({ severity }) => (severity === 'warning' ? 'cảnh báo' : 'thông tin') },
  { heading: 'Mã', width: 22, as: 'text', cell: ({ code }) => code },
  { heading: 'Viện dẫn', width: 18, as: 'text', cell: ({ citation }) => citation },
  { heading: 'Lời văn trong dự thảo', width: 50, as: 'text', cell: ({ at }) => at?.quote ?? null },
  { heading: 'Nội dung', width: 80, as: 'text', cell: ({ messageVi }) => messageVi },
  { heading: 'Đề nghị', width: 60, as: 'text', cell: ({ proposalVi }) => proposalVi },
  {
    heading: 'Căn cứ',
    ...{ width: 80, as: 'text' },
    cell: ({ sides }) =>
      sides
        .flatMap(({ value, quotes }) => quotes.map(({ name, page, quote }) => `${value ?? ''}: “${quote}” (${name}, trang ${page})`))
        .join('; ') || null,
  },
];

const citationColumns: readonly Column<DraftCitation>[] = [
  { heading: 'Viện dẫn', width: 20, as: 'text', cell: ({ key }) => key },
  { heading: 'Số lần', width: 8, as: 'count', cell: ({ mentions }) => mentions },
  { heading: 'Trang đầu', width: 8, as: 'count', cell: ({ at }) => at?.page ?? null },
  { heading: 'Tình trạng', width: 34, as: 'text', cell: ({ status }) => citationStates[status] },
  { heading: 'Trong kho', width: 10, as: 'text', cell: ({ held }) => (held ? 'có' : 'không') },
  { heading: 'Phát hiện', width: 34, as: 'text', cell: ({ findings }) => findings.join('; ') || null },
  { heading: 'Số gần giống', width: 30, as: 'text', cell: ({ near }) => near.join('; ') || null },
  { heading: 'Văn bản', width: 50, as: 'text', cell: ({ works }) => works.join('; ') || null },
];

/** The report on a draft as tables: what was found, all citations, and what is to be known of the file. */
export function draftTables({ findings, citations }: DraftReport, about: About): readonly [Table, ...Table[]] {
  return [
    tableOf('Phát hiện', findingColumns, findings),
    tableOf('Viện dẫn', citationColumns, citations),
    noteTable(about, { leftOut: null, findings: [], findingsMore: 0 }),
  ];
}
