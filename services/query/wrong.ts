import { Failure } from '#ingest/model/failure.ts';
import type { Span } from '#ingest/model/span.ts';

/** What is wrong at a place of a query, in both languages, and what to write there instead, where that can be told (`shown`: with what stands around it). */
export interface Wrong {
  readonly span: Span;
  readonly english: string;
  readonly vietnamese: string;
  readonly proposal?: string;
  readonly shown?: string;
}

/** The failure that tells the place (counted from 1 in the sentence, from 0 in the span) and the proposal. */
export function wrongQuery({ span, english, vietnamese, proposal, shown = proposal }: Wrong): Failure {
  const place = span.start + 1;
  const hint = shown === undefined ? '' : ` Did you mean ${shown}?`;
  const hintVi = shown === undefined ? '' : ` Có phải ý bạn là ${shown}?`;
  const message = `At character ${place}: ${english}${hint}`;
  return new Failure('bad-query', message, {
    details: [
      {
        path: 'q',
        message,
        messageVi: `Ở ký tự thứ ${place}: ${vietnamese}${hintVi}`,
        span,
        ...(proposal === undefined ? {} : { proposal }),
      },
    ],
  });
}

/** The failure for an operator that lacks something on a side. */
export function oneSided(span: Span, text: string, where: string, whereVi: string): Error {
  const word = text.slice(span.start, span.end);
  return wrongQuery({
    span,
    english: `there is nothing ${where} ${word}; leave it out, or write it small to look for the word itself.`,
    vietnamese: `không có gì ${whereVi} ${word}; hãy bỏ đi, hoặc viết thường nếu muốn tìm chính từ này.`,
    proposal: word.toLowerCase(),
  });
}
