import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { bodyCodes, type IssuerCode } from '#ingest/vocabulary/issuerCodes.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { placeNamed, provinces, unitNamed } from '#ingest/vocabulary/places.ts';
import { remembered } from '#ingest/vocabulary/remembered.ts';
import { fold } from '#services/analysis/folding.ts';
import { issuerIn, type Level, levelOf } from '#services/analysis/level.ts';
import type { Work } from '#services/works/work.ts';

/** A body of a place. */
export interface Unit {
  /** `BODY@SCOPE`. */
  readonly id: string;
  readonly body: string;
  readonly scope: string;
  readonly level: Level | null;
  readonly name: string;
}

/** A body as words or a number name it; its place may be unknown. */
export interface Body {
  readonly name: string;
  readonly level: Level | null;
}

/** Whom a work is of. `body` is told even where the place is unknown. */
export interface Issuing {
  readonly body: Body | null;
  readonly unit: Unit | null;
}

/** Bodies that speak for another one: their documents stand in its series, or are its own. */
const speaksFor: Readonly<Record<string, string>> = {
  'Chủ tịch Ủy ban nhân dân': 'Ủy ban nhân dân',
  'Ủy ban hành chính': 'Ủy ban nhân dân',
  'Thường trực Hội đồng nhân dân': 'Hội đồng nhân dân',
  'Đảng ủy xã': 'Đảng ủy',
  'Đảng ủy phường': 'Đảng ủy',
  'Đảng ủy đặc khu': 'Đảng ủy',
  'Chi ủy': 'Chi bộ',
};
/** Centrally run cities: their committee is a thành ủy, in the series TU. */
const cities: ReadonlySet<string> = new Set(['Hà Nội', 'Hồ Chí Minh', 'Đà Nẵng', 'Hải Phòng', 'Cần Thơ', 'Huế']);

const bodyOfCode = ({ name, level }: IssuerCode): Body => ({ name: speaksFor[name] ?? name, level });

/** Words of names, folded, each between spaces. */
export const plainWords = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()} `;

/** Other words for a body. */
const alsoCalled: readonly (readonly [string, string])[] = [
  ['Bộ Chính trị', 'Trung ương'],
  ['Ban Bí thư', 'Trung ương'],
  ['Đảng bộ tỉnh', 'Tỉnh ủy'],
  ['Đảng bộ thành phố', 'Thành ủy'],
  ['Đảng bộ huyện', 'Huyện ủy'],
  ['Đảng bộ thị xã', 'Thị ủy'],
  ['Đảng bộ quận', 'Quận ủy'],
  ['Đảng bộ xã', 'Đảng ủy'],
  ['Đảng bộ phường', 'Đảng ủy'],
];
/** Organs through which a body speaks; alone they name none. */
const organs = /^ (?:(?:ban thuong vu|thuong truc|ban chap hanh|thuong vu|bch|btv) )+/u;

const byWords: readonly (readonly [string, Body])[] = (() => {
  const found = new Map<string, Body>();
  for (const row of bodyCodes) found.set(plainWords(row.name), bodyOfCode(row));
  for (const organ of ['Ban Thường vụ', 'Ban Chấp hành', 'Văn phòng']) found.delete(plainWords(organ));
  for (const [words, name] of alsoCalled) found.set(plainWords(words), found.get(plainWords(name))!);
  return [...found].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
})();

/** The body that words name, by the longest of its names, and the words that are left without it; null where they name none. Accents may be left out. */
export function bodyNamed(words: string): { readonly body: Body; readonly rest: string } | null {
  const text = plainWords(words).replace(organs, ' ');
  const found = byWords.find(([name]) => text.includes(name));
  if (found !== undefined) return { body: found[1], rest: text.replace(found[0], ' ') };
  for (const word of words.split(/[\s,()]+/u)) {
    const code = word.length >= 2 && word === word.toUpperCase() ? issuerOf(word) : null;
    if (code !== null) return { body: bodyOfCode(code), rest: plainWords(words.replace(word, ' ')) };
  }
  // "ubnd tỉnh …": a code in small letters counts where it leads.
  const [first = ''] = words.trim().split(/[\s,()]+/u);
  const code = first.length >= 2 ? issuerOf(first) : null;
  return code === null ? null : { body: bodyOfCode(code), rest: plainWords(words.trim().slice(first.length)) };
}

const foldedProvinces = provinces.map((name) => [plainWords(name), name] as const).sort(([a], [b]) => b.length - a.length);

/** The province that words name, accents optional, and the words that are left without it. */
export function provinceNamed(words: string): { readonly province: string; readonly rest: string } | null {
  const text = plainWords(words);
  const found = foldedProvinces.find(([name]) => text.includes(name));
  if (found === undefined) return null;
  return { province: found[1] === 'Thừa Thiên Huế' ? 'Huế' : found[1], rest: text.replace(found[0], ' ') };
}

const bodyInWords = remembered((words) => bodyNamed(words)?.body ?? null);

/** The code that a number ends in, for a body that no table knows. */
function codeIn(key: string): string | null {
  const code = key.slice(key.lastIndexOf('/') + 1).toUpperCase();
  return code === '' || code === key.toUpperCase() ? null : code;
}

/** Whom a work is of: by its number and scope; without a number by the words for its issuer. */
export function issuing({ key, scope, issuer }: Pick<Work, 'key' | 'scope' | 'issuer'>): Issuing {
  if (key === null) return issuer === null ? nobody : ofWords(issuer, scope);
  const code = key.startsWith('NQTW') ? 'TW' : codeIn(key);
  return code === null ? nobody : ofCode(JSON.stringify([code, scope]));
}

const nobody: Issuing = { body: null, unit: null };

/** As codes and scopes are few: the answer for both as JSON. */
const ofCode = remembered((both: string): Issuing => {
  const [code, scope] = JSON.parse(both) as [string, string | null];
  const body = bodyBehind(code);
  return { body, unit: scope === null ? null : unitOf(body.name, scope, levelOf(`1/${code}`, scope) ?? body.level) };
});

function ofWords(issuer: string, scope: string | null): Issuing {
  const body = bodyInWords(issuer);
  if (body === null) return nobody;
  const place = scope ?? placeOfWords(issuer, body);
  return { body, unit: place === null ? null : unitOf(body.name, place, levelOf(null, place) ?? body.level) };
}

/** The body behind a code with what stands before or after it: "TU", "KH-UBND", "UBND-KGVX". One that no table knows bears its code as its name. */
function bodyBehind(code: string): Body {
  const [type = '', ...rest] = code.split('-');
  // "TTr-SVHTTDL": a type (tờ trình) may be spelt as a body (thanh tra); what follows it is the body.
  const after = rest.length > 0 && typeOfSymbol(type) !== null ? issuerOf(rest.join('-')) : null;
  const known = after ?? issuerIn(`1/${code}`);
  return known === null ? { name: code, level: null } : bodyOfCode(known);
}

function placeOfWords(issuer: string, { level }: Body): string | null {
  if (level === 'central') return 'TW';
  const province = placeNamed(issuer);
  if (province === null || level === 'province') return province;
  const unit = unitNamed(issuer);
  return unit === null ? null : `${province}/${unit}`;
}

export function unitOf(body: string, scope: string, level: Level | null): Unit {
  const own = isCommitteeOfCity(body, scope) ? 'Tỉnh ủy' : body;
  return { id: `${own}@${scope}`, body: own, scope, level, name: nameOfUnit(own, scope) };
}

const isCommitteeOfCity = (body: string, scope: string) => body === 'Thành ủy' && cities.has(scope);

/** A unit as one calls it: "Tỉnh ủy Bến Tre", "Thành ủy Hà Nội", "Huyện ủy Ba Tri (Bến Tre)". */
function nameOfUnit(body: string, scope: string): string {
  if (scope === 'TW') return body;
  const at = scope.indexOf('/');
  const province = at < 0 ? scope : scope.slice(0, at);
  if (at >= 0) {
    const unit = scope.slice(at + 1);
    const alone = fold(unit).startsWith('khoi ') ? body.replace(/ Khối$/u, '') : body;
    return `${alone} ${unit} (${province})`;
  }
  const isCity = cities.has(province);
  const called = isCity ? body.replace(/Tỉnh ủy$/u, 'Thành ủy') : body;
  const isOfState = body === 'Ủy ban nhân dân' || body === 'Hội đồng nhân dân';
  return isOfState ? `${called} ${isCity ? 'thành phố' : 'tỉnh'} ${province}` : `${called} ${province}`;
}
