import type { TSchema } from 'typebox';
import { type FailureCode, failureKinds } from '#ingest/model/failure.ts';
import { ErrorAnswer } from './errors.ts';

/** What can befall any request: how it is written and sent, who sends it, how the service fares. */
const everywhere: readonly FailureCode[] = [
  'bad-request',
  'forbidden',
  'request-too-slow',
  'headers-too-large',
  'too-many-requests',
  'internal',
  'overloaded',
  'time-out',
  'no-collection',
  'collection-busy',
  'collection-damaged',
  'index-unavailable',
  'index-refused',
  'index-unsupported',
];

/**
 * The answers of a route: `good` with status 200, and the failures that can befall it (those of every route, and `codes`) by their status.
 * The handler returns good answers only, failures are thrown; so only the good one is in the type.
 */
export function answers<T extends TSchema>(good: T, what: string, ...codes: FailureCode[]): { 200: T } {
  const failures = [...new Set([...everywhere, ...codes])];
  const byStatus = Map.groupBy(failures, (code) => failureKinds[code].status);
  return {
    200: described(good, what),
    ...Object.fromEntries(
      [...byStatus].map(([status, of]) => [status, described(ErrorAnswer, `Failed: ${of.map((code) => `\`${code}\``).join(', ')}.`)]),
    ),
  };
}

/** A schema with the description of the answer that it is, which the OpenAPI document shows apart from the schema's own. */
export function described<T extends TSchema>(schema: T, description: string): T {
  return { ...schema, 'x-response-description': description };
}
