import { issuerOf } from '#ingest/vocabulary/issuers.ts';

/** Levels of the bodies that issue (cấp): trung ương, tỉnh, huyện, cơ sở (xã, phường, chi bộ). */
export const levels = ['central', 'province', 'district', 'base'] as const;
export type Level = (typeof levels)[number];

/**
 * Whose level a document is of, by the code of the body in its number ("…/TW", "…-UBND"), else by the series its number belongs to ("TW", or a place within a place);
 * null where neither tells. A code that bodies of several levels share (UBND, HĐND) is told by the series.
 */
export function levelOf(key: string | null, scope: string | null): Level | null {
  const known = key === null ? null : issuerIn(key);
  if (scope === 'TW') return 'central';
  if (known !== null && known.side === 'party') return known.level;
  if (scope !== null) return scope.includes('/') ? 'district' : 'province';
  return known?.level ?? null;
}

/** The body whose code stands last in a number: behind the slash ("144-QĐ/TW", "1590/VPCP-KGVX"), there behind the type where one comes first ("91/2017/NĐ-CP"). */
export function issuerIn(key: string): ReturnType<typeof issuerOf> {
  const codes = key.slice(key.lastIndexOf('/') + 1);
  const type = codes.indexOf('-');
  return issuerOf(codes) ?? (type < 0 ? null : issuerOf(codes.slice(type + 1)));
}
