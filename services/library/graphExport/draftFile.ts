import { jsonText } from '../export/jsonText.ts';
import type { DraftReport } from '../shapes.ts';
import { draftDossier } from './dossier/draftDossier.ts';
import { graphForm, tableFormats } from './formats.ts';
import type { About } from './graphFile.ts';
import { bytesOf } from './pieces.ts';
import { draftTables } from './tables/draftTables.ts';
import { tablesAsCsv, tablesAsXlsx } from './tables/files.ts';

/** Kinds of files for the report on a draft. */
export const draftFormats = [...tableFormats, 'docx'] as const;
export type DraftFormat = (typeof draftFormats)[number];

export interface DraftFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The report on a draft as a file of this format. */
export function draftFile(report: DraftReport, format: DraftFormat, made: Omit<About, 'asked'>): DraftFile {
  const { mediaType, ending } = graphForm(format);
  return { name: `vankien kiểm tra viện dẫn${ending}`, mediaType, bytes: bytesOf(piecesOf(report, format, made)) };
}

function piecesOf(report: DraftReport, format: DraftFormat, made: Omit<About, 'asked'>) {
  if (format === 'json') return [`${jsonText(report)}\n`];
  if (format === 'docx') return [draftDossier(report, made)];
  const asked = [`Kiểm tra viện dẫn của dự thảo ${report.file.name} (SHA-256 ${report.file.hash})`];
  const tables = draftTables(report, { asked, ...made });
  return format === 'csv' ? tablesAsCsv(tables) : tablesAsXlsx(tables);
}
