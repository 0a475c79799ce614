import { createHash } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { FailureCode } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import type { Addition } from '#services/library/shapes.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { answers } from '../answers.ts';
import { atomOf, atomType, type FeedEntry, stableId } from '../atom.ts';
import { filterParameters } from './filters.ts';
import { inOrder } from './parameters.ts';

const FeedQuery = Type.Object(
  { q: Type.String({ minLength: 1, description: 'the words to find, as in a search' }), ...filterParameters },
  { additionalProperties: false },
);

/** Most entries of a feed. */
const feedSize = 50;

/** The answers of a route that gives a feed. */
export const feedAnswers = (...codes: FailureCode[]) => ({
  ...answers(Type.Unknown(), '', 'bad-query', ...codes),
  200: {
    description: `The newest ${feedSize} at most. \`ETag\` and \`Last-Modified\` tell readers what they have already.`,
    content: { 'application/atom+xml': { schema: {} } },
  },
  304: { description: 'Nothing has changed since the reader asked last.' },
});

/** A feed of the documents that match any search. */
export const searchFeed: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/search/feed',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'searchFeed',
        tags: ['search'],
        summary: 'The documents that match a search as an Atom feed, the latest taken in first',
        querystring: FeedQuery,
        response: feedAnswers(),
      },
    },
    async (request, reply) => {
      const { q, ...filters } = request.query;
      inOrder(filters);
      const id = stableId(`search/${request.host}/${JSON.stringify([q, Object.entries(filters).sort()])}`);
      return await sendFeed(request, reply, library, { id, title: q, words: q, filters, empty: new Date(0).toISOString() });
    },
  );
};

/** What a feed is about. `empty` is the time of a feed without entries; otherwise it was last changed when its newest entry was taken in. */
export interface FeedSource {
  readonly id: string;
  readonly title: string;
  readonly words: string | null;
  readonly filters: QueryFilters;
  readonly empty: string;
}

/** Answers with what matches a search as an Atom feed, the latest document first; 304 where the reader has it already. */
export async function sendFeed(request: FastifyRequest, reply: FastifyReply, library: Library, source: FeedSource): Promise<FastifyReply> {
  const { documents, partial } = await library.added(source.words, source.filters, { after: null, size: feedSize });
  const origin = `${request.protocol}://${request.host}`;
  const updated = documents[0]?.accepted ?? source.empty;
  const body = atomOf({
    id: source.id,
    title: `Vankien: ${source.title}`,
    subtitle: partial ? 'The index could not look everywhere in time: there may be more.' : null,
    self: `${origin}${request.url}`,
    updated,
    entries: documents.map((addition) => entryOf(addition, origin)),
  });
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('last-modified', new Date(updated).toUTCString()).header('cache-control', 'no-cache');
  if (isKnown(request, tag, updated)) return reply.code(304).send();
  return reply.type(atomType).send(body);
}

/** RFC 9110, 13.1: the tag decides where the reader sends one; the time, in whole seconds, where he sends nothing else. */
function isKnown({ headers }: FastifyRequest, tag: string, updated: string): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//u, '') === tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(Date.parse(updated) / 1000) * 1000 <= since;
}

function entryOf({ document, accepted, passage }: Addition, origin: string): FeedEntry {
  const { id, number, type, issuer, title, name } = document;
  const parts = [number, title].filter((part) => part !== null);
  return {
    // The id of a document comes from its content: it is the same in every collection.
    id: stableId(`document/${id}`),
    title: (parts.length === 0 ? name : parts.join(' · ')).replace(/\s+/gu, ' '),
    link: `${origin}/api/v1/documents/${id}`,
    updated: accepted,
    author: issuer,
    category: type,
    summary: passage,
  };
}
