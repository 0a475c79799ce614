import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { kindNames } from '#ingest/model/relation.ts';
import { mappingVersion } from '#mappings/fields.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { dateOf, madeDocument, statedBy } from './collection.ts';
import { papersOfUnits } from './units.ts';

const folder = join(import.meta.dirname, '../../../.tmp/bench');
/** Go up with every change of what is made. */
const made = 1;
const madeUnits = 1;
const batch = 512;

/** The index of a made collection, and its edges as plain whole numbers. Made once and kept under .tmp, as putting them takes minutes. */
export async function built(count: number): Promise<{ readonly index: string; readonly bare: string }> {
  mkdirSync(folder, { recursive: true });
  const index = join(folder, `graph-${count}-${made}-v${mappingVersion}.sqlite`);
  const bare = join(folder, `graph-${count}-${made}-bare.sqlite`);
  if (!existsSync(bare)) whole(bare, (part) => buildBare(part, count));
  if (!existsSync(index)) await wholeLater(index, (part) => buildIndex(part, count, (at) => madeDocument(at, count)));
  return { index, bare };
}

/** The index of the collection of units and directives, kept likewise. */
export async function builtUnits(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const index = join(folder, `units-${madeUnits}-v${mappingVersion}.sqlite`);
  if (existsSync(index)) return index;
  const papers = papersOfUnits();
  await wholeLater(index, (part) => buildIndex(part, papers.length, (at) => papers[at]!()));
  return index;
}

const clear = (path: string) => {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
};

/** A file has its name when it is whole. */
function whole(path: string, build: (part: string) => void): void {
  clear(`${path}.part`);
  build(`${path}.part`);
  renameSync(`${path}.part`, path);
}

async function wholeLater(path: string, build: (part: string) => Promise<void>): Promise<void> {
  clear(`${path}.part`);
  await build(`${path}.part`);
  renameSync(`${path}.part`, path);
}

async function buildIndex(path: string, count: number, documentAt: (at: number) => StoredDocument): Promise<void> {
  process.stderr.write(`Putting ${count} made documents into ${path}\n`);
  const store = openSqliteStore({ file: path, mode: 'create' });
  for (let from = 0; from < count; from += batch) {
    const documents = Array.from({ length: Math.min(batch, count - from) }, (_, at) => documentAt(from + at));
    await store.put(documents, { visible: 'later' });
    if (from % (batch * 20) === 0) process.stderr.write(`\r${from}`);
  }
  await store.refresh();
  await store.close();
  process.stderr.write('\n');
}

function buildBare(path: string, count: number): void {
  const database = new DatabaseSync(path);
  database.exec(
    'CREATE TABLE edge ("from" INTEGER NOT NULL, "to" INTEGER NOT NULL, kind INTEGER NOT NULL, date INTEGER NOT NULL) STRICT; BEGIN',
  );
  const insert = database.prepare('INSERT INTO edge VALUES (?, ?, ?, ?)');
  for (let document = 0; document < count; document++) {
    const date = Number(dateOf(document, count).replaceAll('-', ''));
    for (const { from, to, kind } of statedBy(document, count)) insert.run(from, to, kindNames.indexOf(kind), date);
  }
  database.exec(
    'COMMIT; CREATE INDEX up ON edge ("from", kind, date, "to"); CREATE INDEX down ON edge ("to", kind, date, "from"); ANALYZE',
  );
  database.close();
}
