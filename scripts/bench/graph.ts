import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { matrix } from '#services/library/chains/matrix.ts';
import type { Store } from '#services/store/port.ts';
import { openSqliteStore } from '#services/store/sqlite/open.ts';
import { everyLink } from '#services/works/link.ts';
import { built, builtUnits } from './graph/build.ts';
import { madeDocument, workOf } from './graph/collection.ts';
import { directives, directivesAsked, units } from './graph/units.ts';
import { type Asked, type Bare, openBare, walksOver } from './graph/walks.ts';
import { megabytes, p50, p99, print, type Row, table, told } from './search/figures.ts';

const rounds = 13;
const walks = 400;
const additions = 20;
const matrices = 9;
const least = 1000;

/**
 * `npm run bench graph [COUNT]`: three hops up or down over COUNT works (200,000) with five claims each, with works, links and their words, beside a bare recursive
 * query over whole numbers in one run and in turns; the time of the first walk, the memory, and the time until an added document is seen; and the coverage
 * matrix of another made collection.
 */
export async function benchGraph([given = '200000']: readonly string[]): Promise<void> {
  const count = Number(given);
  if (!Number.isInteger(count) || count < least) throw new Error(`The number of works must be a whole number from ${least}, not ${given}.`);
  const { index, bare: edges } = await built(count);
  const store = openSqliteStore({ file: index, mode: 'write' });
  const bare = openBare(edges);
  print(`embedded store, ${count} works`);
  tellAlone(index, count);
  tellWalks(await inTurns(store, bare, walksOver(count, walks)));
  await tellAdditions(store, count);
  bare.close();
  await store.close();
  await tellMatrix();
}

/** The coverage matrix of all units that were made against all directives. */
async function tellMatrix(): Promise<void> {
  const store = openSqliteStore({ file: await builtUnits(), mode: 'read' });
  print(`embedded store, ${units} units and ${directives} directives`);
  const times: number[] = [];
  for (let round = 0; round <= matrices; round++) {
    const begun = performance.now();
    const { total, columns } = await matrix(store, { directives: directivesAsked, levels: ['province', 'district'] });
    times.push(performance.now() - begun);
    if (total !== units || columns.length !== directives) throw new Error(`The matrix has ${total} rows and ${columns.length} columns.`);
  }
  const [first = 0, ...others] = times;
  told('the first coverage matrix, all loaded with it, ms', first.toFixed(0), '');
  told('the coverage matrix, median ms', p50(others).toFixed(0), '1000 or less');
  await store.close();
}

function tellAlone(index: string, count: number): void {
  const script = join(import.meta.dirname, 'graph/alone.ts');
  const answer = JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, index, String(count)], { encoding: 'utf8' })) as Record<
    string,
    number
  >;
  told('the first walk, all loaded with it, ms', answer.first!.toFixed(0), '');
  told('memory above idle while loading', megabytes(answer.loading!), '200.0 MB or less');
  told('memory above idle at most', megabytes(answer.most!), '200.0 MB or less');
  told('memory above idle after some hundred walks', megabytes(answer.left!), '200.0 MB or less');
}

/** The first round warms both up and is not counted. */
async function inTurns(store: Store, bare: Bare, asked: readonly Asked[]): Promise<Row[]> {
  const rows: Row[] = asked.map(({ kind }) => ({ kind, ours: [], bare: [] }));
  let [nodes, links, cut] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    for (const [at, each] of asked.entries()) {
      const begun = performance.now();
      const answer = await store.walk(each.request);
      const between = performance.now();
      bare.walk(each);
      const ended = performance.now();
      if (round === 0) {
        nodes += answer.nodes.length;
        links += answer.links.length;
        cut += Number(answer.truncated);
        continue;
      }
      rows[at]!.ours.push(between - begun);
      rows[at]!.bare.push(ended - between);
    }
  }
  print(`${asked.length} walks: ${nodes} works and ${links} links in all, ${cut} cut off`);
  return rows;
}

function tellWalks(rows: readonly Row[]): void {
  table('three hops, ms', 'bare', rows);
  const [ours, theirs] = [rows.flatMap((row) => row.ours), rows.flatMap((row) => row.bare)];
  told('median, ms', p50(ours).toFixed(2), '1.00 or less');
  told('p99, ms', p99(ours).toFixed(2), `${p99(theirs).toFixed(2)} or less`);
}

/** A document that cites the most cited one of all comes and goes. */
async function tellAdditions(store: Store, count: number): Promise<void> {
  const [putting, seeing]: [number[], number[]] = [[], []];
  const request = { work: workOf(0, count), direction: 'down', filter: everyLink, size: 1 } as const;
  let { total } = await store.statements(request);
  for (let at = 0; at < additions; at++) {
    const document = madeDocument(count + at, count + additions, [{ from: count + at, to: 0, kind: 'implements' }]);
    const begun = performance.now();
    await store.put([document]);
    const put = performance.now();
    const seen = (await store.statements(request)).total;
    const ended = performance.now();
    if (seen !== total + 1) throw new Error(`A document was added, and ${seen - total} statements came.`);
    total = seen;
    putting.push(put - begun);
    seeing.push(ended - put);
  }
  for (let at = 0; at < additions; at++) await store.remove(madeDocument(count + at, count + additions, []).id);
  told('a document is put, median ms', p50(putting).toFixed(1), '');
  told('until the next question has seen it, median ms', p50(seeing).toFixed(2), 'no rebuild');
}
