const placement: readonly (readonly [RegExp, string])[] = ['à', 'á', 'ả', 'ã', 'ạ'].flatMap((tone, index) => [
  [new RegExp(`o${tone}`, 'gu'), `${['ò', 'ó', 'ỏ', 'õ', 'ọ'][index]}a`] as const,
  [new RegExp(`o${['è', 'é', 'ẻ', 'ẽ', 'ẹ'][index]}`, 'gu'), `${['ò', 'ó', 'ỏ', 'õ', 'ọ'][index]}e`] as const,
  [new RegExp(`u${['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'][index]}`, 'gu'), `${['ù', 'ú', 'ủ', 'ũ', 'ụ'][index]}y`] as const,
]);

/** Words for comparison: small letters, one tone placement, no signs but the slash. */
export function words(text: string | null | undefined): string[] {
  let folded = (text ?? '').normalize('NFC').replaceAll('Ƣ', 'Ư').replaceAll('ƣ', 'ư').toLowerCase();
  for (const [pattern, one] of placement) folded = folded.replace(pattern, one);
  return folded.match(/[\p{L}\p{N}\p{M}_/]+/gu) ?? [];
}

/** Whether two wordings are alike: F1 of their words, as multisets, at least `least`. */
export function alike(a: string | null | undefined, b: string | null | undefined, least = 0.85): boolean {
  const [left, right] = [words(a), words(b)];
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  const rest = [...right];
  let common = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at === -1) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length) >= least;
}

/** Numbers for comparison: no spaces, capitals. */
export function key(symbol: string | null | undefined): string {
  return (symbol ?? '').normalize('NFC').replace(/\s+/gu, '').toUpperCase();
}

/** Whether a found task holds the gold quote; in a quote of six words and more one may be damaged. */
export function holds(found: string, quote: string): boolean {
  const [text, sought] = [words(found), words(quote)];
  if (` ${text.join(' ')} `.includes(` ${sought.join(' ')} `)) return true;
  if (sought.length < 6) return false;
  for (let start = 0; start + sought.length <= text.length; start += 1) {
    let same = 0;
    for (let index = 0; index < sought.length; index += 1) if (text[start + index] === sought[index]) same += 1;
    if (same >= sought.length - 1) return true;
  }
  return false;
}
