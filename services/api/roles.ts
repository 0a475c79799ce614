import type { FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';

/** Who may call a route: a reader looks, an editor adds documents, an admin runs the collection. */
export const roles = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route; a route without it is refused at start. */
    role?: Role;
  }
}

/**
 * Holds every route to its role: a route that declares none keeps the service from starting, and a caller without the role gets `forbidden`.
 * `held` are the roles of the one local user.
 */
export function checkRoles(app: FastifyInstance, held: readonly Role[]): void {
  // Only then have inner plug-ins had their say.
  app.addHook('onReady', async () => {
    const open = app.routeTable.filter((route) => route.config?.role === undefined);
    if (open.length > 0)
      throw new Error(
        `Routes that do not declare who may call them: ${open.map(({ method, url }) => `${String(method)} ${url}`).join(', ')}.`,
      );
  });
  app.addHook('onRequest', async (request) => {
    const role = request.routeOptions.config.role;
    if (role === undefined || !held.includes(role))
      throw new Failure('forbidden', role === undefined ? null : `This asks for the role "${role}".`);
  });
}
