import type { IncomingHttpHeaders } from 'node:http';
import { unzipSync } from 'node:zlib';

/** A request as it arrived. `path` holds the query too; `raw` is the body on the wire, `body` its text, unpacked. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a fault may do with one request. */
export interface Exchange {
  readonly request: Arrived;
  /** Passes the request on, with another body where one is given, and resolves with the whole reply. */
  passOn(body?: Buffer): Promise<Reply>;
  reply(reply: Reply): void;
  /** Sends this many bytes of the reply's body under the length of the whole, then breaks the connection. */
  replyUntil(reply: Reply, bytes: number): void;
  /** Breaks the connection. */
  cut(): void;
  /** Waits, in milliseconds; rejects where the client goes away or the proxy is closed. */
  wait(milliseconds: number): Promise<void>;
}

export type Fault = (exchange: Exchange) => void | Promise<void>;

/** A pattern is tried on `METHOD /path?query`. */
export type Match = RegExp | ((request: Arrived) => boolean);

export function matches(match: Match, request: Arrived): boolean {
  return typeof match === 'function' ? match(request) : match.test(`${request.method} ${request.path}`);
}

/** The text of a body, unpacked where its headers say that it is packed (gzip, deflate: the client's only two). */
export function bodyText(body: Buffer, headers: IncomingHttpHeaders): string {
  const packed = body.length > 0 && /gzip|deflate/.test(headers['content-encoding'] ?? '');
  return (packed ? unzipSync(body) : body).toString('utf8');
}

/** The reply with another body, no longer packed. */
export function withBody(reply: Reply, body: string): Reply {
  const { 'content-encoding': _packed, ...headers } = reply.headers;
  return { ...reply, headers, body: Buffer.from(body) };
}
