/**
 * Types of documents (loại văn bản) with their codes, from the rules of form of the Party (66-QĐ/TW, 399-QĐ/TW; 36-HD/VPTW, 05-HD/VPTW)
 * and of the State (Nghị định 30/2020/NĐ-CP, appendix III; Luật Ban hành văn bản quy phạm pháp luật).
 */
export interface DocumentType {
  /** The type's code; the one that the number bears where there is one. */
  readonly code: string;
  /** Names in running text, NFC, lower-case; the first is the proper one. */
  readonly names: readonly string[];
  /** Codes in numbers that stand for this type, where other than `code` (upper-case). */
  readonly symbols?: readonly string[];
}

export const documentTypes: readonly DocumentType[] = [
  { code: 'CTHĐ', names: ['chương trình hành động'], symbols: ['CTHĐ', 'CTRHĐ'] },
  { code: 'TTLT', names: ['thông tư liên tịch'] },
  { code: 'NQLT', names: ['nghị quyết liên tịch'] },
  { code: 'NQ', names: ['nghị quyết'] },
  { code: 'CT', names: ['chỉ thị'] },
  { code: 'KL', names: ['kết luận'] },
  { code: 'QĐi', names: ['quy định', 'qui định'], symbols: ['QĐI', 'QYĐ', 'QYĐI'] },
  { code: 'QĐ', names: ['quyết định'] },
  { code: 'QC', names: ['quy chế', 'qui chế'] },
  { code: 'QCPH', names: ['quy chế phối hợp'], symbols: ['QCPH', 'QCPHLN'] },
  { code: 'QTr', names: ['quy trình', 'qui trình'], symbols: ['QTR', 'QT'] },
  { code: 'HD', names: ['hướng dẫn'] },
  { code: 'BC', names: ['báo cáo'] },
  { code: 'KH', names: ['kế hoạch'] },
  { code: 'QH', names: ['quy hoạch'] },
  { code: 'TB', names: ['thông báo'] },
  { code: 'TC', names: ['thông cáo'] },
  { code: 'CTr', names: ['chương trình'], symbols: ['CTR'] },
  { code: 'TTr', names: ['tờ trình'], symbols: ['TTR'] },
  { code: 'ĐA', names: ['đề án'] },
  { code: 'PA', names: ['phương án'] },
  { code: 'CV', names: ['công văn'] },
  { code: 'CĐ', names: ['công điện'] },
  { code: 'NĐ', names: ['nghị định'] },
  { code: 'TT', names: ['thông tư', 'thông tri'] },
  { code: 'L', names: ['luật', 'bộ luật'] },
  { code: 'PL', names: ['pháp lệnh'] },
  { code: 'L-CTN', names: ['lệnh'], symbols: ['L-CTN', 'LCT'] },
  { code: 'GM', names: ['giấy mời'] },
  { code: 'BB', names: ['biên bản'] },
  { code: 'TTh', names: ['thư', 'thư ngỏ'], symbols: [] },
];

const byName = new Map(documentTypes.flatMap((type) => type.names.map((name) => [name, type] as const)));
const bySymbol = new Map<string, DocumentType>();
for (const type of documentTypes) for (const symbol of type.symbols ?? [type.code.toUpperCase()]) bySymbol.set(symbol, type);

/** The type of this name (any case, NFC), or null. */
export function typeNamed(name: string): DocumentType | null {
  return byName.get(name.toLowerCase().replace(/\s+/gu, ' ').trim()) ?? null;
}

/** The type that a number's letters stand for ("KL", "QĐi", "CTr"; any case), or null. */
export function typeOfSymbol(letters: string): DocumentType | null {
  return bySymbol.get(letters.toUpperCase()) ?? null;
}

/** Names longest first, so that an alternation takes "chương trình hành động" before "chương trình". */
export const typeNames: readonly string[] = [...byName.keys()]
  .filter((name) => name !== 'thư' && name !== 'lệnh')
  .sort((a, b) => b.length - a.length);
