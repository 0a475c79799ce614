import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { chainCases } from './cases/chains.ts';
import { expectSame } from './chains-contract.ts';
import { graphModel } from './graphModel.ts';

const documents = [
  ...chainCases['one number of two provinces, and of an unknown one']!,
  ...chainCases['what a third document states of two others']!,
  ...chainCases['documents without a number, and claims about nobody']!,
  ...chainCases['two terms of one number, and a citation that does not tell the term']!,
];
const citer = "(SELECT row FROM document WHERE id = 'teller')";
const ofConclusion = "symbol = '1-KL/TW'";
const hub = "(SELECT id FROM work WHERE name = '1-KL/TW@TW@XIII')";

/** What goes wrong in the tables of the graph, by what it is. */
const damages: Readonly<Record<string, string>> = {
  'statements of a document lost': `DELETE FROM stating WHERE row = ${citer}`,
  'the statements of all documents lost': 'DELETE FROM stating',
  'statements cut off': `UPDATE stating SET ends = substr(ends, 1, 16) WHERE row = ${citer}`,
  'a statement of another kind': `UPDATE stating SET ends = CAST(substr(ends, 1, 8) || x'05000000' || substr(ends, 13) AS BLOB) WHERE row = ${citer}`,
  'another naming of its own': `UPDATE stating SET own = own + 1 WHERE row = ${citer}`,
  'other counts of relations': `UPDATE stating SET amends = amends + 1 WHERE row = ${citer}`,
  'the words of other statements': `UPDATE stating SET first = first - 1 WHERE row = ${citer}`,
  'statements of no document': 'INSERT INTO stating SELECT 900, own, first, count, 0, 0, 0, 0, 0, 0, 0, ends FROM stating LIMIT 1',
  'words lost': `DELETE FROM witness WHERE document = ${citer}`,
  'all words lost': 'DELETE FROM witness',
  'other words': `UPDATE witness SET quote = 'không có' WHERE document = ${citer}`,
  'words at another place': `UPDATE witness SET start = start + 1 WHERE document = ${citer}`,
  'words of no statement': 'INSERT INTO witness SELECT 9000, document, 9, page, rule, own, start, "end", date, quote FROM witness LIMIT 1',
  'namings of a symbol lost': `DELETE FROM naming WHERE ${ofConclusion}`,
  'all namings lost': 'DELETE FROM naming',
  'a naming that nobody uses':
    "INSERT INTO naming SELECT 9000, x'0123456789abcdef', symbol, value, 1 FROM naming WHERE symbol = '1-KL/TW' LIMIT 1",
  'a naming of a symbol that nobody names': "INSERT INTO naming SELECT 9000, x'0123456789abcdef', '99-KL/TW', value, 1 FROM naming LIMIT 1",
  'a naming that tells something else': `UPDATE naming SET value = (SELECT value FROM naming WHERE symbol = '20-KH/TU' LIMIT 1) WHERE ${ofConclusion}`,
  'a naming under another symbol': `UPDATE naming SET symbol = '99-KL/TW' WHERE ${ofConclusion}`,
  'too many that use a naming': `UPDATE naming SET documents = documents + 3 WHERE ${ofConclusion}`,
  'too few that use a naming': `UPDATE naming SET documents = 0 WHERE ${ofConclusion}`,
  'fewer than none that use a naming': 'UPDATE naming SET documents = -5',
  'placings lost': 'DELETE FROM placing',
  'a placing lost': `DELETE FROM placing WHERE naming IN (SELECT id FROM naming WHERE ${ofConclusion})`,
  'a placing of no naming': 'INSERT INTO placing VALUES (9000, 1, 0, 1)',
  'all placed at one work': `UPDATE placing SET work = ${hub}`,
  'placed at a work that is not there': 'UPDATE placing SET work = 9000',
  'placed with other certainty': 'UPDATE placing SET identified = (identified + 1) % 3',
  'a work lost': `DELETE FROM work WHERE id = ${hub}`,
  'all works lost': 'DELETE FROM work',
  'a work that nobody means': "INSERT INTO work VALUES (9000, '1-KL/TW@TW@IX', 1, NULL)",
  'a work of a symbol that nobody names': "INSERT INTO work VALUES (9000, '99-KL/TW@TW@IX', 1, NULL)",
  'a work of another value': `UPDATE work SET value = replace(value, '2021', '2022'), naming = NULL WHERE value IS NOT NULL`,
  'a work whose value cannot be read': "UPDATE work SET value = '[', naming = NULL",
  'a work told by another naming': 'UPDATE work SET naming = naming + 1 WHERE value IS NULL',
};

describe('the graph of the SQLite store', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vankien-graph-'));
    file = join(folder, 'index.db');
    const store = openSqliteStore({ file, mode: 'create' });
    await store.put(documents);
    expect(await store.check()).toEqual([]);
    await store.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  function damage(sql: string): void {
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
    database.close();
  }

  const byId = new Map(documents.map((document) => [document.id, document]));

  /** Which documents are to be put again; each is told to be one. */
  async function wrongIn(store: ReturnType<typeof openSqliteStore>): Promise<string[]> {
    const faults = await store.check();
    const ids = new Set(faults.flatMap((fault) => fault.documents));
    expect([...ids].filter((id) => !byId.has(id))).toEqual([]);
    return [...ids];
  }

  test.each(Object.entries(damages))('with %s is found out, and mended by taking out and putting in what is told', async (_what, sql) => {
    damage(sql);
    const store = openSqliteStore({ file, mode: 'write' });
    const wrong = await wrongIn(store);
    expect(wrong).not.toEqual([]);
    for (const id of wrong) {
      await store.remove(id);
      await store.put([byId.get(id)!], { visible: 'later' });
    }
    await store.refresh();
    expect(await store.check()).toEqual([]);
    await expectSame(store, graphModel(documents, []));
    await store.close();
  });

  test.each(Object.entries(damages))('with %s is mended by putting the same again', async (_what, sql) => {
    damage(sql);
    const store = openSqliteStore({ file, mode: 'write' });
    const wrong = await wrongIn(store);
    await store.put(wrong.map((id) => byId.get(id)!));
    await store.refresh();
    expect(await store.check()).toEqual([]);
    await expectSame(store, graphModel(documents, []));
    await store.close();
  });

  test('is whole while puts wait to be resolved, and after a removal that nothing has followed', async () => {
    const store = openSqliteStore({ file, mode: 'write' });
    await store.put([{ ...byId.get('teller')!, revision: 2 }], { visible: 'later' });
    for (const id of ['new', 'third']) await store.remove(id);
    await store.put([byId.get('new')!], { visible: 'later' });
    expect(await store.check()).toEqual([]);
    await store.refresh();
    expect(await store.check()).toEqual([]);
    await store.close();
  });

  test('with a naming that cannot be read is found out', async () => {
    damage(`UPDATE naming SET value = '[' WHERE ${ofConclusion}`);
    const store = openSqliteStore({ file, mode: 'read' });
    expect(await wrongIn(store)).not.toEqual([]);
    await store.close();
  });
});
