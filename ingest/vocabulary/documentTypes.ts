import { remembered } from './remembered.ts';
import { oneLine } from './spacing.ts';

/**
 * Types of documents (loại văn bản) with their codes, from the rules of form of the Party (66-QĐ/TW, 399-QĐ/TW; 36-HD/VPTW, 05-HD/VPTW)
 * and of the State (Nghị định 30/2020/NĐ-CP, appendix III; Luật Ban hành văn bản quy phạm pháp luật).
 */
export interface DocumentType {
  /** The type's code; the one that the number bears where there is one. */
  readonly code: string;
  /** Names in running text, NFC, lower-case; the first is the proper one. */
  readonly names: readonly string[];
  /** Codes in numbers that stand for this type, where other than `code` (upper-case); none where the number bears no letters for it. */
  readonly symbols?: readonly string[];
  /** A number that a document of this type may bear; absent where it bears no letters of its type. */
  readonly example?: string;
  /** True where the words also mean ordinary things, so that with a bare number after them they name no document ("dự án 3", "hợp đồng 12"). */
  readonly ordinary?: true;
}

export const documentTypes: readonly DocumentType[] = [
  // Both sides; the Party writes 01-KL/TW, the State 12/KH-UBND.
  { code: 'CTHĐ', names: ['chương trình hành động'], symbols: ['CTHĐ', 'CTRHĐ'], example: '14-CTHĐ/TU' },
  { code: 'NQ', names: ['nghị quyết'], example: '29-NQ/TW' },
  { code: 'CT', names: ['chỉ thị'], example: '05-CT/TW' },
  { code: 'KL', names: ['kết luận'], example: '01-KL/TW' },
  { code: 'QĐi', names: ['quy định', 'qui định'], symbols: ['QĐI', 'QYĐ', 'QYĐI'], example: '08-QĐi/TW' },
  { code: 'QĐ', names: ['quyết định'], example: '412/QĐ-UBND' },
  { code: 'QC', names: ['quy chế', 'qui chế'], example: '07-QC/TU' },
  {
    code: 'QCPH',
    names: ['quy chế phối hợp', 'quy chế phối hợp liên ngành'],
    symbols: ['QCPH', 'QCPHLN', 'QCLN', 'QCLT'],
    example: '18/QCPH-STC',
  },
  { code: 'QTr', names: ['quy trình', 'qui trình'], symbols: ['QTR', 'QT'], example: '02-QTr/TU' },
  { code: 'HD', names: ['hướng dẫn', 'hướng dẫn liên ngành'], symbols: ['HD', 'HDLN', 'HDLT'], example: '36-HD/VPTW' },
  { code: 'BC', names: ['báo cáo'], example: '619-BC/TU' },
  { code: 'KH', names: ['kế hoạch', 'kế hoạch liên ngành'], symbols: ['KH', 'KHLN', 'KHLT', 'KHPH'], example: '112/KH-UBND' },
  { code: 'QH', names: ['quy hoạch'], example: '04-QH/TU' },
  { code: 'TB', names: ['thông báo'], example: '214/TB-UBND' },
  { code: 'TC', names: ['thông cáo'], example: '03-TC/TU' },
  { code: 'CTr', names: ['chương trình'], symbols: ['CTR'], example: '12-CTr/TU' },
  { code: 'CTPH', names: ['chương trình phối hợp'], symbols: ['CTPH', 'CTRPH'], example: '09/CTrPH-MTTQ' },
  { code: 'TTr', names: ['tờ trình'], symbols: ['TTR'], example: '77/TTr-SNV' },
  { code: 'ĐA', names: ['đề án'], example: '11-ĐA/TU' },
  { code: 'DA', names: ['dự án'], example: '06-DA/TU', ordinary: true },
  { code: 'PA', names: ['phương án'], example: '35/PA-UBND' },
  { code: 'ĐC', names: ['đề cương'], example: '16-ĐC/BTGTU' },
  { code: 'CV', names: ['công văn'], example: '1845-CV/TU' },
  { code: 'BB', names: ['biên bản'], example: '23/BB-HĐND' },
  { code: 'BGN', names: ['bản ghi nhớ'], example: '05/BGN-UBND', ordinary: true },
  { code: 'BTT', names: ['bản thỏa thuận', 'bản thoả thuận', 'thỏa thuận', 'thoả thuận'], example: '05/BTT-UBND', ordinary: true },
  { code: 'HĐ', names: ['hợp đồng'], example: '48/HĐ-SXD', ordinary: true },
  { code: 'GM', names: ['giấy mời'], example: '51/GM-UBND' },
  { code: 'GGT', names: ['giấy giới thiệu'], example: '62/GGT-SNV', ordinary: true },
  { code: 'GUQ', names: ['giấy ủy quyền', 'giấy uỷ quyền'], example: '08/GUQ-SNV', ordinary: true },
  { code: 'GNP', names: ['giấy nghỉ phép'], example: '90/GNP-SNV', ordinary: true },
  { code: 'PG', names: ['phiếu gửi'], example: '27/PG-VPUBND', ordinary: true },
  { code: 'PC', names: ['phiếu chuyển'], example: '33/PC-VPUBND', ordinary: true },
  { code: 'PB', names: ['phiếu báo'], example: '44/PB-VPUBND', ordinary: true },
  // The Party's alone.
  { code: 'TBố', names: ['tuyên bố'], symbols: ['TBỐ', 'TBO'], ordinary: true },
  { code: 'LKG', names: ['lời kêu gọi'], example: '02-LKG/TW' },
  { code: 'ĐL', names: ['điều lệ'], example: '01-ĐL/TW' },
  // The State's norms and letters.
  { code: 'HP', names: ['hiến pháp'], symbols: [] },
  { code: 'L', names: ['luật', 'bộ luật'] },
  { code: 'PL', names: ['pháp lệnh'], example: '08/2022/PL-UBTVQH15' },
  { code: 'L-CTN', names: ['lệnh'], symbols: ['L-CTN', 'LCT'] },
  { code: 'SL', names: ['sắc lệnh'], example: '64-SL/CTN' },
  { code: 'NĐ', names: ['nghị định'], example: '30/2020/NĐ-CP' },
  { code: 'TT', names: ['thông tư', 'thông tri'], example: '40/2017/TT-BTC' },
  {
    code: 'TTLT',
    names: ['thông tư liên tịch', 'thông tư liên bộ', 'thông tư liên ngành'],
    symbols: ['TTLT', 'TTLB', 'TTLN'],
    example: '12/2021/TTLT-BNV-BTC',
  },
  { code: 'NQLT', names: ['nghị quyết liên tịch'], example: '03/2020/NQLT-CP-UBTVQH14' },
  { code: 'VBHN', names: ['văn bản hợp nhất'], example: '14/VBHN-BTC' },
  { code: 'CĐ', names: ['công điện'], example: '19/CĐ-TTg' },
  { code: 'TTh', names: ['thư', 'thư ngỏ'], symbols: [] },
];

const byName = new Map(documentTypes.flatMap((type) => type.names.map((name) => [name, type] as const)));
const bySymbol = new Map<string, DocumentType>();
for (const type of documentTypes) for (const symbol of type.symbols ?? [type.code.toUpperCase()]) bySymbol.set(symbol, type);

/** The type of this name (any case, NFC), or null. */
export const typeNamed: (name: string) => DocumentType | null = remembered((name) => byName.get(oneLine(name.toLowerCase())) ?? null);

/** The type that a number's letters stand for ("KL", "QĐi", "CTr"; any case), or null. */
export const typeOfSymbol: (letters: string) => DocumentType | null = remembered((letters) => bySymbol.get(letters.toUpperCase()) ?? null);

const longestFirst = (a: string, b: string) => b.length - a.length;
/** Words too short to name a type in running text: "thư", "lệnh". */
const short = new Set(['thư', 'lệnh']);

/** Names that stand before numbers in running text, longest first, so that an alternation takes "chương trình hành động" before "chương trình". */
export const typeNames: readonly string[] = [...byName]
  .filter(([name, type]) => type.ordinary !== true && !short.has(name))
  .map(([name]) => name)
  .sort(longestFirst);

/** Names that stand alone over a title (tên loại văn bản), in capitals, longest first. */
export const typeHeadings: readonly string[] = [...byName.keys()].map((name) => name.toUpperCase()).sort(longestFirst);

const alternation = (firstLetter: (small: string) => string): string =>
  typeNames.map((name) => `${firstLetter(name[0]!)}${name.slice(1).replaceAll(' ', '\\s')}`).join('|');

/** The names as they stand in a sentence, small or with a first capital, as an alternation for a pattern. */
export const typeNouns: string = alternation((small) => `[${small}${small.toUpperCase()}]`);

/** The names with a first capital alone, as who means one document mostly writes them. */
export const typeNounsInCapitals: string = alternation((small) => small.toUpperCase());
