import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApi } from '#services/api/app.ts';
import { noEngine } from '../support/engine.ts';
import { openService, type Service, upload } from './service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService();
});
afterAll(() => service.close());

/** All routes as they are registered, but the twins that answer HEAD. */
async function routesOf(): Promise<{ app: Awaited<ReturnType<typeof buildApi>>; routes: readonly RouteOptions[] }> {
  const app = await buildApi(service.library);
  await app.ready();
  return { app, routes: app.routeTable.filter((route) => route.method !== 'HEAD') };
}

describe.skipIf(noEngine)('routes', () => {
  test('every route declares who may call it, and is in the OpenAPI document unless it is a page of the documentation', async () => {
    const { app, routes } = await routesOf();
    const { paths } = app.swagger() as { paths: Record<string, Record<string, unknown>> };
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const own = routes.filter((route) => !/^\/(?:docs(?:\/.*)?|openapi\.json)?$/.test(route.url));
    expect(routes.every((route) => ['reader', 'editor', 'admin'].includes(route.config?.role ?? ''))).toBe(true);
    expect(own.map((route) => `${String(route.method)} ${route.url.replace(/:(\w+)/g, '{$1}')}`).sort()).toEqual(documented.sort());
    expect(documented.length).toBeGreaterThan(30);
    await app.close();
  });

  test('a route that does not declare who may call it keeps the service from starting', async () => {
    const app = await buildApi(service.library);
    app.get('/open', async () => '');
    await expect(app.ready()).rejects.toThrow('GET /open');
  });

  test('only adding documents, keeping searches and deciding about works ask for more than a reader', async () => {
    const { app, routes } = await routesOf();
    expect(routes.filter((route) => route.config?.role !== 'reader').map((route) => `${String(route.method)} ${route.url}`)).toEqual([
      'POST /api/v1/decisions',
      'POST /api/v1/decisions/:id/undo',
      'POST /api/v1/saved',
      'DELETE /api/v1/saved/:id',
      'POST /api/v1/saved/:id/seen',
      'POST /api/v1/documents',
    ]);
    await app.close();
  });

  test('a caller without the role is refused, and nothing is taken in', async () => {
    const app = await buildApi(service.library, { roles: ['reader'] });
    const before = await service.library.stats();
    const answer = await app.inject(upload({ name: 'a.txt', content: 'Kế hoạch số 99-KH/TU' }));
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error.code).toBe('forbidden');
    expect((await app.inject('/api/v1/stats')).statusCode).toBe(200);
    expect(await service.library.stats()).toEqual(before);
    await app.close();
  });

  test('the root leads to the documentation, which loads from this service alone', async () => {
    const root = await service.ask('/');
    expect([root.status, root.headers.location]).toEqual([302, '/docs']);
    const docs = await service.ask('/docs');
    expect(docs.status).toBe(200);
    expect(docs.body).not.toMatch(/(?:src|href)="https?:/);
    const policy = String(docs.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/https?:/);
  });

  test('answers carry safe headers', async () => {
    const { headers } = await service.ask('/api/v1/stats');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
