import { ingest } from '#ingest/ingest.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';

/** The record of a plain text, as if it came from a file. */
export async function recordFrom(text: string, name = 'van-ban.txt'): Promise<DocumentRecord> {
  return await ingest({ name, bytes: new TextEncoder().encode(text) });
}

/** A plan of a province around some paragraphs, so that they stand in a part on duties. */
export function planWith(...paragraphs: string[]): string {
  return [
    'TỈNH ỦY HÒA BÌNH',
    '*',
    'Số 52-KH/TU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Hòa Bình, ngày 10 tháng 3 năm 2023',
    'KẾ HOẠCH',
    'phát triển du lịch cộng đồng giai đoạn 2023 - 2025',
    '-----',
    'Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:',
    'I- NHIỆM VỤ, GIẢI PHÁP',
    ...paragraphs,
    'Nơi nhận:',
    '- Các huyện ủy,',
    '- Lưu Văn phòng Tỉnh ủy.',
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Quách Văn Lâm',
    '',
  ].join('\n');
}

/** The words of the record's text under a span. */
export function quoted(record: DocumentRecord, span: Span): string {
  return wordsOf(record.text, span);
}
