/** The order of UTF-8, in which SQLite keeps words: that of UTF-16 but for letters beyond the basic plane, which come last. For sorting. */
export function compareWords(a: string, b: string): number {
  const least = Math.min(a.length, b.length);
  for (let at = 0; at < least; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left === right) continue;
    const beyond = Number(isSurrogate(left)) - Number(isSurrogate(right));
    return beyond === 0 ? left - right : beyond;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number) => (unit & 0xf800) === 0xd800;

/** A number by which words are in this order as far as their first three letters go; what is alike in these has the same. */
export function headOf(word: string): number {
  let head = 0;
  for (let at = 0; at < 3; at++) head = head * 0x10000 + (at < word.length ? rankOf(word.charCodeAt(at)) : 0);
  return head;
}

/** Halves of pairs go behind all else. */
function rankOf(unit: number): number {
  if (unit < 0xd800) return unit;
  return isSurrogate(unit) ? unit + 0x2000 : unit - 0x800;
}
