import type { Finding } from '#ingest/model/finding.ts';
import { typeOfSymbol } from '#ingest/vocabulary/documentTypes.ts';
import { issuerOf } from '#ingest/vocabulary/issuers.ts';
import type { SymbolAt } from './ownNumber.ts';

/** What the tables do not know of a number's codes: its type, and the body that issues by it. The number itself is read all the same. */
export function unknownCodes({ symbol, span }: SymbolAt): Finding[] {
  const findings: Finding[] = [];
  if (symbol.letters !== null && typeOfSymbol(symbol.letters) === null)
    findings.push({ code: 'unknown-type', severity: 'info', message: `No type of document has the code ${symbol.letters}.`, span });
  if (issuerOf(symbol.issuer) === null)
    findings.push({ code: 'unknown-issuer', severity: 'info', message: `No issuing body is known by the code ${symbol.issuer}.`, span });
  return findings;
}
