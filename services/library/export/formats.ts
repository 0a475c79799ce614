import type { DocumentSummary } from '#services/store/port.ts';
import { documentColumns } from './columns.ts';
import { cslItem } from './csl.ts';
import { csv } from './csv.ts';
import { type ExportEntry, exportEntry } from './entry.ts';
import { jsonText } from './jsonText.ts';
import { referenceOf } from './reference.ts';
import { risRecord } from './ris.ts';
import { parcels } from './table.ts';
import { xlsx } from './xlsx.ts';

/** The kinds of files that documents are exported as. */
export const exportFormats = ['csv', 'jsonl', 'xlsx', 'ris', 'csl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

interface Form {
  readonly mediaType: string;
  /** How the name of such a file ends. */
  readonly ending: string;
  readonly write: (entries: AsyncIterable<ExportEntry>) => AsyncGenerator<string | Uint8Array>;
}

const forms: Readonly<Record<ExportFormat, Form>> = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', ending: '.csv', write: (entries) => csv(documentColumns, entries) },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', ending: '.jsonl', write: (entries) => lines(entries, jsonLine) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: '.xlsx',
    write: (entries) => xlsx('Văn bản', documentColumns, entries),
  },
  ris: {
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    ending: '.ris',
    write: (entries) => lines(entries, (entry) => risRecord(referenceOf(entry))),
  },
  csl: { mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8', ending: '.json', write: cslFile },
};

export const exportForm = (format: ExportFormat): Pick<Form, 'mediaType' | 'ending'> => forms[format];

/**
 * The documents as a file of this format, in their order, a few at a time. Where the documents fail on the way, this fails: what came until then is no
 * whole file.
 */
export async function* exported(format: ExportFormat, documents: AsyncIterable<DocumentSummary>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of forms[format].write(entriesOf(documents))) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

async function* entriesOf(documents: AsyncIterable<DocumentSummary>): AsyncGenerator<ExportEntry> {
  for await (const document of documents) yield exportEntry(document);
}

/** Keys as the API has them. */
function jsonLine(entry: ExportEntry): string {
  const { id, revision, name, type, typeName, number, issuer, level, place, date, title, identity } = entry;
  return `${jsonText({ id, revision, name, type, typeName, number, issuer, level, place, date, title, identity })}\n`;
}

async function* lines(entries: AsyncIterable<ExportEntry>, line: (entry: ExportEntry) => string): AsyncGenerator<string> {
  for await (const some of parcels(entries)) yield some.map(line).join('');
}

/** One array, an item a line; without its last bracket it is no JSON. */
async function* cslFile(entries: AsyncIterable<ExportEntry>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const some of parcels(entries)) {
    yield before + some.map((entry) => jsonText(cslItem(referenceOf(entry)))).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * The same steps, of which the first is taken already: what fails at the very beginning (words that cannot be used, no collection) fails here, before
 * anything is promised to whom they are for.
 */
export async function begun<T>(steps: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = steps[Symbol.asyncIterator]();
  const first = await iterator.next();
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let step = first; step.done !== true; step = await iterator.next()) yield step.value;
      } finally {
        await iterator.return?.();
      }
    },
  };
}

/** A name for the file: what was looked for, without the signs that names of files do not bear. */
export function exportName(words: string | null, format: ExportFormat): string {
  const said = (words ?? '').replace(/[\p{Cc}\p{White_Space}/\\:*?"<>|.]+/gu, ' ').trim();
  const name = Array.from(said).slice(0, 60).join('').trim();
  return `vankien${name === '' ? '' : ` ${name}`}${forms[format].ending}`;
}
