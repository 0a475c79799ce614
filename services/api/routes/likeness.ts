import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { Repeats, Similar } from '#services/library/shapes.ts';
import { Refusal } from '../errors.ts';
import { byIdOrNumber, ofOne } from './ofOne.ts';
import { DocumentReference } from './parameters.ts';

const closed = { additionalProperties: false } as const;
const Place = (description: string) => Type.Integer({ minimum: 0, maximum: 1_000_000_000, description });

/** What is like a document, as a whole and passage by passage. */
export const likeness: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  app.get(
    '/documents/:id/similar',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'similarDocuments',
        tags: ['documents'],
        summary: 'Documents that speak of the same',
        description:
          'Found by the words and citations that stand often in this document and in few others; each hit names those that it has too.',
        params: DocumentReference,
        querystring: Type.Object(
          { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 40, description: 'how many documents at most; 10 if left out' })) },
          closed,
        ),
        response: ofOne(Similar, 'The likest documents first; its own work is not among them.'),
      },
    },
    async ({ params, query: { limit = 10 } }, reply) => await byIdOrNumber(library, params.id, reply, (id) => library.similar(id, limit)),
  );

  app.get(
    '/documents/:id/repeats',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentRepeats',
        tags: ['documents'],
        summary: 'Passages of a document that stand nearly the same in others',
        description:
          'Passages have twelve words or more; those of the head and the close are looked at only where `start` and `end` ask for them. The words that differ are told as places in both texts.',
        params: DocumentReference,
        querystring: Type.Object(
          {
            start: Type.Optional(Place('with `end`: only passages that share something with this place in the text')),
            end: Type.Optional(Place('end of the place, exclusive')),
            limit: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 20, description: 'how many places elsewhere for each passage at most; 5 if left out' }),
            ),
          },
          closed,
        ),
        response: ofOne(Repeats, 'The passages in their order, each with the places elsewhere, the likest first.'),
      },
    },
    async ({ params, query: { start, end, limit = 5 } }, reply) => {
      const span = placeOf(start, end);
      return await byIdOrNumber(library, params.id, reply, (id) => library.repeats(id, { span, most: limit }));
    },
  );
};

function placeOf(start: number | undefined, end: number | undefined): { start: number; end: number } | null {
  if (start === undefined && end === undefined) return null;
  if (start === undefined || end === undefined)
    throw new Refusal('bad-request', [{ path: start === undefined ? 'start' : 'end', message: 'is required with the other one' }]);
  if (end <= start) throw new Refusal('bad-request', [{ path: 'end', message: 'must be greater than start' }]);
  return { start, end };
}
