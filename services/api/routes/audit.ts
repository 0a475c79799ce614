import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { Severity } from '#ingest/model/finding.ts';
import { draftFormats } from '#services/library/graphExport/draftFile.ts';
import { graphForm } from '#services/library/graphExport/formats.ts';
import type { Library } from '#services/library/library.ts';
import { AuditCode, AuditPage, auditCodes, DraftReport } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import type { ApiOptions } from '../options.ts';
import { AfterPage, OfWork } from './chainParameters.ts';
import { Limit, NoQuery, Words } from './parameters.ts';
import { binary, fileFailures, formWith, takesFiles } from './receiving.ts';

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

const documentedBody = formWith({ ...binary, description: 'the draft, in a part named `file`' });

const DraftQuery = Type.Object(
  { format: Type.Enum([...draftFormats], { description: 'kind of the file' }) },
  { additionalProperties: false },
);

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
    const receive = await takesFiles(uploads, limits, 1);
    const audited = async (request: FastifyRequest): Promise<DraftReport> =>
      await receive(request, async ([file]) => await library.auditDraft(file!));

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
          response: answers(DraftReport, 'The findings by place in the text, and all citations.', ...fileFailures),
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
            ...answers(Type.Unknown(), '', ...fileFailures),
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
