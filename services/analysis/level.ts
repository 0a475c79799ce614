import { issuerOf } from '#ingest/vocabulary/issuers.ts';

/** Levels of the bodies that issue (cấp): trung ương, tỉnh, huyện, cơ sở (xã, phường, chi bộ). */
export const levels = ['central', 'province', 'district', 'base'] as const;
export type Level = (typeof levels)[number];

/**
 * Whose level a document is of, by the code of the body in its number ("…/TW", "…-UBND"), else by the series its number belongs to ("TW", or a place within a place);
 * null where neither tells. A code that bodies of several levels share (UBND, HĐND) is told by the series.
 */
export function levelOf(key: string | null, scope: string | null): Level | null {
  const code = key === null ? null : (/[-/](?<code>\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*)$/u.exec(key)?.groups?.code ?? null);
  const known = code === null ? null : issuerOf(code);
  if (scope === 'TW') return 'central';
  if (known?.level !== undefined && known.side === 'party') return known.level;
  if (scope !== null) return scope.includes('/') ? 'district' : 'province';
  return known?.level ?? null;
}
