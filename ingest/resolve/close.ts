import type { Outline } from '#ingest/model/outline.ts';
import type { Recipient } from '#ingest/model/record.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { singleSpaced } from '#ingest/vocabulary/spacing.ts';

export { signaturesOf } from './signatures.ts';

/** The recipients (nơi nhận), one a line, without dash and closing mark; notes in brackets stay. */
export function recipientsOf(text: string, outline: Outline): Recipient[] {
  const recipients: Recipient[] = [];
  for (const span of outline.close.recipientLines) {
    const words = wordsOf(text, span);
    const lead = /^[\s\-–—+*•●·_]*/u.exec(words)![0].length;
    const bare = words.slice(lead).replace(/(?<![\s,;.:/_])[\s,;.:/_]+$/u, '');
    const name = singleSpaced(bare);
    if (!/[\p{L}\d]/u.test(name)) continue;
    recipients.push({ name, span: { start: span.start + lead, end: span.start + lead + bare.length } });
  }
  return recipients;
}
