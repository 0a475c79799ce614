import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipelineVersion } from '#ingest/ingest.ts';
import { makeReadingLibrary } from '#services/library/open.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { IndexNames, IndexNaming, Store } from '#services/store/port.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';
import { type BareFts, openBareFts } from './bareFts.ts';
import { atOnce } from './crowd.ts';
import { megabytes, p50, p99, print, type Row, table, told } from './figures.ts';
import { gather, gathering, type Question, questionsFrom } from './questions.ts';
import { records } from './records.ts';
import { openWords } from './wordsAlone.ts';

const batch = 256;
const segment = 4096;
/** The first round warms both up and is not counted. */
const rounds = 4;
const examples = 400;

/** Our search in the embedded store beside a bare FTS5 table of the same texts, in one run and in turns. */
export async function benchEmbedded(count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-search-'));
  try {
    const naming = fixedNames();
    const indexes = sqliteIndexes(folder, naming);
    const store = await indexes.open('current', { create: true });
    const bare = openBareFts(join(folder, 'bare.sqlite'));
    print(`embedded store, ${count} generated documents`);
    const questions = await build(store, bare, folder, naming, count);
    await ranked(store, bare, questions, count);
    const library = makeReadingLibrary(sqliteIndexes(folder, naming), pipelineVersion);
    await whole(library, bare, questions);
    await suggestions(store, questions);
    bare.close();
    await library.close();
    await store.close();
    await atOnce(folder, naming, questions);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts all documents in both ways, part by part in turns, and gives questions that suit them. */
async function build(store: Store, bare: BareFts, folder: string, naming: IndexNaming, count: number): Promise<Question[]> {
  const gathered = gathering();
  const words = openWords(join(folder, 'words.sqlite'));
  let [ours, alone, theirs, bytes, resident] = [0, 0, 0, 0, 0];
  for await (const documents of records(count, segment)) {
    gather(gathered, documents, Math.max(1, Math.floor(count / examples)));
    for (const { record } of documents) bytes += Buffer.byteLength(record.text);
    const begun = performance.now();
    for (let from = 0; from < documents.length; from += batch) await store.put(documents.slice(from, from + batch), { visible: 'later' });
    await store.refresh();
    ours += performance.now() - begun;
    for (let from = 0; from < documents.length; from += batch) {
      theirs += bare.insert(documents.slice(from, from + batch));
      alone += words.put(documents.slice(from, from + batch));
    }
    resident = Math.max(resident, process.memoryUsage().rss);
  }
  words.close();
  settle(join(folder, naming.read().current));
  settle(join(folder, 'bare.sqlite'));
  const size = await bytesOf(join(folder, naming.read().current));
  const bareSize = await bytesOf(join(folder, 'bare.sqlite'));
  const wordsSize = wordBytes(join(folder, naming.read().current));
  print(
    `text ${megabytes(bytes)}, index with records ${megabytes(size)}, its words alone ${megabytes(wordsSize)}, bare table ${megabytes(bareSize)}, memory at most ${megabytes(resident)}`,
  );
  told('index beside text', (size / bytes).toFixed(2), '2.50 or less');
  told('documents put a second', perSecond(count, ours), '');
  told('rows put into the bare table a second', perSecond(count, theirs), '');
  told('rate of all of it beside the bare one', (theirs / ours).toFixed(2), '');
  told('rate of its words alone beside the bare one', (theirs / alone).toFixed(2), '0.50 or more');
  return questionsFrom(gathered);
}

/** The ten best of ours, without facets and passages, beside the ten best of the bare table. */
async function ranked(store: Store, bare: BareFts, questions: readonly Question[], count: number): Promise<void> {
  const rows: Row[] = questions.map(({ kind }) => ({ kind, ours: [], bare: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const [at, question] of questions.entries()) {
      const begun = performance.now();
      await store.search(parseQuery(question.typed, question.filters), { from: 0, size: 10, facets: [] });
      const between = performance.now();
      bare.first(question);
      if (round === 0) continue;
      rows[at]!.ours.push(between - begun);
      rows[at]!.bare.push(performance.now() - between);
    }
  }
  print();
  table(`top ten, ${rounds - 1} times each, ms`, 'bare', rows);
  const [ours, theirs] = [rows.flatMap((row) => row.ours), rows.flatMap((row) => row.bare)];
  told('median beside the bare one', (p50(ours) / p50(theirs)).toFixed(3), '0.250 or less, 0.125 if it can be (at 100000)');
  told('p99 beside the bare one', (p99(ours) / p99(theirs)).toFixed(3), '0.250 or less, 0.125 if it can be (at 100000)');
  if (count <= 20_000) {
    told('median, ms', p50(ours).toFixed(2), '8.00 or less');
    told('p99, ms', p99(ours).toFixed(2), '50.00 or less');
  }
}

/** With facets and passages, as a reader has it. */
async function whole(library: ReturnType<typeof makeReadingLibrary>, bare: BareFts, questions: readonly Question[]): Promise<void> {
  const rows: Row[] = questions.map(({ kind }) => ({ kind, ours: [], bare: [] }));
  for (let round = 0; round < 2; round++) {
    for (const [at, question] of questions.entries()) {
      const begun = performance.now();
      await library.search(question.typed, question.filters, { from: 0, size: 10 });
      const between = performance.now();
      bare.first(question);
      if (round === 0) continue;
      rows[at]!.ours.push(between - begun);
      rows[at]!.bare.push(performance.now() - between);
    }
  }
  print();
  table('with facets and passages, ms', 'bare', rows);
  const [ours, theirs] = [rows.flatMap((row) => row.ours), rows.flatMap((row) => row.bare)];
  told('median beside the bare one', (p50(ours) / p50(theirs)).toFixed(2), '3.00 or less');
  told('p99 beside the bare one', (p99(ours) / p99(theirs)).toFixed(2), '3.00 or less');
}

/** What a reader types, letter by letter. */
async function suggestions(store: Store, questions: readonly Question[]): Promise<void> {
  const times: number[] = [];
  for (const { typed } of questions.filter((_, at) => at % 3 === 0)) {
    for (let length = 1; length <= Math.min(12, typed.length); length++) {
      const begun = performance.now();
      await store.suggest(typed.slice(0, length), 5);
      times.push(performance.now() - begun);
    }
  }
  print();
  told(`suggestions (${times.length}): median, ms`, p50(times).toFixed(2), '');
  told('suggestions: p99, ms', p99(times).toFixed(2), '30.00 or less');
}

/** The log of changes is written into the file first. */
async function bytesOf(path: string): Promise<number> {
  return (await stat(path)).size;
}

/** What the word index takes of the file, in whole pages. */
function wordBytes(path: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  const names = ['segment', 'term', 'chunk', 'feature', 'removal', 'facet_value', 'facet_value_by_text', 'syllable'];
  const sum = `SELECT coalesce(sum(pgsize), 0) AS bytes FROM dbstat WHERE name IN (${names.map(() => '?').join(', ')})`;
  const bytes = Number(database.prepare(sum).get(...names)?.bytes);
  database.close();
  return bytes;
}

function settle(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function fixedNames(): IndexNaming {
  let names: IndexNames = { current: 'index-1.sqlite', next: null, previous: null };
  return {
    read: () => names,
    write: (changed) => {
      names = changed;
    },
  };
}

const perSecond = (count: number, milliseconds: number) => ((count * 1000) / milliseconds).toFixed(0);
