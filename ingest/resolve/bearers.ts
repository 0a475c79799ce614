import type { Finding } from '#ingest/model/finding.ts';
import type { NumberedMention } from '#ingest/model/mention.ts';
import { comparableKey } from '#ingest/model/sameness.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import { centralTermOn, localTermOn } from '#ingest/vocabulary/terms.ts';

type Dated = Pick<NumberedMention, 'symbol' | 'date' | 'term'>;

/**
 * The name under which mentions of one document are gathered. Numbers restart with every term (State: every year): where the text states
 * two terms for one number it names two documents; mentions that state none mean the one named first.
 */
export function tellApart(numbered: readonly NumberedMention[], findings: Finding[]): (mention: Dated) => string {
  const numberOf = oneWriting(numbered);
  const periods = new Map<string, string[]>();
  for (const mention of numbered) {
    const period = periodOf(mention);
    if (period === null) continue;
    const number = numberOf(mention);
    const known = periods.get(number) ?? [];
    if (known.length === 1 && known[0] !== period)
      findings.push({
        code: 'one-number-two-documents',
        severity: 'info',
        message: `The text names two documents with the number ${mention.symbol.key}.`,
        span: mention.span,
      });
    if (!known.includes(period)) periods.set(number, [...known, period]);
  }
  return (mention) => {
    const number = numberOf(mention);
    const known = periods.get(number) ?? [];
    const period = periodOf(mention);
    return known.length < 2 || period === null || period === known[0] ? number : `${number}@${period}`;
  };
}

/**
 * One name for the writings of one number: capitals and leading zeros do not tell documents apart, nor do the letters QĐi and QĐ of a
 * regulation (quy định), unless the text calls the one with QĐ a decision (quyết định).
 */
function oneWriting(numbered: readonly NumberedMention[]): (mention: Pick<NumberedMention, 'symbol'>) => string {
  const decisions = new Set<string>();
  for (const { noun, symbol } of numbered) if (noun?.type === 'QĐ') decisions.add(comparableKey(symbol.key));
  return ({ symbol }) => {
    const key = comparableKey(symbol.key);
    if (symbol.letters === null || typeOfSymbol(symbol.letters)?.code !== 'QĐi') return key;
    const plain = comparableKey(symbol.key.replace(symbol.letters, 'QĐ'));
    return decisions.has(plain) ? key : plain;
  };
}

function periodOf({ symbol, date, term }: Dated): string | null {
  if (symbol.year !== null) return null;
  const central = issuerOf(symbol.issuer)?.level === 'central';
  if (central && symbol.side === 'party') return term?.value ?? (date === null ? null : centralTermOn(date.value));
  if (date === null) return null;
  return symbol.side === 'state' ? date.value.slice(0, 4) : localTermOn(date.value);
}
