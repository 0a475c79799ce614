import { benchEmbedded } from './search/embedded.ts';
import { benchServer } from './search/server.ts';

const least = 256;

/**
 * `npm run bench search [COUNT] [embedded|elasticsearch]`: our search beside the same words sent bare to the engine, over generated documents, on each
 * engine (or one) in one run: the ten best, with facets and passages, suggestions, twenty at once, rate and size of the index.
 */
export async function benchSearch([given = '100000', engine = 'both']: readonly string[]): Promise<void> {
  const count = Number(given);
  if (!Number.isInteger(count) || count < least)
    throw new Error(`The number of documents must be a whole number from ${least}, not ${given}.`);
  if (!['both', 'embedded', 'elasticsearch'].includes(engine)) throw new Error(`There is no engine ${engine}: embedded, elasticsearch.`);
  if (engine !== 'elasticsearch') await benchEmbedded(count);
  if (engine !== 'embedded') await benchServer(count);
}
