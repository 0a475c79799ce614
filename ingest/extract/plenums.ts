import { plenumNumber } from '#ingest/vocabulary/plenums.ts';
import type { Recognizer } from './recognizer.ts';

const ordinal = '(?:mười (?:một|hai|ba|bốn|lăm)|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|thứ hai|\\d{1,2})';
const centre = '(?:Ban Chấp hành Trung ương|BCH Trung ương|BCHTW|BCH TW|Trung ương|TW(?=\\s|\\d))(?: Đảng)?(?: Cộng sản Việt Nam)?';
const roman = '[IVX]{1,5}';
const term = `[,\\s]{0,2}\\s?\\(?\\s?[Kk]h(?:óa|oá)\\s(?<terms>${roman}(?:(?:,|\\s?và|\\s?;)\\s(?:[Kk]h(?:óa|oá)\\s)?${roman}){0,4})(?![\\p{L}\\p{N}])\\)?`;

export interface PlenumResolutions {
  readonly plenums: readonly number[];
  readonly terms: readonly string[];
}

/**
 * Resolutions of plenums of the Central Committee named by plenum and term and not by number (custom of Party documents):
 * "Nghị quyết Trung ương 4 (khóa XI, XII)" are two. Numbered ones name their number, and are read as such.
 */
export const plenums: Recognizer<PlenumResolutions> = {
  name: 'plenum',
  // A line may break between any two of its words.
  pattern: new RegExp(
    (
      `(?:[Nn]ghị quyết|NGHỊ QUYẾT|NQ ?(?=TW))(?: của)?(?: Hội nghị)?(?: lần thứ (?<before>${ordinal})(?:,)?(?: của)?)? ?${centre}` +
      `(?:(?: lần thứ)? ?(?<numbers>${ordinal}(?:(?:,|\\s?và)\\s(?:Trung ương )?${ordinal}){0,5}))?${term}`
    ).replaceAll(' ', '\\s'),
    'gu',
  ),
  examples: [
    'Nghị quyết Trung ương 4 (khóa XI, XII)',
    'Nghị quyết Trung ương 4 khoá XII',
    'Nghị quyết Trung ương 5 (khóa VIII)',
    'Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII',
    'Nghị quyết Hội nghị Trung ương 4 (khóa XI, khóa XII)',
    'Nghị quyết Trung ương 4, 5 và 6 khóa XII',
    'Nghị quyết TW4 khóa XII',
    'Nghị quyết TW 4 (khóa XI)',
    'NQTW4 khóa XIII',
    'Nghị quyết Trung ương\n5 khóa XII',
    'nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương (khóa XIII)',
  ],
  not: ['Nghị quyết Trung ương khóa XII', 'Nghị quyết số 29-NQ/TW của Hội nghị Trung ương 8 khóa XI', 'Nghị quyết Đại hội XIII của Đảng'],
  read({ groups }) {
    const numbers = (groups?.before ?? groups?.numbers)?.replace(/\s/gu, ' ');
    const terms = groups?.terms?.match(/[IVX]+/gu);
    if (numbers === undefined || !terms) return null;
    const read = numbers
      .split(/,|\s?và\s/u)
      .map((word) => plenumNumber(word.replace('Trung ương', '').trim()))
      .filter((number) => number !== null);
    // One that is written twice is one ("khóa XI, XI", where a scan lost a stroke).
    return read.length === 0 ? null : { plenums: [...new Set(read)], terms: [...new Set(terms)] };
  },
};
