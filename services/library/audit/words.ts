import { pageOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Span, wordsOf } from '#ingest/model/span.ts';
import type { AuditQuote } from '../shapes.ts';

type Body = Pick<DocumentRecord, 'text' | 'origin' | 'file'>;

/** Letters shown on each side of quoted words. */
const around = 60;

/** The words under a span as a finding shows them, with what stands around them; `document` is null for a draft. */
export function quoteOf(document: string | null, { text, origin, file }: Body, span: Span): AuditQuote {
  return {
    ...{ document, name: file.name, page: pageOf(origin, span), span: { ...span } },
    words: oneLine(wordsOf(text, span)),
    quote: oneLine(text.slice(edge(text, span.start - around, 1), edge(text, span.end + around, -1))),
  };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The offset moved to the edge of a word, so that none is cut; at most by one long word. */
function edge(text: string, offset: number, step: 1 | -1): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  let at = offset;
  for (let moved = 0; moved < 20 && at > 0 && at < text.length && !/\s/u.test(text[at]!); moved++) at += step;
  return at;
}
