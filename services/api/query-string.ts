import type { FastifyInstance } from 'fastify';
import { Refusal } from './errors.ts';

/** Refuses query strings with broken percent-encoding by the field's name; the parser would hand them on as they are. */
export function refuseBrokenQueries(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const start = request.url.indexOf('?');
    if (start < 0) return;
    const broken = request.url
      .slice(start + 1)
      .split('&')
      .filter((pair) => !decodes(pair));
    if (broken.length === 0) return;
    const details = broken
      .map((pair) => pair.split('=', 1)[0] ?? '')
      .map((name) => ({ path: decodes(name) ? decodeURIComponent(name) : 'query', message: 'is not valid percent-encoded UTF-8' }));
    throw new Refusal('bad-request', details);
  });
}

function decodes(words: string): boolean {
  try {
    decodeURIComponent(words);
    return true;
  } catch {
    return false;
  }
}
