/** A stop that may end a sentence, closing marks after it, and a space before a word that may begin one. */
const stop = /(?<![.!?…])[.!?…]+[”"’)\]]*(?:\/\.)?\s+(?=[“"‘([]*[\p{Lu}\p{N}])/gu;

/** Words whose stop ends no sentence: abbreviated titles and places, single capitals, and numbering. */
const abbreviated =
  /(?<![\p{L}\p{N}])(?:TP|Tp|TX|Tx|TT|Q|P|H|Đ|GS|PGS|TS|ThS|CN|BS|KS|Ths|St|Mr|v\.v|VD|Vd|tr|Số|No|Điều \d{1,3}|\p{Lu})$/u;

/** The letters that those words end in; most sentences end in others. */
const mayBeAbbreviated = /[\p{Lu}\dpxdrstvốo]$/u;

/** Between two sentences: where the one ends (exclusive, its stop included) and where the next begins. */
export interface SentenceBreak {
  readonly end: number;
  readonly next: number;
}

/** The breaks between the sentences of `text` from `from` to `to`, in order; offsets in UTF-16 code units. */
export function sentenceBreaks(text: string, from: number, to: number): SentenceBreak[] {
  const breaks: SentenceBreak[] = [];
  // Beyond `to` nothing is looked at, so that many short stretches cost no more than one long one.
  const scope = to < text.length ? text.slice(0, to) : text;
  stop.lastIndex = from;
  for (let match = stop.exec(scope); match !== null; match = stop.exec(scope)) {
    const end = match.index + match[0].trimEnd().length;
    if (end >= to) break;
    const oneStop = match[0].startsWith('.') && !match[0].startsWith('..');
    if (
      oneStop &&
      mayBeAbbreviated.test(text.slice(Math.max(from, match.index - 2), match.index)) &&
      abbreviated.test(text.slice(Math.max(from, match.index - 12), match.index))
    )
      continue;
    breaks.push({ end, next: match.index + match[0].length });
  }
  return breaks;
}
