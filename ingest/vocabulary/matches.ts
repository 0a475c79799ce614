/** All matches of a global pattern that fits no empty words, in order. `matchAll` does the same with a new pattern for each call, which costs more than the search. */
export function matchesOf(pattern: RegExp, words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match !== null; match = pattern.exec(words)) found.push(match);
  return found;
}
