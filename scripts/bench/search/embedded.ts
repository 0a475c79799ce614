import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import { makeReadingLibrary } from '#services/library/open.ts';
import type { IndexNames, IndexNaming, Store } from '#services/store/port.ts';
import { sqliteIndexes } from '#services/store/sqlite/indexes.ts';
import { type BareFts, openBareFts } from './bareFts.ts';
import { atOnce } from './crowd.ts';
import { megabytes, p50, p99, print, type Row, told } from './figures.ts';
import { gather, gathering, type Question, questionsFrom } from './questions.ts';
import { records } from './records.ts';
import { suggestions, tellRatios, topTen, whole } from './turns.ts';
import { openWords } from './wordsAlone.ts';

const batch = 256;
const segment = 4096;
const examples = 400;
const wantedBeside = '0.250 or less, 0.125 if it can be (at 100000)';

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
    const first = (question: Question) => bare.first(question);
    const rows = await topTen(store, first, questions);
    tellRatios(rows, wantedBeside, wantedBeside);
    if (count <= 20_000) tellTimes(rows);
    const library = makeReadingLibrary(sqliteIndexes(folder, naming), {
      pipeline: pipelineVersion,
      extract: ingest,
      maxFileBytes: 1024 * 1024,
    });
    await whole(library, first, questions);
    await suggestions(store, questions);
    bare.close();
    await library.close();
    await store.close();
    await atOnce(folder, naming, questions);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function tellTimes(rows: readonly Row[]): void {
  const ours = rows.flatMap((row) => row.ours);
  told('median, ms', p50(ours).toFixed(2), '8.00 or less');
  told('p99, ms', p99(ours).toFixed(2), '50.00 or less');
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
