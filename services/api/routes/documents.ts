import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import Type from 'typebox';
import { Alias, Attested, Citation } from '#ingest/model/citation.ts';
import { Finding } from '#ingest/model/finding.ts';
import { MediaType } from '#ingest/model/source.ts';
import { Task } from '#ingest/model/task.ts';
import type { Library } from '#services/library/library.ts';
import { DocumentText, DocumentView } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { byIdOrNumber, ofOne, oneOf } from './ofOne.ts';
import { DocumentNumber, DocumentReference, NoQuery } from './parameters.ts';

const closed = { additionalProperties: false } as const;

const Documents = Type.Object({ documents: Type.Array(DocumentView) }, closed);
const Citations = Type.Object(
  { id: Type.String(), citations: Type.Array(Citation), attested: Type.Array(Attested), aliases: Type.Array(Alias) },
  closed,
);
const Tasks = Type.Object({ id: Type.String(), tasks: Type.Array(Task) }, closed);
const Findings = Type.Object({ id: Type.String(), findings: Type.Array(Finding) }, closed);

export const documents: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  const tags = ['documents'];

  app.get(
    '/documents',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentsByNumber',
        tags,
        summary: 'The documents that bear a number',
        description: 'Numbers are not unique: every province and every term begins its own series.',
        querystring: Type.Object({ number: DocumentNumber('number of a document, in any written form') }, closed),
        response: answers(Documents, 'All documents that bear the number.', 'not-found'),
      },
    },
    async ({ query }) => ({ documents: [...(await library.show(query.number))] }),
  );

  app.get(
    '/documents/:id',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'document',
        tags,
        summary: 'One document with all that is known of it but its text',
        params: DocumentReference,
        querystring: NoQuery,
        response: ofOne(DocumentView, 'The document.'),
      },
    },
    async ({ params }, reply) => await oneOf(await library.show(params.id), reply, (document) => document),
  );

  app.get(
    '/documents/:id/text',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentText',
        tags,
        summary: 'The text of a document, which all spans point into',
        params: DocumentReference,
        querystring: NoQuery,
        response: ofOne(DocumentText, 'The text, where its pages begin, and what was repaired in it.'),
      },
    },
    async ({ params }, reply) => await byIdOrNumber(library, params.id, reply, (id) => library.text(id)),
  );

  app.get(
    '/documents/:id/citations',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentCitations',
        tags,
        summary: 'What a document cites',
        params: DocumentReference,
        querystring: NoQuery,
        response: ofOne(Citations, 'Its citations, the relations it states between others, and the short names it declares.'),
      },
    },
    async ({ params }, reply) =>
      await oneOf(await library.show(params.id), reply, ({ id, citations, attested, aliases }) => ({ id, citations, attested, aliases })),
  );

  app.get(
    '/documents/:id/tasks',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentTasks',
        tags,
        summary: 'The tasks that a document gives',
        params: DocumentReference,
        querystring: NoQuery,
        response: ofOne(Tasks, 'Its tasks in their order in the text.'),
      },
    },
    async ({ params }, reply) => await oneOf(await library.show(params.id), reply, ({ id, tasks }) => ({ id, tasks })),
  );

  app.get(
    '/documents/:id/findings',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentFindings',
        tags,
        summary: 'What is odd about a document',
        params: DocumentReference,
        querystring: NoQuery,
        response: ofOne(Findings, 'The oddities found while reading it.'),
      },
    },
    async ({ params }, reply) => await oneOf(await library.show(params.id), reply, ({ id, findings }) => ({ id, findings })),
  );

  app.get(
    '/documents/:id/original',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'documentOriginal',
        tags,
        summary: 'The file that a document was read from, byte for byte',
        params: DocumentReference,
        querystring: Type.Object(
          {
            revision: Type.Optional(
              Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'which accepted version; the current one if left out' }),
            ),
          },
          closed,
        ),
        response: {
          ...ofOne(Type.Unknown(), '', 'original-elsewhere'),
          200: {
            description: 'The file, to be saved under its name.',
            content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: {} }])),
          },
        },
      },
    },
    async ({ params, query }, reply) =>
      await byIdOrNumber(library, params.id, reply, async (id) => {
        const file = await library.original(id, query.revision);
        // Foreign files are handed over to be saved: shown in place, an HTML file would run with the rights of this site.
        return reply
          .header('content-type', file.mediaType)
          .header('content-disposition', dispositionOf(file.name))
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
      }),
  );
};

const mediaTypes: readonly MediaType[] = MediaType.anyOf.map((literal) => literal.const);
