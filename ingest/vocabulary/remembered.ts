/** Longer words are hardly asked for twice. */
const LONGEST = 160;
/** So many answers are kept; then all are dropped, which costs less than to know the oldest. */
const MOST = 2000;

/**
 * The same pure function, its answers kept by the words asked for: codes, names of bodies and headings come again in every document.
 * Answers must not be changed by those who get them.
 */
export function remembered<T extends NonNullable<unknown> | null>(answer: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const found = known.get(words);
    if (found !== undefined) return found;
    if (words.length > LONGEST) return answer(words);
    const own = ownCopy(words);
    const value = answer(own);
    if (known.size >= MOST) known.clear();
    known.set(own, value);
    return value;
  };
}

/** A slice of a text keeps the whole text in memory as long as it is kept itself; the name of a property is always a string of its own. */
function ownCopy(words: string): string {
  return Object.keys({ [words]: null })[0] ?? words;
}
