import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Compile } from 'typebox/compile';
import { expect } from 'vitest';
import { buildApi } from '#services/api/app.ts';
import { ErrorAnswer } from '#services/api/errors.ts';
import type { ApiOptions } from '#services/api/options.ts';
import { openLibrary } from '#services/compose.ts';
import type { IncomingFile, Library } from '#services/library/library.ts';
import { engineFor } from '../support/engine.ts';
import { all } from './documents.ts';

/** The API on a real library in a folder of its own, which holds the documents of `documents.ts`. */
export interface Service {
  readonly app: FastifyInstance;
  readonly library: Library;
  /** Asks and holds the answer to what the OpenAPI document promises. */
  ask(request: InjectOptions | string): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export async function openService(options: Partial<ApiOptions> = {}): Promise<Service> {
  const folder = await mkdtemp(join(tmpdir(), 'vankien-api-'));
  const library = await openLibrary({ data: folder, mode: 'write', ...engineFor(folder) });
  const outcomes = await Array.fromAsync(library.add(all.map(({ name, text }) => incoming(name, text))));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(all.map(() => 'added'));
  const app = await buildApi(library, { requestsPerMinute: 100_000, ...options });
  return {
    app,
    library,
    ask: (request) => ask(app, request),
    close: async () => {
      await app.close();
      await library.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function incoming(name: string, text: string): IncomingFile {
  return { name, source: `test:${name}`, read: async () => new TextEncoder().encode(text) };
}

const isErrorAnswer = Compile(ErrorAnswer);

export async function ask(app: FastifyInstance, request: InjectOptions | string): Promise<Answer> {
  const response = await app.inject(request);
  const isJson = /^application\/json(?:;|$)/.test(String(response.headers['content-type']));
  const answer = {
    status: response.statusCode,
    headers: response.headers,
    body: response.body,
    bytes: response.rawPayload,
    json: isJson && response.body !== '' ? response.json() : null,
  };
  if (answer.status >= 400 && answer.body !== '') {
    expect(isErrorAnswer.Errors(answer.json)).toEqual([]);
    expect(answer.json.error.status).toBe(answer.status);
    expect(answer.body).not.toMatch(/node_modules|\.ts:\d|at async/);
  }
  return answer;
}

/** An upload of these files, as a browser sends it. */
export function upload(...files: readonly { name: string; content: string | Uint8Array<ArrayBuffer>; part?: string }[]): InjectOptions {
  const form = new FormData();
  for (const { name, content, part = 'file' } of files) form.append(part, new Blob([content]), name);
  return { method: 'POST', url: '/api/v1/documents', payload: form as unknown as NonNullable<InjectOptions['payload']> };
}

/** A multipart body written by hand, for what no browser would send. */
export function rawUpload(body: string, contentType = 'multipart/form-data; boundary=limit'): InjectOptions {
  return { method: 'POST', url: '/api/v1/documents', payload: body.replaceAll('\n', '\r\n'), headers: { 'content-type': contentType } };
}

export function query(path: string, parameters: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(parameters)}`;
}
