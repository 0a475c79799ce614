import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { type FailureCode, failureKinds } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import { AddOutcome } from '#services/library/shapes.ts';
import { answers } from '../answers.ts';
import { Refusal } from '../errors.ts';
import type { ApiOptions } from '../options.ts';
import { NoQuery } from './parameters.ts';
import { binary, fileFailures, formWith, takesFiles } from './receiving.ts';

const Uploaded = Type.Object({ files: Type.Array(AddOutcome) }, { additionalProperties: false });

const documentedBody = formWith({
  type: 'array',
  minItems: 1,
  description: 'the files, each in a part of its own, all parts named `file`',
  items: binary,
});

export const upload: FastifyPluginAsyncTypebox<{ library: Library; limits: ApiOptions }> = async (app, { library, limits }) => {
  const receive = await takesFiles(app, limits);

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
          ...fileFailures,
          'read-only',
        ),
      },
    },
    async (request) =>
      await receive(request, async (files) => {
        const outcomes = await Array.fromAsync(library.add(files));
        refuseIfNothingTaken(outcomes);
        return { files: outcomes };
      }),
  );
};

/** Where every file was refused, the request failed, with the first reason. */
function refuseIfNothingTaken(outcomes: readonly AddOutcome[]): void {
  if (outcomes.some((outcome) => outcome.failure === null)) return;
  const details = outcomes.map((outcome) => ({ path: outcome.name, message: outcome.failure?.message ?? '' }));
  const code = outcomes[0]?.failure?.code ?? '';
  const summary = outcomes.length === 1 ? 'The file was not taken in.' : `None of the ${outcomes.length} files was taken in.`;
  throw new Refusal(Object.hasOwn(failureKinds, code) ? (code as FailureCode) : 'internal', details, { summary });
}
