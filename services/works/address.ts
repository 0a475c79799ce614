import { createHash } from 'node:crypto';
import { fold } from '#services/analysis/folding.ts';
import { symbolKey } from '#services/analysis/symbols.ts';
import { symbolOf, unnumberedSymbol } from './naming.ts';
import type { Work } from './work.ts';

/**
 * Addresses of works: `/vb/SCOPE/TYPE/NUMBER/WHEN` in ASCII ("vb": văn bản), as `/vb/tw/kl/01-kl-tw/2021-05-18` or `/vb/tien-giang.cai-lay/kh/50-kh-hu/2020-2025`.
 *
 * - SCOPE: whose number series it is; a place within a place behind a full stop; `~ID` where it is unknown, for the words of the document ID; `-` of a
 *   document without a number whose place is unknown.
 * - TYPE: code of the type, `-` where unknown. It is for readers only: what leads to a work are the other parts.
 * - NUMBER: the number; its slash as a full stop where hyphens alone would be read as another number (`1590.vpcp-kgvx`), `~` and a print of it behind it where
 *   neither tells it; `~ID` of a document without a number.
 * - WHEN: the date, else the term, else `-`; `~` and a print of the work behind it where two works of the number would else share the address.
 *
 * Every letter of it is kept by browsers as it is (unreserved in RFC 3986).
 */
export interface Address {
  /** The whole address in its own spelling, from `/vb/` on. */
  readonly path: string;
  readonly scope: AddressScope;
  readonly number: AddressNumber;
  /** ISO date, or a term in lower case; null where the address does not say. */
  readonly when: string | null;
  /** Print that tells the work among those that share the rest. */
  readonly mark: string | null;
}
export type AddressScope =
  | { readonly kind: 'place'; readonly slug: string }
  | { readonly kind: 'speaker'; readonly document: string }
  | { readonly kind: 'unknown' };
/** `symbol` as `symbolOf` gives it; of a `printed` one only the beginning and the print are known. */
export type AddressNumber =
  | { readonly kind: 'symbol'; readonly symbol: string }
  | { readonly kind: 'printed'; readonly slug: string; readonly print: string };

const root = '/vb/';
const leastMark = 6;

/** Reads an address, with or without the service before it ("https://…/vb/tw/kl/01-kl-tw"). Null for what is none. The last part may be left out. */
export function readAddress(text: string): Address | null {
  const path = pathOf(text);
  if (path === null) return null;
  const segments = path.split('/');
  if (segments.length < 3 || segments.length > 4) return null;
  const [scope = '', , number = '', last = '-'] = segments;
  const [when = '-', mark = null] = last.split('~');
  const place = scopeIn(scope);
  const meant = numberIn(number);
  if (place === null || meant === null) return null;
  return { path: `${root}${path}`, scope: place, number: meant, when: when === '-' || when === '' ? null : when, mark };
}

/** The parts behind `/vb/`, in lower case, without a slash at the end. */
function pathOf(text: string): string | null {
  const path = /^(?:https?:\/\/[^/\s]{1,255})?\/vb\/([\w~./-]{1,500})$/iu.exec(text.trim())?.[1];
  return path === undefined ? null : path.toLowerCase().replace(/\/$/u, '');
}

function scopeIn(segment: string): AddressScope | null {
  if (segment === '-') return { kind: 'unknown' };
  if (segment.startsWith('~')) return { kind: 'speaker', document: segment.slice(1) };
  return segment === '' ? null : { kind: 'place', slug: segment };
}

function numberIn(segment: string): AddressNumber | null {
  if (segment.startsWith('~')) return { kind: 'symbol', symbol: unnumberedSymbol(segment.slice(1)) };
  const [slug = '', print] = segment.split('~');
  if (slug === '') return null;
  return print === undefined ? { kind: 'symbol', symbol: readNumber(slug) } : { kind: 'printed', slug, print };
}

/** The symbol that the number part of an address stands for, by the form in which Party and State print such numbers. */
function readNumber(slug: string): string {
  return symbolOf(symbolKey(slug.replaceAll('.', '/'))) ?? '';
}

/** The number part of the address of a work. */
function numberPart({ symbol, key, held }: Pick<Work, 'symbol' | 'key' | 'held'>): string {
  if (key === null) return `~${symbol.startsWith('doc:') ? symbol.slice('doc:'.length) : (held[0] ?? '')}`;
  const plain = slugOf(key);
  const slashed = key.split('/').map(slugOf).join('.');
  for (const slug of [plain, slashed]) if (/^[a-z0-9]/u.test(slug) && readNumber(slug) === symbol) return slug;
  return `${plain === '' ? 'so' : plain}~${printOf(symbol).slice(0, 12)}`;
}

/** Whether a symbol is the one that a printed number part means. */
export function isPrinted(symbol: string, print: string): boolean {
  return print.length >= leastMark && printOf(symbol).startsWith(print);
}

/**
 * The addresses of all works of one symbol by their ids. Two works never share one: symbols differ in the number part, works of one symbol in the rest or, where
 * that is equal, in the mark. `works` are all of the symbol, as `worksOf` gives them.
 */
export function addressesOf(works: readonly Work[]): ReadonlyMap<string, string> {
  const groups = Map.groupBy(works, plainAddress);
  const addresses = new Map<string, string>();
  for (const [address, group] of groups) {
    const length = group.length === 1 ? 0 : markLength(group.map(({ id }) => printOf(id)));
    for (const { id } of group) addresses.set(id, length === 0 ? address : `${address}~${printOf(id).slice(0, length)}`);
  }
  return addresses;
}

/** The address of a work but for the mark. */
function plainAddress(work: Work): string {
  const { scope, type, date, term } = work;
  const when = date ?? (term === null ? '' : slugOf(term));
  const place = scope === null ? unknownScope(work.id) : scopeSlug(scope);
  return `${root}${place}/${slugOf(type ?? '') || '-'}/${numberPart(work)}/${when === '' ? '-' : when}`;
}

/** "Tiền Giang/Cai Lậy" as "tien-giang.cai-lay". */
export function scopeSlug(scope: string): string {
  return scope.split('/').map(slugOf).join('.') || '-';
}

/** The speaker in the id of a work whose scope is unknown ("20-KH/TU@?0123456789abcdef@?"). */
function unknownScope(id: string): string {
  const speaker = speakerIn(id);
  return speaker === null ? '-' : `~${speaker}`;
}

export function speakerIn(id: string): string | null {
  return /@\?([\da-z]{1,64})@[^@]*$/u.exec(id)?.[1] ?? null;
}

export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** Print of an id or symbol, hexadecimal. */
export function printOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function markLength(prints: readonly string[]): number {
  let length = leastMark;
  while (length < 64 && new Set(prints.map((print) => print.slice(0, length))).size < prints.length) length++;
  return length;
}
