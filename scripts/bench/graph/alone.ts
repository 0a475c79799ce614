import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { walksOver } from './walks.ts';

/** `node alone.ts INDEX COUNT`: in a process for itself, the time of the first walk and the memory that walks take, as JSON. */
const [index = '', count = '0'] = process.argv.slice(2);
const store = openSqliteStore({ file: index, mode: 'read' });
await store.stats();
const walks = walksOver(Number(count), 400);
global.gc?.();
const idle = process.memoryUsage().rss;
const begun = performance.now();
await store.walk(walks[0]!.request);
const first = performance.now() - begun;
const loading = process.resourceUsage().maxRSS * 1024 - idle;
for (const { request } of walks) await store.walk(request);
const held = process.memoryUsage();
process.stdout.write(
  JSON.stringify({
    first,
    idle,
    loading,
    most: process.resourceUsage().maxRSS * 1024 - idle,
    left: held.rss - idle,
    arrays: held.arrayBuffers,
  }),
);
await store.close();
