import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { entrySymbols } from '#services/store/index-entry.ts';
import type { PackedRecord } from '#services/store/packing.ts';
import type { PutOptions, StoredDocument } from '#services/store/port.ts';
import { type Connection, transaction } from './connection.ts';
import { beginGraph, type GraphChange } from './graph/upkeep.ts';
import { packIdentity } from './identity.ts';
import type { MergeBounds } from './postings/merging.ts';
import { beginWords, type Known, removeWords } from './postings/write.ts';
import { type Ready, readyNow } from './preparing.ts';

const statements = {
  find: 'SELECT row, revision FROM document WHERE id = ?',
  remove: 'DELETE FROM document WHERE row = ?',
  document: `INSERT INTO document (id, revision, source, versions, hash, pipeline, name, type, number, issuer, place, date, title, identity,
    citations, tasks, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  content: 'INSERT INTO content (row, record, claims, tasks) VALUES (?, ?, ?, ?)',
  symbol: 'INSERT INTO symbol (document, folded, written, key, cited) VALUES (?, ?, ?, ?, ?)',
  task: 'INSERT INTO task (document, position, exact, folded) VALUES (?, ?, ?, ?)',
  deadline: 'INSERT INTO deadline (document, position, place, "end", recurs) VALUES (?, ?, ?, ?, ?)',
} as const;

export interface PutSettings extends PutOptions {
  readonly bounds?: MergeBounds;
  /** What `prepared` has made of the documents, in their order, where somebody had it made. */
  readonly ready?: readonly Ready[];
}

/**
 * Puts documents in, all in one transaction; one with a known id takes the place of the old, unless that is newer. Where it need not be visible at once, works are
 * left to `settleAll`; all else is.
 */
export function put(
  connection: Connection,
  documents: readonly StoredDocument[],
  known: Known,
  { bounds, visible = 'now', ready }: PutSettings = {},
): void {
  if (documents.length === 0) return;
  try {
    transaction(connection, () => {
      const index = beginWords(connection, known, bounds);
      const graph = beginGraph(connection);
      for (const [at, document] of documents.entries()) {
        const held = connection.statement(statements.find).get(document.id);
        if (held !== undefined && Number(held.revision) > document.revision) continue;
        if (held !== undefined) removeRow(connection, graph, Number(held.row), Number(held.revision) === document.revision);
        const { packed, words } = ready?.[at] ?? readyNow(document);
        const row = putOne(connection, document, packed);
        graph.add(row, document.id, document.record);
        index.add(row, document, words);
      }
      graph.end(visible);
      index.end();
    });
  } catch (thrown) {
    known.syllables.clear();
    known.values.clear();
    throw thrown;
  }
}

export function remove(connection: Connection, id: string): void {
  transaction(connection, () => {
    const held = connection.statement(statements.find).get(id);
    if (held === undefined) return;
    const graph = beginGraph(connection);
    removeRow(connection, graph, Number(held.row), true);
    graph.end('now');
  });
}

function removeRow(connection: Connection, graph: GraphChange, row: number, doubted: boolean): void {
  graph.take(row, doubted);
  connection.statement(statements.remove).run(row);
  removeWords(connection, row);
}

function putOne(connection: Connection, stored: StoredDocument, packed: PackedRecord): number {
  const { id, revision, source, versions, record } = stored;
  const { document, identity } = record;
  const inserted = connection
    .statement(statements.document)
    .run(
      id,
      revision,
      source,
      JSON.stringify(versions),
      record.file.hash,
      record.pipeline,
      record.file.name,
      document.type,
      document.number,
      document.issuer,
      document.place,
      document.date,
      document.title,
      JSON.stringify(packIdentity(identity)),
      record.citations.length,
      record.tasks.length,
      record.findings.length,
    );
  const row = Number(inserted.lastInsertRowid);
  connection.statement(statements.content).run(row, packed.record, packed.claims, packed.tasks);
  putSymbols(connection, row, record);
  putTasks(connection, row, record);
  return row;
}

function putSymbols(connection: Connection, row: number, record: DocumentRecord): void {
  const statement = connection.statement(statements.symbol);
  for (const { key, folded, written, cited } of entrySymbols(record)) statement.run(row, folded, written, key, cited ? 1 : 0);
}

function putTasks(connection: Connection, row: number, record: DocumentRecord): void {
  const insert = connection.statement(statements.task);
  const insertDeadline = connection.statement(statements.deadline);
  for (const [position, task] of record.tasks.entries()) {
    const names = task.assignees.map((assignee) => wordsIn(assignee.name));
    insert.run(row, position, nameList(names, 'exact'), nameList(names, 'folded'));
    for (const [place, deadline] of task.deadlines.entries()) insertDeadline.run(row, position, place, deadline.end, deadline.recurs);
  }
}

function nameList(names: readonly Words[], form: 'exact' | 'folded'): string {
  return ` ${names.map((name) => name[form].join(' ')).join(' | ')} `;
}
