/** Blanks that are not single spaces between words. */
const unevenly = / \s|[^\S ]/u;

/** Words with a single space for every stretch of white space. */
export function singleSpaced(words: string): string {
  // Repaired text has single spaces nearly everywhere; to see that is cheaper than to write it anew.
  return unevenly.test(words) ? words.replace(/\s+/gu, ' ') : words;
}

/** Words on one line with single spaces, none before or after them. */
export function oneLine(words: string): string {
  return singleSpaced(words).trim();
}
