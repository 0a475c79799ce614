import type { Column } from '../../export/table.ts';
import type { ChainFinding } from '../../shapes.ts';
import type { About } from '../graphFile.ts';
import { type Table, tableOf } from './table.ts';

interface Note {
  readonly what: string;
  readonly words: string;
}

const columns: readonly Column<Note>[] = [
  { heading: 'Mục', width: 24, as: 'text', cell: ({ what }) => what },
  { heading: 'Nội dung', width: 110, as: 'text', cell: ({ words }) => words },
];

/** What was asked, when and of which extraction, what is left out, and what is odd. */
export function noteTable(
  { asked, made, pipeline }: About,
  {
    leftOut,
    findings,
    findingsMore,
  }: { readonly leftOut: string | null; readonly findings: readonly ChainFinding[]; readonly findingsMore: number },
): Table {
  return tableOf('Ghi chú', columns, [
    ...asked.map((words) => ({ what: 'Nội dung yêu cầu', words })),
    { what: 'Thời điểm lập (UTC)', words: made.toISOString() },
    { what: 'Phiên bản bóc tách', words: pipeline },
    ...(leftOut === null ? [] : [{ what: 'Chưa đầy đủ', words: leftOut }]),
    ...findings.map(({ messageVi }) => ({ what: 'Điểm cần xem', words: messageVi })),
    ...(findingsMore === 0 ? [] : [{ what: 'Điểm cần xem', words: `và ${findingsMore} điểm khác` }]),
  ]);
}
