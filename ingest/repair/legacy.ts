import { type Legacy, legacyCount, legacyLetters, legacyOf } from '#ingest/vocabulary/legacyLetters.ts';
import type { Change } from './draft.ts';

const unicodeVietnamese = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const latin1 = /[\u00a1-\u00ff]/u;

/**
 * Letters of TCVN3 (ABC) and VNI that came through as Latin-1 ("KÕt luËn sè", "Keát luaän soá"), line by line: a document may be in one encoding
 * and what was pasted into it in another. Each stretch of such lines is one edit; that it is such a stretch is told by counting the syllables, so it is a guess.
 */
export function legacy(text: string): Change[] {
  const whole = legacyOf(legacyCount(text));
  const changes: Change[] = [];
  let run: { encoding: Legacy; changes: Change[]; from: number; to: number } | null = null;
  const close = () => {
    if (run === null) return;
    for (const [index, change] of run.changes.entries())
      changes.push(index === 0 ? { ...change, note: { step: run.encoding, from: run.from, to: run.to, guess: true } } : change);
    run = null;
  };
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const encoding = encodingOf(line, whole);
    const open: typeof run = run;
    if (encoding === null ? latin1.test(line) : open?.encoding !== encoding) close();
    if (encoding !== null) {
      run ??= { encoding, changes: [], from: start, to: end };
      for (const { at, length, letter } of legacyLetters(line, encoding))
        run.changes.push({ start: start + at, end: start + at + length, text: letter });
      run.to = end;
    }
    start = end + 1;
  }
  close();
  return changes;
}

/** What a line is in: its own words tell, or, where they are too few, the document's. A line with Vietnamese beyond Latin-1 came through whole. */
function encodingOf(line: string, whole: Legacy | null): Legacy | null {
  if (!latin1.test(line) || unicodeVietnamese.test(line)) return null;
  const counts = legacyCount(line);
  const own = legacyOf(counts);
  if (own === null || whole === null) return own ?? (whole !== null && counts[whole] >= counts.plain ? whole : null);
  return counts[whole] >= counts[own] ? whole : own;
}
