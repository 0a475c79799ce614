import type { FastifyInstance, RouteOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** All routes, in the order of their registration; those that answer HEAD for a GET among them. */
    readonly routeTable: readonly Readonly<RouteOptions>[];
  }
}

/** Keeps the table of the routes that follow. */
export function keepRouteTable(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.decorate('routeTable', routes);
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
}
