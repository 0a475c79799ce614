import type { Level } from '#services/analysis/level.ts';
import type { ExportEntry } from './entry.ts';
import type { Column } from './table.ts';

/** Levels as they are named in offices. */
export const levelNames: Readonly<Record<Level, string>> = {
  central: 'Trung ương',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  base: 'Cấp cơ sở',
};

/** The columns of CSV and XLSX, headed in Vietnamese, for those who work with the lists. Programs take JSON Lines, whose keys are those of the API. */
export const documentColumns: readonly Column<ExportEntry>[] = [
  { heading: 'Mã văn bản', width: 18, as: 'text', cell: ({ id }) => id },
  { heading: 'Số, ký hiệu', width: 18, as: 'text', cell: ({ number }) => number },
  { heading: 'Mã loại', width: 9, as: 'text', cell: ({ type }) => type },
  { heading: 'Loại văn bản', width: 16, as: 'text', cell: ({ typeName }) => typeName },
  { heading: 'Trích yếu', width: 70, as: 'text', cell: ({ title }) => title },
  { heading: 'Cơ quan ban hành', width: 32, as: 'text', cell: ({ issuer }) => issuer },
  { heading: 'Cấp ban hành', width: 14, as: 'text', cell: ({ level }) => (level === null ? null : levelNames[level]) },
  { heading: 'Địa danh', width: 16, as: 'text', cell: ({ place }) => place },
  { heading: 'Ngày ban hành', width: 15, as: 'day', cell: ({ date }) => date },
  { heading: 'Phạm vi số', width: 20, as: 'text', cell: ({ identity }) => identity.scope.value },
  { heading: 'Nhiệm kỳ hoặc năm', width: 19, as: 'text', cell: ({ identity }) => identity.term.value },
  { heading: 'Tên tệp', width: 36, as: 'text', cell: ({ name }) => name },
  { heading: 'Phiên bản', width: 10, as: 'count', cell: ({ revision }) => revision },
];
