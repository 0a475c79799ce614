import type { Severity } from '#ingest/model/finding.ts';
import type { Store } from '#services/store/port.ts';
import { type AuditCode, type AuditCounts, type AuditPage, auditCodes } from '../shapes.ts';
import { cursorOf, type Place, placeIn, start } from './cursor.ts';
import { told } from './quotes.ts';
import type { RawFinding } from './raw.ts';
import { severities } from './sentences.ts';
import { type Batch, batches, type Looking } from './stages.ts';
import { withinOf } from './within.ts';

export interface AuditRequest {
  readonly size: number;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  /** Only findings of these kinds, of this severity, about this document (what it is or names) or this work. */
  readonly codes?: readonly AuditCode[] | undefined;
  readonly severity?: Severity | undefined;
  readonly document?: string | undefined;
  readonly work?: string | undefined;
  /** True where all findings that pass the filter are to be counted. */
  readonly counts?: boolean | undefined;
}

/** How much one page looks at before it ends, found or not: an answer must not take longer because there is little to find. */
const mostWorks = 50_000;
const mostTexts = 2000;
/** How many texts are looked at for counts. */
const mostCounted = 20_000;

/**
 * A page of what is odd or contradicts itself in the collection: works of one number in order of the symbol, each with its links; then rings of links; then single
 * texts in order of the document. Only what one page tells lies in memory.
 *
 * @throws Failure `bad-request` for a cursor that no answer gave, `not-found` for a document or work that is not there.
 */
export async function audit(index: Store, request: AuditRequest): Promise<AuditPage> {
  const { size, after, severity } = request;
  const place = after === undefined ? start : placeIn(after);
  const asked = new Set(request.codes ?? auditCodes);
  const codes = new Set(auditCodes.filter((code) => asked.has(code) && (severity === undefined || severities[code] === severity)));
  const within = await withinOf(index, request);
  const looking: Looking = { codes, within };
  const { findings, next } = await page(batches(index, looking, place), place, size);
  return {
    findings: await told(index, findings),
    next: next === null ? null : cursorOf(next),
    counts: request.counts === true ? await counted(batches(index, looking, start)) : null,
  };
}

async function page(from: AsyncIterable<Batch>, { skip }: Place, size: number): Promise<{ findings: RawFinding[]; next: Place | null }> {
  const findings: RawFinding[] = [];
  let [works, texts] = [0, 0];
  let passed = skip;
  for await (const batch of from) {
    for (const [at, finding] of batch.findings.entries()) {
      if (at < passed) continue;
      if (findings.length === size) return { findings, next: { ...batch.at, skip: at } };
      findings.push(finding);
    }
    passed = Math.max(0, passed - batch.findings.length);
    works += batch.works;
    texts += batch.texts;
    if (works >= mostWorks || texts >= mostTexts) return { findings, next: { ...batch.onward, skip: 0 } };
  }
  return { findings, next: null };
}

async function counted(from: AsyncIterable<Batch>): Promise<AuditCounts> {
  const counts = new Map<AuditCode, number>();
  let texts = 0;
  let complete = true;
  for await (const batch of from) {
    if (texts >= mostCounted) {
      complete = false;
      break;
    }
    texts += batch.texts;
    for (const { code } of batch.findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const byCode = Array.from(counts, ([code, count]) => ({ code, severity: severities[code], count })).sort(
    (a, b) => b.count - a.count || (a.code < b.code ? -1 : 1),
  );
  return { byCode, total: byCode.reduce((sum, { count }) => sum + count, 0), texts, complete };
}
