import type { FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';

/** Answers a request for an address that is not there (`not-found`) or is there for other methods only (`method-not-allowed`, with Allow). */
export function refuseUnknownRoutes(app: FastifyInstance): void {
  const routes = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', (route) => {
    const known = routes.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() };
    for (const method of [route.method].flat()) known.methods.add(method);
    routes.set(route.url, known);
  });
  // Before anything is read of the body, which nobody asked for.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const path = request.url.replace(/[?#].*$/su, '');
    const allowed = new Set([...routes.values()].filter((route) => route.pattern.test(path)).flatMap((route) => [...route.methods]));
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
