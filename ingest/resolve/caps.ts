import type { Attested, Citation } from '#ingest/model/citation.ts';
import type { Finding } from '#ingest/model/finding.ts';

/**
 * How many entries of one kind a record keeps, many times more than any document that a person wrote holds: without them a text of 100,000 numbers
 * would make a record of a hundred megabytes. What is left out is counted in a finding, and the words themselves stay in the text and in the index.
 */
export const caps = {
  citations: 5_000,
  /** Places and statements kept of one citation; `mentions` counts them all. */
  ofCitation: 1_000,
  attested: 10_000,
  aliases: 1_000,
  signatures: 500,
  recipients: 2_000,
  tasks: 10_000,
  parts: 10_000,
  /** Findings of one code. */
  findings: 100,
} as const;

/** The first `most` of a list; a finding says how many there were where that is not all. */
export function kept<T>(list: readonly T[], most: number, what: string, findings: Finding[]): T[] {
  if (list.length <= most) return [...list];
  findings.push({
    code: 'list-capped',
    severity: 'warning',
    message: `The document holds ${list.length} ${what}; the first ${most} are kept.`,
  });
  return list.slice(0, most);
}

/** The citations that a record keeps, each with as many places and statements as it keeps of one. */
export function keptCitations(citations: readonly Citation[], findings: Finding[]): Citation[] {
  return kept(citations, caps.citations, 'cited documents', findings).map((citation) => {
    if (citation.occurrences.length <= caps.ofCitation) return citation;
    const few = <T>(list: readonly T[]) => list.slice(0, caps.ofCitation);
    const { dates, issuers, terms, titles } = citation.said;
    const of = `places that name ${citation.key}`;
    return {
      ...citation,
      occurrences: kept(citation.occurrences, caps.ofCitation, of, findings),
      said: { dates: few(dates), issuers: few(issuers), terms: few(terms), titles: few(titles) },
    };
  });
}

/** The attested relations that a record keeps: those between citations that it keeps. */
export function keptAttested<E extends Pick<Attested, 'from' | 'to'>>(
  edges: readonly E[],
  isKept: (id: string) => boolean,
  findings: Finding[],
): E[] {
  const between = edges.filter(({ from, to }) => isKept(from) && isKept(to));
  if (between.length < edges.length)
    findings.push({
      code: 'list-capped',
      severity: 'warning',
      message: `The document states ${edges.length} relations between others; ${between.length} are between documents that are kept.`,
    });
  return kept(between, caps.attested, 'relations between others', findings);
}

/** The findings that a record keeps: of each code the first ones, then how many there were of those that have more. */
export function keptFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const few = findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= caps.findings;
  });
  for (const [code, count] of counts)
    if (count > caps.findings)
      few.push({
        code: 'list-capped',
        severity: 'warning',
        message: `There are ${count} findings of the code ${code}; the first ${caps.findings} are kept.`,
      });
  return few;
}
