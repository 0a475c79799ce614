/** Offsets at which sentences begin, in order: at each line, and after a stop that a capital follows. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  const boundary = /\n|[.!?…]["”)]?\s(?=[“"(]?\p{Lu})/gu;
  for (let match = boundary.exec(text); match !== null; match = boundary.exec(text)) starts.push(match.index + match[0].length);
  return starts;
}

/** The start of the sentence that holds `offset`. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  return starts[indexAt(starts, offset)] ?? 0;
}

/** The end (exclusive) of the sentence that holds `offset`, its stop included. */
export function sentenceEnd(starts: readonly number[], offset: number, length: number): number {
  const next = starts[indexAt(starts, offset) + 1];
  return next === undefined ? length : next - 1;
}

function indexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
