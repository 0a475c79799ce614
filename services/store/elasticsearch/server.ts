import { errors } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import type { Cluster } from './connection.ts';

/**
 * The version that is needed: the client has every answer written in the language of version 9, which an older server refuses, and
 * nobody has tried this program with a newer one.
 */
const neededMajor = 9;

/**
 * Asks the server what it is; the right `monitor` on the cluster suffices.
 * @throws Failure `index-unsupported` where it is no Elasticsearch, or of another version.
 */
export async function verifyServer({ ask }: Cluster): Promise<void> {
  const answer = await ask(async (client) => {
    try {
      // Without naming a version in "accept", so that a server of whatever version answers.
      return await client.transport.request<{ nodes?: Record<string, { version?: unknown }> }>(
        { method: 'GET', path: '/_nodes/_local', querystring: { filter_path: 'nodes.*.version' } },
        { headers: { accept: 'application/json' } },
      );
    } catch (thrown) {
      if (!isSomethingElse(thrown)) throw thrown;
      throw new Failure('index-unsupported', 'What answers does not call itself Elasticsearch (the header X-elastic-product is missing).');
    }
  });
  const version = Object.values(answer?.nodes ?? {})[0]?.version;
  if (typeof version !== 'string')
    throw new Failure('index-unavailable', 'Elasticsearch did not tell its version; its answer may have been garbled on the way.');
  if (Number.parseInt(version, 10) !== neededMajor) {
    throw new Failure(
      'index-unsupported',
      `The server is Elasticsearch ${version.slice(0, 40)}; this program needs version ${neededMajor}.`,
    );
  }
}

/** Whether another kind of server speaks, for good: a gateway that cannot reach Elasticsearch at the moment says so with a status from 500 on. */
function isSomethingElse(thrown: unknown): boolean {
  if (thrown instanceof errors.ProductNotSupportedError) return true;
  if (!(thrown instanceof errors.ResponseError) || thrown.headers?.['x-elastic-product'] !== undefined) return false;
  return [400, 404, 405].includes(thrown.meta.statusCode ?? 0);
}
