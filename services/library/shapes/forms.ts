import Type, { type TSchema } from 'typebox';

/** Forms that the shapes are written in: objects take no other fields than those named; `Nullable` is a text or null. */
export const closed = { additionalProperties: false } as const;
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Nullable = nullable(Type.String());
