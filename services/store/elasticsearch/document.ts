import { pageOf } from '#ingest/model/origin.ts';
import type { Relation } from '#ingest/model/relation.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { levelOf } from '#services/analysis/level.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { entryClaims, entrySymbols, entryWords, ownKey } from '#services/store/index-entry.ts';
import { pack } from '#services/store/packing.ts';
import type { StoredDocument } from '#services/store/port.ts';
import type { KeptClaim, KeptTask } from './record.ts';

/** A document as the bodies that the server is sent, in JSON: one for the index of documents, and one for each task, in their order. */
export interface Bodies {
  readonly document: string;
  readonly tasks: readonly string[];
}

/** Throws where the record is not of its form. */
export function bodiesOf(stored: StoredDocument): Bodies {
  const { id, revision, record } = stored;
  return {
    document: json(documentBody(stored)),
    tasks: record.tasks.map((task, position) => json(taskBody(id, revision, position, { task, page: pageOf(record.origin, task.span) }))),
  };
}

function documentBody({ id, revision, source, versions, record }: StoredDocument): object {
  const { document, identity } = record;
  const key = ownKey(record);
  const words = entryWords(record);
  const symbols = entrySymbols(record);
  const claims = entryClaims(record);
  return {
    id,
    revision,
    source,
    versions,
    hash: record.file.hash,
    pipeline: record.pipeline,
    name: record.file.name,
    type: document.type,
    level: levelOf(key, identity.scope.value),
    number: document.number,
    issuer: document.issuer,
    place: document.place,
    date: document.date,
    year: document.date?.slice(0, 4) ?? null,
    scope: identity.scope.value,
    title: document.title,
    identity,
    key_folded: key === null ? null : foldedSymbol(key),
    ...words.fields,
    compounds_title: compoundsIn(words.title),
    compounds_body: compoundsIn(words.body),
    symbols: symbols.map(({ written, folded, key: as }) => `${written}\t${folded}\t${as}`),
    cited: symbols.filter(({ cited }) => cited).map(({ folded }) => folded),
    claim_subjects: distinct(claims.map(({ subject }) => subject)),
    claim_objects: distinct(claims.map(({ object }) => object)),
    relation_counts: countsOf(claims.filter(({ leading }) => leading).map(({ claim }) => claim.relation)),
    citations: record.citations.length,
    tasks: record.tasks.length,
    findings: record.findings.length,
    record: pack({ ...record, claims: [] }).toString('base64'),
    claims: JSON.stringify(claims.map(({ claim, page }): KeptClaim => ({ claim, page }))),
  };
}

function taskBody(document: string, revision: number, position: number, { task, page }: KeptTask): object {
  const names = task.assignees.map((assignee) => wordsIn(assignee.name));
  return {
    document,
    revision,
    position,
    exact: names.map((name) => name.exact.join(' ')),
    folded: names.map((name) => name.folded.join(' ')),
    deadlines: task.deadlines.map(({ end, recurs }) => ({ end, recurs })),
    task: JSON.stringify({ task, page } satisfies KeptTask),
  };
}

/** The compounds of a text, the syllables of each joined to one word. */
function compoundsIn({ exact }: Words): string {
  return compoundsOf(exact)
    .map(({ first, last }) => exact.slice(first, last + 1).join('_'))
    .join(' ');
}

const distinct = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];

function countsOf(relations: readonly Relation[]): Partial<Record<Relation, number>> {
  const counts: Partial<Record<Relation, number>> = {};
  for (const relation of relations) counts[relation] = (counts[relation] ?? 0) + 1;
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
