import { Failure } from '#ingest/model/failure.ts';
import { lanesFor } from '#services/store/lanes.ts';
import type { Packer } from '#services/store/packer.ts';
import type { StoredDocument, Unfit } from '#services/store/port.ts';
import type { Operation, Outcome } from './bulk.ts';
import type { Connection } from './connection.ts';
import { type HeldEntry, heldEntries, type Leftover, leftoversOf, versionsOf } from './held.ts';
import { patiently } from './patience.ts';
import { type Prepared, slicesOf, taskId } from './preparing.ts';
import { refresh } from './refresh.ts';
import { change } from './versions.ts';

/** What a store knows of its own writing. `settled` is false while searches may not see all tasks that a run which failed has left. */
export interface Writing {
  settled: boolean;
  readonly packer: Packer;
}

/** Documents that are asked after in one request. */
const mostAsked = 1000;
/** How many slices are on the way at most. */
const mostSlices = 3;
/** Elasticsearch takes ids of up to 512 bytes; the number of a task is put behind it. */
const longestId = 500;

/**
 * Puts documents in, slice by slice: first the tasks of a slice and what it says for the graph, and when these are in its documents, so that a document in
 * the index has all its tasks and links. The bodies of a slice are made while those before it are on the way. A record that is not of its form throws before anything of its slice is sent.
 */
export async function put(
  connection: Connection,
  writing: Writing,
  documents: readonly StoredDocument[],
  visible: boolean,
): Promise<readonly Unfit[]> {
  const newest = newestOf(documents);
  const [fit, unfit] = [newest.filter(hasFitId), newest.filter((document) => !hasFitId(document)).map(unfitId)];
  const sending = lanesFor(mostSlices);
  let slices = 0;
  try {
    for (let from = 0; from < fit.length; from += mostAsked) {
      const part = fit.slice(from, from + mostAsked);
      const before = findBefore(connection, writing, part);
      before.catch(() => undefined);
      for await (const slice of slicesOf(part, writing.packer)) {
        slices += 1;
        const isAll = slice.length === fit.length;
        await sending.begin(async () => {
          unfit.push(...(await putSlice(connection, slice, await before, visible && isAll)));
        });
      }
    }
    await sending.ended();
    if (visible && slices > 1) await refresh(connection);
    return unfit;
  } catch (thrown) {
    writing.settled = false;
    // Nothing of this put is on its way any more when it has failed.
    await sending.ended().catch(() => undefined);
    throw thrown;
  }
}

/** Takes a document out: its tasks and links first. */
export async function remove(connection: Connection, writing: Writing, id: string): Promise<void> {
  if (!hasFitId({ id })) return;
  try {
    const { held, leftovers, graph } = await findBefore(connection, writing, [{ id }]);
    const entry = held.get(id);
    // Those of a newer version are kept by the first and taken out by the second.
    const tasks = [...tasksOf(id, 0, entry?.tasks ?? 0, entry?.revision ?? 0), ...leftovers.map(takenOut)];
    await change(connection, connection.tasks, tasks, true);
    const version = graph.get(id);
    if (version !== undefined) await change(connection, connection.graph, [{ id, version, body: null }], true);
    if (entry !== undefined) await change(connection, connection.documents, [{ id, version: entry.revision, body: null }], true);
  } catch (thrown) {
    writing.settled = false;
    throw thrown;
  }
}

/** Of several documents with one id the newest, of the same revision the last. */
function newestOf(documents: readonly StoredDocument[]): StoredDocument[] {
  const newest = new Map<string, StoredDocument>();
  for (const document of documents) {
    if (document.revision >= (newest.get(document.id)?.revision ?? 0)) newest.set(document.id, document);
  }
  return [...newest.values()];
}

const hasFitId = ({ id }: { readonly id: string }) => id !== '' && Buffer.byteLength(id) <= longestId;
const unfitId = ({ id }: { readonly id: string }): Unfit => ({
  id,
  failure: new Failure('bad-request', `Elasticsearch takes ids of 1 to ${longestId} bytes.`),
});

/** What is in the index of some documents before they are put. */
interface Before {
  readonly held: ReadonlyMap<string, HeldEntry>;
  readonly leftovers: readonly Leftover[];
  /** The version of each document's entry in the graph. */
  readonly graph: ReadonlyMap<string, number>;
}

async function findBefore(connection: Connection, writing: Writing, documents: readonly { readonly id: string }[]): Promise<Before> {
  const ids = documents.map(({ id }) => id);
  if (!writing.settled) {
    await refresh(connection);
    writing.settled = true;
  }
  const held = await patiently(connection, () => heldEntries(connection, ids));
  const graph = await patiently(connection, () => versionsOf(connection, connection.graph, ids));
  return { held, graph, leftovers: await patiently(connection, () => leftoversOf(connection, ids, held)) };
}

/** Takes the tasks of a document from place `from` to `to` (exclusive) out. */
function tasksOf(document: string, from: number, to: number, version: number): Operation[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ id: taskId(document, from + at), version, body: null }));
}

const takenOut = ({ id, version }: Leftover): Operation => ({ id, version, body: null });

async function putSlice(
  connection: Connection,
  slice: readonly Prepared[],
  { held, leftovers, graph }: Before,
  visible: boolean,
): Promise<Unfit[]> {
  const wanted = slice.filter(({ document }) => (held.get(document.id)?.revision ?? 0) <= document.revision);
  const surplus = Map.groupBy(leftovers, ({ document }) => document);
  const tasks = wanted.flatMap(({ document: { id, revision }, tasks: own }) => [
    ...tasksOf(id, own.length, held.get(id)?.tasks ?? 0, revision),
    ...(surplus.get(id) ?? []).filter(({ position, version }) => position >= own.length || version > revision).map(takenOut),
    ...own,
  ]);
  const ofTasks = await change(connection, connection.tasks, tasks, visible);
  // An entry of a newer version than its document was left by a put that failed.
  const ofGraph = await change(
    connection,
    connection.graph,
    wanted.flatMap(({ document: { id, revision }, graph: own }) => {
      const version = graph.get(id) ?? 0;
      return version > revision ? [{ id, version, body: null }, own] : [own];
    }),
    visible,
  );
  const refused = new Map<Prepared, Failure>();
  for (const prepared of wanted) {
    noteUnfit(refused, prepared, prepared.tasks, ofTasks);
    noteUnfit(refused, prepared, [prepared.graph], ofGraph);
  }
  const whole = wanted.filter((prepared) => !refused.has(prepared));
  const ofDocuments = await change(
    connection,
    connection.documents,
    whole.map(({ put: operation }) => operation),
    visible,
  );
  for (const prepared of whole) noteUnfit(refused, prepared, [prepared.put], ofDocuments);
  await takeOutTasks(
    connection,
    whole.filter(({ put: operation }) => ofDocuments.get(operation) === 'superseded'),
    visible,
  );
  await takeOut(connection, [...refused.keys()], visible);
  return Array.from(refused, ([{ document }, failure]) => ({ id: document.id, failure }));
}

function noteUnfit(
  refused: Map<Prepared, Failure>,
  prepared: Prepared,
  operations: readonly Operation[],
  outcomes: ReadonlyMap<Operation, Outcome>,
): void {
  for (const operation of operations) {
    const outcome = outcomes.get(operation);
    if (typeof outcome === 'object') refused.set(prepared, outcome.unfit);
  }
}

/** Somebody has put a newer version in meanwhile: of what was put here, the tasks beyond its own are too many. */
async function takeOutTasks(connection: Connection, superseded: readonly Prepared[], visible: boolean): Promise<void> {
  const ids = superseded.map(({ document }) => document.id);
  const newer = await patiently(connection, () => heldEntries(connection, ids));
  const tasks = superseded.flatMap(({ document: { id, revision }, tasks: own }) =>
    tasksOf(id, newer.get(id)?.tasks ?? 0, own.length, revision),
  );
  await change(connection, connection.tasks, tasks, visible);
}

/** What the engine cannot hold is taken out whole, with an older version of it: the index shows a document as it is, or not at all. */
async function takeOut(connection: Connection, refused: readonly Prepared[], visible: boolean): Promise<void> {
  const tasks = refused.flatMap(({ tasks: own }) => own.map((operation) => ({ ...operation, body: null })));
  await change(connection, connection.tasks, tasks, visible);
  const emptied = (operations: readonly Operation[]) => operations.map((operation) => ({ ...operation, body: null }));
  await change(connection, connection.graph, emptied(refused.map(({ graph }) => graph)), visible);
  await change(connection, connection.documents, emptied(refused.map(({ put: operation }) => operation)), visible);
}
