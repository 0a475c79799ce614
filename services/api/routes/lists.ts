import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import Type from 'typebox';
import { Failure } from '#ingest/model/failure.ts';
import { begun, exportForm } from '#services/library/export/formats.ts';
import type { Library } from '#services/library/library.ts';
import { type ListLine, mostLines, readList } from '#services/library/list/read.ts';
import { listAnswer, listFormats, listTable } from '#services/library/list/table.ts';
import { ListAnswer } from '#services/library/shapes.ts';
import { answers, described } from '../answers.ts';
import { Refusal } from '../errors.ts';
import type { ApiOptions } from '../options.ts';

const forms = { 'text/plain': 'text', 'text/csv': 'csv' } as const;
const tables = ['csv', 'xlsx'] as const;

const documentedBody = {
  consumes: Object.keys(forms),
  body: {
    type: 'string',
    description: `the list, at most ${mostLines} lines, in UTF-8 or UTF-16: as text a number or words on each line; as CSV its first column, or the one headed as number ("Số, ký hiệu")`,
    examples: ['21-KL/TW\nKế hoạch số 35-KH/TU ngày 20/6/2022\nbảo vệ nguồn nước\n'],
  },
};

export const lists: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(Object.keys(forms), { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);

  app.post(
    '/lists',
    {
      config: { role: 'reader', documentedBody },
      handlerTimeout: 5 * limits.handlerTimeout,
      schema: {
        operationId: 'lookUpList',
        tags: ['search'],
        summary: 'Answer a list of numbers or searches in one go',
        description:
          'Each line is answered in its place: found, ambiguous (the number could mean several documents), absent (with known numbers near it) or invalid. A line that is a document number wholly, with its type, date, body or subject around it, is looked for as that number; any other line as words.',
        querystring: Type.Object(
          {
            format: Type.Optional(
              Type.Enum([...listFormats], { description: '`json` if left out; `csv` and `xlsx` have a row for each document' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          ...answers(ListAnswer, '', 'unknown-encoding', 'file-too-large', 'wrong-media-type'),
          200: {
            description: 'The answers, in the order of the lines.',
            content: {
              'application/json': { schema: described(ListAnswer, '') },
              ...Object.fromEntries(tables.map((format) => [exportForm(format).mediaType.split(';', 1)[0], { schema: {} }])),
            },
          },
        },
      },
    },
    async ({ body, headers, query: { format = 'json' } }, reply) => {
      const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
      if (!Buffer.isBuffer(body) || !(type in forms)) throw new Failure('wrong-media-type', 'A list is text/plain or text/csv.');
      const entries = library.lookUp(linesOf(body, forms[type as keyof typeof forms]));
      if (format === 'json') return listAnswer(await Array.fromAsync(entries));
      const file = await begun(listTable(format, await begun(entries)));
      return reply
        .header('content-type', exportForm(format).mediaType)
        .header('content-disposition', dispositionOf(`vankien danh sách${exportForm(format).ending}`))
        .send(Readable.from(file, { objectMode: false }));
    },
  );
};

/** The lines of a list; one that is none is refused with the place where it stood in the request. */
function linesOf(body: Uint8Array, form: 'text' | 'csv'): ListLine[] {
  try {
    return readList(body, form);
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'bad-request' || thrown.detail === null) throw thrown;
    throw new Refusal(thrown.code, [{ path: 'body', message: thrown.detail }], { cause: thrown, summary: thrown.detail });
  }
}
