import { ingest } from '#ingest/ingest.ts';
import { annotationOf } from '#services/cli/gold.ts';
import { damaged, damages } from '../generate/damage/damages.ts';
import { generate } from '../generate/generate.ts';
import type { GeneratedDocument } from '../generate/truth.ts';
import type { Annotation } from './annotation.ts';
import { f1, type Miss, type Scores, score, type Tally } from './score.ts';

/** Recall of citations that is promised for every kind of damage. */
export const promised = { plain: 0.95, ocr: 0.85 } as const;

export interface DamageRow {
  readonly damage: string;
  /** Least recall of citations that is promised. */
  readonly floor: number;
  readonly scores: Scores;
  readonly misses: readonly Miss[];
}

/** What the pipeline reads in `count` generated documents, undamaged and after each kind of damage. The same seed gives the same documents. */
export async function readDamaged(count: number, seed = 1, names: readonly string[] = []): Promise<DamageRow[]> {
  const documents = Array.from({ length: count }, (_, index) => generate(seed + index));
  // Damages break lines themselves.
  const long = Array.from({ length: count }, (_, index) => generate(seed + index, { width: 0 }));
  const chosen = damages.filter(({ name }) => names.length === 0 || names.includes(name));
  const rows = [await rowOf('none', promised.plain, documents)];
  for (const damage of chosen) {
    const harmed = long.map((document, index) => damaged(document, damage, seed + index));
    rows.push(await rowOf(damage.name, damage.ocr ? promised.ocr : promised.plain, harmed));
  }
  return rows;
}

async function rowOf(damage: string, floor: number, documents: readonly GeneratedDocument[]): Promise<DamageRow> {
  const found = new Map<string, Annotation>();
  for (const { name, text } of documents) {
    const record = await ingest({ name, bytes: new TextEncoder().encode(text) });
    found.set(name, { ...annotationOf(record), file: name });
  }
  return {
    damage,
    floor,
    ...score(
      documents.map(({ truth }) => truth),
      found,
    ),
  };
}

/** Prints the table of `readDamaged`; gives the number of kinds of damage whose recall of citations is below what is promised. */
export async function printDamage(
  count = 100,
  { seed = 1, names = [], misses = false }: { seed?: number; names?: readonly string[]; misses?: boolean } = {},
): Promise<number> {
  const rows = await readDamaged(count, seed, names);
  console.log(`${count} generated documents for each damage, seeds from ${seed}`);
  console.log(
    `${'damage'.padEnd(28)}${['citations R', 'promised', 'P', 'mentions R', 'P', 'relation', 'header', 'tasks'].map((head) => head.padStart(11)).join('')}`,
  );
  let low = 0;
  for (const { damage, floor, scores } of rows) {
    const { citations, mentions, header, tasks } = scores;
    const fallen = recall(citations) < floor;
    if (fallen) low += 1;
    const numbers = [
      recall(citations),
      floor,
      precision(citations),
      recall(mentions),
      precision(mentions),
      f1(scores['citation.relation']),
      f1(header),
      f1(tasks),
    ];
    console.log(
      `${damage.padEnd(28)}${numbers.map((number) => number.toFixed(3).padStart(11)).join('')}${fallen ? '  below what is promised' : ''}`,
    );
  }
  if (misses)
    for (const row of rows)
      for (const { file, what, gold, found } of row.misses)
        console.log([row.damage, file, what, JSON.stringify(gold), JSON.stringify(found)].join(' | '));
  return low;
}

export function recall({ right, missed }: Tally): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

export function precision({ right, spurious }: Tally): number {
  return right + spurious === 0 ? 1 : right / (right + spurious);
}
