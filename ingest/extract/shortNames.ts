import { typeNamed, typeNames, typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { abbreviatedTypes } from './nouns.ts';
import type { Recognizer } from './recognizer.ts';

const nouns = typeNames.map((name) => `${name[0]!.toUpperCase()}${name.slice(1)}`).join('|');

const abbreviations = abbreviatedTypes.join('|');

/** That the noun begins a word is asked behind it: before it the question would be put at every letter of the text. */
const wholeNoun = '(?<![\\p{L}])\\k<noun>\\s';

/** What makes digits a part of something longer: a symbol, a decimal, a percentage. */
const goesOn = '[\\p{L}\\p{N}%]|\\s?[-–/]\\s?[\\p{L}\\p{N}]|[.,]\\d';

/** What makes them a count of something. */
const counted =
  '\\s(?:năm|tháng|ngày(?! càng)|quý|tuần|kỳ|giai đoạn|điểm|điều|khoản|nhiệm vụ|nội dung|chuyên đề|chương trình|phong trào|triệu|tỷ|đồng|bản|trang|lần|người|tập thể|cá nhân)(?![\\p{L}])';

/** A declared short name for a document (tên gọi tắt): the words after "gọi tắt là", up to the closing mark. */
export const shortNames: Recognizer<string> = {
  name: 'short-name',
  pattern: new RegExp(
    `(?<=(?:gọi|viết) (?:chung |tắt )?là:?\\s(?:“|"|‘)?)(?<alias>(?:${nouns})(?:\\s(?:số\\s)?[\\p{L}\\p{N}/–-]{1,30}){0,6}|(?:${abbreviations})\\s?(?:số\\s)?\\d{1,4}(?:[-/][\\p{L}/-]{1,20})?)(?=\\s?[)”"’,;.]|$)`,
    'gu',
  ),
  examples: ['Kết luận số 01', 'Chỉ thị 05', 'Quy chế', 'NQ57'],
  not: ['sau đây gọi tắt là Ban Chỉ đạo', 'gọi tắt là cán bộ'],
  read: ({ groups }) => groups?.alias ?? null,
};

/**
 * A noun and a bare number: "Kết luận số 01", "Kết luận 01". The number is no count and no part of a longer number:
 * what follows is neither a sign of a symbol nor a unit.
 */
export const shortCitations: Recognizer<{ readonly type: string; readonly number: string }> = {
  name: 'short-citation',
  pattern: new RegExp(
    `(?<noun>${nouns}|${typeNames.join('|')}|${typeNames.map((name) => name.toUpperCase()).join('|')})\\s(?<=${wholeNoun})(?:(?:số|SỐ)\\s?:?\\s?(?<number>\\d{1,4})(?!${goesOn})|(?<bare>\\d{1,4})(?!${goesOn}|${counted}))`,
    'gu',
  ),
  examples: [
    'Kết luận số 01',
    'Kết luận 01',
    'Nghị quyết số 29',
    'Chương trình hành động số 12',
    'Kết luận số 01',
    'Kế hoạch số 12',
    'KẾ HOẠCH SỐ 27',
  ],
  not: [
    'Báo cáo 6 tháng',
    'Kế hoạch 5 năm',
    'Kết luận số 01-KL/TW',
    'Kết luận 21- KL/TW',
    'Nghị định 91/2017/NĐ-CP',
    'quy định 100% cán bộ',
  ],
  read({ groups }) {
    const type = typeNamed(groups?.noun ?? '');
    const number = groups?.number ?? groups?.bare;
    return type === null || number === undefined ? null : { type: type.code, number };
  },
};

/** The same with an abbreviated type: "NQ57", "CT 05", "KL số 01". */
export const abbreviatedCitations: Recognizer<{ readonly type: string; readonly number: string }> = {
  name: 'abbreviated-citation',
  pattern: new RegExp(
    `(?<noun>${abbreviations})(?<![\\p{L}\\p{N}/.&-]\\k<noun>)\\s?(?:số\\s)?(?<number>\\d{1,4})(?!${goesOn}|${counted})`,
    'gu',
  ),
  examples: ['NQ57', 'CT 05', 'KL số 01'],
  not: ['NQ57-NQ/TW', '12-NQ 5', 'QĐ 100%', 'KH 5 năm', 'THCT 05'],
  read({ groups }) {
    const type = typeOfSymbol(groups?.noun ?? '');
    const number = groups?.number;
    return type === null || number === undefined ? null : { type: type.code, number };
  },
};
