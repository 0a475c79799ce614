import { documentTypes } from '#ingest/vocabulary/documentTypes.ts';
import { type Level, levelOf } from '#services/analysis/level.ts';
import type { DocumentSummary } from '#services/store/port.ts';

/** What an export tells of a document: what lists show, with the name of its type ("Kế hoạch") and the level of its body. */
export interface ExportEntry extends DocumentSummary {
  readonly typeName: string | null;
  readonly level: Level | null;
}

const typeNames = new Map(documentTypes.map(({ code, names }) => [code, capitalized(names[0] ?? code)]));

/** The name of a type by its code: "Kế hoạch" for KH; null for an unknown one. */
export function typeNameOf(type: string | null): string | null {
  return type === null ? null : (typeNames.get(type) ?? null);
}

export function exportEntry(document: DocumentSummary): ExportEntry {
  const { type, number, identity } = document;
  return {
    ...document,
    typeName: typeNameOf(type),
    level: levelOf(identity.key ?? number, identity.scope.value),
  };
}

function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
