/** A place to go on from, as it is given out: JSON in letters that stand in an address. Opaque to everybody but who made it. */
export function cursorTo(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** What a cursor holds; null for what is none. It may come from anybody: whether it is a place of one's own is still to be looked at. */
export function placeOfCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
