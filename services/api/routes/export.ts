import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import Type from 'typebox';
import { begun, exported, exportForm, exportFormats, exportName } from '#services/library/export/formats.ts';
import type { Library } from '#services/library/library.ts';
import { answers } from '../answers.ts';
import type { ApiOptions } from '../options.ts';
import { filterParameters } from './filters.ts';
import { inOrder } from './parameters.ts';

const ExportQuery = Type.Object(
  {
    format: Type.Enum([...exportFormats], {
      description:
        '`csv` and `xlsx`: tables with Vietnamese headings, in which texts that begin like formulas have an apostrophe before them; `jsonl`: JSON Lines; `ris` and `csl` (CSL-JSON): for reference managers',
    }),
    q: Type.Optional(Type.String({ minLength: 1, description: 'the words to find, as in a search; all documents if left out' })),
    ...filterParameters,
  },
  { additionalProperties: false },
);

export const exporting: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  app.get(
    '/export',
    {
      config: { role: 'reader' },
      // As long as the file takes to arrive at a slow client.
      handlerTimeout: 10 * limits.handlerTimeout,
      // To tell the length of the file, all of it would have to be made.
      exposeHeadRoute: false,
      schema: {
        operationId: 'export',
        tags: ['search'],
        summary: 'Every document that a search finds, as a file',
        description:
          'All documents, by id, as the collection is at the first of them. A failure on the way cuts the connection: what arrived until then is no whole file.',
        querystring: ExportQuery,
        response: {
          ...answers(Type.Unknown(), '', 'bad-query'),
          200: {
            description: 'The file, to be saved.',
            content: Object.fromEntries(exportFormats.map((format) => [exportForm(format).mediaType.split(';', 1)[0], { schema: {} }])),
          },
        },
      },
    },
    async ({ query: { format, q, ...filters } }, reply) => {
      inOrder(filters);
      const documents = await begun(library.all(q ?? null, filters));
      const file = await begun(exported(format, documents));
      return reply
        .header('content-type', exportForm(format).mediaType)
        .header('content-disposition', dispositionOf(exportName(q ?? null, format)))
        .send(Readable.from(file, { objectMode: false }));
    },
  );
};
