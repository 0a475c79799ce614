import { type Words, wordsIn } from '#services/analysis/words.ts';
import type { Pairs } from './brackets.ts';
import type { Reading } from './query.ts';
import { type Typing, typingOf } from './typing.ts';

/** A query that is being read: where the reading stands, and what it has found. */
export class Reader {
  readonly text: string;
  readonly pairs: Pairs;
  /** How the whole of it is typed. */
  readonly typing: Typing;
  readonly readings: Reading[] = [];
  at = 0;
  readonly #typed = new Set<string>();

  constructor(text: string, pairs: Pairs) {
    this.text = text;
    this.pairs = pairs;
    this.typing = typingOf(text);
  }

  /** Notes that something was typed that is looked for; the same twice is one. */
  typed(term: unknown): void {
    this.#typed.add(JSON.stringify(term));
  }

  /** How many different things are looked for. */
  get count(): number {
    return this.#typed.size;
  }

  note(reading: Reading): void {
    this.readings.push(reading);
  }

  /** Notes that what stands here was read as what it shortens, in any of these ways. */
  noteFull(span: Reading['span'], fulls: readonly (readonly string[])[]): void {
    const read = fulls.map((full) => full.join(' ')).join(', ');
    this.note({ kind: 'abbreviation', typed: this.text.slice(span.start, span.end), read, span });
  }

  wordsFrom(start: number, end: number): Words {
    return wordsIn(this.text.slice(start, end));
  }
}
