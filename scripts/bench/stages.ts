import { extract } from '#ingest/extract/extract.ts';
import { outline } from '#ingest/outline/outline.ts';
import { repair } from '#ingest/repair/repair.ts';
import { resolve } from '#ingest/resolve/resolve.ts';

export const stages = ['repair', 'outline', 'extract', 'resolve'] as const;
export type Stage = (typeof stages)[number];

/** What reading some texts took, in milliseconds: each stage, and all of it. */
export interface Spent {
  readonly total: number;
  readonly stages: Readonly<Record<Stage, number>>;
}

/** Takes every text through the stages after `read`, one after the other, and tells what each stage took. */
export function readTexts(texts: readonly string[]): Spent {
  const spent = { repair: 0, outline: 0, extract: 0, resolve: 0 };
  const begun = performance.now();
  for (const raw of texts) {
    const start = performance.now();
    const { text } = repair({ mediaType: 'text/plain', text: raw, pages: [0] });
    const repaired = performance.now();
    const shape = outline(text);
    const outlined = performance.now();
    const mentions = extract(text, shape);
    const extracted = performance.now();
    resolve(text, shape, mentions);
    spent.repair += repaired - start;
    spent.outline += outlined - repaired;
    spent.extract += extracted - outlined;
    spent.resolve += performance.now() - extracted;
  }
  return { total: performance.now() - begun, stages: spent };
}
