import Type from 'typebox';
import { Refusal } from '../errors.ts';

/** Parameters that several routes take. Values left out are named in the description; none is filled in by the schema. */
export const Offset = Type.Integer({ minimum: 0, maximum: 10_000, description: 'how many results to pass over; 0 if left out' });
export const Limit = Type.Integer({ minimum: 1, maximum: 100, description: 'how many results at most; 20 if left out' });

export const Words = (description: string) => Type.String({ minLength: 1, maxLength: 200, description });
/** A document number as a parameter, with one to try. */
export const DocumentNumber = (description: string) => Type.String({ minLength: 1, maxLength: 200, description, examples: ['01-KL/TW'] });
export const Day = (description: string) => Type.String({ format: 'date', description });

export const DocumentReference = Type.Object(
  { id: Words('id of a document, or its number where one document alone bears it (`/` written as `%2F`)') },
  { additionalProperties: false },
);

/** For routes that take no query: any field is refused by name. */
export const NoQuery = Type.Object({}, { additionalProperties: false });

/** Refuses a period that ends before it begins. */
export function inOrder({ from, to }: { from?: string; to?: string }): void {
  if (from !== undefined && to !== undefined && to < from)
    throw new Refusal('bad-request', [{ path: 'to', message: 'must not be before from' }]);
}
