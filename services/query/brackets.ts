/** Straight and typographic quotation marks; any one opens, any one closes. */
export const quote = /["“”„«»]/u;
const space = /\s/u;

/** Where quotation marks and brackets belong together, as places of the opening and of the closing one. What has no partner is in neither. */
export interface Pairs {
  readonly quotes: ReadonlyMap<number, number>;
  readonly brackets: ReadonlyMap<number, number>;
  /** Closing brackets of `brackets`. */
  readonly closers: ReadonlySet<number>;
  /** Brackets that open at the beginning of a word and are never closed. */
  readonly open: readonly number[];
}

/** A bracket groups where a word could begin; one in the middle of a word ("f(x)") is a letter of it, and so is its partner. */
export function pairsIn(text: string): Pairs {
  const quotes = new Map<number, number>();
  const brackets = new Map<number, number>();
  const waiting: { readonly at: number; readonly groups: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quote.test(letter)) {
      const close = nextQuote(text, at + 1);
      if (close < 0) continue;
      quotes.set(at, close);
      at = close;
    } else if (letter === '(') waiting.push({ at, groups: beginsWord(text, at) });
    else if (letter === ')') {
      const opener = waiting.pop();
      if (opener?.groups === true) brackets.set(opener.at, at);
    }
  }
  return {
    quotes,
    brackets,
    closers: new Set(brackets.values()),
    open: waiting.filter(({ groups }) => groups).map(({ at }) => at),
  };
}

function nextQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (quote.test(text.charAt(at))) return at;
  return -1;
}

/** True at the beginning, and after a space, a bracket, a minus, a colon of a field, or a bar. */
function beginsWord(text: string, at: number): boolean {
  const last = text.charAt(at - 1);
  return last === '' || space.test(last) || /[(|:-]/u.test(last);
}
