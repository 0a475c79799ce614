import { Failure } from '#ingest/model/failure.ts';
import { pageOf } from '#ingest/model/origin.ts';
import type { DocumentRecord } from '#ingest/model/record.ts';
import { overlaps, type Span, wordsOf } from '#ingest/model/span.ts';
import { compareText } from '#services/analysis/compareText.ts';
import { type Print, printsOf } from '#services/analysis/prints.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import type { QueryTerm } from '#services/query/query.ts';
import type { DocumentSummary, Store } from '#services/store/port.ts';
import type { RepeatedPassage, Repeats, Repetition } from '../shapes.ts';
import { compareRuns } from './wordDiff.ts';

/** Which passages: those that share something with `span`, all where it is null. `most`: how many repetitions of each at most. */
export interface RepeatsRequest {
  readonly span: Span | null;
  readonly most: number;
}

/** Passages of one document that are looked at in one answer, */
const mostPassages = 400;
/** documents in which each of them is looked for: what stands in more is told by their number, */
const mostForOne = 20;
/** places in one of these, where it says the same over and over, */
const mostInOne = 20;
/** and documents that are read for all of them. */
const mostDocuments = 100;
/** Passages whose tokens are asked for together: mostly nobody else has any of them. */
const atOnce = 8;
/** Passages that are less alike do not say the same. */
const leastLikeness = 0.7;

/**
 * Passages (of twelve words or more) of a document that stand nearly the same elsewhere in the collection, in the order of the text, with the words that
 * differ. Candidates are found by the prints of `services/analysis/prints.ts` and compared word by word, so that what is told is certain; of two passages
 * that differ in one word of 16 one pair in 14 is missed. Heads, signatures and lists of recipients, which many
 * documents share, are looked at only where `span` asks for them. `not-found` where no document has the id.
 */
export async function repeats(index: Store, id: string, request: RepeatsRequest): Promise<Repeats> {
  const stored = await index.get(id);
  if (stored === null) throw new Failure('not-found', `No document has the id ${JSON.stringify(id.slice(0, 100))}.`);
  const here = printed(stored.record);
  const { span, most } = request;
  const wanted = here.prints.filter((print) => (span === null ? !isForm(stored.record, print.span) : overlaps(print.span, span)));
  const { candidates, partial } = await candidatesOf(index, id, wanted.slice(0, mostPassages));
  // What stands in few documents first: a formula that stands in all of them shall not take the place of what tells.
  const ids = [
    ...new Set(candidates.toSorted((a, b) => a.documents - b.documents).flatMap(({ summaries }) => summaries.map((one) => one.id))),
  ];
  const found = new Map<Print, Repetition[]>(candidates.map(({ print }) => [print, []]));
  for (const other of ids.slice(0, mostDocuments)) {
    const theirs = await index.get(other);
    if (theirs === null) continue;
    const there = printed(theirs.record);
    const sharing = holdersIn(there.prints);
    for (const { print, summaries } of candidates) {
      const summary = summaries.find((one) => one.id === other);
      if (summary !== undefined) found.get(print)?.push(...repetitionsIn(here, print, summary, there, sharing(print)));
    }
  }
  const passages = candidates.flatMap(({ print, documents }): RepeatedPassage[] => {
    const repetitions = (found.get(print) ?? []).sort(
      (a, b) => b.likeness - a.likeness || compareText(a.document.id, b.document.id) || a.span.start - b.span.start,
    );
    return repetitions.length === 0 ? [] : [{ ...placeOf(here, print.span), documents, repetitions: repetitions.slice(0, most) }];
  });
  return { id, passages, partial: partial || wanted.length > mostPassages || ids.length > mostDocuments };
}

/** True where most of a passage is head (down to the title) or tells who gets the document and who signed it. */
function isForm({ document, recipients, signatures }: DocumentRecord, passage: Span): boolean {
  const head = { start: 0, end: document.spans.title?.end ?? document.spans.number?.end ?? 0 };
  const covered = [head, ...[...recipients, ...signatures].map(({ span }) => span)].reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, passage.end) - Math.max(span.start, passage.start)),
    0,
  );
  return covered > (passage.end - passage.start) / 2;
}

interface Printed {
  readonly record: DocumentRecord;
  readonly words: Words;
  readonly prints: readonly Print[];
}

function printed(record: DocumentRecord): Printed {
  const words = wordsIn(record.text);
  return { record, words, prints: printsOf(words) };
}

interface Candidates {
  readonly print: Print;
  readonly documents: number;
  readonly summaries: readonly DocumentSummary[];
}

/** The other documents that share a token with each passage; passages of which there are none are left out. */
async function candidatesOf(index: Store, id: string, prints: readonly Print[]): Promise<{ candidates: Candidates[]; partial: boolean }> {
  const candidates: Candidates[] = [];
  let partial = false;
  const ask = async (of: readonly Print[], size: number) => {
    const tokens = [...new Set(of.flatMap((print) => print.tokens))];
    const terms: QueryTerm[] = [
      { kind: 'print', tokens },
      { kind: 'not', of: { kind: 'ids', ids: [id] } },
    ];
    const answer = await index.search({ terms, filters: {} }, { size, facets: [] });
    partial ||= answer.partial;
    return answer;
  };
  for (let from = 0; from < prints.length; from += atOnce) {
    const some = prints.slice(from, from + atOnce);
    if ((await ask(some, 0)).total === 0) continue;
    const answers = await Promise.all(some.map(async (print) => ({ print, answer: await ask([print], mostForOne) })));
    for (const { print, answer } of answers) {
      if (answer.total > 0) candidates.push({ print, documents: answer.total, summaries: answer.hits.map(({ document }) => document) });
    }
  }
  return { candidates, partial };
}

/** Which of these prints share a token with another one. */
function holdersIn(prints: readonly Print[]): (print: Print) => Print[] {
  const holders = new Map<string, Print[]>();
  for (const print of prints) {
    for (const token of print.tokens) {
      const before = holders.get(token);
      if (before === undefined) holders.set(token, [print]);
      else if (before.length < mostInOne) before.push(print);
    }
  }
  return ({ tokens }) => [...new Set(tokens.flatMap((token) => holders.get(token) ?? []))];
}

function repetitionsIn(here: Printed, print: Print, document: DocumentSummary, there: Printed, others: readonly Print[]): Repetition[] {
  return others
    .map((other) => ({ other, ...compareRuns({ words: here.words, ...print }, { words: there.words, ...other }) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .map(({ other, likeness, differences }) => ({
      document,
      ...placeOf(there, other.span),
      likeness,
      differences: [...differences],
    }));
}

function placeOf({ record }: Printed, span: Span): { span: Span; page: number; text: string } {
  return { span, page: pageOf(record.origin, span), text: wordsOf(record.text, span) };
}
