import { Failure } from '#ingest/model/failure.ts';
import type { RawText } from '#ingest/model/source.ts';
import { archiveMembers, unpacksWithin } from './archive.ts';
import { textOfMarkup } from './html.ts';

/**
 * The text of a DOCX file, by way of its paragraphs, lists and tables. Numbers that Word counts by itself are not in the letters
 * of the file and are not made up. Throws Failure `damaged-file`, and `file-too-large` where it unpacks to more than `limit` bytes.
 */
export async function docxText(bytes: Uint8Array, limit: number): Promise<RawText> {
  const members = archiveMembers(bytes);
  if (members === null) throw new Failure('damaged-file', 'The directory of the DOCX file is missing or damaged.');
  if (!withinLimit(bytes, members, limit)) throw new Failure('file-too-large', `The DOCX file unpacks to more than ${limit} bytes.`);
  // Loaded when the first DOCX comes: the parser is large, and most files are others.
  const { default: mammoth } = await import('mammoth');
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const options = { includeEmbeddedStyleMap: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) };
    const { value } = await mammoth.convertToHtml({ buffer }, options);
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return { mediaType, text: textOfMarkup(value, { numbers: false, tabs: true }), pages: [0] };
  } catch (error) {
    throw new Failure('damaged-file', `The DOCX file cannot be opened: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

function withinLimit(bytes: Uint8Array, members: NonNullable<ReturnType<typeof archiveMembers>>, limit: number): boolean {
  try {
    return unpacksWithin(bytes, members, limit);
  } catch (error) {
    throw new Failure(
      'damaged-file',
      `A part of the DOCX file cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
}
