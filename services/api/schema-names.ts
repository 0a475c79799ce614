/** What JSON can hold, as far as schemas go. */
type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/**
 * Puts `named` schemas among the document's components and refers to them wherever they stand, so that the document stays short and clients
 * made from it get named types. Schemas are compared as JSON after `plain`.
 */
export function nameSchemas<D extends object>(document: D, named: Readonly<Record<string, object>>): D {
  const schemas = Object.entries(named).map(([name, schema]): [string, Json] => [name, plain(JSON.parse(JSON.stringify(schema)))]);
  const names = new Map(schemas.map(([name, schema]) => [JSON.stringify(schema), name]));
  const refer = (value: Json, isRoot = false): Json => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => refer(item));
    const name = isRoot ? undefined : names.get(JSON.stringify(value));
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, refer(inner)]));
  };
  const { components, paths, ...rest } = JSON.parse(JSON.stringify(document));
  return {
    ...rest,
    components: { ...components, schemas: Object.fromEntries(schemas.map(([name, schema]) => [name, refer(schema, true)])) },
    paths: refer(plain(paths)),
  };
}

/** The same schema with its keys in order and with one form of saying "one of these words": `enum`. */
function plain(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  const sorted = Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, Json] => [key, plain(inner)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  if (typeof sorted.const === 'string') {
    const { const: word, ...others } = sorted;
    return plain({ ...others, enum: [word] });
  }
  const words = Array.isArray(sorted.anyOf) ? sorted.anyOf.map(wordsOf) : [];
  if (words.length === 0 || words.includes(null)) return sorted;
  const { anyOf: _, ...others } = sorted;
  return plain({ ...others, type: 'string', enum: words.flat() });
}

/** The words of a schema that allows these and nothing else, or null. */
function wordsOf(schema: Json): Json[] | null {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || !Array.isArray(schema.enum)) return null;
  return Object.keys(schema).every((key) => key === 'enum' || key === 'type') ? schema.enum : null;
}
