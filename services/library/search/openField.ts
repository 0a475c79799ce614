import { type Pairs, pairsIn, quote } from '#services/query/brackets.ts';
import { type Field, fieldNamed, longestName } from '#services/query/fieldNames.ts';
import type { Suggestion } from '../shapes.ts';

/** The last field in words that are still being typed, and the last of its values. */
export interface OpenField {
  /** What its values are suggested from; null where the collection is not asked for such values. */
  readonly kind: Suggestion['kind'] | null;
  /** Where the value begins. */
  readonly start: number;
  /** Where it ends as a query is read: with all that is typed, while it is being typed itself. */
  readonly end: number;
  /** A space parts it from the name: unless it turns out to be a value, all this is plain words. */
  readonly spaced: boolean;
}

type Partners = Pick<Pairs, 'quotes' | 'brackets'>;

const space = /\s/u;
const nameBefore = /(?<=^|[\s(|"“”„«»-])[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)*$/u;

/** The field whose value, or what follows it, is typed at the end; null where there is none. */
export function openField(typed: string): OpenField | null {
  const { quotes, brackets } = pairsIn(typed);
  const isQuoted = (at: number) => [...quotes].some(([open, close]) => open < at && at < close);
  for (let colon = typed.lastIndexOf(':'); colon > 0; colon = typed.lastIndexOf(':', colon - 1)) {
    const field = isQuoted(colon) ? null : fieldBefore(typed.slice(0, colon));
    if (field === null) continue;
    const kind = kindOf(field);
    const spaced = space.test(typed.charAt(colon + 1));
    // After a space only a number is a value: "Căn cứ: Luật …" are plain words.
    if (spaced && kind !== 'number') return null;
    const start = typed.length - typed.slice(colon + 1).trimStart().length;
    return { spaced, ...lastValue(typed, kind, start, { quotes, brackets }) };
  }
  return null;
}

/** The field that the words before a colon name, by as many of them as can be. */
function fieldBefore(text: string): Field | null {
  const words = nameBefore.exec(text)?.[0].split(' ').slice(-longestName) ?? [];
  for (let first = 0; first < words.length; first++) {
    const named = fieldNamed(words.slice(first).join(' '));
    if (named !== null) return named.entry.field;
  }
  return null;
}

function kindOf(field: Field): Suggestion['kind'] | null {
  switch (field.asks) {
    case 'number':
    case 'relation':
    case 'citedBy':
      return 'number';
    case 'words':
      return field.of.includes('issuer') ? 'body' : field.of.includes('signer') ? 'person' : field.of.includes('title') ? 'document' : null;
    default:
      return null;
  }
}

/** The last of the values that begin at `start` and are parted by commas. */
function lastValue(typed: string, kind: OpenField['kind'], start: number, pairs: Partners): Omit<OpenField, 'spaced'> {
  const close = pairs.quotes.get(start) ?? pairs.brackets.get(start);
  const opens = typed.charAt(start);
  // Alternatives in brackets are not completed.
  if (close === undefined && opens === '(') return { kind: null, start, end: typed.length };
  if (close === undefined && quote.test(opens)) return { kind, start, end: typed.length };
  const rest = typed.slice(start);
  const end = close === undefined ? start + (/[\s,]/u.exec(rest)?.index ?? rest.length) : close + 1;
  if (typed.charAt(end) === ',' && !space.test(typed.charAt(end + 1))) return lastValue(typed, kind, end + 1, pairs);
  return { kind: close === undefined ? kind : null, start, end };
}
