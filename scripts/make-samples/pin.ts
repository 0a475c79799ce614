// The programs write the time of making into what they make. Fixed times make the same file of the same source again.

const zeros = '0'.repeat(32);

/**
 * Fixes the times, the file identifiers and the checksum of identifiers in a PDF. Every value keeps its length, and with it
 * every offset in the file's cross-reference table stays true.
 */
export function pinPdf(pdf: Uint8Array): Buffer {
  const text = Buffer.from(pdf)
    .toString('latin1')
    .replaceAll(/(\/(?:CreationDate|ModDate) ?\(D:)\d{14}/gu, '$120250101000000')
    .replaceAll(/(\/ID ?\[ ?<)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(>)/gu, `$1${zeros}$2${zeros}$3`)
    .replaceAll(/(\/DocChecksum \/)[0-9A-F]{32}/gu, `$1${zeros}`);
  return Buffer.from(text, 'latin1');
}

/** 1 January 2025, 00:00 as DOS date (upper half) and time (lower half). */
const dosTime = (((2025 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0;

/**
 * Fixes the times of a ZIP archive's entries (a DOCX is one), in the central directory and in each entry's own header.
 * Layout: PKWARE APPNOTE 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end record).
 */
export function pinZip(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('the archive has no end record');
  const entries = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry += 1) {
    bytes.writeUInt32LE(dosTime, at + 12);
    bytes.writeUInt32LE(dosTime, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
