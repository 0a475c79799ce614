import type { NamedSymbol } from './work.ts';

/** What is asked of an engine to go through all that is named (see its port). */
export interface Symbols {
  symbols(after: string | null, limit: number): Promise<readonly string[]>;
  named(symbols: readonly string[]): Promise<readonly NamedSymbol[]>;
}

/** Symbols of the first step, and of a step at most; namings that a step is to have. */
const usualSymbols = 50;
const mostSymbols = 1000;
const wantedNamings = 2000;

/**
 * All that is named after `after`, in order of symbols, some at a time: of about as many namings whether a number is borne once or by every province in every term,
 * so that no more than these lie in memory.
 */
export async function* everySymbol(index: Symbols, after: string | null = null): AsyncGenerator<readonly NamedSymbol[]> {
  let from = after;
  let size = usualSymbols;
  for (;;) {
    const symbols = await index.symbols(from, size);
    if (symbols.length === 0) return;
    const named = await index.named(symbols);
    yield named;
    const namings = named.reduce((sum, symbol) => sum + symbol.named.length, 0);
    size = Math.max(1, Math.min(mostSymbols, Math.round((wantedNamings * symbols.length) / Math.max(1, namings))));
    from = symbols.at(-1)!;
  }
}
