import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { facetNames } from '#mappings/fields.ts';
import { fold } from '#services/analysis/folding.ts';
import { holdings, type QueryWord } from '#services/query/query.ts';
import { featuresOf } from '#services/store/features.ts';
import { type EntryWords, entryMarks, entryWords } from '#services/store/index-entry.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { type Connection, connect } from '#services/store/sqlite/connection.ts';
import { growing, readRows } from '#services/store/sqlite/postings/blocks.ts';
import { cacheOf } from '#services/store/sqlite/postings/cache.ts';
import { checkWords } from '#services/store/sqlite/postings/check.ts';
import { nextMerge, usualBounds } from '#services/store/sqlite/postings/merging.ts';
import { openWordIndex } from '#services/store/sqlite/postings/openIndex.ts';
import { beginReading, packedList, readNext, readPlaces, readTo } from '#services/store/sqlite/postings/packed.ts';
import { segmentsOf } from '#services/store/sqlite/postings/segments.ts';
import { headingGap, type IndexView, type PostingList, type WordIndex } from '#services/store/sqlite/postings/wordIndex.ts';
import { nothingKnown } from '#services/store/sqlite/postings/write.ts';
import { put, remove } from '#services/store/sqlite/write.ts';
import { listOf } from '../support/postings.ts';
import { citation, claim, stored } from '../support/record.ts';

/** Some fold alike, some begin alike, and two lie where the orders of UTF-8 and UTF-16 differ. */
const vocabulary = ['kính', 'kinh', 'kình', 'kin', 'nghị', 'nghi', 'đảng', 'dang', 'ﬁ', '𐐨', 'a', 'và', '12'];
const keys = ['01-KL/TW', '2-NQ/TW', '03/2020/NĐ-CP'];

const text = (most: number) => fc.array(fc.constantFrom(...vocabulary), { maxLength: most }).map((words) => words.join(' '));
const document = fc
  .record({
    id: fc.constantFrom('d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'),
    text: text(40),
    title: fc.option(text(4), { nil: undefined }),
    headings: fc.array(text(3), { maxLength: 3 }),
    number: fc.option(fc.constantFrom(...keys), { nil: undefined }),
    type: fc.option(fc.constantFrom('KL', 'NQ'), { nil: undefined }),
    date: fc.option(fc.constantFrom('2020-01-02', '2021-03-04'), { nil: undefined }),
    cited: fc.uniqueArray(fc.constantFrom(...keys)),
    stated: fc.option(fc.constantFrom(...keys), { nil: undefined }),
    signers: fc.array(fc.constantFrom('Nguyễn Văn A', 'Trần B'), { maxLength: 2 }),
  })
  .map(({ id, text, title, number, type, date, cited, stated: of, headings, signers }) =>
    stored(id, text, {
      headings,
      signers,
      citations: cited.map((key) => citation(key)),
      claims: of === undefined ? [] : [claim(null, 'implements', of)],
      ...(title === undefined ? {} : { title }),
      ...(number === undefined ? {} : { number }),
      ...(type === undefined ? {} : { type }),
      ...(date === undefined ? {} : { date }),
    }),
  );

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ put: fc.array(document, { minLength: 1, maxLength: 5 }) }) },
    { weight: 2, arbitrary: fc.record({ remove: fc.constantFrom('d0', 'd1', 'd2', 'd3') }) },
    { weight: 2, arbitrary: fc.constant({ look: true as const }) },
  ),
  { maxLength: 12 },
);

/** What a word gives by looking through every document: how often, and where. */
type Expected = Readonly<Record<string, readonly number[]>>;

function textsOf(words: EntryWords, field: 'title' | 'parts' | 'body') {
  if (field === 'body') return [words.body];
  return field === 'title' ? words.naming : words.headings;
}

function expectedPlaces(
  held: ReadonlyMap<string, StoredDocument>,
  field: 'title' | 'parts' | 'body',
  fits: (exact: string, folded: string) => boolean,
): Expected {
  const found: Record<string, number[]> = {};
  for (const [id, { record }] of held) {
    let from = 0;
    for (const { exact, folded } of textsOf(entryWords(record), field)) {
      for (const [at, word] of exact.entries()) {
        if (!fits(word, folded[at] ?? '')) continue;
        found[id] ??= [];
        found[id].push(from + at);
      }
      from += exact.length + headingGap;
    }
  }
  return found;
}

const counted = (expected: Expected) => Object.fromEntries(Object.entries(expected).map(([id, places]) => [id, places.length]));

function expectWords(view: IndexView, held: ReadonlyMap<string, StoredDocument>): void {
  const { ids } = view.columns;
  const told = ({ rows, counts }: PostingList) => {
    expect([...rows]).toEqual([...rows].sort((a, b) => a - b));
    return Object.fromEntries([...rows].map((row, at) => [ids[row] ?? '', counts[at]]));
  };
  const words = vocabulary.flatMap((typed): QueryWord[] => [
    { text: typed, exact: true },
    { text: fold(typed), exact: false },
  ]);
  for (const field of ['title', 'parts', 'body'] as const) {
    for (const word of words) {
      const expected = expectedPlaces(held, field, (exact, folded) => (word.exact ? exact : folded) === word.text);
      const list = view.list(field, word);
      expect(told(list)).toEqual(counted(expected));
      const { starts, places } = view.places(field, word, list.rows);
      const found = Object.fromEntries([...list.rows].map((row, at) => [ids[row] ?? '', [...places.subarray(starts[at], starts[at + 1])]]));
      expect(found).toEqual(expected);
    }
    for (const letters of ['ki', 'ngh', 'd', 'đ']) {
      const word = { text: letters, exact: letters !== fold(letters) };
      const expected = expectedPlaces(held, field, (exact, folded) => (word.exact ? exact : folded).startsWith(letters));
      expect(told(view.prefix(field, word))).toEqual(counted(expected));
    }
  }
  expectNumbers(view, held);
}

function expectNumbers(view: IndexView, held: ReadonlyMap<string, StoredDocument>): void {
  const bearing = (tokens: (stored: StoredDocument) => Iterable<string>, token: string) =>
    [...held.values()].filter((one) => [...tokens(one)].includes(token)).map(({ id }) => id);
  const told = (rows: Int32Array) => [...rows].map((row) => view.columns.ids[row] ?? '');
  const all = new Set<string>();
  const kinds = {
    own: ({ record }: StoredDocument) => entryWords(record).own,
    numbers: ({ record }: StoredDocument) => entryWords(record).numbers,
    cites: ({ record }: StoredDocument) => entryMarks(record).cites,
    relates: ({ record }: StoredDocument) => entryMarks(record).relates,
    titled: ({ record }: StoredDocument) => entryMarks(record).titled,
    print: ({ record }: StoredDocument) => entryMarks(record).print,
  };
  for (const one of held.values()) for (const tokens of Object.values(kinds)) for (const token of tokens(one)) all.add(token);
  for (const token of [...all, 'n9_xx', 'strange:n1_kl_tw', '', 'zz']) {
    for (const kind of ['own', 'numbers'] as const) {
      expect(told(view.list(kind, { text: token, exact: false }).rows).sort()).toEqual(bearing(kinds[kind], token).sort());
    }
    for (const kind of ['cites', 'relates', 'titled', 'print'] as const) {
      expect(told(view.marks(kind, token)).sort()).toEqual(bearing(kinds[kind], token).sort());
    }
  }
}

function expectColumns({ columns }: IndexView, held: ReadonlyMap<string, StoredDocument>): void {
  const rows = Array.from({ length: columns.size }, (_, row) => row).filter((row) => columns.live[row] === 1);
  expect(columns.documents).toBe(held.size);
  expect(rows.map((row) => columns.ids[row]).sort()).toEqual([...held.keys()].sort());
  const totals = { title: 0, parts: 0, body: 0 };
  for (const row of rows) {
    const { record, versions } = held.get(columns.ids[row] ?? '') as StoredDocument;
    const features = featuresOf(record);
    const words = entryWords(record);
    expect(columns.dates[row]).toBe(record.document.date ?? '');
    expect(columns.accepted[row]).toBe(versions.at(-1)?.accepted);
    for (const field of ['title', 'parts', 'body'] as const) {
      const length = textsOf(words, field).reduce((sum, { exact }) => sum + exact.length, 0);
      expect(columns.lengths[field][row]).toBe(length);
      totals[field] += length;
    }
    for (const name of facetNames) {
      const { texts, starts, values } = columns.facets[name];
      const found = [...values.subarray(starts[row], starts[row + 1])].map((value) => texts[value]);
      expect(found).toEqual([features[name] ?? []].flat());
    }
    expect(holdings.filter((what) => columns.has(row, what))).toEqual(features.holds);
  }
  expect(columns.totals).toEqual(totals);
}

describe('the word index of the embedded store', () => {
  let folder: string;
  let writer: Connection;
  let reader: Connection;
  const open = () => {
    folder = mkdtempSync(join(tmpdir(), 'vankien-postings-'));
    writer = connect({ file: join(folder, 'index.db'), mode: 'create' });
    reader = connect({ file: join(folder, 'index.db'), mode: 'read' });
  };
  const close = () => {
    writer.database.close();
    reader.database.close();
    rmSync(folder, { recursive: true });
  };
  beforeEach(open);
  afterEach(close);

  test('tells what the documents hold after any puts and removals, to who wrote and to who reads, however segments are merged', () => {
    const bounds = fc.record({ together: fc.integer({ min: 2, max: 4 }), largest: fc.integer({ min: 2, max: 30 }) });
    fc.assert(
      fc.property(steps, bounds, fc.constantFrom(0, 3000, 1_000_000), (taken, merging, room) => {
        close();
        open();
        const held = new Map<string, StoredDocument>();
        const known = nothingKnown();
        const indexes: WordIndex[] = [openWordIndex(writer, { room }), openWordIndex(reader, { room })];
        const look = () => {
          for (const index of indexes) {
            const view = index.view();
            expectColumns(view, held);
            expectWords(view, held);
          }
        };
        for (const step of taken) {
          if ('look' in step) look();
          else if ('remove' in step) {
            remove(writer, step.remove);
            held.delete(step.remove);
          } else {
            put(writer, step.put, known, { bounds: merging });
            for (const one of step.put) held.set(one.id, one);
          }
        }
        indexes.push(openWordIndex(reader));
        look();
      }),
      { numRuns: 25 },
    );
  });

  test('finds each of many words, and none that would stand between them', () => {
    const all = Array.from({ length: 1200 }, (_, at) => String(at).padStart(4, '0'));
    const holds = (document: number, at: number) => at % 3 === document || at % 7 === 0;
    const documents = [0, 1].map((document) => stored(`d${document}`, all.filter((_, at) => holds(document, at)).join(' ')));
    for (const one of documents) put(writer, [one], nothingKnown(), { bounds: { together: 2, largest: 30 } });
    expect(segmentsOf(writer)).toHaveLength(1);
    const { columns, list, prefix } = openWordIndex(reader).view();
    const told = ({ rows }: PostingList) => [...rows].map((row) => columns.ids[row]);
    for (const [at, word] of all.entries()) {
      const expected = [0, 1].filter((document) => holds(document, at)).map((document) => `d${document}`);
      expect(told(list('body', { text: word, exact: true }))).toEqual(expected);
      expect(told(list('body', { text: `${word}0`, exact: true }))).toEqual([]);
    }
    for (const letter of ['0', '09', '1', '11']) {
      const begun = all.flatMap((word, at) => (word.startsWith(letter) ? [at] : []));
      const counts = [0, 1].map((document) => begun.filter((at) => holds(document, at)).length);
      expect([...prefix('body', { text: letter, exact: true }).counts]).toEqual(counts);
    }
  });

  test('a put that fails leaves it as it was', () => {
    put(writer, [stored('a', 'một hai')], nothingKnown());
    const index = openWordIndex(writer);
    const known = nothingKnown();
    const unfit = { ...stored('c', 'ba'), id: null as unknown as string };
    expect(() => put(writer, [stored('b', 'hai ba', { type: 'KL' }), unfit], known)).toThrow();
    put(writer, [stored('d', 'hai', { type: 'NQ' })], known);
    const { columns, list } = index.view();
    expect([...list('body', { text: 'hai', exact: true }).rows].map((row) => columns.ids[row])).toEqual(['a', 'd']);
    expect(columns.facets.type.texts).toEqual(['NQ']);
  });

  test('a view within a transaction that reads does not see what another commits meanwhile', () => {
    put(writer, [stored('a', 'một hai')], nothingKnown());
    const index = openWordIndex(reader);
    reader.database.exec('BEGIN');
    expect(index.view().columns.documents).toBe(1);
    put(writer, [stored('b', 'hai')], nothingKnown());
    const view = index.view();
    expect(view.columns.documents).toBe(1);
    expect(view.list('body', { text: 'hai', exact: true }).rows).toHaveLength(1);
    reader.database.exec('COMMIT');
    expect(index.view().list('body', { text: 'hai', exact: true }).rows).toHaveLength(2);
  });

  test('a row is never given twice', () => {
    put(writer, [stored('a', 'một')], nothingKnown());
    remove(writer, 'a');
    put(writer, [stored('b', 'hai')], nothingKnown());
    expect(openWordIndex(reader).view().columns.size).toBe(3);
  });

  test('what is damaged answers collection-damaged and nothing else', () => {
    const words: QueryWord[] = [
      { text: 'kinh', exact: false },
      { text: 'và', exact: true },
    ];
    put(
      writer,
      Array.from({ length: 40 }, (_, at) => stored(`d${at}`, `kính và kinh ${'và '.repeat(at)}`, { title: 'và', headings: ['kình'] })),
      nothingKnown(),
    );
    const whole = writer.database.prepare('SELECT bytes FROM chunk').get()?.bytes as Uint8Array;
    const features = writer.database.prepare('SELECT features FROM feature WHERE row = 3').get()?.features as Uint8Array;
    const terms = writer.database.prepare('SELECT terms FROM term').get()?.terms as Uint8Array;
    const places = [
      ['UPDATE chunk SET bytes = ?', whole],
      ['UPDATE feature SET features = ? WHERE row = 3', features],
      ['UPDATE term SET terms = ?', terms],
    ] as const;
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 20 });
    const damagedCopy = (bytes: Uint8Array, changes: readonly { at: number; byte: number }[]) => {
      const copy = bytes.slice();
      for (const { at, byte } of changes) copy[at % copy.length] = byte;
      return copy;
    };
    fc.assert(
      fc.property(damage, fc.constantFrom(...places), fc.nat(), (changes, [sql, bytes], cut) => {
        const copy = damagedCopy(bytes, changes);
        writer.database.prepare(sql).run(cut % 2 === 0 ? copy : copy.subarray(0, cut % copy.length));
        try {
          const view = openWordIndex(reader).view();
          for (const word of words) {
            for (const field of ['title', 'parts', 'body'] as const) view.places(field, word, view.list(field, word).rows);
            view.prefix('body', { text: word.text.slice(0, 1), exact: false });
            view.neighbours([word, word], view.list('body', word).rows, () => false);
          }
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'Failure', code: 'collection-damaged' });
        } finally {
          for (const [mend, sound] of places) writer.database.prepare(mend).run(sound);
        }
      }),
    );
  });
});

describe('the check of the word index', () => {
  let folder: string;
  let connection: Connection;
  const bounds = { together: 2, largest: 100 };
  const documents = Array.from({ length: 6 }, (_, at) =>
    stored(`d${at}`, `một hai ${'ba '.repeat(at)}`, { title: 'bốn', headings: ['năm sáu', 'bảy'] }),
  );
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vankien-check-'));
    connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
    for (const one of documents) put(connection, [one], nothingKnown(), { bounds });
  });
  afterEach(() => {
    connection.database.close();
    rmSync(folder, { recursive: true });
  });

  test('finds nothing where all is well, also after removals and new versions', () => {
    remove(connection, 'd1');
    put(connection, [stored('d2', 'tám'), stored('d9', '', {})], nothingKnown(), { bounds });
    expect(checkWords(connection)).toEqual([]);
  });

  test.each([
    ['bytes of the lists', "UPDATE chunk SET bytes = x'ffffffffffff'"],
    ['the words of a segment', 'DELETE FROM term WHERE segment = (SELECT min(segment) FROM term)'],
    ['a block of words', "UPDATE term SET terms = x'0002ffff0101'"],
    ['the end of a block of words', 'UPDATE term SET terms = substr(terms, 1, length(terms) - 3)'],
    ['where lists lie', 'UPDATE term SET at = at + 1'],
    ['a part of a stream', 'DELETE FROM chunk'],
    ['features of a document', "UPDATE feature SET features = x'00'"],
    ['a segment', 'DELETE FROM segment'],
    ['the count of a segment', 'UPDATE segment SET documents = documents + 1'],
  ])('finds %s damaged; documents still come in, and putting them all again mends it', (_, damage) => {
    connection.database.exec(damage);
    const told = new Set(checkWords(connection).flatMap((fault) => fault.documents));
    expect(told.size).toBeGreaterThan(0);
    for (const one of documents) if (told.has(one.id)) put(connection, [one], nothingKnown(), { bounds });
    expect(checkWords(connection)).toEqual([]);
    const { rows } = openWordIndex(connection).view().list('body', { text: 'hai', exact: true });
    expect(rows).toHaveLength(documents.length);
  });
});

describe('a list in bytes', () => {
  const lists = fc.array(
    fc.record({ gap: fc.integer({ min: 1, max: 100_000 }), places: fc.uniqueArray(fc.nat(1_000_000), { minLength: 1, maxLength: 5 }) }),
    { maxLength: 100 },
  );

  test('is read as it was written', () => {
    fc.assert(
      fc.property(lists, fc.nat(1000), fc.array(fc.boolean(), { minLength: 1 }), (documents, first, asked) => {
        const notes: [row: number, place: number][] = [];
        let row = first - 1;
        const rows: number[] = [];
        for (const { gap, places } of documents) {
          row += gap;
          rows.push(row);
          for (const place of [...places].sort((a, b) => a - b)) notes.push([row, place]);
        }
        const blocks = listOf(notes, first);
        const read = growing(0);
        readRows(blocks.rows, first, row, read);
        const counts = read.counts.slice(0, read.length);
        expect([...read.rows.subarray(0, read.length)]).toEqual(rows);
        const sorted = documents.map(({ places }) => [...places].sort((a, b) => a - b));
        const packed = packedList(blocks.rows, blocks.places, first, row);
        const places = new Int32Array(8);
        const placesOf = (reader: ReturnType<typeof beginReading>) => [...places.subarray(0, readPlaces(reader, places, 0))];
        const inTurn = beginReading(packed);
        for (const [at, expected] of sorted.entries()) {
          expect(counts[at]).toBe(expected.length);
          expect([readNext(inTurn), inTurn.row, placesOf(inTurn)]).toEqual([true, rows[at], expected]);
        }
        expect(readNext(inTurn)).toBe(false);
        const inLeaps = beginReading(packed);
        for (const [at, wanted] of rows.entries()) {
          if (!asked[at % asked.length]) continue;
          if (wanted - 1 > (rows[at - 1] ?? first - 1)) expect(readTo(inLeaps, wanted - 1)).toBe(false);
          expect(readTo(inLeaps, wanted)).toBe(true);
          if (at % 3 > 0) expect(placesOf(inLeaps)).toEqual(sorted[at]);
        }
      }),
    );
  });
});

describe('merging', () => {
  const bounds = usualBounds;
  const segment = (documents: number, first: number, removed = 0) => ({
    id: first,
    first,
    last: first + documents - 1,
    documents,
    removed,
  });

  test.each([1, 3, 100, 1000])(
    'keeps segments few while puts of %i documents come, and writes a document again a few times only',
    (size) => {
      let segments: ReturnType<typeof segment>[] = [];
      let written = 0;
      let rows = 0;
      for (; rows < 20_000; rows += size) {
        segments.push(segment(size, rows));
        for (let chosen = nextMerge(segments, bounds); chosen.length > 0; chosen = nextMerge(segments, bounds)) {
          const begin = segments.indexOf(chosen[0] as ReturnType<typeof segment>);
          const documents = chosen.reduce((sum, one) => sum + one.documents, 0);
          expect(chosen).toEqual(segments.slice(begin, begin + chosen.length));
          expect(documents).toBeLessThanOrEqual(bounds.largest);
          segments = [...segments.slice(0, begin), segment(documents, chosen[0]?.first ?? 0), ...segments.slice(begin + chosen.length)];
          written += documents;
        }
      }
      expect(segments.length).toBeLessThan(60);
      expect(written / rows).toBeLessThan(6);
    },
  );

  test('writes a segment anew of which more than half has gone', () => {
    expect(nextMerge([segment(100, 1, 50), segment(100, 101, 51)], bounds)).toEqual([segment(100, 101, 51)]);
  });

  test('does not leave small segments behind before a large one', () => {
    const few = bounds.together - 1;
    const small = Array.from({ length: few }, (_, at) => segment(1, at));
    const segments = [...small, segment(1000, few)];
    expect(nextMerge(segments, bounds)).toEqual(segments);
  });
});

test('a cache keeps what was asked for last within its room', () => {
  const cache = cacheOf<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  cache.get('a');
  cache.set('c', 'C', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
  cache.set('d', 'D', 11);
  expect([cache.get('a'), cache.get('d')]).toEqual(['A', undefined]);
});

test('segments follow each other without overlapping, whatever is merged', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vankien-segments-'));
  const connection = connect({ file: join(folder, 'index.db'), mode: 'create' });
  const known = nothingKnown();
  for (let at = 0; at < 40; at++) put(connection, [stored(`d${at}`, 'một')], known, { bounds: { together: 3, largest: 12 } });
  const segments = segmentsOf(connection);
  expect(segments.length).toBeLessThan(10);
  expect(segments.reduce((sum, { documents }) => sum + documents, 0)).toBe(40);
  for (const [at, { first, last }] of segments.entries()) {
    expect(last).toBeGreaterThanOrEqual(first);
    if (at > 0) expect(first).toBeGreaterThan(segments[at - 1]?.last ?? 0);
  }
  connection.database.close();
  rmSync(folder, { recursive: true });
});
