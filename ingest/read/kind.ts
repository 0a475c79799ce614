import { archiveMembers } from './archive.ts';
import { wideWithoutMark } from './plain.ts';

/** What the bytes are, by their own look; the name only breaks ties between forms of text. */
export type Kind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | { readonly unsupported: string } | 'locked-office';

interface Magic {
  readonly bytes: string;
  readonly at?: number;
  readonly is: string;
}

/** Opening bytes (latin1) of kinds that cannot be read, with their plain names. */
const magics: readonly Magic[] = [
  { bytes: '\x89PNG', is: 'a PNG image' },
  { bytes: '\xff\xd8\xff', is: 'a JPEG image' },
  { bytes: 'GIF8', is: 'a GIF image' },
  { bytes: 'II*\x00', is: 'a TIFF image' },
  { bytes: 'MM\x00*', is: 'a TIFF image' },
  { bytes: 'WEBP', at: 8, is: 'a WebP image' },
  { bytes: 'ftyphei', at: 4, is: 'a HEIC image' },
  { bytes: 'ftyp', at: 4, is: 'a video' },
  { bytes: '{\\rtf', is: 'an RTF document' },
  { bytes: '\x1f\x8b', is: 'a gzip archive' },
  { bytes: '7z\xbc\xaf\x27\x1c', is: 'a 7-Zip archive' },
  { bytes: 'Rar!\x1a', is: 'a RAR archive' },
  { bytes: '\x7fELF', is: 'a program' },
  { bytes: 'MZ\x90', is: 'a program' },
  { bytes: 'SQLite format 3\x00', is: 'an SQLite database' },
  { bytes: '%!PS', is: 'a PostScript file' },
  { bytes: 'AT&TFORM', is: 'a DjVu scan' },
];

const oleMagic = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const htmlStart = /^(?:\s|<!--(?:(?!-->)[\s\S]){0,1000}-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
const markupStart = /^\s*<(?:p|div|table|h[1-6]|meta|title|span|center|font|b|ul|ol)[\s>]/i;
const xmlStart = /^\s*<\?xml\s/i;
const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(to, bytes.length) - from)).toString('latin1');

/** The last part of a name after its dot, lower-case; "" where there is none. */
function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** What `bytes` are. Never throws. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const start = latin1(bytes, 0, 2048);
  const pdf = start.slice(0, 1024).indexOf('%PDF-');
  if (pdf === 0 || (pdf > 0 && /[^\t\n\r\x20-\x7e]/.test(start))) return 'pdf';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return archiveKind(bytes);
  if (start.startsWith(oleMagic)) return oleKind(bytes);
  for (const magic of magics) if (start.startsWith(magic.bytes, magic.at ?? 0)) return { unsupported: magic.is };
  if (start.startsWith('BM') && bytes.length > 26 && start.charCodeAt(6) === 0 && start.charCodeAt(7) === 0)
    return { unsupported: 'a BMP image' };
  return textKind(start, endingOf(name), bytes);
}

function textKind(start: string, ending: string, bytes: Uint8Array): Kind {
  const words = start.startsWith('\xef\xbb\xbf') ? start.slice(3) : start;
  const wide = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff') || wideWithoutMark(bytes) !== null;
  if (wide) return ending === 'md' || ending === 'markdown' ? 'markdown' : 'text';
  if (
    htmlStart.test(words) ||
    ((ending === 'html' || ending === 'htm' || ending === 'xhtml') && (markupStart.test(words) || words.includes('<')))
  )
    return 'html';
  if (xmlStart.test(words)) return { unsupported: 'an XML file' };
  if (bytes.subarray(0, 4096).includes(0)) return { unsupported: 'a binary file of unknown kind' };
  return ending === 'md' || ending === 'markdown' ? 'markdown' : 'text';
}

function archiveKind(bytes: Uint8Array): Kind {
  const members = archiveMembers(bytes);
  // A DOCX whose directory is gone is still a DOCX: its reader says what is broken.
  if (members === null) return latin1(bytes, 0, 65536).includes('word/') ? 'docx' : { unsupported: 'a damaged ZIP archive' };
  const names = new Set(members.map((member) => member.name));
  const some = (folder: string) => members.some((member) => member.name.startsWith(folder));
  if (names.has('word/document.xml') || (names.has('[Content_Types].xml') && some('word/'))) return 'docx';
  if (some('xl/')) return { unsupported: 'an Excel workbook (XLSX)' };
  if (some('ppt/')) return { unsupported: 'a PowerPoint presentation (PPTX)' };
  if (names.has('content.xml') && names.has('mimetype')) return { unsupported: 'an OpenDocument file (ODT, ODS or ODP)' };
  if (names.has('META-INF/container.xml')) return { unsupported: 'an EPUB book' };
  return { unsupported: 'a ZIP archive' };
}

/** Names of streams stand in UTF-16 in the directory of the compound file. */
function oleKind(bytes: Uint8Array): Kind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return 'locked-office';
  if (has('WordDocument')) return { unsupported: 'a Word document of the old form (.doc)' };
  if (has('Workbook') || has('Book')) return { unsupported: 'an Excel workbook of the old form (.xls)' };
  if (has('PowerPoint Document')) return { unsupported: 'a PowerPoint presentation of the old form (.ppt)' };
  return { unsupported: 'an Office file of the old form' };
}
