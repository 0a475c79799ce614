import type { FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other web sites out, as there is no sign-in: a request must name the service by one of `hosts` (null: any), so that no foreign name
 * can be pointed at it, and one that changes something must not come from a page of another origin.
 */
export function refuseForeignPages(app: FastifyInstance, hosts: readonly string[] | null): void {
  app.addHook('onRequest', async (request) => {
    const host = request.headers.host ?? '';
    const name = host.replace(/:[0-9]*$/u, '').toLowerCase();
    if (hosts !== null && !hosts.includes(name))
      throw new Failure('forbidden', 'The service is not known under the name in the Host header; VANKIEN_HOSTS adds names.');
    if (safeMethods.has(request.method)) return;
    const origin = request.headers.origin;
    if (origin !== undefined && origin.replace(/^https?:\/\//u, '').toLowerCase() !== host.toLowerCase())
      throw new Failure('forbidden', 'The request comes from a page of another site.');
  });
}
