import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { unauthenticated } from './faultProxy/answers.ts';
import { type Certificates, certificates } from './faultProxy/certificates.ts';
import { type Arrived, bodyText, type Exchange, type Fault, type Match, matches, type Reply } from './faultProxy/exchange.ts';

export interface FaultProxy {
  /** Where it listens: the same address for its whole life. */
  readonly url: string;
  /** Every request that arrived whole, in order, faulted or not. */
  readonly seen: readonly Arrived[];
  /** The file (PEM) of the authority that signed its certificate, and one of an authority that did not; null without TLS. */
  readonly ca: string | null;
  readonly otherCa: string | null;
  /** Does `what` to the requests that match; of several faults the one that was told last and is not used up acts. */
  fault(match: Match, what: Fault, options?: { times?: number }): ToldFault;
  /** Ends all faults. */
  heal(): void;
  /** Breaks all connections and refuses new ones. */
  down(): Promise<void>;
  /** Listens again, on the same port. */
  up(): Promise<void>;
  /** Ends all sockets and timers. Rejects where a fault itself broke, so that no test passes on a fault that never acted. */
  close(): Promise<void>;
}

export interface ToldFault {
  /** How many requests it has met. */
  readonly met: number;
  end(): void;
}

export interface FaultProxyOptions {
  /** Listens with TLS, under a certificate of an authority made for this proxy; needs openssl (see `opensslMissing`). */
  readonly tls?: boolean;
  /** The values of the Authorization header that are let in; all others get 401. Without it everybody is let in. */
  readonly requireAuthorization?: readonly string[];
}

/** Headers that belong to one connection, and those that the proxy sets itself (RFC 9110, 7.6.1). */
const ownHeaders = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
]);

/** An HTTP proxy on a free port of 127.0.0.1 before `upstream` that does wrong as it is told. Bodies are held whole. */
export async function faultProxy(upstream: string, options: FaultProxyOptions = {}): Promise<FaultProxy> {
  const target = new URL(upstream);
  const client = target.protocol === 'https:' ? https : http;
  // A connection each: one that the upstream closed while it lay idle would look like a fault that nobody told.
  const agent = new client.Agent({ keepAlive: false });
  const ended = new AbortController();
  const seen: Arrived[] = [];
  const faults: { match: Match; what: Fault; left: number; met: number }[] = [];
  const broken: unknown[] = [];
  const sockets = new Set<Socket>();
  const papers: Certificates | null = options.tls ? certificates() : null;

  const passOn = (arrived: Arrived, body: Buffer): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const sent = client.request(
        new URL(arrived.path, target),
        {
          agent,
          method: arrived.method,
          headers: {
            ...withAccount(kept(arrived.headers), target),
            ...(arrived.raw.length > 0 || body.length > 0 ? { 'content-length': body.length } : {}),
          },
          signal: ended.signal,
        },
        (answer) => {
          whole(answer).then(
            (bytes) => resolve({ status: answer.statusCode ?? 502, headers: kept(answer.headers), body: bytes }),
            (thrown) => reject(new Unreachable(thrown)),
          );
        },
      );
      sent.on('error', (thrown) => reject(new Unreachable(thrown)));
      sent.end(body);
    });

  const act = async (incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const raw = await whole(incoming);
    const headers = incoming.headers;
    const arrived: Arrived = {
      method: incoming.method ?? 'GET',
      path: incoming.url ?? '/',
      headers,
      raw,
      body: bodyText(raw, headers),
    };
    seen.push(arrived);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const exchange: Exchange = {
      request: arrived,
      passOn: (body = raw) => passOn(arrived, body),
      reply: (reply) => answer(response, reply, reply.body.length),
      replyUntil: (reply, bytes) => answer(response, reply, bytes),
      cut: () => incoming.socket.destroy(),
      wait: async (milliseconds) => {
        await pause(milliseconds, undefined, { signal: AbortSignal.any([gone.signal, ended.signal]) });
      },
    };
    const accepted = options.requireAuthorization;
    if (accepted && !accepted.includes(headers.authorization ?? '')) {
      exchange.reply(unauthenticated(arrived));
      return;
    }
    const fault = faults.findLast((each) => each.left > 0 && matches(each.match, arrived));
    if (!fault) {
      exchange.reply(await exchange.passOn());
      return;
    }
    fault.left -= 1;
    fault.met += 1;
    await fault.what(exchange);
  };

  const listener = (incoming: http.IncomingMessage, response: http.ServerResponse): void => {
    act(incoming, response).catch((thrown: unknown) => {
      // A client that went away, an upstream that is gone and the end of the proxy are no faults of a fault.
      const expected = thrown instanceof Unreachable || incoming.socket.destroyed || ended.signal.aborted;
      if (!expected) broken.push(thrown);
      incoming.socket.destroy();
    });
  };

  const server = papers ? https.createServer({ key: papers.key, cert: papers.certificate }, listener) : http.createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) {
        resolve();
        return;
      }
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });

  const port = await listenSomewhere(listen);
  return {
    url: `${papers ? 'https' : 'http'}://127.0.0.1:${port}`,
    seen,
    ca: papers?.ca ?? null,
    otherCa: papers?.otherCa ?? null,
    fault(match, what, { times = Number.POSITIVE_INFINITY } = {}) {
      const told = { match, what, left: times, met: 0 };
      faults.push(told);
      return {
        get met() {
          return told.met;
        },
        end() {
          told.left = 0;
        },
      };
    },
    heal() {
      for (const each of faults) each.left = 0;
    },
    down,
    up: async () => {
      if (!server.listening) await listen(port);
    },
    close: async () => {
      ended.abort();
      await down();
      agent.destroy();
      papers?.remove();
      if (broken.length > 0) throw new AggregateError(broken, `A fault of the proxy broke: ${String(broken[0])}`);
    },
  };
}

/**
 * A free port below those that systems give to outgoing connections: on one of these, a client that knocks while the proxy
 * is down may be connected to itself, and hold the port against `up`.
 */
async function listenSomewhere(listen: (port: number) => Promise<void>): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    const port = 10_000 + Math.floor(Math.random() * 10_000);
    try {
      await listen(port);
      return port;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 50) throw thrown;
    }
  }
}

/** The upstream did not answer, or not wholly; the client sees its connection break, as it would without a proxy. */
class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The upstream did not answer.', { cause });
  }
}

function kept(headers: http.IncomingHttpHeaders): http.IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name)));
}

/** An account in the upstream's address goes before the one in the request, which then is for the proxy only. */
function withAccount(headers: http.IncomingHttpHeaders, { username }: URL): http.IncomingHttpHeaders {
  const { authorization: _own, ...others } = headers;
  return username === '' ? headers : others;
}

async function whole(message: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Writes a reply; where fewer bytes than its body are asked for, the connection breaks after them. */
function answer(response: http.ServerResponse, reply: Reply, bytes: number): void {
  // The reply to HEAD states the length of a body that it does not have.
  const stated = response.req.method === 'HEAD' ? {} : { 'content-length': reply.body.length };
  response.writeHead(reply.status, { ...reply.headers, ...stated });
  if (bytes >= reply.body.length) {
    response.end(reply.body);
    return;
  }
  response.flushHeaders();
  response.write(reply.body.subarray(0, bytes), () => response.destroy());
}
