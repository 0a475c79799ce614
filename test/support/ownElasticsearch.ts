import { afterAll, type TestContext } from 'vitest';
import { type ElasticsearchServer, prepareServer, type ServerOptions, startServer } from '../../scripts/elasticsearch/server.ts';
import { DEMAND_VARIABLE, demandOf } from './elasticsearch/answer.ts';
import { whenTestIsOver } from './elasticsearch/whenTestIsOver.ts';

const servers = new Set<ElasticsearchServer>();

/**
 * A server from the zip that is the test's alone, to be killed, stopped and started again. It ends with the test, or with the
 * file where it was asked for in a hook. Where it cannot be run, the test is skipped with the reason, or fails where
 * Elasticsearch is required. In a hook there is no context: ask `noOwnServer` before.
 */
export async function ownServer(context: Pick<TestContext, 'skip'> | null, options: ServerOptions = {}): Promise<ElasticsearchServer> {
  const reason = await noOwnServer();
  if (reason !== null) {
    if (context === null) throw new Error(reason);
    context.skip(reason);
  }
  const server = await startServer({ quick: true, ...options });
  servers.add(server);
  whenTestIsOver(async () => {
    servers.delete(server);
    await server.close();
  });
  return server;
}

afterAll(async () => {
  for (const server of servers) await server.close();
  servers.clear();
});

let told = false;

/** Why no server from the zip can be run here; null where it can. Throws the reason where Elasticsearch is required. */
export async function noOwnServer(): Promise<string | null> {
  const demand = demandOf(process.env);
  if (demand === 'off') return `${DEMAND_VARIABLE} is off`;
  try {
    await prepareServer();
    return null;
  } catch (error) {
    if (demand === 'required') throw error;
    const reason = `no server from the zip: ${(error as Error).message}`;
    if (!told) console.warn(`Tests with an Elasticsearch of their own are skipped: ${reason}`);
    told = true;
    return reason;
  }
}
