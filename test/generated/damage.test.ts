import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { overlaps, type Span } from '#ingest/model/span.ts';
import { read } from '#ingest/read/read.ts';
import { readDamaged, recall } from '../../scripts/evaluate/damage.ts';
import { damaged, damages } from '../../scripts/generate/damage/damages.ts';
import { generate } from '../../scripts/generate/generate.ts';
import { recordFrom } from '../support/pipeline.ts';

const seeds = fc.integer({ min: 1, max: 1_000_000 });
// The example has two offices one behind the other, each with its name.
const parameters = { numRuns: 13, seed: 20260704, endOnFailure: true, examples: [[5] as [number]] };

/** Every kind of damage on documents that are the same in every run; `none` is the document as it was. */
const kinds = [null, ...damages].map((damage) => [damage?.name ?? 'none', damage] as const);

describe.each(kinds)('a document damaged by: %s', (_, damage) => {
  const holdsFor = (check: (record: DocumentRecord, text: string) => Promise<void> | void): Promise<void> =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const whole = generate(seed, damage === null ? {} : { width: 0 });
        const { text } = damage === null ? whole : damaged(whole, damage, seed);
        await check(await recordFrom(text), text);
      }),
      parameters,
    );

  it('is read, with every letter led back to where it stood', async () => {
    await holdsFor(async (record, text) => {
      const raw = (await read({ name: 'van-ban.txt', bytes: new TextEncoder().encode(text) })).text;
      const { repaired, raw: starts, kept, length, rawLength } = record.origin;
      expect([length, rawLength]).toEqual([record.text.length, raw.length]);
      kept.forEach((copied, run) => {
        const [from, to] = [repaired[run]!, repaired[run + 1] ?? length];
        const [rawFrom, rawTo] = [starts[run]!, starts[run + 1] ?? rawLength];
        if (copied === 1) expect(record.text.slice(from, to)).toBe(raw.slice(rawFrom, rawTo));
      });
      for (const edit of record.edits) {
        expect(raw.slice(edit.raw.start, edit.raw.end)).toBe(edit.was);
        if (edit.span.end === edit.span.start) continue;
        expect(edit.raw.end === edit.raw.start || overlaps(originOf(record.origin, edit.span).raw, edit.raw), edit.step).toBe(true);
      }
    });
  });

  it('says nothing twice', async () => {
    await holdsFor((record) => {
      const keys = record.citations.map(({ key, identity }) => `${key} ${identity.term.value} ${identity.date.value}`);
      expect(new Set(keys).size, keys.join(', ')).toBe(keys.length);
      const places = record.citations.flatMap(({ key, occurrences }) => occurrences.map(({ span, form }) => ({ key, span, form })));
      // One set of words names several resolutions: `Nghị quyết Trung ương 4 (khóa XI, XII)`.
      expectApart(places.filter(({ form }) => form !== 'plenum').map(({ span }) => span));
      for (const { key, occurrences } of record.citations)
        expectApart(
          occurrences.map(({ span }) => span),
          key,
        );
      expectApart(record.tasks.map(({ span }) => span));
      expectApart(record.signatures.map(({ span }) => span));
      expectApart(record.recipients.map(({ span }) => span));
    });
  });
});

function expectApart(spans: readonly Span[], what?: string): void {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  const meeting = ordered.filter((span, index) => index > 0 && overlaps(ordered[index - 1]!, span));
  expect(meeting, what).toEqual([]);
}

describe('damage', async () => {
  const rows = await readDamaged(40, 4001);

  it.each(rows.map((row) => [row.damage, row] as const))('leaves citations to be found: %s', (_, { floor, scores }) => {
    expect(recall(scores.citations)).toBeGreaterThanOrEqual(floor);
  });
});
