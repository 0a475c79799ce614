import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { issuerOf } from './issuers.ts';

/** How the bodies behind the codes of numbers are named in running text, where the code's proper name is not the only one. */
const names: readonly (readonly [code: RegExp, words: RegExp])[] = [
  [/^QH\d*$/u, /^Quốc hội/u],
  [/^UBTVQH\d*$/u, /^(?:(?:Ủy|Uỷ) ban Thường vụ Quốc hội|UBTVQH)/u],
  [/^CP$/u, /^Chính phủ/u],
  [/^TTg$/iu, /^Thủ tướng/u],
  [
    /^TW$/u,
    /^(?:Trung ương|TW|Bộ Chính trị|Ban Bí thư|(?:Ban Chấp hành|BCH) (?:Trung ương|TW)|Hội nghị (?:lần thứ .{2,12} )?(?:Ban Chấp hành |BCH )?Trung ương)/u,
  ],
  [/^TU$/u, /(?:[Tt]ỉnh|[Tt]hành) (?:ủy|uỷ)|[Đđ]ảng bộ (?:tỉnh|thành phố)/u],
  [/^HU$/u, /[Hh]uyện (?:ủy|uỷ)|[Đđ]ảng bộ huyện/u],
  [/^(?:ThU|TXU)$/iu, /[Tt]hị (?:ủy|uỷ)|[Đđ]ảng bộ thị xã/u],
  [/^(?:ĐUK\p{L}*)$/u, /[Đđ]ảng (?:ủy|uỷ) [Kk]hối/u],
  [/^ĐU$/u, /[Đđ]ảng (?:ủy|uỷ)|[Đđ]ảng bộ/u],
  [/^HĐND\d*$/u, /^(?:Hội đồng nhân dân|HĐND)/u],
  [/^(?:VP)?UBND$/u, /(?:(?:Ủy|Uỷ) ban nhân dân|UBND)/u],
];

/** Whether a body that the words name can be the one whose code a number bears ("Quốc hội" and QH15, "Bộ Chính trị" and TW). */
export function namesIssuer(words: string, symbol: DocumentSymbol): boolean {
  const row = names.find(([code]) => code.test(symbol.issuer));
  if (row !== undefined) return row[1].test(words);
  const name = issuerOf(symbol.issuer)?.name;
  return name !== undefined && (words.startsWith(name) || name.startsWith(words));
}
