import type { Readable } from 'node:stream';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';
import type { IncomingFile } from '#services/library/library.ts';
import { type ErrorDetail, Refusal } from '../errors.ts';
import type { ApiOptions } from '../options.ts';

/** Failures that can befall a route that receives files: of the request, and of a file as it is read and extracted. */
export const fileFailures = [
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
] as const satisfies readonly FailureCode[];

/** What the OpenAPI document shows as the body: a form with `file`, which is one part, or several of that name. */
export function formWith(file: object): { consumes: string[]; body: object } {
  return {
    consumes: ['multipart/form-data'],
    body: { type: 'object', properties: { file }, required: ['file'], additionalProperties: false },
  };
}

/** A file in a form, as OpenAPI describes it. */
export const binary = { type: 'string', format: 'binary', contentMediaType: 'application/octet-stream' } as const;

/** Does with the files of a request what `use` says, and returns its result. */
export type Receive = <T>(request: FastifyRequest, use: (files: readonly IncomingFile[]) => Promise<T>) => Promise<T>;

/**
 * Lets a route and those beside it take files as parts of a form, `files` at most. What is returned receives them; together the routes receive and use those of
 * so many requests at once as `limits` says, more are refused before anything of them is read.
 */
export async function takesFiles(app: FastifyInstance, limits: ApiOptions, files = limits.maxFiles): Promise<Receive> {
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
  let underWay = 0;
  return async (request, use) => {
    if (Number(request.headers['content-length'] ?? 0) > limits.maxUploadBytes) throw new Failure('file-too-large');
    if (underWay >= limits.uploadsAtOnce) throw new Failure('overloaded');
    underWay += 1;
    try {
      return await use(await filesOf(request, limits));
    } finally {
      underWay -= 1;
    }
  };
}

/** Reads the whole request before any file is taken in, so that a request that breaks off half-way leaves nothing behind. */
async function filesOf(request: FastifyRequest, limits: ApiOptions): Promise<IncomingFile[]> {
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
