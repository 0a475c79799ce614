import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ingest } from '#ingest/ingest.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Confidence, confidences } from '#ingest/model/relation.ts';
import type { Annotation } from './annotation.ts';
import type { Annotated } from './collections.ts';
import { key } from './likeness.ts';

/** How many relations read with one rank of sureness are as annotated, and how many are not. */
export interface Precision {
  right: number;
  wrong: number;
}

/** For each rank, of the relations to cited documents and of those attested between two others. */
export type PrecisionByConfidence = Record<Confidence, { own: Precision; attested: Precision }>;

/**
 * How often each rank of sureness is right, over all annotated documents of these collections together. A citation counts by its leading relation
 * where the annotations have the document too; an attested relation counts as right where they have it. Collections that are not here are passed over.
 */
export async function precisionByConfidence(collections: readonly Annotated[]): Promise<PrecisionByConfidence> {
  const found = Object.fromEntries(
    confidences.map((rank) => [rank, { own: { right: 0, wrong: 0 }, attested: { right: 0, wrong: 0 } }]),
  ) as PrecisionByConfidence;
  for (const { files, truth } of collections) {
    for (const path of globSync(files).sort()) {
      const gold = join(truth, `${basename(path, extname(path))}.json`);
      if (!existsSync(gold)) continue;
      const record = await ingest({ name: basename(path), bytes: readFileSync(path) });
      compare(JSON.parse(readFileSync(gold, 'utf8')) as Annotation, record, found);
    }
  }
  return found;
}

function compare(gold: Annotation, record: DocumentRecord, into: PrecisionByConfidence): void {
  const rest = [...record.citations];
  for (const { key: cited, relation } of gold.citations) {
    const at = rest.findIndex((citation) => key(citation.key) === key(cited));
    const [citation] = at === -1 ? [] : rest.splice(at, 1);
    const leading = citation?.witnesses[0];
    if (citation !== undefined && leading !== undefined) count(into[leading.confidence].own, citation.relation === relation);
  }
  const stated = new Set(gold.attested.map((edge) => `${key(edge.from)} ${edge.relation} ${key(edge.to)}`));
  for (const { from, relation, to, confidence } of record.attested)
    count(into[confidence].attested, stated.has(`${key(from)} ${relation} ${key(to)}`));
}

function count(precision: Precision, right: boolean): void {
  if (right) precision.right += 1;
  else precision.wrong += 1;
}

/** The figures as lines of a table. */
export function confidenceLines(figures: PrecisionByConfidence): string[] {
  const cell = ({ right, wrong }: Precision) =>
    `${right + wrong === 0 ? '–' : (right / (right + wrong)).toFixed(3)} of ${right + wrong}`.padStart(16);
  return [
    `${'sureness'.padEnd(10)}${'own relations'.padStart(16)}${'attested'.padStart(16)}`,
    ...confidences.map((rank) => `${rank.padEnd(10)}${cell(figures[rank].own)}${cell(figures[rank].attested)}`),
  ];
}
