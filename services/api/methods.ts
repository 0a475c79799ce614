import type { FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';

/** Answers a request for an address that is not there (`not-found`) or is there for other methods only (`method-not-allowed`, with Allow). */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  let patterns: readonly { pattern: RegExp; methods: readonly string[] }[] = [];
  app.addHook('onReady', async () => {
    patterns = app.routeTable.map(({ url, method }) => ({ pattern: patternOf(url), methods: [method].flat() }));
  });
  // Before anything is read of the body, which nobody asked for.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.replace(/[?#].*$/su, '');
    const allowed = new Set(patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods));
    if (allowed.size === 0) throw new Failure('not-found', `There is no address ${request.method} ${path}.`);
    reply.header('allow', [...allowed].sort().join(', '));
    throw new Failure('method-not-allowed');
  });
}

/** A route's address ("/documents/:id/text") as a pattern for paths. */
function patternOf(url: string): RegExp {
  const steps = url.split('/').map((step) => (step.startsWith(':') ? '[^/]+' : step === '*' ? '.*' : step.replaceAll('.', '\\.')));
  return new RegExp(`^${steps.join('/')}$`, 'u');
}
