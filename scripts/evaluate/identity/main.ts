import { randomOf } from '../../generate/random.ts';
import { type Pairs, type Placed, pairsOf, placeAll, readAll } from './judge.ts';
import { levels, worldOf } from './world.ts';
import { writeAll } from './writing.ts';

export interface IdentityFigures {
  readonly documents: number;
  readonly mentions: number;
  readonly unread: number;
  readonly rows: readonly (readonly [string, Pairs])[];
  readonly placed: readonly Placed[];
}

/** How well mentions are joined into works in a generated collection of 63 provinces and four terms, damage and missing dates included. */
export async function measureIdentity(count: number, seed: number): Promise<IdentityFigures> {
  const documents = writeAll(worldOf(randomOf(seed), { numbers: 6 }), count, seed);
  const read = await readAll(documents);
  const { placed, works } = placeAll(read);
  const rows = [...levels.map((level) => [level, pairsOf(placed, works, level)] as const), ['all', pairsOf(placed, works)] as const];
  return { documents: documents.length, mentions: placed.length, unread: read.unread, rows, placed };
}

export const precisionOf = ({ right, wrong }: Pairs): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recallOf = ({ right, truly }: Pairs): number => (truly === 0 ? 1 : right / truly);

/** Prints the table; with `misses` also where mentions were put wrongly or left open. Gives the figures of the whole. */
export async function printIdentity(count: number, seed: number, misses: boolean): Promise<Pairs> {
  const { documents, mentions, unread, rows, placed } = await measureIdentity(count, seed);
  console.log(
    `${documents} generated documents of 63 provinces and 4 terms, ${mentions} mentions (own heads included); ${unread} numbers were not read`,
  );
  const open = placed.filter(({ identified }) => identified === 'unknown').length;
  const undated = placed.filter(({ naming }) => naming.identity.date.value === null).length;
  console.log(`${undated} mentions without a date; of ${open} the words do not tell which work is meant`);
  console.log(
    `${'pairs of one number'.padEnd(22)}${['precision', 'recall', 'same', 'wrong', 'maybe', 'apart'].map((head) => head.padStart(11)).join('')}`,
  );
  for (const [name, pairs] of rows) {
    const cells = [
      precisionOf(pairs).toFixed(4),
      recallOf(pairs).toFixed(4),
      ...[pairs.right, pairs.wrong, pairs.maybe, pairs.apart].map(String),
    ];
    console.log(`${name.padEnd(22)}${cells.map((cell) => cell.padStart(11)).join('')}`);
  }
  if (misses) for (const line of missLines(placed)) console.log(line);
  return rows.at(-1)![1];
}

/** Mentions that are wrongly put to a work of others, and those left open. */
function missLines(placed: readonly Placed[]): string[] {
  const lines: string[] = [];
  for (const [work, group] of Map.groupBy(placed, (mention) => mention.work)) {
    const truths = [...Map.groupBy(group, ({ truth }) => truth?.id ?? null)].sort((a, b) => b[1].length - a[1].length);
    for (const { document, truth, identified, naming, own } of group) {
      const isOpen = identified === 'unknown';
      if (!isOpen && truth !== null && truth.id === truths[0]![0]) continue;
      const { scope, term, date } = naming.identity;
      const said = `${scope.value ?? '-'} ${term.value ?? '-'} ${date.value ?? '-'} “${naming.title ?? ''}” ${naming.issuer ?? '-'} ${naming.spoken ?? ''} ${naming.place ?? ''}`;
      const meant = truth?.id ?? `nothing (${naming.symbol})`;
      lines.push(`${isOpen ? 'open' : 'wrong'} | ${meant} | ${own ? 'head' : 'cited'} in ${document} | ${work} ${identified} | ${said}`);
    }
  }
  return lines.sort();
}
