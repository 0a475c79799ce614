import type { Stated } from '#ingest/model/mention.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { namesIssuer } from '#ingest/vocabulary/issuerNames.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { bodyBeforeBracket } from './bodyNames.ts';

/** How far before its bracket a body may stand, in code units. */
const REACH = 300;

/**
 * The body that issued a document named in brackets, from the words before them: "đề nghị của Sở Nội vụ (Công văn số …)", or, further off,
 * the body whose code the number bears: "sau khi nghe Ban Tổ chức Trung ương báo cáo … (Công văn số 8011-CV/BTCTW)". A body that the code
 * contradicts did not issue it. Null where the mention that starts at `start` stands in no bracket, or no body fits.
 */
export function issuerBeforeBracket(text: string, start: number, symbol: DocumentSymbol): Stated | null {
  const beside = text.slice(Math.max(0, start - 24), start);
  if (!beside.includes('(') || !/\((?:\p{L}+\s){0,2}$/u.test(beside)) return null;
  const from = Math.max(0, text.lastIndexOf('\n', start - 1) + 1, start - REACH);
  const before = text.slice(from, start);
  const known = issuerOf(symbol.issuer);
  const near = bodyBeforeBracket.exec(before.slice(-140));
  if (near !== null && (known === null || namesIssuer(near.groups!.issuer!, symbol))) {
    const value = near.groups!.issuer!;
    const at = start - Math.min(140, before.length) + near.index;
    return { value, span: { start: at, end: at + value.length } };
  }
  const at = known === null ? -1 : before.lastIndexOf(known.name);
  return known === null || at === -1 ? null : { value: known.name, span: { start: from + at, end: from + at + known.name.length } };
}
