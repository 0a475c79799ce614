import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Failure, type FailureCode, failureKinds } from '#ingest/model/failure.ts';
import type { IncomingFile, Library } from '#services/library/library.ts';
import { AddOutcome } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { type ErrorDetail, Refusal } from '../errors.ts';
import type { ApiOptions } from '../options.ts';
import { NoQuery } from './parameters.ts';

const Uploaded = Type.Object({ files: Type.Array(AddOutcome) }, { additionalProperties: false });

const documentedBody = {
  consumes: ['multipart/form-data'],
  body: {
    type: 'object',
    properties: {
      file: {
        type: 'array',
        minItems: 1,
        description: 'the files, each in a part of its own, all parts named `file`',
        items: { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' },
      },
    },
    required: ['file'],
    additionalProperties: false,
  },
};

export const upload: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  await takesFiles(app, limits);
  let underWay = 0;

  app.post(
    '/documents',
    {
      config: { role: 'editor', documentedBody },
      bodyLimit: limits.maxUploadBytes,
      handlerTimeout: 5 * limits.handlerTimeout,
      schema: {
        operationId: 'addDocuments',
        tags: ['documents'],
        summary: 'Take files into the collection',
        description:
          'Each file is taken in or refused by itself, and `files` tells what became of each, in their order. Where none could be taken in, the request fails with the first reason, and `details` names all.',
        querystring: NoQuery,
        response: answers(
          Uploaded,
          'What became of each file; at least one was taken in or is known already.',
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
          'read-only',
        ),
      },
    },
    async (request) => {
      if (Number(request.headers['content-length'] ?? 0) > limits.maxUploadBytes) throw new Failure('file-too-large');
      if (underWay >= limits.uploadsAtOnce) throw new Failure('overloaded');
      underWay += 1;
      try {
        const files = await filesOf(request, limits);
        const outcomes = await Array.fromAsync(library.add(files));
        refuseIfNothingTaken(outcomes);
        return { files: outcomes };
      } finally {
        underWay -= 1;
      }
    },
  );
};

/** Lets a route and those beside it take files as parts of a form, `files` at most. */
export async function takesFiles(app: FastifyInstance, limits: ApiOptions, files = limits.maxFiles): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(multipart, {
    throwFileSizeLimit: false,
    // A path in a name is refused as such; without this it would be cut off and the file taken in under another name.
    preservePath: true,
    limits: {
      fileSize: limits.maxFileBytes,
      files,
      fieldNameSize: 100,
      fieldSize: 1000,
      parts: files + 10,
      headerPairs: 20,
    },
  });
}

/** Reads the whole request before any file is taken in, so that a request that breaks off half-way leaves nothing behind. */
export async function filesOf(request: FastifyRequest, limits: ApiOptions): Promise<IncomingFile[]> {
  if (!request.isMultipart()) throw new Failure('wrong-media-type');
  const files: IncomingFile[] = [];
  const wrong: ErrorDetail[] = [];
  let arrived = 0;
  let open: Readable | null = null;
  const count = (chunk: Uint8Array) => {
    arrived += chunk.byteLength;
    if (arrived > limits.maxUploadBytes) open?.destroy(new Failure('file-too-large'));
  };
  request.raw.on('data', count);
  try {
    for await (const part of request.parts()) {
      // A part may come without a name, whatever its type says.
      const path = part.fieldname ?? '';
      if (part.type === 'field') {
        wrong.push({ path, message: path === 'file' ? 'must be a file, with a file name' : unknownPart });
        continue;
      }
      // Parts that are not wanted are read all the same: the parts after them come only then.
      open = part.file;
      const content = await part.toBuffer();
      if (path === 'file') files.push(incoming(part.filename ?? '', content, part.file.truncated));
      else wrong.push({ path, message: unknownPart });
    }
  } catch (thrown) {
    if (thrown instanceof Error && (thrown instanceof Failure || 'code' in thrown)) throw thrown;
    throw new Refusal('bad-request', [{ path: 'body', message: 'is not well-formed multipart/form-data' }], { cause: thrown });
  } finally {
    request.raw.off('data', count);
  }
  if (wrong.length > 0) throw new Refusal('bad-request', wrong);
  if (files.length === 0) throw new Refusal('bad-request', [{ path: 'file', message: 'is required' }]);
  return files;
}

const unknownPart = 'is not known here; send each file in a part named file';

function incoming(given: string, content: Uint8Array, truncated: boolean): IncomingFile {
  // Some systems send accents as letters of their own: one name must be one name.
  const name = given.normalize('NFC');
  return {
    name,
    source: `upload:${name}`,
    read: async () => {
      if (truncated) throw new Failure('file-too-large');
      return content;
    },
  };
}

/** Where every file was refused, the request failed, with the first reason. */
function refuseIfNothingTaken(outcomes: readonly AddOutcome[]): void {
  if (outcomes.some((outcome) => outcome.failure === null)) return;
  const details = outcomes.map((outcome) => ({ path: outcome.name, message: outcome.failure?.message ?? '' }));
  const code = outcomes[0]?.failure?.code ?? '';
  const summary = outcomes.length === 1 ? 'The file was not taken in.' : `None of the ${outcomes.length} files was taken in.`;
  throw new Refusal(Object.hasOwn(failureKinds, code) ? (code as FailureCode) : 'internal', details, { summary });
}
