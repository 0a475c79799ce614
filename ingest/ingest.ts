import { createHash } from 'node:crypto';
import { extract } from './extract/extract.ts';
import { asFailure } from './model/failure.ts';
import type { DocumentRecord } from './model/record.ts';
import type { RawText, SourceFile } from './model/source.ts';
import { outline } from './outline/outline.ts';
import { read } from './read/read.ts';
import { repair } from './repair/repair.ts';
import { resolve } from './resolve/resolve.ts';

/** Version of the extraction; raised with every change that can alter a record, so that a collection knows what was made by an older one. */
export const pipelineVersion = '0.3.6';

/**
 * The walk of one document: bytes in, one record out. The same bytes under the same name give the same record.
 * Throws a `Failure` that says why a file cannot be read.
 */
export async function ingest(file: SourceFile): Promise<DocumentRecord> {
  const raw = await read(file);
  try {
    return recordOf(file, raw);
  } catch (thrown) {
    throw asFailure(thrown, 'extraction-failed');
  }
}

function recordOf(file: SourceFile, raw: RawText): DocumentRecord {
  const { text, edits, origin } = repair(raw);
  const shape = outline(text);
  const mentions = extract(text, shape);
  const facts = resolve(text, shape, mentions);
  return {
    pipeline: pipelineVersion,
    file: {
      name: file.name,
      hash: createHash('sha256').update(file.bytes).digest('hex'),
      mediaType: raw.mediaType,
      bytes: file.bytes.length,
      pages: raw.pages.length,
    },
    ...facts,
    text,
    edits: [...edits],
    origin,
  };
}
