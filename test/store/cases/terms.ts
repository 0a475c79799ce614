import { partialToken } from '#services/analysis/numberTokens.ts';
import { printTokens } from '#services/analysis/prints.ts';
import { foldedSymbol, symbolKey } from '#services/analysis/symbols.ts';
import { wantedWords, wordsIn } from '#services/analysis/words.ts';
import type { FeatureTerm, HitRule, QueryFilters, QueryTerm, QueryWord, TextFeature, WordTerm } from '#services/query/query.ts';
import { citation, claim, stored, task } from '../../support/record.ts';

/** A query as a tree, without the language that people type it in, and what must be found by it. */
export interface TermCase {
  readonly name: string;
  readonly terms: readonly QueryTerm[];
  readonly filters?: QueryFilters;
  /** Ids of the documents that must be found, in order of the alphabet. */
  readonly ids: readonly string[];
}

/** Terms from words as people type them: what has a tone or mark binds. */
export const words = (typed: string): readonly QueryWord[] => wantedWords(wordsIn(typed));
const one = (typed: string): QueryWord => words(typed)[0] ?? { text: typed, exact: false };
export const word = (typed: string): WordTerm => ({ kind: 'word', word: one(typed) });
export const phrase = (typed: string): WordTerm => ({ kind: 'phrase', words: words(typed) });
export const near = (typed: string, distance: number): WordTerm => ({ kind: 'near', words: words(typed), distance });
export const prefix = (typed: string): WordTerm => ({ kind: 'prefix', word: one(typed) });
export const symbol = (written: string): WordTerm => ({
  kind: 'symbol',
  key: symbolKey(written),
  token: foldedSymbol(written),
  words: wordsIn(written).folded.map((text) => ({ text, exact: false })),
});
/** Part of a number: its digits and some of its codes. */
export const partOfNumber = (number: string, ...codes: readonly string[]): WordTerm => ({
  kind: 'symbol',
  key: number,
  token: partialToken(number, codes),
  words: [],
});
export const any = (...of: readonly QueryTerm[]): QueryTerm => ({ kind: 'any', of });
/** At least so many of them. */
export const atLeast = (least: number, ...of: readonly QueryTerm[]): QueryTerm => ({ kind: 'any', of, least });
export const all = (...of: readonly QueryTerm[]): QueryTerm => ({ kind: 'all', of });
export const not = (of: QueryTerm): QueryTerm => ({ kind: 'not', of });
export const feature = (field: TextFeature, typed: string): FeatureTerm => ({ kind: 'feature', field, words: words(typed) });

const printed = [
  'Các chi bộ thôn phải sinh hoạt định kỳ mỗi tháng một lần, có sổ ghi chép đầy đủ ý kiến của từng đảng viên, kết luận rõ ràng những việc phải làm',
  'và người chịu trách nhiệm; cấp ủy cơ sở cử người dự, nắm tình hình và báo cáo lên cấp trên trước ngày cuối cùng của quý để tổng hợp chung.',
].join(' ');

/** Documents of a small collection, each named for what it is there for. All are of our own writing. */
export const termCollection = [
  stored('amends', 'Sửa đổi quy chế làm việc.', {
    number: '15-QĐ/TU',
    type: 'QĐ',
    scope: 'Lâm Đồng',
    date: '2022-03-04',
    title: 'về sửa đổi quy chế làm việc',
    issuer: 'Tỉnh ủy',
    place: 'Đà Lạt',
    signers: ['Trần Thị Bình'],
    claims: [claim(null, 'amends', '7-QĐ/TU')],
    citations: [citation('7-QĐ/TU', 'amends')],
    revision: 3,
  }),
  stored('body', 'Cán bộ phải nâng cao trình độ; lãnh đạo nêu gương, năng lực tăng.', {
    number: '7-QĐ/TU',
    type: 'QĐ',
    scope: 'Lâm Đồng',
    date: '2021-12-31',
    signers: ['Nguyễn Văn An'],
    findings: [{ code: 'no-number', severity: 'info', message: 'It has no number.' }],
  }),
  stored('central', 'Ban Bí thư yêu cầu các cấp học tập.', {
    number: '1-KL/TW',
    type: 'KL',
    scope: 'TW',
    date: '2020-01-01',
    issuer: 'Ban Bí thư',
    revision: 2,
  }),
  stored('heading', 'Nội dung như sau.', {
    type: 'HD',
    headings: ['Nâng cao hiệu quả', 'Năng lực của cấp ủy', 'Tổ chức thực hiện'],
    tasks: [task('làm', { assignees: ['Huyện ủy'] })],
  }),
  stored('plan', 'Thực hiện Kết luận số 01-KL/TW, các cấp tổ chức học tập; hạn cuối là quý ba.', {
    number: '12-KH/TU',
    type: 'KH',
    scope: 'Tiền Giang',
    date: '2023-02-01',
    title: 'nâng cao năng lực lãnh đạo của cấp ủy',
    issuer: 'Ban Thường vụ Tỉnh ủy',
    place: 'Mỹ Tho',
    headings: ['Mục tiêu', 'Tổ chức thực hiện'],
    signers: ['Nguyễn Văn Danh', 'Lê Văn An'],
    claims: [claim(null, 'implements', '01-KL/TW')],
    citations: [citation('01-KL/TW', 'implements')],
    tasks: [task('học tập', { assignees: ['Các cấp'], deadlines: [{ end: '2023-09-30' }] })],
  }),
  stored('printed', `Mở đầu. ${printed}`, { type: 'HD', scope: 'Tiền Giang/Cái Bè', number: '3-HD/HU', date: '2023-02-02' }),
  stored('years', 'Theo Nghị định 91/2017/NĐ-CP thì thưởng.', { citations: [citation('91/2017/NĐ-CP')], type: 'BC' }),
];

export const termCases: readonly TermCase[] = [
  { name: 'near, beside each other in any order', terms: [near('tập học', 0)], ids: ['central', 'plan'] },
  { name: 'near, no farther than asked', terms: [near('cán độ', 5)], ids: ['body'] },
  { name: 'near, one farther', terms: [near('cán độ', 4)], ids: [] },
  { name: 'near, three words, the others between them counted together', terms: [near('bộ nâng trình', 2)], ids: ['body'] },
  { name: 'near, three words, one too many between them', terms: [near('bộ nâng trình', 1)], ids: [] },
  { name: 'near, a word given twice: once is enough', terms: [near('tập học tập', 0)], ids: ['central', 'plan'] },
  { name: 'near, in a title', terms: [near('lực ủy', 4)], ids: ['heading', 'plan'] },
  { name: 'near, within one heading', terms: [near('nâng quả', 2)], ids: ['heading'] },
  { name: 'near, not across two headings', terms: [near('quả năng', 5)], ids: [] },
  { name: 'near, not across title and text', terms: [near('ủy hạn', 100)], ids: [] },
  { name: 'near, bare words beside toned ones', terms: [near('can trình', 4)], ids: ['body'] },
  { name: 'near, a wrong tone', terms: [near('cản trình', 4)], ids: [] },
  { name: 'a phrase within one heading', terms: [phrase('tổ chức thực hiện')], ids: ['heading', 'plan'] },
  { name: 'a phrase across two headings', terms: [phrase('quả năng')], ids: [] },
  { name: 'a word of a heading', terms: [word('hiệu')], ids: ['heading'] },
  { name: 'prefix, bare letters match any tone', terms: [prefix('ngh')], ids: ['years'] },
  { name: 'prefix, a whole word', terms: [prefix('hoc')], ids: ['central', 'plan'] },
  { name: 'prefix, typed marks bind', terms: [prefix('trì')], ids: ['body'] },
  { name: 'prefix, another mark', terms: [prefix('trí')], ids: [] },
  { name: 'prefix, in title, headings and text', terms: [prefix('nang')], ids: ['body', 'heading', 'plan'] },
  { name: 'prefix, of nothing', terms: [prefix('zzz')], ids: [] },
  { name: 'any', terms: [any(word('thưởng'), word('hiệu'))], ids: ['heading', 'years'] },
  { name: 'any, at least two', terms: [atLeast(2, word('năng'), word('hiệu'), word('gương'))], ids: ['body', 'heading'] },
  { name: 'any, more than there are', terms: [atLeast(2, word('năng'))], ids: [] },
  { name: 'any of nothing', terms: [any()], ids: [] },
  { name: 'all of nothing', terms: [all(), word('hiệu')], ids: ['heading'] },
  { name: 'any within all', terms: [word('năng'), any(word('hiệu'), word('độ'))], ids: ['body', 'heading'] },
  {
    name: 'all within any',
    terms: [any(all(word('cán'), word('gương')), all(word('cán'), word('hiệu')), word('thưởng'))],
    ids: ['body', 'years'],
  },
  { name: 'not', terms: [word('năng'), not(word('hiệu'))], ids: ['body', 'plan'] },
  { name: 'not a phrase', terms: [word('năng'), not(phrase('nâng cao năng lực'))], ids: ['body', 'heading'] },
  {
    name: 'not alone gives all the rest',
    terms: [not(word('năng'))],
    ids: ['amends', 'central', 'printed', 'years'],
  },
  { name: 'not of any', terms: [word('năng'), not(any(word('hiệu'), word('gương')))], ids: ['plan'] },
  { name: 'not within any', terms: [any(word('thưởng'), not(any(word('các'), word('năng'))))], ids: ['amends', 'years'] },
  { name: 'not of not', terms: [not(not(word('hiệu')))], ids: ['heading'] },
  { name: 'part of a number', terms: [partOfNumber('12')], ids: ['plan'] },
  { name: 'part of a number, with a code', terms: [partOfNumber('7', 'qd')], ids: ['amends', 'body'] },
  { name: 'part of a number, with its year', terms: [partOfNumber('91', '2017')], ids: ['years'] },
  { name: 'part of a number, in the text as printed', terms: [partOfNumber('1', 'kl')], ids: ['central', 'plan'] },
  { name: 'part of a number, another code', terms: [partOfNumber('12', 'qd')], ids: [] },
  { name: 'own number', terms: [{ kind: 'own', tokens: [foldedSymbol('1-KL/TW')] }], ids: ['central'] },
  {
    name: 'own number, one of several',
    terms: [{ kind: 'own', tokens: [partialToken('7', ['qd']), foldedSymbol('12-KH/TU')] }],
    ids: ['body', 'plan'],
  },
  { name: 'a value', terms: [{ kind: 'value', field: 'type', values: ['KL', 'BC'] }], ids: ['central', 'years'] },
  { name: 'no value', terms: [{ kind: 'value', field: 'type', values: [] }], ids: [] },
  { name: 'a level', terms: [{ kind: 'value', field: 'level', values: ['district'] }], ids: ['printed'] },
  {
    name: 'a level beside words',
    terms: [{ kind: 'value', field: 'level', values: ['province', 'central'] }, word('các')],
    ids: ['central', 'plan'],
  },
  { name: 'words of an issuer', terms: [feature('issuer', 'tinh uy')], ids: ['amends', 'plan'] },
  { name: 'words of an issuer, typed tones bind', terms: [feature('issuer', 'tĩnh uy')], ids: [] },
  { name: 'words of an issuer, not side by side', terms: [feature('issuer', 'ban uy')], ids: [] },
  { name: 'words of a place', terms: [feature('place', 'da lat')], ids: ['amends'] },
  { name: 'words of a scope', terms: [feature('scope', 'cai be')], ids: ['printed'] },
  { name: 'words of a signer', terms: [feature('signer', 'van an')], ids: ['body', 'plan'] },
  { name: 'words of a signer, not across two signers', terms: [feature('signer', 'danh lê')], ids: [] },
  { name: 'words of a title', terms: [feature('title', 'quy chế')], ids: ['amends'] },
  { name: 'words of a title, not of what else it goes by: its type', terms: [feature('title', 'quyết định')], ids: [] },
  { name: 'words of a title, not of what else it goes by: its issuer', terms: [feature('title', 'tinh uy')], ids: [] },
  { name: 'words of a title, not of what else it goes by: its place', terms: [feature('title', 'da lat')], ids: [] },
  { name: 'words of a heading', terms: [feature('part', 'tổ chức')], ids: ['heading', 'plan'] },
  { name: 'words of a heading, not across two', terms: [feature('part', 'quả năng')], ids: [] },
  { name: 'no words of a feature', terms: [{ kind: 'feature', field: 'signer', words: [] }], ids: [] },
  { name: 'days, both inclusive', terms: [{ kind: 'dates', from: '2021-12-31', to: '2023-02-01' }], ids: ['amends', 'body', 'plan'] },
  { name: 'days from', terms: [{ kind: 'dates', from: '2023-02-01', to: null }], ids: ['plan', 'printed'] },
  { name: 'days to', terms: [{ kind: 'dates', from: null, to: '2021-12-31' }], ids: ['body', 'central'] },
  { name: 'any day at all', terms: [{ kind: 'dates', from: null, to: null }], ids: ['amends', 'body', 'central', 'plan', 'printed'] },
  {
    name: 'not these days: those without a day too',
    terms: [not({ kind: 'dates', from: '2020-01-01', to: null })],
    ids: ['heading', 'years'],
  },
  { name: 'taken in after', terms: [{ kind: 'accepted', after: '2024-01-01T00:00:00.000Z' }], ids: ['amends', 'central'] },
  { name: 'taken in after, not at that time itself', terms: [{ kind: 'accepted', after: '2024-01-02T00:00:00.000Z' }], ids: ['amends'] },
  { name: 'a relation to a number', terms: [{ kind: 'relates', relation: 'implements', token: foldedSymbol('1-KL/TW') }], ids: ['plan'] },
  { name: 'another relation to it', terms: [{ kind: 'relates', relation: 'amends', token: foldedSymbol('1-KL/TW') }], ids: [] },
  { name: 'any relation to a number', terms: [{ kind: 'relates', relation: 'cites', token: foldedSymbol('7-QĐ/TU') }], ids: ['amends'] },
  {
    name: 'any relation to part of a number',
    terms: [{ kind: 'relates', relation: 'cites', token: partialToken('91', ['2017']) }],
    ids: ['years'],
  },
  { name: 'what it has: tasks', terms: [{ kind: 'has', what: 'tasks' }], ids: ['heading', 'plan'] },
  { name: 'what it has: deadlines', terms: [{ kind: 'has', what: 'deadlines' }], ids: ['plan'] },
  { name: 'what it has: citations', terms: [{ kind: 'has', what: 'citations' }], ids: ['amends', 'plan', 'years'] },
  { name: 'what it has: signatures', terms: [{ kind: 'has', what: 'signatures' }], ids: ['amends', 'body', 'plan'] },
  { name: 'what it has: findings', terms: [{ kind: 'has', what: 'findings' }], ids: ['body'] },
  { name: 'what it has not', terms: [word('năng'), not({ kind: 'has', what: 'tasks' })], ids: ['body'] },
  { name: 'ids, unknown ones passed over', terms: [{ kind: 'ids', ids: ['plan', 'body', 'nobody'] }], ids: ['body', 'plan'] },
  { name: 'a print of a passage', terms: [{ kind: 'print', tokens: printTokens(printed) }], ids: ['printed'] },
  { name: 'a print that nothing has', terms: [{ kind: 'print', tokens: ['zzzzzz'] }], ids: [] },
  { name: 'the filter of a signer', terms: [], filters: { signer: 'Lê Văn An' }, ids: ['plan'] },
  { name: 'the filter of a level', terms: [], filters: { level: 'province' }, ids: ['amends', 'body', 'plan'] },
  { name: 'the filter of a relation', terms: [], filters: { relation: 'implements' }, ids: ['plan'] },
  { name: 'the filter of a relation with words', terms: [word('năng')], filters: { relation: 'amends' }, ids: [] },
];

/** What is found first and why: each hit with its rule, in order where the rule says it, documents of one rule by id. */
export interface RuleCase {
  readonly name: string;
  readonly terms: readonly QueryTerm[];
  readonly hits: readonly (readonly [id: string, rule: HitRule])[];
}

export const ruleCases: readonly RuleCase[] = [
  {
    name: 'title, then heading, then text',
    terms: [word('nâng'), word('cao')],
    hits: [
      ['plan', 'title'],
      ['heading', 'part'],
      ['body', 'text'],
    ],
  },
  {
    name: 'all words in the title, or it is no title hit',
    terms: [word('năng'), word('các')],
    hits: [['plan', 'text']],
  },
  {
    name: 'words in several headings',
    terms: [word('hiệu'), word('lực')],
    hits: [['heading', 'part']],
  },
  {
    name: 'one of the words in the title is enough where one is enough',
    terms: [any(word('lãnh'), word('quả'))],
    hits: [
      ['plan', 'title'],
      ['heading', 'part'],
      ['body', 'text'],
    ],
  },
  {
    name: 'what must not stand in the text keeps a title hit away',
    terms: [word('nâng'), not(word('quý'))],
    hits: [
      ['heading', 'part'],
      ['body', 'text'],
    ],
  },
  {
    name: 'the bearer of a number, then who cites it',
    terms: [symbol('01-KL/TW')],
    hits: [
      ['central', 'number'],
      ['plan', 'text'],
    ],
  },
  {
    name: 'the bearer of part of a number',
    terms: [partOfNumber('7', 'qd')],
    hits: [
      ['body', 'number'],
      ['amends', 'text'],
    ],
  },
  {
    name: 'a bearer beside words that stand in its text',
    terms: [symbol('1-KL/TW'), word('các')],
    hits: [
      ['central', 'number'],
      ['plan', 'text'],
    ],
  },
  {
    name: 'a number that must not be borne lifts nothing',
    terms: [word('các'), not(symbol('15-QĐ/TU'))],
    hits: [
      ['central', 'text'],
      ['plan', 'text'],
      ['printed', 'text'],
    ],
  },
  {
    name: 'a feature beside words looks at its own field',
    terms: [word('nâng'), { kind: 'has', what: 'tasks' }],
    hits: [
      ['plan', 'title'],
      ['heading', 'part'],
    ],
  },
  {
    name: 'a day of issue, where its words would do as well, stands in no title',
    terms: [any(phrase('sinh hoạt'), { kind: 'dates', from: '2022-03-04', to: '2022-03-04' })],
    hits: [
      ['amends', 'text'],
      ['printed', 'text'],
    ],
  },
  {
    name: 'words that would do beside a feature stand where they stand, and with other words too',
    terms: [word('sửa'), any(word('đổi'), { kind: 'dates', from: '2022-03-04', to: '2022-03-04' }, not(word('sửa')))],
    hits: [['amends', 'title']],
  },
  {
    name: 'features alone, one of which must hold, narrow what stands in a title',
    terms: [word('sửa'), any({ kind: 'value', field: 'type', values: ['QĐ'] }, { kind: 'has', what: 'tasks' })],
    hits: [['amends', 'title']],
  },
  {
    name: 'features alone put nothing first',
    terms: [{ kind: 'has', what: 'tasks' }],
    hits: [
      ['heading', 'none'],
      ['plan', 'none'],
    ],
  },
  {
    name: 'words only under a not put nothing first',
    terms: [not(word('năng')), { kind: 'has', what: 'citations' }],
    hits: [
      ['amends', 'none'],
      ['years', 'none'],
    ],
  },
];
