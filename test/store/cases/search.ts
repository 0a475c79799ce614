import type { QueryFilters } from '#services/query/query.ts';
import { citation, stored } from '../../support/record.ts';

/** What the engines are asked in search-contract.ts, where it is carried out, and in compiled.ts, where it is written down as each engine takes it. */
export interface SearchCase {
  readonly name: string;
  readonly words: string;
  readonly filters?: QueryFilters;
  /** Ids of the documents that must be found, in order of the alphabet. */
  readonly ids: readonly string[];
}

/** Documents of a small collection. Each is named for what it is there for. */
export const collection = [
  stored('dang-bo', 'Đảng bộ tỉnh tổ chức học tập trong toàn Đảng bộ.', {
    type: 'KH',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    place: 'Tiền Giang',
    scope: 'Tiền Giang',
    date: '2023-02-01',
  }),
  stored('dang-lam', 'Các đơn vị đang thực hiện nhiệm vụ theo bộ tiêu chí.', {
    type: 'KH',
    issuer: 'Huyện ủy',
    place: 'Cái Bè',
    scope: 'Tiền Giang/Cái Bè',
    date: '2023-11-30',
  }),
  stored('hoa-cu', 'Khoá họp về hoà giải do Uỷ ban tổ chức.', { type: 'BC', place: 'Tiền Giang', date: '2022-06-15' }),
  stored('hoa-moi', 'Khóa họp về hòa giải do Ủy ban tổ chức.', { type: 'BC', place: 'Lâm Đồng', date: '2021-06-15' }),
  stored('nfd', 'Tuyên truyền nghị quyết'.normalize('NFD')),
  stored('quyet-dinh', 'Quyết định về công tác cán bộ.', {
    number: '144-QĐ/TW',
    type: 'QĐ',
    title: 'về chuẩn mực đạo đức',
    scope: 'TW',
    date: '2024-05-09',
  }),
  stored('cites-144', 'Thực hiện Quyết định số 144-QĐ/TW, Quyết định số 144-QĐ/TW và 144-QĐ/TW của Trung ương.', {
    number: '30-HD/BTGTU',
    citations: [citation('144-QĐ/TW', 'implements')],
  }),
  stored('cites-broken', 'Căn cứ Quy định 21-\nKL/TW và Nghị định 91/2017/NĐ-CP.', {
    citations: [citation('21-KL/TW'), citation('91/2017/NĐ-CP')],
  }),
  stored('cites-plenum', 'Nghị quyết Trung ương 4 khóa mười hai.', { citations: [citation('NQTW4/XII')] }),
  stored('party-slash', 'Theo 07/QĐ/TU của Tỉnh ủy, họp ngày 18/5/2021.'),
  stored('quy-dinh', 'Theo Quy định 08-QĐi/TW về nêu gương.'),
  stored('title-word', 'Văn bản gồm nhiều phần khác nhau, dài dòng, không có chữ kia.', { title: 'về nêu gương' }),
];

export const wordCases: readonly SearchCase[] = [
  { name: 'bare letters match any tone', words: 'dang bo', ids: ['dang-bo', 'dang-lam'] },
  { name: 'a typed tone binds', words: 'đảng bo', ids: ['dang-bo'] },
  { name: 'another tone does not match', words: 'đàng', ids: [] },
  { name: 'letters with marks and without a tone match any tone', words: 'đang', ids: ['dang-bo', 'dang-lam'] },
  { name: 'in quotation marks they are as typed', words: '"đang"', ids: ['dang-lam'] },
  { name: 'the level tone binds where other words bear tones', words: 'đang nhiệm', ids: ['dang-lam'] },
  { name: 'đ may be typed d', words: 'don vi', ids: ['dang-lam'] },
  { name: 'a typed đ binds', words: 'đon', ids: [] },
  { name: 'case does not matter', words: 'ĐẢNG BỘ', ids: ['dang-bo'] },
  { name: 'both placements of the tone are one, new form typed', words: 'hòa giải', ids: ['hoa-cu', 'hoa-moi'] },
  { name: 'both placements of the tone are one, old form typed', words: 'hoà giải', ids: ['hoa-cu', 'hoa-moi'] },
  { name: 'ủy and uỷ are one', words: '"uỷ ban"', ids: ['hoa-cu', 'hoa-moi'] },
  { name: 'khóa and khoá are one', words: '"khoá họp"', ids: ['hoa-cu', 'hoa-moi'] },
  { name: 'decomposed letters in the text', words: 'nghị quyết', ids: ['cites-plenum', 'nfd'] },
  { name: 'decomposed letters in the query', words: 'tuyên truyền'.normalize('NFD'), ids: ['nfd'] },
  { name: 'all words must match', words: 'đảng giải', ids: [] },
  { name: 'words may stand anywhere in the document', words: 'toàn tỉnh', ids: ['dang-bo'] },
  { name: 'a word of the title', words: 'gương', ids: ['quy-dinh', 'title-word'] },
  { name: 'the folded form of part of a word matches nothing', words: 'ngh', ids: [] },
];

export const phraseCases: readonly SearchCase[] = [
  { name: 'in order, side by side', words: '"dang bo tinh"', ids: ['dang-bo'] },
  { name: 'not in another order', words: '"bo dang"', ids: [] },
  { name: 'not apart', words: '"đang nhiệm vụ"', ids: [] },
  { name: 'all words toned', words: '"nhiệm vụ"', ids: ['dang-lam'] },
  { name: 'some words toned, some bare', words: '"đảng bo tỉnh"', ids: ['dang-bo'] },
  { name: 'bare words read in every way, toned ones in one', words: '"dang bộ"', ids: ['dang-bo'] },
  { name: 'a wrong tone in a phrase', words: '"đang bộ"', ids: [] },
  { name: 'typographic quotation marks', words: '“đảng bộ”', ids: ['dang-bo'] },
  { name: 'a phrase of one word', words: '"toàn"', ids: ['dang-bo'] },
  { name: 'a date is a phrase', words: '18/5/2021', ids: ['party-slash'] },
  { name: 'parts of a date in another order', words: '5/18/2021', ids: [] },
];

/** Ways of writing one number; its bearer must come before the document that cites it. */
export const writtenNumbers = {
  ids: ['quyet-dinh', 'cites-144'],
  written: ['144-QĐ/TW', '144-qđ/tw', '144-qd/tw', '144 qd tw', '144-QD-TW', '144 - QĐ / TW', '144/QĐ/TW', '"144-QĐ/TW"', '0144-qd/tw'],
};

export const numberCases: readonly Omit<SearchCase, 'name'>[] = [
  { words: '21-KL/TW', ids: ['cites-broken'] },
  { words: '21 kl tw', ids: ['cites-broken'] },
  { words: '91/2017/NĐ-CP', ids: ['cites-broken'] },
  { words: '91/2017/nd-cp', ids: ['cites-broken'] },
  { words: 'NQTW4/XII', ids: ['cites-plenum'] },
  { words: 'nqtw4/xii', ids: ['cites-plenum'] },
  { words: '07-QĐ/TU', ids: ['party-slash'] },
  { words: '7-qd/tu', ids: ['party-slash'] },
  { words: '08-QĐi/TW', ids: ['quy-dinh'] },
  { words: '08-qdi/tw', ids: ['quy-dinh'] },
  { words: '08-QĐ/TW', ids: [] },
  { words: '44-QĐ/TW', ids: [] },
  { words: '144-QĐ/TU', ids: [] },
];

export const filterCases: readonly SearchCase[] = [
  { name: 'type', words: 'to chuc', filters: { type: 'BC' }, ids: ['hoa-cu', 'hoa-moi'] },
  { name: 'issuer', words: 'to chuc', filters: { issuer: 'Ban Thường vụ Tỉnh ủy' }, ids: ['dang-bo'] },
  { name: 'place', words: 'to chuc', filters: { place: 'Tiền Giang' }, ids: ['dang-bo', 'hoa-cu'] },
  { name: 'year', words: 'to chuc', filters: { year: '2021' }, ids: ['hoa-moi'] },
  { name: 'scope', words: 'to chuc', filters: { scope: 'Tiền Giang' }, ids: ['dang-bo'] },
  { name: 'from, the day itself included', words: 'to chuc', filters: { from: '2022-06-15' }, ids: ['dang-bo', 'hoa-cu'] },
  { name: 'to, the day itself included', words: 'to chuc', filters: { to: '2022-06-15' }, ids: ['hoa-cu', 'hoa-moi'] },
  {
    name: 'several together',
    words: 'to chuc',
    filters: { type: 'BC', place: 'Tiền Giang', from: '2022-01-01', to: '2022-12-31' },
    ids: ['hoa-cu'],
  },
  { name: 'nothing left', words: 'to chuc', filters: { type: 'BC', scope: 'TW' }, ids: [] },
  { name: 'a cited number', words: 'trung ương', filters: { cites: '144-QĐ/TW' }, ids: ['cites-144'] },
  { name: 'a cited number without marks', words: 'trung ương', filters: { cites: '144 qd tw' }, ids: ['cites-144'] },
  { name: 'a cited number, which its bearer does not cite', words: 'quyết định', filters: { cites: '144-QĐ/TW' }, ids: ['cites-144'] },
];
