import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '#ingest/model/failure.ts';
import { bulk, type Operation, type Outcome } from './bulk.ts';
import type { Connection } from './connection.ts';
import { versionsOf } from './held.ts';
import { patiently } from './patience.ts';
import { refreshOnly } from './refresh.ts';

/**
 * How often, and after what pause in milliseconds, that is put again which the trace of a removed entry kept out. The server drops traces when it
 * refreshes, by a clock that moves every 200 ms.
 */
const mostTries = 30;
const pauseBetween = 100;

/**
 * Does all operations. One that the server's version keeps out is `superseded` where a newer entry is there. Where there is none, the trace of
 * one that was removed keeps it out: it gets in when that is gone (index.gc_deletes is 0).
 */
export async function change(
  connection: Connection,
  index: string,
  operations: readonly Operation[],
  visible: boolean,
): Promise<ReadonlyMap<Operation, Outcome>> {
  const outcomes = await bulk(connection, index, operations, visible);
  for (let tries = 1; ; tries += 1) {
    const keptOut = [...outcomes].flatMap(([operation, outcome]) => (outcome === 'held' && operation.body !== null ? [operation] : []));
    if (keptOut.length === 0) return outcomes;
    const ids = keptOut.map(({ id }) => id);
    const present = await patiently(connection, () => versionsOf(connection, index, ids));
    const again = keptOut.filter(({ id, version }) => (present.get(id) ?? 0) <= version);
    for (const operation of keptOut) outcomes.set(operation, 'superseded');
    if (again.length === 0) return outcomes;
    if (tries > mostTries) throw new Failure('index-unavailable', 'The traces of removed documents do not go away.');
    await pause(pauseBetween);
    await refreshOnly(connection, [index]);
    for (const [operation, outcome] of await bulk(connection, index, again, visible)) outcomes.set(operation, outcome);
  }
}
