import { benchAnalysis } from './analysis.ts';
import { benchExtract } from './extract.ts';
import { benchGraph } from './graph.ts';
import { benchHostile } from './hostile.ts';
import { benchIngest } from './ingest.ts';
import { benchSearch } from './search.ts';
import { benchStore } from './store.ts';

/** `npm run bench NAME`: measures one thing on this machine and prints the numbers. */
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  analysis: benchAnalysis,
  extract: benchExtract,
  graph: benchGraph,
  hostile: benchHostile,
  ingest: benchIngest,
  search: benchSearch,
  store: benchStore,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench NAME, where NAME is one of: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
} else {
  await bench(args);
}
