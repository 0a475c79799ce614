import { inflateRawSync } from 'node:zlib';

/** One file of a ZIP archive, as its central directory tells (APPNOTE.TXT of PKWARE, 4.3.12). Sizes in bytes. */
export interface Member {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the local header. */
  readonly at: number;
}

const endSignature = 0x06054b50;
const memberSignature = 0x02014b50;
const localSignature = 0x04034b50;

/** The archive's members by its central directory; null where the directory is missing or damaged. Nothing is unpacked. */
export function archiveMembers(bytes: Uint8Array): Member[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const members: Member[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== memberSignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > bytes.length) return null;
    members.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString('utf8'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

/** Offset of the end record, looked for from the back over the longest comment; -1 where there is none. */
function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}

/**
 * True where all members together really unpack to at most `limit` bytes. The directory's sizes are not believed:
 * every member is unpacked into a bounded buffer, and the first that goes over ends the work.
 */
export function unpacksWithin(bytes: Uint8Array, members: readonly Member[], limit: number): boolean {
  let total = 0;
  for (const member of members) total += member.unpacked;
  if (total > limit) return false;
  total = 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const member of members) {
    if (member.at + 30 > bytes.length || view.getUint32(member.at, true) !== localSignature)
      throw new Error(`no local header for ${member.name}`);
    const start = member.at + 30 + view.getUint16(member.at + 26, true) + view.getUint16(member.at + 28, true);
    if (member.method !== 8) {
      total += member.packed;
    } else {
      try {
        total += inflateRawSync(bytes.subarray(start, start + member.packed), { maxOutputLength: Math.max(1, limit - total) }).length;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return false;
        throw error;
      }
    }
    if (total > limit) return false;
  }
  return true;
}
