import { type Claim, leadingClaims } from '#ingest/model/claim.ts';
import type { Relation } from '#ingest/model/relation.ts';
import type { Task } from '#ingest/model/task.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { featuresOf } from '#services/store/features.ts';
import { entrySymbols } from '#services/store/index-entry.ts';
import { type PackedRecord, packRecord } from '#services/store/packing.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { graphBody } from './graph/entry.ts';
import { packSummary } from './record.ts';
import { textsOf } from './words.ts';

/** A document as the bodies that the server is sent, in JSON: one for the index of documents, one for the graph, and one for each task, in their order. */
export interface Bodies {
  readonly document: string;
  readonly graph: string;
  readonly tasks: readonly string[];
}

/** `packed`: its record, where somebody has packed it already. Throws where the record is not of its form. */
export function bodiesOf(stored: StoredDocument, packed: PackedRecord = packRecord(stored.record)): Bodies {
  const { id, revision, record } = stored;
  return {
    document: json(documentBody(stored, packed)),
    graph: json(graphBody(stored)),
    tasks: record.tasks.map((task, position) => json(taskBody(id, revision, position, task))),
  };
}

function documentBody(stored: StoredDocument, packed: PackedRecord): object {
  const { id, revision, source, versions, record } = stored;
  const { document } = record;
  const { holds, ...features } = featuresOf(record);
  const symbols = entrySymbols(record);
  return {
    id,
    revision,
    source,
    versions,
    hash: record.file.hash,
    pipeline: record.pipeline,
    summary: base64(packSummary(stored)),
    date: document.date,
    accepted: versions.at(-1)?.accepted ?? null,
    title: document.title,
    ...features,
    has: holds,
    ...textsOf(record),
    symbols: symbols.map(({ written, folded, key: as }) => `${written}\t${folded}\t${as}`),
    cited: symbols.filter(({ cited }) => cited).map(({ folded }) => folded),
    relation_counts: countsOf(leadingClaims(record.claims)),
    citations: record.citations.length,
    tasks: record.tasks.length,
    findings: record.findings.length,
    record: base64(packed.record),
    claims: base64(packed.claims),
    task_list: base64(packed.tasks),
  };
}

const base64 = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** The task itself lies with its document; this is what it is found by. */
function taskBody(document: string, revision: number, position: number, task: Task): object {
  const names = task.assignees.map((assignee) => wordsIn(assignee.name));
  return {
    document,
    revision,
    position,
    exact: names.map((name) => name.exact.join(' ')),
    folded: names.map((name) => name.folded.join(' ')),
    deadlines: task.deadlines.map(({ end, recurs }) => ({ end, recurs })),
  };
}

function countsOf(claims: Iterable<Claim>): Partial<Record<Relation, number>> {
  const counts: Partial<Record<Relation, number>> = {};
  for (const { relation } of claims) counts[relation] = (counts[relation] ?? 0) + 1;
  return counts;
}

/** Half of a surrogate pair, as JSON writes it: the server takes such a body in and fails when it is to write it out. */
const halfPair = '\\ud';

function json(body: object): string {
  const text = JSON.stringify(body);
  return text.includes(halfPair)
    ? JSON.stringify(body, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))
    : text;
}
