import { extract } from '#ingest/extract/extract.ts';
import { outline } from '#ingest/outline/outline.ts';
import { repair } from '#ingest/repair/repair.ts';
import { resolve } from '#ingest/resolve/resolve.ts';
import { clock } from './clock.ts';

export const stages = ['repair', 'outline', 'extract', 'resolve'] as const;
export type Stage = (typeof stages)[number];

/** What reading some texts took, in milliseconds: each stage, and all of it. */
export interface Spent {
  readonly total: number;
  readonly stages: Readonly<Record<Stage, number>>;
}

/** A text after repair. */
export function repaired(raw: string): string {
  return repair({ mediaType: 'text/plain', text: raw, pages: [0] }).text;
}

/** Takes every text through the stages after `read`, one after the other, and tells what each stage took. */
export function readTexts(texts: readonly string[]): Spent {
  const spent = { repair: 0, outline: 0, extract: 0, resolve: 0 };
  const begun = clock();
  for (const raw of texts) {
    const start = clock();
    const text = repaired(raw);
    const mended = clock();
    const shape = outline(text);
    const outlined = clock();
    const mentions = extract(text, shape);
    const extracted = clock();
    resolve(text, shape, mentions);
    spent.repair += mended - start;
    spent.outline += outlined - mended;
    spent.extract += extracted - outlined;
    spent.resolve += clock() - extracted;
  }
  return { total: clock() - begun, stages: spent };
}
