import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A server that keeps documents in memory, and answers a bulk, a GET and a HEAD as Elasticsearch does. */
export interface Upstream {
  readonly url: string;
  readonly documents: Map<string, string>;
  readonly requests: { method: string; path: string; headers: http.IncomingHttpHeaders; body: string }[];
  close(): Promise<void>;
}

export async function upstreamServer(): Promise<Upstream> {
  const documents = new Map<string, string>();
  const requests: Upstream['requests'] = [];
  const server = http.createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const body = (incoming.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString();
    const path = incoming.url!;
    requests.push({ method: incoming.method!, path, headers: incoming.headers, body });
    response.setHeader('x-elastic-product', 'Elasticsearch');
    response.setHeader('content-type', 'application/vnd.elasticsearch+json;compatible-with=9');
    if (path.startsWith('/echo')) {
      response.end(JSON.stringify({ length: body.length, body }));
      return;
    }
    if (path.includes('_bulk')) {
      const lines = body.trim().split('\n');
      const items: unknown[] = [];
      for (let at = 0; at < lines.length; at += 1) {
        const [action, { _id }] = Object.entries(JSON.parse(lines[at]!) as Record<string, { _id: string }>)[0]!;
        if (action === 'delete') documents.delete(_id);
        else {
          at += 1;
          documents.set(_id, lines[at]!);
        }
        items.push({ [action]: { _index: 'd', _id, status: 200 } });
      }
      const answer = Buffer.from(JSON.stringify({ took: 3, errors: false, items }));
      const packed = incoming.headers['accept-encoding']?.includes('gzip');
      if (packed) response.setHeader('content-encoding', 'gzip');
      response.end(packed ? gzipSync(answer) : answer);
      return;
    }
    const document = documents.get(path.slice(1));
    response.statusCode = document === undefined ? 404 : 200;
    response.setHeader('content-length', Buffer.byteLength(document ?? '{}'));
    response.end(incoming.method === 'HEAD' ? undefined : (document ?? '{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    documents,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string | Buffer;
  readonly signal?: AbortSignal;
  readonly ca?: string;
  readonly agent?: http.Agent;
}

/** One request to a proxy; rejects where the reply does not come whole. */
export function ask(url: string, { method = 'GET', headers = {}, body = '', signal, ca, agent }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const trusted = ca === undefined ? {} : { ca: readFileSync(ca) };
    const length = body.length > 0 ? { 'content-length': Buffer.byteLength(body) } : {};
    const options = { method, headers: { ...headers, ...length }, ...trusted, ...(signal ? { signal } : {}), agent: agent ?? false };
    const request = (url.startsWith('https') ? https : http).request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks).toString('latin1') }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const json = (answer: Answer): unknown => JSON.parse(Buffer.from(answer.body, 'latin1').toString());
export const bulkBody = (ids: readonly string[]): string =>
  ids.map((id) => `${JSON.stringify({ index: { _index: 'd', _id: id } })}\n{"name":"quyết định ${id}"}\n`).join('');
export const bulk = (url: string, ids: readonly string[], headers: http.OutgoingHttpHeaders = {}): Promise<Answer> =>
  ask(`${url}/_bulk`, { method: 'POST', body: bulkBody(ids), headers: { 'content-type': 'application/x-ndjson', ...headers } });
export const statuses = (answer: Answer): unknown =>
  (json(answer) as { items: Record<string, { _id: string; status: number }>[] }).items.map((item) => {
    const { _id, status } = Object.values(item)[0]!;
    return [_id, status];
  });
