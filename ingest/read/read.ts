import { Failure } from '#ingest/model/failure.ts';
import type { RawText, SourceFile } from '#ingest/model/source.ts';
import { docxText } from './docx.ts';
import { htmlText } from './html.ts';
import { kindOf } from './kind.ts';
import { checkedName } from './name.ts';
import { pdfText } from './pdf.ts';
import { decoded, pagesOf } from './plain.ts';

/** Limits of reading, in bytes. */
export interface ReadLimits {
  /** Largest file that is read. */
  readonly fileBytes: number;
  /** Most that an archive (DOCX) may unpack to. */
  readonly unpackedBytes: number;
}

export const defaultLimits: ReadLimits = { fileBytes: 50 * 1024 * 1024, unpackedBytes: 200 * 1024 * 1024 };

const anyLetter = /[\p{L}\p{N}]/u;

/**
 * The text of a file, told by its bytes; the name only breaks ties between forms of text. Nothing is repaired here.
 * Throws Failure: `bad-name`, `empty-file`, `file-too-large`, `unsupported-type`, `unknown-encoding`, `damaged-file`, `encrypted-file`, `no-text`.
 */
export async function read(file: SourceFile, limits: ReadLimits = defaultLimits): Promise<RawText> {
  const name = checkedName(file.name);
  const { bytes } = file;
  if (bytes.length === 0) throw new Failure('empty-file');
  if (bytes.length > limits.fileBytes) {
    throw new Failure('file-too-large', `The file has ${bytes.length} bytes; ${limits.fileBytes} are allowed.`);
  }
  const raw = await textOf(bytes, name, limits);
  if (!anyLetter.test(raw.text))
    throw new Failure(raw.mediaType === 'text/plain' || raw.mediaType === 'text/markdown' ? 'empty-file' : 'no-text', emptiness(raw));
  return raw;
}

async function textOf(bytes: Uint8Array, name: string, limits: ReadLimits): Promise<RawText> {
  const kind = kindOf(bytes, name);
  switch (kind) {
    case 'text': {
      const text = decoded(bytes);
      return { mediaType: 'text/plain', text, pages: pagesOf(text) };
    }
    case 'markdown':
      return { mediaType: 'text/markdown', text: decoded(bytes), pages: [0] };
    case 'html':
      return htmlText(bytes);
    case 'docx':
      return docxText(bytes, limits.unpackedBytes);
    case 'pdf':
      return pdfText(bytes);
    case 'locked-office':
      throw new Failure('encrypted-file', 'The file is an Office document locked by a password.');
    default:
      throw new Failure('unsupported-type', `The file is ${kind.unsupported}.`);
  }
}

function emptiness(raw: RawText): string {
  if (raw.mediaType === 'application/pdf') {
    return raw.pages.length === 1 ? 'The PDF has one page and no letters.' : `The PDF has ${raw.pages.length} pages and no letters.`;
  }
  return 'The file holds no letters.';
}
