import type { Span } from '#ingest/model/span.ts';

/**
 * One form of words and what it means. The pattern is the parse: its named groups are read, and nothing matches the same text twice.
 * `examples` must each be found whole; in `not` nothing may be found. A test runs them all.
 */
export interface Recognizer<T> {
  readonly name: string;
  /** With the flags `g` and `u` (or `v`), without `\b \w \W` (these are ASCII), linear on any input. */
  readonly pattern: RegExp;
  /**
   * Words of which every match holds one each (`a|b`: one of these; `0`: a figure). Where a sentence lacks one the form is not looked for.
   * They only save work: what is found without them is the same. Absent: the form is looked for everywhere.
   */
  readonly cues?: readonly string[];
  /**
   * Words with one of which every match begins. `0` stands for a figure, `0/` for one of one or two digits with a sign of dates behind it,
   * `0 tháng` for one before that word. With them the form is tried at these words alone. They only save work, as cues do.
   * Absent: a match may begin anywhere.
   */
  readonly opens?: readonly string[];
  readonly examples: readonly string[];
  readonly not: readonly string[];
  /** The value of a match; null where the form fits but the meaning does not (a 31st of June). */
  read(match: RegExpExecArray): T | null;
}

/** A value with the words it was read from; offsets in UTF-16 code units into the text given, end exclusive. */
export interface Found<T> {
  readonly value: T;
  readonly span: Span;
}

/** Everything that `recognizer` finds in `text` between `from` and `to`, in order, without overlaps. */
export function findAll<T>(recognizer: Recognizer<T>, text: string, from = 0, to = text.length): Found<T>[] {
  const found: Found<T>[] = [];
  const pattern = recognizer.pattern;
  // Beyond `to` nothing is looked at: a search over many short stretches must not read the rest of the text each time.
  const scope = to < text.length ? text.slice(0, to) : text;
  pattern.lastIndex = from;
  for (let match = pattern.exec(scope); match !== null; match = pattern.exec(scope)) {
    const end = match.index + match[0].length;
    if (end === match.index) {
      // By a whole character: from within a pair of code units the pattern would go back to where it was.
      pattern.lastIndex = end + ((scope.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    const value = recognizer.read(match);
    if (value !== null) found.push({ value, span: { start: match.index, end } });
  }
  return found;
}
