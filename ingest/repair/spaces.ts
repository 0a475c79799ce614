import type { Change } from './draft.ts';

const runOfSpaces = / {2,}/g;

/** Single spaces between words. */
export function spaces(text: string): Change[] {
  const changes: Change[] = [];
  if (!text.includes('  ')) return changes;
  runOfSpaces.lastIndex = 0;
  for (let match = runOfSpaces.exec(text); match !== null; match = runOfSpaces.exec(text)) {
    // All but the first go: that one is kept letter by letter.
    changes.push({ start: match.index + 1, end: match.index + match[0].length, text: '' });
  }
  return changes;
}
