import { typeNameOf } from '../../export/entry.ts';
import type { Column } from '../../export/table.ts';
import type { WorkView } from '../../shapes.ts';
import { dayName, levelName } from '../wording.ts';

/** The columns that tell a work; `addresses` by ids of works. */
export function workColumns<Row extends WorkView>(addresses: ReadonlyMap<string, string>): readonly Column<Row>[] {
  return [
    { heading: 'Số, ký hiệu', width: 18, as: 'text', cell: ({ key }) => key },
    { heading: 'Loại văn bản', width: 16, as: 'text', cell: ({ type }) => typeNameOf(type) ?? type },
    { heading: 'Trích yếu', width: 60, as: 'text', cell: ({ title }) => title },
    { heading: 'Cơ quan ban hành', width: 30, as: 'text', cell: ({ issuer }) => issuer },
    { heading: 'Cấp ban hành', width: 14, as: 'text', cell: ({ level }) => levelName(level) },
    { heading: 'Phạm vi số', width: 20, as: 'text', cell: ({ scope }) => scope },
    { heading: 'Nhiệm kỳ hoặc năm', width: 19, as: 'text', cell: ({ term }) => term },
    { heading: 'Ngày ban hành', width: 15, as: 'day', cell: ({ date }) => date },
    { heading: 'Các ngày được nêu', width: 24, as: 'text', cell: datesSaid },
    { heading: 'Trong kho', width: 10, as: 'text', cell: ({ held }) => (held.length > 0 ? 'có' : 'không') },
    { heading: 'Mã văn bản trong kho', width: 20, as: 'text', cell: ({ held }) => held.map(({ id }) => id).join(' ') || null },
    { heading: 'Số lần được nhắc', width: 12, as: 'count', cell: ({ cited }) => cited },
    { heading: 'Có thể là', width: 26, as: 'text', cell: ({ maybe }) => maybe.map(({ work }) => work).join('; ') || null },
    { heading: 'Địa chỉ', width: 44, as: 'text', cell: ({ id }) => addresses.get(id) ?? null },
    { heading: 'Mã trong chuỗi', width: 28, as: 'text', cell: ({ id }) => id },
  ];
}

/** Dates that contradict one another, with how many documents say each; null where there is at most one. */
export function datesSaid({ claimed }: Pick<WorkView, 'claimed'>): string | null {
  if (claimed.dates.length < 2) return null;
  return claimed.dates
    .map(({ value, documents, own }) => `${dayName(value)} (${own ? 'chính văn bản' : `${documents} văn bản`})`)
    .join('; ');
}
