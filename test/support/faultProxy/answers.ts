import { STATUS_CODES } from 'node:http';
import type { Arrived, Reply } from './exchange.ts';

/** The answers that Elasticsearch gives, made up: bodies as its REST API gives them. */

/** An answer with the headers of Elasticsearch; an object becomes its JSON. `headers` replace those, null takes one away. */
export function elasticAnswer(status: number, body: unknown, headers: Readonly<Record<string, string | null>> = {}): Reply {
  const all: Record<string, string | null> = {
    'x-elastic-product': 'Elasticsearch',
    'content-type': typeof body === 'string' ? 'text/plain; charset=UTF-8' : 'application/vnd.elasticsearch+json;compatible-with=9',
    ...headers,
  };
  return {
    status,
    headers: Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

/** An answer that refuses the whole request. */
export function elasticError(status: number, type: string, reason: string, headers: Readonly<Record<string, string | null>> = {}): Reply {
  return elasticAnswer(status, { error: { root_cause: [{ type, reason }], type, reason }, status }, headers);
}

/** 401, as with missing or wrong credentials. */
export function unauthenticated(request: Arrived): Reply {
  const schemes = ['Basic realm="security", charset="UTF-8"', 'ApiKey'];
  const path = request.path.replace(/\?.*$/s, '');
  const reason = request.headers.authorization
    ? `unable to authenticate with provided credentials and anonymous access is not allowed for REST request [${path}]`
    : `missing authentication credentials for REST request [${path}]`;
  const error = { type: 'security_exception', reason, header: { 'WWW-Authenticate': schemes } };
  return elasticAnswer(401, { error: { root_cause: [error], ...error }, status: 401 }, { 'www-authenticate': schemes.join(', ') });
}

/** 403, as for a user who is known but may not do this. */
export function unauthorized(action: string, user = 'reader'): Reply {
  return elasticError(403, 'security_exception', `action [${action}] is unauthorized for user [${user}] with effective roles [none]`);
}

/** 429, as when a queue is full; `retryAfter` in seconds, as a header. */
export function overloaded(retryAfter?: number): Reply {
  return elasticError(
    429,
    'circuit_breaking_exception',
    '[parent] Data too large, data for [<http_request>] would be larger than the limit',
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}

/** 503, as when no node leads the cluster; with `html`, as from a load balancer before it. */
export function unavailable(form: 'json' | 'html' = 'json'): Reply {
  if (form === 'json') return elasticError(503, 'cluster_block_exception', 'blocked by: [SERVICE_UNAVAILABLE/2/no master];');
  const body = `<html><head><title>503 ${STATUS_CODES[503]}</title></head><body>No server is available.</body></html>`;
  return elasticAnswer(503, body, { 'content-type': 'text/html', 'x-elastic-product': null });
}

/** `GET /` of a server of this version. */
export function greeting(version: string): Reply {
  return elasticAnswer(200, {
    name: 'node-1',
    cluster_name: 'elasticsearch',
    cluster_uuid: 'mJ3QSVlTQ3yhZ0dCq0n4Kg',
    version: {
      number: version,
      build_flavor: 'default',
      build_type: 'docker',
      build_hash: '0000000000000000000000000000000000000000',
      build_date: '2026-01-01T00:00:00.000000000Z',
      build_snapshot: false,
      lucene_version: '10.3.2',
      minimum_wire_compatibility_version: '8.19.0',
      minimum_index_compatibility_version: '8.0.0',
    },
    tagline: 'You Know, for Search',
  });
}

/** `GET /` of a product that is not Elasticsearch but speaks like it: its header is missing. */
export function otherProduct(): Reply {
  const version = { distribution: 'opensearch', number: '3.1.0' };
  return elasticAnswer(200, { name: 'node-1', version }, { 'x-elastic-product': null, 'content-type': 'application/json; charset=UTF-8' });
}
