import { quote } from './brackets.ts';
import { plainTerms } from './plain.ts';
import type { AskedTerm, QueryWord } from './query.ts';
import type { Reader } from './reader.ts';

const space = /\s/u;

/** Words that stand in one piece, and what may take them for its left side. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What is read at one level of brackets: the alternatives so far, the last of them open. */
export class Level {
  readonly reader: Reader;
  readonly end: number;
  readonly depth: number;
  readonly alternatives: AskedTerm[][] = [[]];
  /** Place of the last OR, where it was a word. */
  or: Run | null = null;
  run: Run | null = null;
  /** Words of the phrase that was read last, for nearness. */
  operand: readonly QueryWord[] | null = null;

  constructor(reader: Reader, end: number, depth: number) {
    this.reader = reader;
    this.end = end;
    this.depth = depth;
  }

  get current(): AskedTerm[] {
    return this.alternatives.at(-1) ?? [];
  }

  add(...terms: AskedTerm[]): void {
    this.current.push(...terms);
  }

  /** Reads the words gathered so far, but those at the end that `leave` tells. */
  flush(leave = this.run?.end ?? 0): void {
    if (this.run === null) return;
    if (leave > this.run.start) this.add(...plainTerms(this.reader, this.run.start, leave));
    this.run = null;
    this.operand = null;
  }
}

/** The end of the run without spaces that begins at `at`; `value`: a comma ends it, too. */
export function chunkEnd(level: Level, at: number, value: boolean): number {
  const { text, pairs } = level.reader;
  let end = at;
  while (end < level.end) {
    const letter = text.charAt(end);
    if (space.test(letter) || letter === '|' || (quote.test(letter) && pairs.quotes.has(end)) || pairs.closers.has(end)) break;
    if (value && letter === ',') break;
    end++;
  }
  return end;
}
