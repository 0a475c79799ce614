import { JaroWinklerDistance, LevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import type { Relation } from '#ingest/model/relation.ts';
import { exactForm, fold } from '#services/analysis/folding.ts';
import type { TextFeature } from './query.ts';

/** What a field of the query language asks for. */
export type Field =
  | { readonly asks: 'type' | 'level' | 'number' | 'days' | 'has' | 'citedBy' }
  | { readonly asks: 'words'; readonly of: readonly TextFeature[] }
  | { readonly asks: 'relation'; readonly relation: Relation };

interface FieldEntry {
  /** Names, the first for proposals. Typed in any case, with or without accents and spaces. */
  readonly names: readonly string[];
  readonly field: Field;
  /** A value that is right. */
  readonly example: string;
}

const relates = (relation: Relation): Field => ({ asks: 'relation', relation });
const words = (...of: TextFeature[]): Field => ({ asks: 'words', of });

/** The fields of the query language; Vietnamese and English names side by side. */
export const fieldEntries: readonly FieldEntry[] = [
  { names: ['loại', 'loại văn bản', 'thể loại', 'type'], field: { asks: 'type' }, example: 'KL' },
  { names: ['số', 'số hiệu', 'số ký hiệu', 'number'], field: { asks: 'number' }, example: '01-KL/TW' },
  { names: ['cơ quan', 'cơ quan ban hành', 'issuer'], field: words('issuer'), example: '"Bộ Chính trị"' },
  { names: ['cấp', 'level'], field: { asks: 'level' }, example: 'tỉnh' },
  { names: ['địa phương', 'place'], field: words('place', 'scope'), example: '"Tiền Giang"' },
  { names: ['ký', 'người ký', 'signer'], field: words('signer'), example: '"Nguyễn Văn A"' },
  { names: ['năm', 'year'], field: { asks: 'days' }, example: '2021..2023' },
  { names: ['ngày', 'ngày ban hành', 'date'], field: { asks: 'days' }, example: '>=2023-01-31' },
  { names: ['dẫn', 'dẫn chiếu', 'trích dẫn', 'viện dẫn', 'cites'], field: relates('cites'), example: '01-KL/TW' },
  { names: ['thực hiện', 'triển khai', 'implements'], field: relates('implements'), example: '01-KL/TW' },
  { names: ['sửa đổi', 'amends'], field: relates('amends'), example: '01-KL/TW' },
  { names: ['thay thế', 'replaces'], field: relates('replaces'), example: '01-KL/TW' },
  { names: ['tổng kết', 'sơ kết', 'reviews'], field: relates('reviews'), example: '01-KL/TW' },
  { names: ['căn cứ', 'basis'], field: relates('basis'), example: '01-KL/TW' },
  { names: ['liên quan', 'related'], field: relates('related'), example: '01-KL/TW' },
  { names: ['được dẫn bởi', 'cited by'], field: { asks: 'citedBy' }, example: '01-KL/TW' },
  { names: ['phần', 'part'], field: words('part'), example: '"hạn chế"' },
  { names: ['tiêu đề', 'trích yếu', 'title'], field: words('title'), example: '"nêu gương"' },
  { names: ['có', 'has'], field: { asks: 'has' }, example: 'nhiệmvụ' },
];

interface Named {
  readonly entry: FieldEntry;
  /** As typed without spaces: "cơquan". */
  readonly name: string;
}

const closed = (name: string) => name.replace(/\s+/gu, '').toLowerCase().normalize('NFC');
/** By which a name is found: without accents, i and y as one ("người kí"). */
const keyOf = (name: string) => fold(name).replaceAll('y', 'i');
const byFolded = new Map<string, Named>(
  fieldEntries.flatMap((entry) => entry.names.map((name): [string, Named] => [keyOf(closed(name)), { entry, name: closed(name) }])),
);
/** Of short names another accent makes another word: "kỳ:" is no "ký:". */
const shortName = 3;
/** Most syllables in a name. */
export const longestName = 4;

/** The field of this name, in any case, with or without its accents and spaces; null where there is none. */
export function fieldNamed(typed: string): Named | null {
  const name = closed(typed);
  const found = byFolded.get(keyOf(name));
  if (found === undefined) return null;
  const proper = fold(found.name).length > shortName || name === fold(name) || exactForm(name) === exactForm(found.name);
  return proper ? found : null;
}

/** Shorter words are too near to one another for a slip to be told from a word. */
const shortestSlip = 4;

/** The field that a name was meant for that is none, by a slip of the keys: one letter too many, too few, other, or two in the wrong order. Null where none is so near. */
export function fieldMeant(typed: string): Named | null {
  const name = keyOf(closed(typed));
  if (name.length < shortestSlip || name.length > 20) return null;
  for (const [folded, named] of byFolded) {
    if (folded.length < shortestSlip || Math.abs(folded.length - name.length) > 1) continue;
    if (LevenshteinDistance(name, folded) <= 1 || isSwapped(name, folded)) return named;
  }
  return null;
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Of these texts the one most like what was typed, or null where none is. */
export function mostLike(typed: string, texts: Iterable<string>): string | null {
  const wanted = fold(typed).replace(/\s+/gu, '');
  let best: string | null = null;
  let nearness = 0.7;
  for (const text of texts) {
    const likeness = JaroWinklerDistance(wanted, fold(text).replace(/\s+/gu, ''));
    if (likeness <= nearness) continue;
    best = text;
    nearness = likeness;
  }
  return best;
}
