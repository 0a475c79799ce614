import { openLibrary } from '#services/compose.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';

/** What a rebuilding process writes, one a line. */
export type Told = { readonly done: number; readonly total: number } | { readonly documents: number; readonly failures: number };

// `node rebuilder.ts FOLDER OPTIONS`: what `vankien rebuild` does, told step by step.
const [data = '', options = 'null'] = process.argv.slice(2);
const library = await openLibrary({ data, mode: 'read', elasticsearch: JSON.parse(options) as ElasticsearchOptions | null });
const tell = (told: Told) => process.stdout.write(`${JSON.stringify(told)}\n`);
try {
  tell(await library.rebuild((done, total) => tell({ done, total })));
} catch (thrown) {
  process.stderr.write(`${(thrown as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await library.close();
}
