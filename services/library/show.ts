import { Failure } from '#ingest/model/failure.ts';
import { compareText } from '#services/analysis/compareText.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import { bearing, worksMeant } from './chains/meant.ts';
import type { Ledger } from './ledger.ts';
import type { Originals } from './originals.ts';
import { pageStarts } from './pages.ts';
import { notFound, readRef } from './refs.ts';
import type { DocumentText, DocumentView } from './shapes.ts';

/**
 * Documents that `ref` (an id, or a number in any written form) means, in order of date; `not-found` where nothing held bears it.
 * Where only its sibling number is held (08-QĐi/TW for 08-QĐ/TW), that document is the answer: its own number says so.
 */
export async function show(index: Store, ref: string): Promise<DocumentView[]> {
  const found = await readRef(index, ref);
  const works = found.kind === 'document' ? [] : await worksMeant(index, ref, 'all');
  const ids = found.kind === 'document' ? [found.summary.id] : works.flatMap(({ work }) => work.held);
  const documents = await Promise.all(ids.map((id) => index.get(id)));
  const all = documents.filter((document) => document !== null).map(viewOf);
  const views = [...(found.kind === 'number' ? bearing(all, found.key) : all)];
  if (views.length > 0) return views.sort((a, b) => compareText(`${a.date} ${a.id}`, `${b.date} ${b.id}`));
  if (found.kind === 'document') throw await notFound(index, ref);
  throw await notFound(index, ref, works.length === 0 ? undefined : 'It is cited, but no document held bears');
}

function viewOf({ id, revision, source, versions, record }: StoredDocument): DocumentView {
  const { document, identity, file, pipeline, signatures, recipients, aliases, citations, attested, tasks, parts, findings } = record;
  const { type, number, issuer, place, date, title } = document;
  const summary = { id, revision, name: file.name, type, number, issuer, place, date, title, identity };
  return {
    ...summary,
    ...{ source, document, file, pipeline, signatures, recipients, aliases, citations, attested, tasks, parts, findings },
    versions: versions.map((version) => ({ ...version, current: version.revision === revision })),
  };
}

/** The repaired text that all spans of a document point into, with the place where each page begins. */
export async function text(index: Store, id: string): Promise<DocumentText> {
  const stored = await index.get(id);
  if (stored === null) throw new Failure('not-found', `No document has the id ${JSON.stringify(id)}.`);
  const { record } = stored;
  return { id, text: record.text, pages: pageStarts(record.origin), edits: record.edits };
}

/** The file as it came; the newest version unless another one is asked for. */
export async function original(
  ledger: Ledger,
  originals: Originals,
  id: string,
  revision?: number,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const versions = ledger.versions(id);
  const entry = revision === undefined ? versions.at(-1) : versions.find((version) => version.revision === revision);
  if (entry === undefined) {
    const what = versions.length === 0 ? `No document has the id ${JSON.stringify(id)}.` : `The document has no version ${revision}.`;
    throw new Failure('not-found', what);
  }
  return { name: entry.name, mediaType: entry.mediaType, bytes: await originals.read(entry.hash) };
}
