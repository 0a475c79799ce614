import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@elastic/elasticsearch';
import { ingest, pipelineVersion } from '#ingest/ingest.ts';
import { makeReadingLibrary } from '#services/library/open.ts';
import { elasticsearchIndexes } from '#services/store/elasticsearch/indexes.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import { startServer } from '../../elasticsearch/server.ts';
import { throughAdapter } from '../store/indexing.ts';
import { megabytes, print, told } from './figures.ts';
import { gather, gathering, type Question, questionsFrom, withoutAccents } from './questions.ts';
import { records } from './records.ts';
import { suggestions, tellRatios, topTen, whole } from './turns.ts';

const heap = '1g';
const segment = 4096;
const examples = 400;
const bareIndex = 'bare';
const mergeTime = 30 * 60_000;
/** The server keeps what it was sent for half a minute, whatever is merged. */
const untilGivenUp = 40_000;

/** Our search on Elasticsearch beside a plain index of the same texts on the same server, asked by plain requests, in one run and in turns. */
export async function benchServer(count: number): Promise<void> {
  const server = await startServer({ heap });
  const options: ElasticsearchOptions = {
    nodes: [server.url],
    auth: { kind: 'none' },
    ca: null,
    prefix: 'search',
    shards: 1,
    replicas: 0,
    timeout: 30_000,
  };
  const client = new Client({ node: server.url });
  const indexes = elasticsearchIndexes(options);
  const library = makeReadingLibrary(elasticsearchIndexes(options), {
    pipeline: pipelineVersion,
    extract: ingest,
    maxFileBytes: 1024 * 1024,
  });
  try {
    print(`Elasticsearch, ${count} generated documents`);
    const store = await indexes.open('current', { create: true });
    const questions = await build(client, store, count);
    const first = (question: Question) => bareFirst(server.url, question);
    tellRatios(await topTen(store, first, questions), '1.50 or less', '2.00 or less');
    await whole(library, first, questions);
    await suggestions(store, questions);
    await store.close();
  } finally {
    await library.close();
    await indexes.close();
    await client.close();
    await server.close();
  }
}

async function build(client: Client, store: Store, count: number): Promise<Question[]> {
  await client.indices.create({
    index: bareIndex,
    settings: { number_of_shards: 1, number_of_replicas: 0 },
    mappings: { properties: { title: { type: 'text' }, text: { type: 'text' }, type: { type: 'keyword' }, year: { type: 'keyword' } } },
  });
  const gathered = gathering();
  let [ours, theirs, bytes] = [0, 0, 0];
  for await (const documents of records(count, segment)) {
    gather(gathered, documents, Math.max(1, Math.floor(count / examples)));
    for (const { record } of documents) bytes += Buffer.byteLength(record.text);
    ours += await throughAdapter(store, documents);
    theirs += await bareInsert(client, documents);
  }
  await store.refresh();
  await client.indices.refresh({ index: bareIndex });
  // What is not yet committed is kept for copies, too.
  await client.indices.flush({ index: [bareIndex, 'search-*'] });
  // As after a rebuild (services/store/elasticsearch/README.md): merging drops what is kept of each document for bringing copies level.
  await pause(untilGivenUp);
  await client.indices.forcemerge({ index: [bareIndex, 'search-*'], max_num_segments: 1 }, { requestTimeout: mergeTime });
  // What is only counted, the server remembers: a question asked again would be no question.
  await client.indices.putSettings({ index: [bareIndex, 'search-*'], settings: { 'index.requests.cache.enable': false } });
  const { indices = {} } = await client.indices.stats({ metric: ['store'] });
  const sizes = Object.entries(indices).map(([name, { primaries }]) => ({ name, size: primaries?.store?.size_in_bytes ?? 0 }));
  const size = sizes.filter(({ name }) => name !== bareIndex).reduce((sum, one) => sum + one.size, 0);
  print(
    `after all merges, of both (POST _forcemerge): text ${megabytes(bytes)}; ${sizes.map((one) => `${one.name} ${megabytes(one.size)}`).join(', ')}`,
  );
  told('index beside text', (size / bytes).toFixed(2), '2.50 or less');
  told('documents put a second', ((count * 1000) / ours).toFixed(0), '');
  told('documents put into the bare index a second', ((count * 1000) / theirs).toFixed(0), '');
  told('rate of the index beside the bare one', (theirs / ours).toFixed(2), '0.50 or more');
  return questionsFrom(gathered);
}

/**
 * Milliseconds that the client's own helper takes. The index is what anybody would set up where accents may be left out, as the bare one of the embedded
 * store: without them. They are taken off before, since the server for tests comes without the filter that does it (asciifolding).
 */
async function bareInsert(client: Client, documents: readonly StoredDocument[]): Promise<number> {
  const datasource = documents.map(({ record: { document, text } }) => ({
    title: document.title === null ? null : withoutAccents(document.title),
    text: withoutAccents(text),
    type: document.type,
    year: document.date?.slice(0, 4) ?? null,
  }));
  const begun = performance.now();
  const { failed } = await client.helpers.bulk({
    datasource,
    onDocument: () => ({ index: { _index: bareIndex } }),
  });
  if (failed > 0) throw new Error(`${failed} documents were not taken by the bare index.`);
  return performance.now() - begun;
}

/** The ten best, as anybody would ask for them: all words in title and text together, or side by side. */
async function bareFirst(url: string, { words, phrase, filters: { type, year } }: Question): Promise<void> {
  const query = withoutAccents(words.join(' '));
  const match = phrase
    ? { multi_match: { query, fields: ['title', 'text'], type: 'phrase' } }
    : { combined_fields: { query, fields: ['title', 'text'], operator: 'and' } };
  const filter = [...(type === undefined ? [] : [{ term: { type } }]), ...(year === undefined ? [] : [{ term: { year } }])];
  const body = JSON.stringify({ size: 10, _source: false, query: { bool: { must: match, filter } } });
  const answer = await fetch(`${url}/${bareIndex}/_search`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await answer.text();
  if (!answer.ok) throw new Error(`The bare index answered ${answer.status} to ${query}.`);
}
