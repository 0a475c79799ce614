import type { AuditFinding, AuditPage, AuditQuote, AuditSide, DraftFinding, DraftReport } from '#services/library/shapes.ts';
import { count, headline, safe } from './format.ts';

/** A page of an audit for the terminal: each finding in English and Vietnamese, then both sides with their words. */
export function* auditLines({ findings, next, counts }: AuditPage): Generator<string> {
  for (const finding of findings) yield* findingLines(finding);
  if (findings.length === 0 && next === null) yield 'Nothing was found. · Không phát hiện gì.';
  if (next !== null) yield `There may be more: --after ${next}`;
  if (counts === null) return;
  yield `${count(counts.total, 'finding')} in all:`;
  for (const { code, severity, count: found } of counts.byCode) yield `  ${String(found).padStart(6)}  ${code} (${severity})`;
  if (!counts.complete) yield `  (${count(counts.texts, 'text')} were looked at for what single texts show; there are more)`;
}

function* findingLines({ code, severity, message, messageVi, works, sides }: AuditFinding): Generator<string> {
  yield `${severity === 'warning' ? '!' : '·'} ${code}  ${safe(message)}`;
  yield `  ${safe(messageVi)}`;
  for (const side of sides) yield* sideLines(side);
  if (works.length > 0) yield `  works: ${safe(works.join(', '))}`;
}

function* sideLines({ value, own, documents, majority, quotes }: AuditSide): Generator<string> {
  const who = [own ? 'its own head' : null, documents === null ? null : count(documents, 'document'), majority ? 'the majority' : null];
  const told = who.filter((part) => part !== null).join(', ');
  yield `  - ${safe(value ?? '')}${told === '' ? '' : ` (${told})`}`;
  for (const quote of quotes) yield `      ${quoted(quote)}`;
}

function quoted({ document, name, page, quote }: AuditQuote): string {
  return safe(`${document === null ? '' : `${document} `}${name}, p. ${page}: “${quote}”`);
}

/** The report on a draft for the terminal: findings by place in the text, what to do in both languages, then the citations. */
export function* draftLines({ file, document, findings, citations, clean }: DraftReport): Generator<string> {
  yield `${safe(file.name)}: ${headline({ ...document, place: null, name: file.name })}`;
  for (const finding of findings) yield* draftFindingLines(finding);
  yield `${count(citations.length, 'citation')}, ${clean} clean · ${citations.length} văn bản được dẫn, ${clean} không có vấn đề`;
  for (const { key, mentions, status, held, works, near, findings: codes } of citations) {
    const known = status === 'known' ? (held ? 'held' : 'known, not held') : status;
    const about = codes.length === 0 ? '✓' : codes.join(', ');
    yield `  ${safe(key)} (${mentions}×): ${known}: ${about}`;
    if (works.length > 0) yield `      ${safe(works.join(', '))}`;
    if (near.length > 0) yield `      near it: ${safe(near.join(', '))}`;
  }
}

function* draftFindingLines({ code, severity, at, message, messageVi, proposal, proposalVi, sides }: DraftFinding): Generator<string> {
  yield `${severity === 'warning' ? '!' : '·'} ${code}${at === null ? '' : `  p. ${at.page}: “${safe(at.quote)}”`}`;
  yield `  ${safe(message)}`;
  yield `  ${safe(messageVi)}`;
  for (const side of sides) yield* sideLines(side);
  if (proposal !== null) yield `  → ${safe(proposal)}`;
  if (proposalVi !== null) yield `  → ${safe(proposalVi)}`;
}
