import { pageOf as pageOfSpan } from '#ingest/model/origin.ts';
import type { RecordPart } from '#ingest/model/record.ts';
import { covers, type Span } from '#ingest/model/span.ts';
import { siblingSymbols } from '#services/analysis/symbols.ts';
import { readQuery } from '#services/query/parse.ts';
import type { AskedQuery, Query, QueryFilters } from '#services/query/query.ts';
import { shownOf } from '#services/query/snippets.ts';
import type { DocumentBody, SearchHit, SearchPage, SearchRequest, Store } from '#services/store/port.ts';
import type { Hit, Reading, SearchAnswer } from '../shapes.ts';
import { resolved } from './cited.ts';
import { pageOf, type Showing } from './pages.ts';
import { proposalFor } from './spelling/proposal.ts';
import { numbersTyped } from './typedPlaces.ts';
import { type Way, waysOf } from './ways.ts';

/**
 * Documents that match the words, best first, with the passages that show them. Where there are none, numbers are looked for as they are printed
 * elsewhere (08-QĐi/TW for 08-QĐ/TW), which the readings tell; then those in which most of the words stand, which `loosened` tells. Where there are few or
 * none, another spelling is proposed that finds more.
 *
 * @throws Failure `bad-query` for words that cannot be used; `bad-request` for a page that cannot be asked for.
 */
export async function search(index: Store, words: string, filters: QueryFilters, request: SearchRequest): Promise<SearchAnswer> {
  const read = readQuery(words, filters);
  const asked = [words, Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))];
  const readings: Reading[] = read.readings.map((reading) => ({ ...reading, span: { ...reading.span } }));
  const [found, way] = await firstThatFinds(index, waysOf(read.query), request, asked);
  const { hits, page, partial } = found;
  if (way.kind === 'sibling') readings.push(...siblingReadings(words));
  const begins = request.after === undefined && (request.from ?? 0) === 0;
  const suggestion =
    begins && !partial ? await proposalFor(index, words, read, way.kind === 'loosened' ? { ...page, total: 0, hits: [] } : page) : null;
  return {
    query: words,
    readings,
    loosened: way.loosened === null ? null : { ...way.loosened },
    order: request.order ?? 'relevance',
    total: page.total,
    partial,
    hits: [...hits],
    next: page.next,
    facets: Object.fromEntries(Object.entries(page.facets).map(([name, values]) => [name, [...values]])) as SearchAnswer['facets'],
    cut: [...page.cut],
    suggestion,
  };
}

/** What a question found. */
interface Found {
  readonly page: SearchPage;
  readonly hits: readonly Hit[];
  readonly partial: boolean;
}

/** The answer of the first way that finds anything; of the first of all where none does. */
async function firstThatFinds(
  index: Store,
  [way, ...others]: readonly [Way, ...Way[]],
  request: SearchRequest,
  question: unknown,
): Promise<readonly [Found, Way]> {
  const found = await foundBy(index, way.query, request, question);
  if (found.page.total > 0) return [found, way];
  for (const other of others) {
    const instead = await foundBy(index, other.query, request, question);
    if (instead.page.total > 0) return [instead, other];
  }
  return [found, way];
}

async function foundBy(index: Store, asked: AskedQuery, request: SearchRequest, question: unknown): Promise<Found> {
  const { query, whole } = await resolved(index, asked);
  const { page, shown: hits } = await pageOf(index, query, { ...request, bodies: true }, question, showing(index, query));
  return { page, hits, partial: page.partial || !whole };
}

/** The numbers that took the place of others, with the words that were typed for these. */
function siblingReadings(words: string): Reading[] {
  return numbersTyped(words).flatMap(({ typed, span }) =>
    siblingSymbols(typed).map((read) => ({ kind: 'sibling' as const, typed, read, span: { ...span } })),
  );
}

/** What is shown of the text of a hit. */
type Shown = Pick<Hit, 'snippets' | 'more'>;

/**
 * Shows hits with their passages; without any where the document was taken out meanwhile. What is shown of a document is made once, so that it can be made
 * ahead, before it is sure where the hit stands.
 */
function showing(index: Store, query: Query): Showing<Hit> {
  const made = new Map<string, Shown>();
  const make = ({ document: { id } }: SearchHit, record: DocumentBody['body'] | null) => {
    const shown = record === null ? { snippets: [], more: 0 } : shownIn(record, query);
    made.set(id, shown);
    return shown;
  };
  return {
    ahead(hit) {
      if (hit.body !== undefined) make(hit, hit.body());
    },
    async show(hits) {
      const missing = hits.filter((hit) => hit.body === undefined);
      const found = missing.length === 0 ? [] : await index.bodies(missing.map(({ document }) => document.id));
      const bodies = new Map(found.map(({ id, body }) => [id, body]));
      return hits.map((hit) => {
        const { document, rule, score } = hit;
        return { document, rule, score, ...(made.get(document.id) ?? make(hit, hit.body?.() ?? bodies.get(document.id) ?? null)) };
      });
    },
  };
}

function shownIn(record: DocumentBody['body'], query: Query): Shown {
  const { passages, more } = shownOf(record, query);
  const snippets = passages.map(({ text, marks, span }) => {
    const first = marks[0] ?? { start: 0, end: 0 };
    const place = { start: span.start + first.start, end: span.start + first.end };
    return { text, marks: [...marks], span, page: pageOfSpan(record.origin, place), part: partOf(record.parts, place) };
  });
  return { snippets, more };
}

/** Heading of the innermost part around these words; null before the first. */
function partOf(parts: readonly RecordPart[], place: Span): string | null {
  let innermost: RecordPart | null = null;
  for (const part of parts) {
    if (covers(part.span, place) && (innermost === null || part.depth >= innermost.depth)) innermost = part;
  }
  return innermost?.heading ?? null;
}
