import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { overlaps } from '#ingest/model/span.ts';
import { key as keyed, words } from '../../scripts/evaluate/likeness.ts';
import { generate } from '../../scripts/generate/generate.ts';
import type { Layout } from '../../scripts/generate/head.ts';
import type { GeneratedDocument } from '../../scripts/generate/truth.ts';
import { recordFrom } from '../support/pipeline.ts';

/** The same documents in every run, so that a change that reads one of them worse is seen at once. */
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const parameters = { numRuns: 150, seed: 20260704, endOnFailure: true };

interface Read {
  readonly document: GeneratedDocument;
  readonly record: DocumentRecord;
}

/** What was read of a document is the same for every question about it. */
const known = new Map<string, Promise<Read>>();

async function readGenerated(seed: number, layout?: Layout): Promise<Read> {
  const document = generate(seed, layout === undefined ? {} : { layout });
  return { document, record: await recordFrom(document.text) };
}

function holdsFor(check: (document: GeneratedDocument, record: DocumentRecord) => void, layout?: Layout): Promise<void> {
  const property = fc.asyncProperty(seeds, async (seed) => {
    const name = `${seed} ${layout ?? ''}`;
    const reading = known.get(name) ?? readGenerated(seed, layout);
    known.set(name, reading);
    const { document, record } = await reading;
    check(document, record);
  });
  return fc.assert(property, layout === undefined ? parameters : { ...parameters, numRuns: 40 });
}

/** Layouts in which every head is read. Those with number and date after the type, and texts without a head, are not yet. */
const read: readonly Layout[] = ['side by side', 'interleaved', 'one after another', 'one line'];

/** Small letters, one tone placement, no signs: the same words. */
const folded = (text: string | null) => (text === null ? null : words(text).join(' '));

describe('what is true of an undamaged document', () => {
  it('is found whole: each cited document, with all its mentions, and nothing else', async () => {
    await holdsFor(({ truth }, { citations }) => {
      const counted = (list: readonly { key: string; mentions: number }[]) =>
        list.map(({ key, mentions }) => `${keyed(key)} ${mentions}`).sort();
      expect(counted(citations)).toEqual(counted(truth.citations));
    });
  });

  it('is found in its place: each mention where the words stand that name the document', async () => {
    await holdsFor(({ truth }, { citations, origin }) => {
      for (const { key, occurrences } of citations) {
        const places = truth.places.filter((place) => keyed(place.key) === keyed(key)).sort((a, b) => a.start - b.start);
        const raws = occurrences.map(({ span }) => originOf(origin, span).raw).sort((a, b) => a.start - b.start);
        const here = raws.map((raw, index) => places[index] !== undefined && overlaps(raw, places[index]));
        expect(here, key).toEqual(places.map(() => true));
      }
    });
  });

  it.each(read)('is found in a head laid out so: %s', async (layout) => {
    await holdsFor(({ truth }, { document }) => {
      const said = ({ type, number, place, date, dateSource, title }: typeof truth.document | typeof document) => ({
        type,
        number,
        place,
        date,
        dateSource,
        title: folded(title),
      });
      expect(said(document)).toEqual(said(truth.document));
    }, layout);
  });

  it('is found in who speaks, but for one document in twenty', async () => {
    let wrong = 0;
    await holdsFor(({ truth }, { document }) => {
      if (folded(document.issuer) !== folded(truth.document.issuer)) wrong += 1;
    });
    expect(wrong).toBeLessThanOrEqual(parameters.numRuns / 20);
  });

  it('is found in the close: who signed in what capacity, and who receives it', async () => {
    await holdsFor(({ truth }, { signatures, recipients }) => {
      expect(signatures.map(({ capacity, position, name }) => ({ capacity, position, name }))).toEqual(truth.signatures);
      expect(recipients.map(({ name }) => folded(name))).toEqual(truth.recipients.map(folded));
    });
  });

  it('is found in short names', async () => {
    await holdsFor(({ truth }, { aliases }) => {
      expect(aliases.map((alias) => [folded(alias.alias), keyed(alias.for)])).toEqual(
        truth.aliases.map((alias) => [folded(alias.alias), keyed(alias.for)]),
      );
    });
  });
});
