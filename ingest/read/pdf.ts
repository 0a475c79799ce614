import { Failure } from '#ingest/model/failure.ts';
import type { RawText } from '#ingest/model/source.ts';

/**
 * Between words that stand further apart than this (points) lies a column's edge. Words of a justified line are nearer.
 * Columns are parted by spaces as in a text file; repair makes lines of them in the head.
 */
const columnGap = 14;
const columnSpaces = '    ';

/**
 * The text of a PDF file, page by page in the order in which its program wrote it. Read from the bytes alone: no address is followed.
 * Throws Failure `encrypted-file` (a password is asked for), `damaged-file`, `no-text` (naming the number of pages).
 */
export async function pdfText(bytes: Uint8Array): Promise<RawText> {
  // Loaded when the first PDF comes: the parser is large, and most files are others.
  const { PDFParse, VerbosityLevel } = await import('pdf-parse');
  // The parser takes the buffer for its own, so it gets a copy.
  const parser = new PDFParse({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    const result = await parser.getText({ cellSeparator: columnSpaces, cellThreshold: columnGap, pageJoiner: '' });
    const pages: number[] = [];
    const parts: string[] = [];
    let length = 0;
    for (const page of result.pages) {
      pages.push(length);
      const text = page.text.endsWith('\n') ? page.text : `${page.text}\n`;
      parts.push(text);
      length += text.length;
    }
    const text = parts.join('');
    return { mediaType: 'application/pdf', text, pages: pages.length === 0 ? [0] : pages };
  } catch (error) {
    throw pdfFailure(error);
  } finally {
    await parser.destroy();
  }
}

function pdfFailure(error: unknown): Failure {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') return new Failure('encrypted-file', null, { cause: error });
  return new Failure('damaged-file', `The PDF cannot be opened: ${message.replace(/\.$/, '')}.`, { cause: error });
}
