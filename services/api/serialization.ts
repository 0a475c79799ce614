import type { FastifySerializerCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Failure } from '#ingest/model/failure.ts';

/**
 * Writes answers as JSON after checking them against their schema: an answer that is not what the API promises is a fault of ours
 * and is reported as one, where a serializer that follows the schema would drop the surplus without a word.
 */
export const serializerCompiler: FastifySerializerCompiler<TSchema> = ({ schema, method, url }) => {
  // Most routes never give most of their answers: compiled when first needed, the service starts sooner.
  let validator: ReturnType<typeof Compile> | undefined;
  return (answer: unknown) => {
    validator ??= Compile(schema);
    if (!validator.Check(answer)) {
      const [fault] = validator.Errors(answer);
      throw new Failure(
        'internal',
        `The answer of ${method} ${url} breaks its schema at "${fault?.instancePath ?? ''}": ${fault?.message ?? ''}.`,
      );
    }
    return JSON.stringify(answer);
  };
};
