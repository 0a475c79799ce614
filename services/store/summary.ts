import type { Identity } from '#ingest/model/identity.ts';
import type { DocumentSummary } from '#services/store/port.ts';

/** The `summaryFields` of an entry, as an engine gives them back, as a summary; what is not there is null. */
export function summaryFrom(fields: Readonly<Record<string, unknown>>, identity: Identity): DocumentSummary {
  const text = (name: string) => (fields[name] ?? null) as string | null;
  return {
    id: String(fields.id),
    revision: Number(fields.revision),
    name: String(fields.name),
    type: text('type'),
    number: text('number'),
    issuer: text('issuer'),
    place: text('place'),
    date: text('date'),
    title: text('title'),
    identity,
  };
}
