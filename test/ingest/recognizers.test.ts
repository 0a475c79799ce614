import { describe, expect, it } from 'vitest';
import { plenums } from '#ingest/extract/plenums.ts';
import { findAll, type Recognizer } from '#ingest/extract/recognizer.ts';
import { shortCitations, shortNames } from '#ingest/extract/shortNames.ts';
import { symbols } from '#ingest/extract/symbols.ts';

/** Every recognizer finds each of its examples whole, and nothing in its counter-examples. */
const forms: readonly { readonly recognizer: Recognizer<unknown>; readonly before: string }[] = [
  { recognizer: symbols, before: '' },
  { recognizer: plenums, before: '' },
  { recognizer: shortCitations, before: '' },
  { recognizer: shortNames, before: 'sau đây gọi tắt là ' },
];

describe.each(forms)('$recognizer.name', ({ recognizer, before }) => {
  it.each(recognizer.examples)('finds “%s” whole', (example) => {
    expect(findAll(recognizer, before + example).map(({ span }) => (before + example).slice(span.start, span.end))).toEqual([example]);
  });

  it.each(recognizer.examples)('finds “%s” in a sentence', (example) => {
    const text = `Các cấp ủy, ${before}${example}; rồi báo cáo.`;
    expect(findAll(recognizer, text).map(({ span }) => text.slice(span.start, span.end))).toContain(example);
  });

  it.each(recognizer.not)('finds nothing in “%s”', (example) => {
    expect(findAll(recognizer, example)).toEqual([]);
  });
});
