import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from '@elastic/elasticsearch';
import { openLibrary } from '#services/compose.ts';
import type { IncomingFile, Library } from '#services/library/library.ts';
import { type ElasticsearchServer, startServer } from '../elasticsearch/server.ts';
import { type Random, randomOf } from '../generate/random.ts';
import { type Comparison, compare, lacking } from './compare.ts';
import { fileOf } from './files.ts';
import { optionsFor } from './server.ts';
import { printTable, verdict } from './table.ts';

/** Longest time from the return of the server until ledger and index are level, in milliseconds. */
const levelWithin = 60_000;

/** So many documents the library has under way before it must acknowledge the first: without more, nothing is sent. */
const underWay = 512;
const patience = 300_000;

/**
 * Takes documents in while the server is killed (SIGKILL) in the middle of bulk requests and started again on its data, some times over.
 * Nothing acknowledged may be lost or doubled, and ledger and index must be level soon after each return, without anybody's help.
 * Some returns are followed by the next kill at once, so that it falls into the catching up.
 */
export async function soakKill(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '10' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const [documents, kills, seed] = [Number(values.documents), Number(values.kills), Number(values.seed)];
  if (!(documents >= underWay * (kills + 1) && kills >= 1))
    throw new Error(`${kills} kills need at least ${underWay * (kills + 1)} documents.`);
  process.stdout.write(`${documents} documents, ${kills} kills, --seed ${seed}\n`);
  const data = await mkdtemp(join(tmpdir(), 'vankien-soak-'));
  const server = await startServer({ heap: '512m', quick: true });
  const client = new Client({ node: server.url, requestTimeout: 10_000, maxRetries: 0 });
  const library = await openLibrary({ data, mode: 'write', elasticsearch: optionsFor(server), processesAfter: 0 });
  try {
    return await run({ server, client, library, data, documents, kills, random: randomOf(seed) });
  } finally {
    await library.close();
    await client.close();
    await server.close();
    await rm(data, { recursive: true, force: true });
  }
}

interface Run {
  readonly server: ElasticsearchServer;
  readonly client: Client;
  readonly library: Library;
  readonly data: string;
  readonly documents: number;
  readonly kills: number;
  readonly random: Random;
}

/** How many documents may be given to the library, and how many were. */
interface Gate {
  open: number;
  passed: number;
}

/** What was reported to whoever gave the documents. */
interface Acknowledged {
  readonly ids: Set<string>;
  searchable: number;
  later: number;
  known: number;
  readonly refused: string[];
}

interface Kill {
  readonly at: number;
  /** Bulk requests that were on the way. */
  readonly bulks: number;
  /** Milliseconds without a server. */
  readonly away: number;
  /** Acknowledged in that time. */
  readonly meanwhile: number;
  /** Milliseconds from the return until the index held all that was acknowledged by then; null where the next kill came before. */
  readonly level: number | null;
}

async function run(parts: Run): Promise<boolean> {
  const { client, library, data, documents, kills, random } = parts;
  const bulks = watchBulks();
  const acknowledged: Acknowledged = { ids: new Set(), searchable: 0, later: 0, known: 0, refused: [] };
  const gate: Gate = { open: 0, passed: 0 };
  const adding = take(library, source(documents, gate), acknowledged);
  let failed: unknown = null;
  adding.catch((thrown) => {
    failed = thrown;
  });
  const rows: Kill[] = [];
  const share = Math.floor(documents / (kills + 1));
  for (let kill = 0; kill < kills; kill += 1) {
    // Documents are let in up to this place, and some more, which come while the server is away.
    const place = share * kill + random.int(Math.ceil(share / 4), share - 1);
    gate.open = Math.max(gate.open, place + underWay + random.int(0, share));
    await until(() => failed !== null || gate.passed >= place, patience);
    if (failed !== null) throw failed;
    rows.push(await killOnce(parts, bulks, acknowledged, random.chance(0.3) && kill + 1 < kills));
    const last = rows.at(-1)!;
    process.stderr.write(
      `kill ${kill + 1} of ${kills}: ${last.bulks} bulk requests cut, ${acknowledged.ids.size} documents acknowledged\n`,
    );
  }
  gate.open = documents;
  await adding;
  bulks.close();
  const begun = performance.now();
  const settled = await levelled(client, acknowledged);
  const comparison = await settledComparison(client, data, levelWithin - (performance.now() - begun));
  const report = await library.doctor();
  printTable(
    ['kill at', 'bulks cut', 'away s', 'acknowledged meanwhile', 'level after s'],
    rows.map(({ at, bulks: cut, away, meanwhile, level }) => [
      at,
      cut,
      seconds(away),
      meanwhile,
      level === null ? 'killed before' : seconds(level),
    ]),
  );
  const { ids, searchable, later, known, refused } = acknowledged;
  process.stdout.write(
    `acknowledged ${ids.size} (${searchable} searchable at once, ${later} later), known already ${known}, refused ${refused.length}\n`,
  );
  process.stdout.write(
    `at the end level after ${seconds(settled)} s; the ledger holds ${comparison.ledger}, the index ${comparison.index} documents\n`,
  );
  return judge(rows, acknowledged, comparison, settled, report.healthy && report.mended.length === 0, documents);
}

function judge(
  rows: readonly Kill[],
  acknowledged: Acknowledged,
  comparison: Comparison,
  settled: number,
  healthy: boolean,
  documents: number,
): boolean {
  const { missing, surplus, doubled, otherRevision, wrongTasks, strayTasks, wrongLinks } = comparison;
  const lost = [...missing].filter((id) => acknowledged.ids.has(id));
  const difference = missing.length + surplus.length + otherRevision.length + wrongTasks.length + strayTasks.length + wrongLinks.length;
  const slowest = Math.max(settled, ...rows.map(({ level }) => level ?? 0));
  const detail = `missing ${missing.length}, surplus ${surplus.length}, other revision ${otherRevision.length}, with wrong tasks ${wrongTasks.length}, tasks of no document ${strayTasks.length}, with wrong links ${wrongLinks.length}`;
  return [
    verdict(
      'all offered were acknowledged',
      `${acknowledged.ids.size + acknowledged.known} of ${documents}`,
      acknowledged.ids.size + acknowledged.known === documents,
    ),
    verdict(
      'every kill in mid-bulk',
      `${rows.filter(({ bulks }) => bulks > 0).length} of ${rows.length}`,
      rows.every(({ bulks }) => bulks > 0),
    ),
    verdict('acknowledged documents lost', String(lost.length), lost.length === 0),
    verdict('doubled', String(doubled.length), doubled.length === 0),
    verdict('difference of ledger and index', `${difference} (${detail})`, difference === 0),
    verdict(`level within ${levelWithin / 1000} s of the return`, `at most ${seconds(slowest)} s`, slowest <= levelWithin),
    verdict('the doctor finds nothing to mend', String(healthy), healthy),
  ].every(Boolean);
}

async function killOnce({ server, client, random }: Run, bulks: Bulks, acknowledged: Acknowledged, hurried: boolean): Promise<Kill> {
  await until(() => bulks.onTheWay() > 0, patience);
  await sleep(random.int(0, 25));
  const at = acknowledged.ids.size;
  const cut = bulks.onTheWay();
  const gone = performance.now();
  await server.kill();
  await sleep(random.int(0, 4000));
  await server.restart();
  const returned = performance.now();
  const meanwhile = acknowledged.ids.size - at;
  const kill = { at, bulks: cut, away: returned - gone, meanwhile };
  if (hurried) return { ...kill, level: null };
  return { ...kill, level: await levelled(client, acknowledged) };
}

/** Milliseconds until the index holds all that was acknowledged when this was called. */
async function levelled(client: Client, { ids }: Acknowledged): Promise<number> {
  const begun = performance.now();
  let missing = [...ids];
  while (missing.length > 0 && performance.now() - begun < 3 * levelWithin) {
    missing = await lacking(client, missing).catch(() => missing);
    if (missing.length > 0) await sleep(100);
  }
  return performance.now() - begun;
}

/** The comparison as soon as it shows no difference, or at the end of the time. */
async function settledComparison(client: Client, data: string, patience: number): Promise<Comparison> {
  const until = performance.now() + patience;
  for (;;) {
    const comparison = await compare(client, data);
    const { missing, surplus, otherRevision, wrongTasks, strayTasks, wrongLinks } = comparison;
    if (
      [missing, surplus, otherRevision, wrongTasks, strayTasks, wrongLinks].every(({ length }) => length === 0) ||
      performance.now() > until
    )
      return comparison;
    await sleep(500);
  }
}

async function take(library: Library, files: AsyncIterable<IncomingFile>, acknowledged: Acknowledged): Promise<void> {
  for await (const { outcome, document, searchable, name, failure } of library.add(files)) {
    if (outcome === 'refused' || document === null) acknowledged.refused.push(`${name}: ${failure?.message}`);
    else if (outcome === 'known' || acknowledged.ids.has(document)) acknowledged.known += 1;
    else {
      acknowledged.ids.add(document);
      if (searchable) acknowledged.searchable += 1;
      else acknowledged.later += 1;
    }
  }
}

/** Documents one by one, as far as the gate is open. */
async function* source(documents: number, gate: Gate): AsyncGenerator<IncomingFile> {
  for (let at = 0; at < documents; at += 1) {
    while (at >= gate.open) await sleep(20);
    gate.passed = at;
    yield fileOf(at + 1);
  }
}

interface Bulks {
  onTheWay(): number;
  close(): void;
}

/** Counts the bulk requests of this process that have not been answered, by the channels of undici, with which the client sends. */
function watchBulks(): Bulks {
  const waiting = new Set<unknown>();
  const sent = (message: unknown) => {
    const { request } = message as { request: { path: string } };
    if (request.path.includes('/_bulk')) waiting.add(request);
  };
  const over = (message: unknown) => {
    waiting.delete((message as { request: unknown }).request);
  };
  const channels = [
    ['undici:client:sendHeaders', sent],
    ['undici:request:trailers', over],
    ['undici:request:error', over],
  ] as const;
  for (const [channel, listener] of channels) subscribe(channel, listener);
  return {
    onTheWay: () => waiting.size,
    close() {
      for (const [channel, listener] of channels) unsubscribe(channel, listener);
    },
  };
}

async function until(condition: () => boolean, patience: number): Promise<void> {
  const end = performance.now() + patience;
  while (!condition() && performance.now() < end) await sleep(1);
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
