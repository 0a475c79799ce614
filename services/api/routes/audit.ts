import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { Failure } from '#ingest/model/failure.ts';
import { Severity } from '#ingest/model/finding.ts';
import { draftFormats } from '#services/library/graphExport/draftFile.ts';
import { graphForm } from '#services/library/graphExport/formats.ts';
import type { Library } from '#services/library/library.ts';
import { AuditCode, AuditPage, auditCodes, DraftReport } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import type { ApiOptions } from '../options.ts';
import { AfterPage, OfWork } from './chainParameters.ts';
import { Limit, NoQuery, Words } from './parameters.ts';
import { filesOf, takesFiles } from './upload.ts';

export const AuditQuery = Type.Object(
  {
    code: Type.Optional(
      Type.Array(AuditCode, {
        minItems: 1,
        maxItems: auditCodes.length,
        description: 'kinds of findings, the parameter repeated for each; all if left out',
      }),
    ),
    severity: Type.Optional(Severity),
    document: Type.Optional(Words('id of a document: findings about what it is, and about what it names')),
    work: Type.Optional(OfWork),
    counts: Type.Optional(
      Type.Enum(['all', 'none'], {
        description: '`all`: every finding that passes the filter is counted, which takes longer; none if left out',
      }),
    ),
    after: Type.Optional(AfterPage),
    limit: Type.Optional(Limit),
  },
  { additionalProperties: false },
);

const documentedBody = {
  consumes: ['multipart/form-data'],
  body: {
    type: 'object',
    properties: {
      file: {
        type: 'string',
        format: 'binary',
        contentMediaType: 'application/octet-stream',
        description: 'the draft, in a part named `file`',
      },
    },
    required: ['file'],
    additionalProperties: false,
  },
};

const DraftQuery = Type.Object(
  { format: Type.Enum([...draftFormats], { description: 'kind of the file' }) },
  { additionalProperties: false },
);

const draftFailures = [
  'bad-name',
  'empty-file',
  'no-text',
  'unsupported-type',
  'unknown-encoding',
  'damaged-file',
  'encrypted-file',
  'unreadable-file',
  'extraction-failed',
  'file-too-large',
  'too-many-files',
  'wrong-media-type',
] as const;

/** What is odd or contradicts itself: in the collection, and in a draft against the collection. */
export const audit: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  app.get(
    '/audit',
    {
      config: { role: 'reader' },
      handlerTimeout: 5 * limits.handlerTimeout,
      schema: {
        operationId: 'audit',
        tags: ['audit'],
        summary: 'What contradicts itself in the collection, or is odd, with the words of both sides',
        description:
          'One number with several dates, bodies, titles or types; an order in time that cannot be; rings; what is ended twice; what single texts show. A page may hold fewer findings than asked for although there are more: `next` tells.',
        querystring: AuditQuery,
        response: answers(AuditPage, 'A page of findings.', 'not-found'),
      },
    },
    async ({ query: { code, counts, limit = 20, ...query } }) =>
      await library.audit({ ...query, codes: code, counts: counts === 'all', size: limit }),
  );

  await app.register(async (uploads) => {
    await takesFiles(uploads, limits, 1);
    let underWay = 0;
    async function audited(request: FastifyRequest): Promise<DraftReport> {
      if (Number(request.headers['content-length'] ?? 0) > limits.maxUploadBytes) throw new Failure('file-too-large');
      if (underWay >= limits.uploadsAtOnce) throw new Failure('overloaded');
      underWay += 1;
      try {
        const [file] = await filesOf(request, limits);
        return await library.auditDraft(file!);
      } finally {
        underWay -= 1;
      }
    }

    uploads.post(
      '/audit',
      {
        config: { role: 'reader', documentedBody },
        bodyLimit: limits.maxUploadBytes,
        handlerTimeout: 5 * limits.handlerTimeout,
        schema: {
          operationId: 'auditDraft',
          tags: ['audit'],
          summary: 'Check a draft against the collection before it is signed',
          description:
            'Each citation of the draft is compared with what the collection holds and says: known or never seen, ambiguous, otherwise dated, titled or issued, replaced or amended. Nothing of the draft is stored.',
          querystring: NoQuery,
          response: answers(DraftReport, 'The findings by place in the text, and all citations.', ...draftFailures),
        },
      },
      async (request) => await audited(request),
    );

    uploads.post(
      '/audit/export',
      {
        config: { role: 'reader', documentedBody },
        bodyLimit: limits.maxUploadBytes,
        handlerTimeout: 5 * limits.handlerTimeout,
        schema: {
          operationId: 'auditDraftExport',
          tags: ['audit'],
          summary: 'The report on a draft as a file: tables, or a document in Vietnamese to be laid before those who sign',
          querystring: DraftQuery,
          response: {
            ...answers(Type.Unknown(), '', ...draftFailures),
            200: {
              description: 'The file, to be saved.',
              content: Object.fromEntries(draftFormats.map((format) => [graphForm(format).mediaType.split(';', 1)[0], { schema: {} }])),
            },
          },
        },
      },
      async (request, reply) => {
        const { name, mediaType, bytes } = library.draftFile(await audited(request), (request.query as Static<typeof DraftQuery>).format);
        return reply
          .header('content-type', mediaType)
          .header('content-disposition', dispositionOf(name))
          .send(Readable.from(bytes, { objectMode: false }));
      },
    );
  });
};
