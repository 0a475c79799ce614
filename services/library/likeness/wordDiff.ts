import { diffArrays } from 'diff';
import type { Span } from '#ingest/model/span.ts';
import type { Words } from '#services/analysis/words.ts';

/** A run of words of a text: the places of its first and its last one, both inclusive. */
export interface Run {
  readonly words: Words;
  readonly first: number;
  readonly last: number;
}

/** Where two runs differ: what stands in the one and what stands for it in the other; an empty span where nothing does. */
export interface Difference {
  readonly here: Span;
  readonly there: Span;
}

/** How alike two runs of words are. `likeness`: the share, from 0 to 1, of the words of both that stand in both in the same order. */
export interface Comparison {
  readonly likeness: number;
  readonly differences: readonly Difference[];
}

/** Compares two runs word by word, with tones and without regard to capitals, punctuation and breaks of lines. For runs of a passage's length. */
export function compareRuns(here: Run, there: Run): Comparison {
  const differences: Difference[] = [];
  let common = 0;
  const at = { here: here.first, there: there.first };
  const open = { here: here.first, there: there.first };
  const close = () => {
    if (at.here > open.here || at.there > open.there)
      differences.push({ here: spanOf(here, open.here, at.here), there: spanOf(there, open.there, at.there) });
  };
  for (const { count = 0, added, removed } of diffArrays(exactOf(here), exactOf(there))) {
    if (removed) at.here += count;
    else if (added) at.there += count;
    else {
      close();
      common += count;
      at.here += count;
      at.there += count;
      open.here = at.here;
      open.there = at.there;
    }
  }
  close();
  const total = here.last - here.first + 1 + there.last - there.first + 1;
  return { likeness: (2 * common) / total, differences };
}

const exactOf = ({ words, first, last }: Run): string[] => words.exact.slice(first, last + 1);

/** What the words from `from` to before `to` cover; the place behind the word before, or before the first one, where there are none. */
function spanOf({ words, first }: Run, from: number, to: number): Span {
  if (to > from) return { start: words.starts[from] ?? 0, end: words.ends[to - 1] ?? 0 };
  const place = (from > first ? words.ends[from - 1] : words.starts[first]) ?? 0;
  return { start: place, end: place };
}
