import type { DocumentRecord } from '#ingest/model/record.ts';
import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';

const typeNames = new Map(documentTypes.map(({ code, names }) => [code, names[0] ?? code]));

/** What a type is called, by its code; null for a code that is none. */
export const typeNameOf = (code: string): string | null => typeNames.get(code) ?? null;

/**
 * What a document goes by when people speak of it: its type and title as they stand in its head ("kết luận của Ban Bí thư sơ kết…"), who issued it,
 * where, in which year, and who signed. Whoever types "báo cáo Tỉnh ủy Trà Vinh 2024" means these, though no title holds them all. Texts that
 * do not run into each other; the first is type and title, empty where there is neither.
 */
export function namingOf({ document, signatures }: DocumentRecord): string[] {
  const { type, title, issuer, place, date } = document;
  const named = [type === null ? null : typeNameOf(type), title].filter((text) => text !== null).join(' ');
  const year = date === null ? null : `năm ${date.slice(0, 4)}`;
  const others = [issuer, place, year, ...new Set(signatures.map(({ name }) => name))];
  return [named, ...others.filter((text) => text !== null && text !== '')] as string[];
}
