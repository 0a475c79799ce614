import { Failure } from '#ingest/model/failure.ts';
import type { RawText } from '#ingest/model/source.ts';
import { Columns, pageLines, type Run } from './page.ts';

/** Only errors: warnings about fonts are none of the reader's business. */
const errorsOnly = 0;

/**
 * The text of a PDF file, page by page in the order in which its program wrote it, with columns and tables made lines by `pageLines`.
 * Read from the bytes alone: no address is followed, no font of the machine is used.
 * Throws Failure `encrypted-file` (a password is asked for) and `damaged-file`.
 */
export async function pdfText(bytes: Uint8Array): Promise<RawText> {
  // Loaded when the first PDF comes: the parser is large, and most files are others.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The parser takes the buffer for its own, so it gets a copy.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: errorsOnly,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
  });
  try {
    const document = await task.promise;
    const pages: number[] = [];
    const parts: string[] = [];
    let length = 0;
    const columns = new Columns();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const runs: Run[] = [];
      for (const item of items) if ('str' in item) runs.push(runOf(item));
      page.cleanup();
      const text = pageLines(runs, columns)
        .map((line) => `${line}\n`)
        .join('');
      pages.push(length);
      parts.push(text);
      length += text.length;
    }
    return { mediaType: 'application/pdf', text: parts.join(''), pages: pages.length === 0 ? [0] : pages };
  } catch (error) {
    throw pdfFailure(error);
  } finally {
    await task.destroy();
  }
}

/** One text item of pdf.js: its matrix holds the size of the letters and the place of the first. */
function runOf(item: {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}): Run {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return { words: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height };
}

function pdfFailure(error: unknown): Failure {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') return new Failure('encrypted-file', null, { cause: error });
  return new Failure('damaged-file', `The PDF cannot be opened: ${message.replace(/\.$/, '')}.`, { cause: error });
}
