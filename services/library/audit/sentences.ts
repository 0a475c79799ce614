import type { Severity } from '#ingest/model/finding.ts';
import { dayVi } from '../chains/findings.ts';
import type { AuditCode, DraftCode, TextCode } from '../shapes.ts';
import type { RawSide } from './raw.ts';

/** How much each kind of finding matters. */
export const severities: Readonly<Record<AuditCode | DraftCode, Severity>> = {
  ...{
    'other-date': 'warning',
    'other-issuer': 'warning',
    'other-title': 'warning',
    'other-type': 'info',
    'number-borne-twice': 'warning',
  },
  ...{ 'self-citation': 'warning', 'decision-without-effect': 'info' },
  ...{ 'before-what-it-acts-on': 'warning', 'contradicting-claims': 'warning', 'ended-twice': 'warning', cycle: 'warning' },
  ...{
    'contradicting-dates': 'warning',
    'date-outside-term': 'warning',
    'impossible-date': 'warning',
    'type-contradicts-number': 'warning',
  },
  ...{ 'misspelt-type': 'info', 'unknown-type': 'info', 'unknown-issuer': 'info', 'one-number-two-documents': 'info' },
  ...{ 'undeclared-short-name': 'info', 'ambiguous-short-citation': 'warning', 'unresolved-short-citation': 'info' },
  ...{ 'alias-without-document': 'warning' },
  ...{ 'never-seen': 'info', 'number-of-others': 'info', ambiguous: 'warning', 'no-date': 'info' },
  ...{ replaced: 'warning', repealed: 'warning', suspended: 'warning', amended: 'info', 'number-taken': 'warning', 'already-held': 'info' },
};

export interface Sentences {
  readonly message: string;
  readonly messageVi: string;
}

type Differing = 'other-date' | 'other-issuer' | 'other-title' | 'other-type';

const differing: Readonly<Record<Differing, readonly [string, string]>> = {
  'other-date': ['is dated differently', 'được ghi ngày khác nhau'],
  'other-issuer': ['is said to be issued by different bodies', 'được ghi là do các cơ quan khác nhau ban hành'],
  'other-title': ['goes by different titles', 'được ghi trích yếu khác nhau'],
  'other-type': ['is called by different types', 'được gọi bằng tên loại khác nhau'],
};

/** Titles are long: in a sentence they are cut, the sides hold them whole. */
const mostInSentence = 120;

export function shown(code: string, value: string): readonly [string, string] {
  const one = value.replace(/\s+/gu, ' ').trim();
  if (code === 'other-date') return [one, dayVi(one)];
  const cut = one.length > mostInSentence ? `${one.slice(0, mostInSentence).trimEnd()}…` : one;
  return code === 'other-title' ? [`“${cut}”`, `“${cut}”`] : [cut, cut];
}

/** What several documents say of one, against each other. */
export function differ(code: Differing, name: string, sides: readonly RawSide[]): Sentences {
  const [words, wordsVi] = differing[code];
  const told = sides.map((side) => {
    const [value, valueVi] = shown(code, side.value!);
    const others = side.documents! - Number(side.own);
    const own = side.own ? ['its own head', 'chính văn bản'] : [];
    const [en, vi] = [
      [own[0], others > 0 ? count(others) : undefined],
      [own[1], others > 0 ? `${others} văn bản` : undefined],
    ].map((parts) => parts.filter((part) => part !== undefined));
    return { en: `${value} (${en!.join(' and ')})`, vi: `${valueVi} (${vi!.join(' và ')})` };
  });
  return {
    message: `${name} ${words}: ${told.map(({ en }) => en).join(', ')}.`,
    messageVi: `${name} ${wordsVi}: ${told.map(({ vi }) => vi).join(', ')}.`,
  };
}

export function count(documents: number): string {
  return `${documents} ${documents === 1 ? 'document' : 'documents'}`;
}

type Told = readonly [(words: string) => string, (words: string) => string];

/** What the texts themselves show, each about the words under its place. */
export const ofTexts: Readonly<Record<TextCode, Told>> = {
  'contradicting-dates': [
    (words) => `This text dates one document differently: ${words}.`,
    (words) => `Văn bản này ghi ngày của cùng một văn bản khác nhau: ${words}.`,
  ],
  'date-outside-term': [
    (words) => `The date ${words} lies outside of the term (khóa) that the text gives.`,
    (words) => `Ngày ${words} nằm ngoài nhiệm kỳ (khóa) mà văn bản nêu.`,
  ],
  'impossible-date': [(words) => `The day “${words}” is on no calendar.`, (words) => `Ngày “${words}” không có trong lịch.`],
  'type-contradicts-number': [
    (words) => `“${words}” is called by another type than its number has.`,
    (words) => `“${words}”: tên loại không khớp với ký hiệu trong số văn bản.`,
  ],
  'misspelt-type': [(words) => `The type is misspelt: “${words}”.`, (words) => `Tên loại viết sai chính tả: “${words}”.`],
  'unknown-type': [
    (words) => `No type of document has the code in “${words}”.`,
    (words) => `Không có loại văn bản nào mang ký hiệu trong “${words}”.`,
  ],
  'unknown-issuer': [
    (words) => `No issuing body is known by the code in “${words}”.`,
    (words) => `Chưa biết cơ quan ban hành nào có ký hiệu trong “${words}”.`,
  ],
  'one-number-two-documents': [
    (words) => `The text names two documents by one number: “${words}”.`,
    (words) => `Văn bản nêu hai văn bản cùng số: “${words}”.`,
  ],
  'undeclared-short-name': [
    (words) => `The short name “${words}” is used, and the text does not declare it.`,
    (words) => `Tên gọi tắt “${words}” được dùng mà văn bản chưa khai báo (sau đây gọi tắt là …).`,
  ],
  'ambiguous-short-citation': [
    (words) => `“${words}” could mean several documents that the text names.`,
    (words) => `“${words}” có thể là nhiều văn bản mà văn bản này đã nêu.`,
  ],
  'unresolved-short-citation': [
    (words) => `“${words}” names a document by its bare number only, and nothing in the text says which it is.`,
    (words) => `“${words}” chỉ nêu số, văn bản không cho biết đó là văn bản nào.`,
  ],
  'alias-without-document': [
    (words) => `The short name “${words}” is declared, but no document before it fits.`,
    (words) => `Tên gọi tắt “${words}” được khai báo nhưng không có văn bản nào trước đó phù hợp.`,
  ],
};
