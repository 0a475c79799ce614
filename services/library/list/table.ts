import { documentColumns } from '../export/columns.ts';
import { csv } from '../export/csv.ts';
import { type ExportEntry, exportEntry } from '../export/entry.ts';
import type { Column } from '../export/table.ts';
import { xlsx } from '../export/xlsx.ts';
import type { ListEntry, NumberedWork } from '../shapes.ts';

/** The answers as a table: a row for each document, and one for a line without any. */
interface Row {
  readonly entry: ListEntry;
  readonly document: ExportEntry | null;
}

const outcomes: Readonly<Record<ListEntry['outcome'], string>> = {
  found: 'Tìm thấy',
  ambiguous: 'Nhiều văn bản',
  absent: 'Không có',
  invalid: 'Không đọc được',
};

const doubts: Readonly<Record<ListEntry['doubts'][number], string>> = {
  type: 'khác loại văn bản',
  date: 'khác ngày',
  issuer: 'khác cơ quan hoặc địa danh',
  term: 'khác nhiệm kỳ',
};

const columns: readonly Column<Row>[] = [
  { heading: 'Dòng', width: 7, as: 'count', cell: ({ entry }) => entry.line },
  { heading: 'Nội dung hỏi', width: 36, as: 'text', cell: ({ entry }) => entry.text },
  { heading: 'Kết quả', width: 15, as: 'text', cell: ({ entry }) => outcomes[entry.outcome] },
  { heading: 'Số văn bản tìm được', width: 19, as: 'count', cell: ({ entry }) => entry.total },
  { heading: 'Ghi chú', width: 40, as: 'text', cell: ({ entry }) => noteOf(entry) },
  ...documentColumns.map(({ cell, ...column }) => ({
    ...column,
    cell: ({ document }: Row) => (document === null ? null : cell(document)),
  })),
];

/** What is to be known of an answer beside its documents. */
function noteOf({ works, near, doubts: found, partial, reason }: ListEntry): string | null {
  const notes = [
    ...(reason === null ? [] : [reason]),
    ...(found.length === 0 ? [] : [`Cần kiểm tra: ${found.map((doubt) => doubts[doubt]).join(', ')}`]),
    ...(works.length === 0 ? [] : [`Có thể là: ${works.map(workName).join('; ')}`]),
    ...(near.length === 0 ? [] : [`Số gần giống: ${near.join(', ')}`]),
    ...(partial ? ['Tìm chưa hết trong thời gian cho phép'] : []),
  ];
  return notes.length === 0 ? null : notes.join('. ');
}

function workName({ key, scope, term, date, held }: NumberedWork): string {
  const about = [scope, term, date, held.length === 0 ? 'chưa có trong kho' : null].filter((part) => part !== null);
  return `${key ?? ''} (${about.join(', ')})`;
}

export const listFormats = ['json', 'csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** The answers as a table in this format, a few at a time. */
export async function* listTable(format: Exclude<ListFormat, 'json'>, entries: AsyncIterable<ListEntry>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = format === 'csv' ? csv(columns, rowsOf(entries)) : xlsx('Kết quả', columns, rowsOf(entries));
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

async function* rowsOf(entries: AsyncIterable<ListEntry>): AsyncGenerator<Row> {
  for await (const entry of entries) {
    if (entry.documents.length === 0) yield { entry, document: null };
    for (const document of entry.documents) yield { entry, document: exportEntry(document) };
  }
}

/** All answers in one, with their counts. */
export function listAnswer(entries: readonly ListEntry[]) {
  const counts = { found: 0, ambiguous: 0, absent: 0, invalid: 0 };
  for (const { outcome } of entries) counts[outcome] += 1;
  return { lines: entries.length, outcomes: counts, entries: [...entries] };
}
