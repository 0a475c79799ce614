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
