import { pageOf } from '#ingest/model/origin.ts';
import type { RecordPart } from '#ingest/model/record.ts';
import { covers, type Span } from '#ingest/model/span.ts';
import { parseQuery } from '#services/query/parse.ts';
import type { Query, QueryFilters } from '#services/query/query.ts';
import { siblingQuery } from '#services/query/siblings.ts';
import { passages } from '#services/query/snippets.ts';
import type { Store } from '#services/store/port.ts';
import type { SearchAnswer, Snippet } from './shapes.ts';

/**
 * Documents in which all words stand, best first, with passages that show them. Where there are none, numbers are looked for as they are
 * printed elsewhere (08-QĐi/TW for 08-QĐ/TW); passages and hits then show the number found. Throws `bad-query` for words that cannot be used.
 */
export async function search(
  index: Store,
  words: string,
  filters: QueryFilters,
  page: { readonly from: number; readonly size: number },
): Promise<SearchAnswer> {
  const asked = parseQuery(words, filters);
  const first = await index.search(asked, page);
  const sibling = first.total === 0 ? siblingQuery(asked) : null;
  const query = sibling ?? asked;
  const { total, hits, facets, partial } = sibling === null ? first : await index.search(sibling, page);
  return {
    query: words,
    total,
    partial,
    hits: await Promise.all(hits.map(async (hit) => ({ ...hit, snippets: await snippetsOf(index, hit.document.id, query) }))),
    facets: {
      type: [...facets.type],
      issuer: [...facets.issuer],
      place: [...facets.place],
      year: [...facets.year],
      scope: [...facets.scope],
    },
  };
}

async function snippetsOf(index: Store, id: string, query: Query): Promise<Snippet[]> {
  const stored = await index.get(id);
  if (stored === null) return [];
  const { record } = stored;
  return passages(record, query).map(({ text, marks, span }) => {
    const first = marks[0] ?? { start: 0, end: 0 };
    const place = { start: span.start + first.start, end: span.start + first.end };
    return { text, marks: [...marks], span, page: pageOf(record.origin, place), part: partOf(record.parts, place) };
  });
}

/** Heading of the innermost part around these words; null before the first. */
function partOf(parts: readonly RecordPart[], place: Span): string | null {
  let innermost: RecordPart | null = null;
  for (const part of parts) {
    if (covers(part.span, place) && (innermost === null || part.depth >= innermost.depth)) innermost = part;
  }
  return innermost?.heading ?? null;
}
