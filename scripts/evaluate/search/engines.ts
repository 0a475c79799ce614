import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { type Shelf, stemOf } from './judged.ts';
import type { PlainDocument } from './yardstick.ts';

/** Something that gives the names of the best documents for a query. */
export interface Engine {
  first(query: string, limit: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Our own search as a user has it: the files of a shelf, taken into a new collection by the library and asked through it. */
export interface OwnEngine extends Engine {
  /** What was taken in, as text. */
  readonly documents: readonly PlainDocument[];
}

/** The collection lies in a folder of its own that `close` takes away. */
export async function openOwn(shelf: Shelf, elasticsearch: ElasticsearchOptions | null = null): Promise<OwnEngine> {
  const data = await mkdtemp(join(tmpdir(), 'vankien-search-'));
  const library = await openLibrary({ data, mode: 'write', elasticsearch, processesAfter: Number.POSITIVE_INFINITY });
  return {
    documents: await takeIn(library, shelf),
    async first(query, limit) {
      const { hits } = await library.search(query, {}, { from: 0, size: limit });
      return hits.map(({ document }) => stemOf(document.name));
    },
    async close() {
      await library.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function takeIn(library: Library, shelf: Shelf): Promise<PlainDocument[]> {
  const files = shelf.files.map((path) => ({ name: basename(path), source: path, read: async () => readFileSync(path) }));
  const documents: PlainDocument[] = [];
  for await (const { name, document, searchable, failure } of library.add(files)) {
    if (document === null || !searchable) throw new Error(`${name} was not taken in: ${failure?.message ?? 'the index is away'}`);
    const [view] = await library.show(document);
    documents.push({ name: stemOf(name), title: view?.title ?? '', text: (await library.text(document)).text });
  }
  return documents;
}
