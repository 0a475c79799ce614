import { Failure } from '#ingest/model/failure.ts';
import type { Connection } from './connection.ts';
import { failureOf, isPassing, isTooLarge, isTrouble, type ServerError, storeFailure } from './failures.ts';
import { patiently } from './patience.ts';

/** One change of one entry: `body`, JSON in UTF-8, puts it, null takes it out. Versions are ours: an older one never takes the place of a newer one. */
export interface Operation {
  readonly id: string;
  readonly version: number;
  readonly body: Buffer | null;
}

/** What became of an operation. `held`: the server has a newer version, or the trace of one that was removed; `versions.ts` tells which. */
export type Outcome = 'done' | 'held' | 'superseded' | { readonly unfit: Failure };

/** Largest request: many small operations are told in one, few large ones do not fill the memory. */
const mostBytes = 8 * 1024 * 1024;
const mostOperations = 1000;

/** Does all operations, in order within each request. Every operation may be sent more than once. */
export async function bulk(
  connection: Connection,
  index: string,
  operations: readonly Operation[],
  visible: boolean,
): Promise<Map<Operation, Outcome>> {
  const outcomes = new Map<Operation, Outcome>();
  for (const batch of batchesOf(operations)) await sendUntilDone(connection, { index, visible }, batch, outcomes);
  return outcomes;
}

/** Size of an operation in the request, in bytes, nearly. */
export function bytesOf({ id, body }: Operation): number {
  return (body?.length ?? 0) + id.length + 80;
}

function batchesOf(operations: readonly Operation[]): Operation[][] {
  const batches: Operation[][] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = bytesOf(operation);
    const last = batches.at(-1);
    if (last === undefined || bytes + size > mostBytes || last.length >= mostOperations) {
      batches.push([operation]);
      bytes = size;
    } else {
      last.push(operation);
      bytes += size;
    }
  }
  return batches;
}

interface Target {
  readonly index: string;
  /** Whether searches must see it when the answer comes. */
  readonly visible: boolean;
}

/**
 * Sends a request again and again, what is left of it, until each operation has its outcome. A request without an answer may have been carried out:
 * it is simply sent again.
 * @throws Failure of the cluster: at once where it will not pass, else when patience ends.
 */
async function sendUntilDone(
  connection: Connection,
  target: Target,
  batch: readonly Operation[],
  outcomes: Map<Operation, Outcome>,
): Promise<void> {
  let left = batch;
  await patiently(connection, async () => {
    const trouble = await send(connection, target, left, outcomes);
    if (trouble === null) return;
    left = left.filter((operation) => !outcomes.has(operation));
    throw trouble;
  });
}

/** One request. Notes every outcome there is; returns why the others are to be sent again, or null where there are none. */
async function send(
  connection: Connection,
  target: Target,
  batch: readonly Operation[],
  outcomes: Map<Operation, Outcome>,
): Promise<Failure | null> {
  let items: readonly Item[];
  try {
    items = await request(connection, target, batch);
  } catch (thrown) {
    if (isTrouble(thrown)) return storeFailure(thrown);
    if (!isTooLarge(thrown)) throw thrown;
    const [only, ...others] = batch;
    if (only !== undefined && others.length === 0) {
      outcomes.set(only, { unfit: new Failure('file-too-large', 'The server takes no request as large as this document makes.') });
      return null;
    }
    const middle = Math.ceil(batch.length / 2);
    const first = await send(connection, target, batch.slice(0, middle), outcomes);
    return first ?? (await send(connection, target, batch.slice(middle), outcomes));
  }
  let trouble: Failure | null = null;
  for (const [at, operation] of batch.entries()) {
    const outcome = outcomeOf(items[at]!);
    if (outcome instanceof Failure) trouble ??= outcome;
    else outcomes.set(operation, outcome);
  }
  return trouble;
}

/** What the server answers to one operation; null without an error. */
interface Item {
  readonly status: number;
  readonly error: ServerError | null;
}

/** A failure where the operation is to be sent again. */
function outcomeOf({ status, error }: Item): Outcome | Failure {
  // Taking out what is not there has status 404 without an error.
  if (error === null) return 'done';
  if (status === 409) return 'held';
  const failure = failureOf(error);
  if (isPassing(error)) return failure;
  if (status === 400 && failure.code === 'internal') return { unfit: failure };
  throw failure;
}

const endOfLine = Buffer.from('\n');

async function request(connection: Connection, { index, visible }: Target, batch: readonly Operation[]): Promise<readonly Item[]> {
  const lines: Uint8Array[] = [];
  for (const { id, version, body } of batch) {
    const action = { _id: id, version, version_type: 'external_gte' };
    lines.push(Buffer.from(`${JSON.stringify(body === null ? { delete: action } : { index: action })}\n`));
    if (body !== null) lines.push(body, endOfLine);
  }
  const bytes = Buffer.concat(lines);
  return await connection.tell(async (client) => {
    const answer: unknown = await client.bulk({
      index,
      // The client sends bytes as they are, which its types do not say.
      operations: bytes as unknown as [],
      refresh: visible,
      // A deleted index is never made by accident.
      require_alias: true,
      include_source_on_error: false,
      timeout: `${Math.ceil(connection.options.timeout * 0.7)}ms`,
      filter_path: ['items.*.status', 'items.*.error.type', 'items.*.error.reason'],
    });
    const items = itemsOf(answer, batch.length);
    const passing = items.map(({ error }) => (error !== null && isPassing(error) ? error : null));
    // Nothing was done: as if the whole request had been refused, so that it counts for the circuit.
    if (passing.every((error) => error !== null)) throw failureOf(passing[0]!);
    return items;
  });
}

/** @throws Failure `index-unavailable` where the answer does not tell of each operation: it is as good as lost. */
function itemsOf(answer: unknown, count: number): Item[] {
  const items = (answer as { items?: unknown } | null)?.items;
  const read = Array.isArray(items) ? items.map(itemOf) : [];
  if (read.length === count && read.every((item) => item !== null)) return read;
  throw new Failure(
    'index-unavailable',
    `The answer of Elasticsearch tells of ${read.length} operations of ${count}; it may have been garbled on the way.`,
  );
}

function itemOf(item: unknown): Item | null {
  if (typeof item !== 'object' || item === null) return null;
  const { status, error } = (Object.values(item)[0] ?? {}) as { status?: unknown; error?: { type?: unknown; reason?: unknown } };
  if (typeof status !== 'number') return null;
  const failed = error !== undefined || status < 200 || (status >= 300 && status !== 404);
  return { status, error: failed ? { status, type: String(error?.type ?? ''), reason: String(error?.reason ?? '') } : null };
}
