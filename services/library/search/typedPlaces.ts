import type { Span } from '#ingest/model/span.ts';
import { foldedSymbol, symbolAt } from '#services/analysis/symbols.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { Reading } from '#services/query/query.ts';

/** A document number among typed words, by the token under which it is indexed. */
export interface TypedNumber {
  readonly token: string;
  readonly typed: string;
  readonly span: Span;
}

/** Every whole document number typed, in order. */
export function numbersTyped(typed: string): TypedNumber[] {
  const words = wordsIn(typed);
  const numbers: TypedNumber[] = [];
  for (let at = 0; at < words.exact.length; at++) {
    const symbol = symbolAt(words, at, 'typed');
    if (symbol === null) continue;
    numbers.push({ token: foldedSymbol(symbol.written), typed: symbol.written, span: symbol.span });
    at = symbol.last;
  }
  return numbers;
}

/** A word among those typed, in both forms; where keys were read into another word (telex), the forms are of that one, and `keys` is what was typed. */
export interface TypedWord {
  readonly keys: string;
  readonly exact: string;
  readonly folded: string;
  readonly span: Span;
}

/** Every word typed, in order, with its place. */
export function wordsTyped(typed: string, readings: readonly Reading[]): TypedWord[] {
  const words = wordsIn(typed);
  return words.exact.map((exact, at) => {
    const span = { start: words.starts[at] ?? 0, end: words.ends[at] ?? 0 };
    const telex = readings.find(
      (reading) => reading.kind === 'telex' && reading.span.start === span.start && reading.span.end === span.end,
    );
    const read = telex === undefined ? undefined : wordsIn(telex.read);
    return { keys: exact, exact: read?.exact[0] ?? exact, folded: read?.folded[0] ?? words.folded[at] ?? exact, span };
  });
}
