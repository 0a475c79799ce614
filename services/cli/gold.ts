import type { DocumentRecord } from '#ingest/model/record.ts';
import type { Rhythm } from '#ingest/model/task.ts';

/** The gold annotations have no word for a week. */
const goldRhythm = (recurs: Rhythm | null) => (recurs === 'weekly' ? 'periodic' : recurs);

/** A record in the form of the gold annotations: what a careful reader would note, without places in the text. */
export function annotationOf(record: DocumentRecord) {
  const { type, number, issuer, place, date, dateSource, title } = record.document;
  return {
    file: record.file.name,
    document: { type, number, issuer, place, date, dateSource, title },
    signatures: record.signatures.map(({ capacity, position, name }) => ({ capacity, position, name })),
    recipients: record.recipients.map((recipient) => recipient.name),
    aliases: record.aliases.map((alias) => ({ alias: alias.alias, for: alias.for })),
    citations: record.citations.map((citation) => ({
      key: citation.key,
      type: citation.type,
      date: citation.date,
      issuer: citation.issuer,
      term: citation.term,
      mentions: citation.mentions,
      relation: citation.relation,
    })),
    attested: edgesOf(record),
    tasks: record.tasks.map((task) => ({
      text: task.text,
      assignees: task.assignees.map((party) => party.name),
      coordinators: task.coordinators.map((party) => party.name),
      deadlines: task.deadlines.map((deadline) => ({ text: deadline.text, end: deadline.end, recurs: goldRhythm(deadline.recurs) })),
    })),
  };
}

/** Relations between others; several kinds of one relation are one entry there. */
function edgesOf(record: DocumentRecord) {
  const edges = new Map(record.attested.map(({ from, relation, to }) => [JSON.stringify([from, relation, to]), { from, relation, to }]));
  return [...edges.values()];
}
