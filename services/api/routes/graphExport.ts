import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { FailureCode } from '#ingest/model/failure.ts';
import { begun } from '#services/library/export/formats.ts';
import { type GraphFormat, graphForm, graphFormats, tableFormats } from '#services/library/graphExport/formats.ts';
import type { ChainQuestion } from '#services/library/graphExport/questions.ts';
import type { Library } from '#services/library/library.ts';
import { WorkView } from '#services/library/shapes.ts';
import { answers, described } from '../answers.ts';
import type { ApiOptions } from '../options.ts';
import { AuditQuery } from './audit.ts';
import { CascadeQuery, MissingQuery, PathsQuery } from './chains.ts';
import { GraphQuery } from './graph.ts';
import { MatrixQuery } from './matrix.ts';
import { inOrder } from './parameters.ts';

const closed = { additionalProperties: false } as const;

const AsGraph = Type.Enum([...graphFormats], {
  description:
    '`csv`: the leading table, `xlsx`: all tables, with Vietnamese headings, in which texts that begin like formulas have an apostrophe before them; `graphml`, `gexf`, `dot`: for programs that draw graphs; `jsonld`: in the terms of schema.org/Legislation; `svg`: a drawing of up to 200 documents; `docx`: a dossier in Vietnamese with every quote, its page and the SHA-256 of its file; `json`: the answer itself',
});
const AsTables = Type.Enum([...tableFormats], { description: '`csv`: the leading table; `xlsx`: all tables; `json`: the answer itself' });

const Choices = Type.Object(
  {
    choices: Type.Array(WorkView),
    choicesOther: Type.Array(WorkView, { description: 'of a question about two, the works that the second could mean' }),
  },
  closed,
);

function fileAnswers(formats: readonly GraphFormat[], ...codes: FailureCode[]) {
  return {
    ...answers(Type.Unknown(), '', ...codes),
    200: {
      description:
        'The file, to be saved. `x-truncated: true` tells that there is more than it holds; all but CSV and DOT say so themselves.',
      content: Object.fromEntries(formats.map((format) => [graphForm(format).mediaType.split(';', 1)[0], { schema: {} }])),
    },
    300: described(Choices, 'The number could mean several documents: ask again with the id of one of them.'),
  };
}

/** Answers about chains as files. */
export const graphExport: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  async function send(reply: FastifyReply, question: ChainQuestion, format: GraphFormat): Promise<FastifyReply> {
    const made = await library.chainFile(question, format);
    if (made.file === null) {
      return reply.code(300).send({ choices: made.choices, choicesOther: made.choicesOther });
    }
    const { name, mediaType, bytes, cut } = made.file;
    if (cut) reply.header('x-truncated', 'true');
    return reply
      .header('content-type', mediaType)
      .header('content-disposition', dispositionOf(name))
      .send(Readable.from(await begun(bytes), { objectMode: false }));
  }
  // As long as the file takes to arrive at a slow client; to tell its length, all of it would have to be made.
  const route = { config: { role: 'reader' }, handlerTimeout: 10 * limits.handlerTimeout, exposeHeadRoute: false } as const;

  app.get(
    '/graph/export',
    {
      ...route,
      schema: {
        operationId: 'graphExport',
        tags: ['graph'],
        summary: 'The documents that one rests on and that came of it, as a file',
        querystring: Type.Object({ ...GraphQuery.properties, format: AsGraph }, closed),
        response: fileAnswers(graphFormats, 'not-found'),
      },
    },
    async ({ query: { format, direction = 'both', depth = 3, relation, ...query } }, reply) => {
      inOrder(query);
      return await send(reply, { about: 'graph', request: { ...query, direction, depth, relations: relation } }, format);
    },
  );

  app.get(
    '/graph/paths/export',
    {
      ...route,
      schema: {
        operationId: 'graphPathsExport',
        tags: ['graph'],
        summary: 'The chains of documents from one to another, as a file',
        querystring: Type.Object({ ...PathsQuery.properties, format: AsGraph }, closed),
        response: fileAnswers(graphFormats, 'not-found'),
      },
    },
    async ({ query: { format, relation, limit, ...query } }, reply) => {
      inOrder(query);
      return await send(reply, { about: 'paths', request: { ...query, relations: relation, most: limit } }, format);
    },
  );

  app.get(
    '/graph/cascade/export',
    {
      ...route,
      schema: {
        operationId: 'graphCascadeExport',
        tags: ['graph'],
        summary: 'The tree of what came of a document, as a file',
        querystring: Type.Object({ ...CascadeQuery.properties, format: AsGraph }, closed),
        response: fileAnswers(graphFormats, 'not-found'),
      },
    },
    async ({ query: { format, relation, ...query } }, reply) => {
      inOrder(query);
      return await send(reply, { about: 'cascade', request: { ...query, relations: relation } }, format);
    },
  );

  const { offset: _offset, limit: _limit, ...missingFilter } = MissingQuery.properties;
  app.get(
    '/graph/missing/export',
    {
      ...route,
      schema: {
        operationId: 'graphMissingExport',
        tags: ['graph'],
        summary: 'The documents that others name and nobody holds, as a file',
        querystring: Type.Object(
          {
            ...missingFilter,
            limit: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: 10_000,
                description: 'how many documents at most, those named most often; 1000 if left out',
              }),
            ),
            format: AsTables,
          },
          closed,
        ),
        response: fileAnswers(tableFormats),
      },
    },
    async ({ query: { format, limit = 1000, ...query } }, reply) =>
      await send(reply, { about: 'missing', request: { ...query, from: 0, size: limit } }, format),
  );

  app.get(
    '/matrix/export',
    {
      ...route,
      schema: {
        operationId: 'matrixExport',
        tags: ['graph'],
        summary: 'Which units answered which directives, as a file',
        querystring: Type.Object(
          {
            ...MatrixQuery.properties,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'how many rows at most; 1000 if left out' })),
            format: AsTables,
          },
          closed,
        ),
        response: fileAnswers(tableFormats, 'not-found'),
      },
    },
    async ({ query: { format, directive, unit, level, relation, limit = 1000, ...query } }, reply) => {
      inOrder(query);
      const request = { ...query, directives: directive, units: unit, levels: level, relations: relation, size: limit };
      return await send(reply, { about: 'matrix', request }, format);
    },
  );

  const { after: _after, counts: _counts, limit: _page, ...auditFilter } = AuditQuery.properties;
  app.get(
    '/audit/export',
    {
      ...route,
      schema: {
        operationId: 'auditExport',
        tags: ['audit'],
        summary: 'What contradicts itself in the collection, or is odd, as a file',
        querystring: Type.Object(
          {
            ...auditFilter,
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, description: 'how many findings at most; 1000 if left out' })),
            format: AsTables,
          },
          closed,
        ),
        response: fileAnswers(tableFormats, 'not-found'),
      },
    },
    async ({ query: { format, code, limit = 1000, ...query } }, reply) =>
      await send(reply, { about: 'audit', request: { ...query, codes: code, size: limit } }, format),
  );
};
