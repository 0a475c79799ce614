import { type DocumentType, documentTypes } from './documentTypes.ts';
import { bareLetters } from './mottoes.ts';

const bare = (words: string) => bareLetters(words.toUpperCase()).replace(/[^A-Z]/gu, '');
const byBareName = new Map<string, DocumentType | null>();
for (const type of documentTypes) {
  for (const name of type.names) {
    const key = bare(name);
    // Names that only their marks tell apart name nothing without them.
    const known = byBareName.get(key);
    byBareName.set(key, known === undefined || known === type ? type : null);
  }
}

/**
 * The type whose name these words are, marks and blanks aside ("K ÉT LUẬN", "QUYẾTĐỊNH"), or null. For a line that stands alone over a
 * title, where a scan or a converter has damaged it.
 */
export function typeOfHeading(words: string): DocumentType | null {
  return words.length > 60 ? null : (byBareName.get(bare(words)) ?? null);
}

/** What papers without a type's name are called over their text: a line in capitals that begins so is their title. */
export const untypedHeading =
  /^(?:ĐỊNH HƯỚNG (?:TUYÊN TRUYỀN|CÔNG TÁC|HOẠT ĐỘNG|NỘI DUNG)|ĐỀ CƯƠNG TUYÊN TRUYỀN|TÀI LIỆU (?:SINH HOẠT|TUYÊN TRUYỀN|HỌC TẬP|HỎI ĐÁP)|NỘI DUNG (?:SINH HOẠT|TUYÊN TRUYỀN)|THỂ LỆ (?:CUỘC THI|HỘI THI|GIẢI)|LỊCH (?:CÔNG TÁC|TIẾP CÔNG DÂN|LÀM VIỆC)|KHẨU HIỆU TUYÊN TRUYỀN)(?!\p{L})/u;
