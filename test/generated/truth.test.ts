import { describe, expect, it } from 'vitest';
import { originOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { overlaps } from '#ingest/model/span.ts';
import { key as keyed, words } from '../../scripts/evaluate/likeness.ts';
import { generate } from '../../scripts/generate/generate.ts';
import { type Layout, layouts } from '../../scripts/generate/head.ts';
import type { Truth } from '../../scripts/generate/truth.ts';
import { recordFrom } from '../support/pipeline.ts';

interface Read {
  readonly seed: number;
  readonly truth: Truth;
  readonly record: DocumentRecord;
}

/** The same documents in every run, so that a change that reads one of them worse is seen at once. */
async function readFrom(first: number, count: number, layout?: Layout): Promise<Read[]> {
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  return Promise.all(
    seeds.map(async (seed) => {
      const { text, truth } = generate(seed, layout === undefined ? {} : { layout });
      return { seed, truth, record: await recordFrom(text) };
    }),
  );
}

/** Small letters, one tone placement, no signs: the same words. */
const folded = (text: string | null) => (text === null ? null : words(text).join(' '));

/** Where two accounts of a document differ: the seeds of those documents, with both accounts. */
function differing(documents: readonly Read[], account: (read: Read) => readonly [said: unknown, found: unknown]): unknown[] {
  return documents.flatMap((read) => {
    const [said, found] = account(read);
    return JSON.stringify(said) === JSON.stringify(found) ? [] : [{ seed: read.seed, said, found }];
  });
}

const counted = (list: readonly { readonly key: string; readonly mentions: number }[]) =>
  list.map(({ key, mentions }) => `${keyed(key)} ${mentions}`).sort();

const headOf = ({ type, number, place, date, dateSource, title }: Truth['document'] | DocumentRecord['document']) => ({
  type,
  number,
  place,
  date,
  dateSource,
  title: folded(title),
});

/** Each mention by its key, with whether the words found lie where it stands. */
function placesOf({ truth, record }: Read): readonly [unknown, unknown] {
  const said = truth.places.map(({ key }) => keyed(key)).sort();
  const found = record.citations.flatMap(({ key, occurrences }) => {
    const places = truth.places.filter((place) => keyed(place.key) === keyed(key)).sort((a, b) => a.start - b.start);
    const raws = occurrences.map(({ span }) => originOf(record.origin, span).raw).sort((a, b) => a.start - b.start);
    return raws.map((raw, index) => (places[index] !== undefined && overlaps(raw, places[index]) ? keyed(key) : `${key} elsewhere`));
  });
  return [said, found.sort()];
}

describe('what is true of an undamaged document', async () => {
  const documents = await readFrom(500_001, 200);
  /** Of two hundred documents one may be read wrong: heads and subjects can be laid out so that nobody could tell. */
  const few = 1;

  it('is found whole: each cited document, with all its mentions, and nothing else', () => {
    const wrong = differing(documents, ({ truth, record }) => [counted(truth.citations), counted(record.citations)]);
    expect(wrong.slice(few)).toEqual([]);
  });

  it('is found in its place: each mention where the words stand that name the document', () => {
    expect(differing(documents, placesOf).slice(few)).toEqual([]);
  });

  it('is found in short names', () => {
    const wrong = differing(documents, ({ truth, record }) => [
      truth.aliases.map((alias) => [folded(alias.alias), keyed(alias.for)]),
      record.aliases.map((alias) => [folded(alias.alias), keyed(alias.for)]),
    ]);
    expect(wrong).toEqual([]);
  });

  it('is found in the close: who signed in what capacity, and who receives it', () => {
    const wrong = differing(documents, ({ truth, record }) => [
      [truth.signatures.map(({ capacity, position, name }) => [capacity, position, name]), truth.recipients.map(folded)],
      [
        record.signatures.map(({ capacity, position, name }) => [capacity, position, name]),
        record.recipients.map(({ name }) => folded(name)),
      ],
    ]);
    expect(wrong).toEqual([]);
  });

  it.each(layouts)('is found in a head laid out so: %s', async (layout) => {
    const wrong = differing(await readFrom(600_001, 50, layout), ({ truth, record }) => [headOf(truth.document), headOf(record.document)]);
    expect(wrong.slice(few)).toEqual([]);
  });

  it('is found in who speaks', () => {
    const wrong = differing(documents, ({ truth, record }) => [folded(truth.document.issuer), folded(record.document.issuer)]);
    expect(wrong.slice(3 * few)).toEqual([]);
  });
});
