import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type ErrorDetail, Refusal } from './errors.ts';

/** As much of a JSON schema as is read here. */
interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly { const?: unknown }[];
  readonly enum?: readonly unknown[];
  /** What to do where a number is too large. */
  readonly 'x-instead'?: string;
}

type Fault = ReturnType<ReturnType<typeof Compile>['Errors']>[number];

/**
 * Checks requests against their schemas and names every field at fault. Nothing is dropped, filled in or coerced,
 * but that a query string, where all is text, has its declared integers read as such; and a list may be given as one value.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const shape = schema as Schema;
  return (given: unknown) => {
    const { value, faults } =
      httpPart === 'querystring' ? readQuery(shape, given as Record<string, unknown>) : { value: given, faults: [] };
    if (faults.length === 0 && validator.Check(value)) return { value };
    const details = [...faults, ...describe(shape, validator.Errors(value))];
    return { error: new Refusal('bad-request', firstOfEach(details)) };
  };
};

/** Reads a query string's values by the schema: integers from their plain decimal form only, a single value of a list as a list of one. */
export function readQuery(
  schema: Schema,
  raw: Readonly<Record<string, unknown>>,
): { value: Record<string, unknown>; faults: ErrorDetail[] } {
  const faults: ErrorDetail[] = [];
  const value = Object.fromEntries(
    Object.entries(raw).map(([name, given]) => {
      const declared = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
      if (declared === undefined) return [name, given];
      if (declared.type === 'array')
        return [name, (Array.isArray(given) ? given : [given]).map((item) => readScalar(declared.items ?? {}, item))];
      if (Array.isArray(given)) faults.push({ path: name, message: 'is given more than once' });
      return [name, readScalar(declared, given)];
    }),
  );
  return { value, faults };
}

function readScalar(schema: Schema, given: unknown): unknown {
  return schema.type === 'integer' && typeof given === 'string' && /^-?(?:0|[1-9][0-9]{0,14})$/u.test(given) ? Number(given) : given;
}

/** The checker's faults in plain words, each with the field's name. */
function describe(schema: Schema, faults: readonly Fault[]): ErrorDetail[] {
  return faults.flatMap((fault): ErrorDetail[] => {
    const path = pathOf(fault.instancePath);
    switch (fault.keyword) {
      case 'boolean':
        // Said again, with the name, by the fault of `additionalProperties`.
        return [];
      case 'additionalProperties':
        return fault.params.additionalProperties.map((name) => ({ path: join(path, name), message: unknownField(schema, path) }));
      case 'required':
        return fault.params.requiredProperties.map((name) => ({ path: join(path, name), message: 'is required' }));
      case 'type':
        return [{ path, message: `must be ${[fault.params.type].flat().map(withArticle).join(' or ')}` }];
      case 'const':
      case 'enum':
      case 'anyOf': {
        const choices = choicesAt(schema, fault.instancePath);
        return [{ path, message: choices.length > 0 ? `must be one of ${choices.join(', ')}` : fault.message }];
      }
      case 'format':
        return [{ path, message: fault.params.format === 'date' ? 'must be a date of the calendar, written YYYY-MM-DD' : fault.message }];
      case 'minLength':
        return [{ path, message: fault.params.limit === 1 ? 'must not be empty' : `must have at least ${fault.params.limit} characters` }];
      case 'maxLength':
        return [{ path, message: `must have at most ${fault.params.limit} characters` }];
      case 'minimum':
        return [{ path, message: `must be at least ${fault.params.limit}` }];
      case 'maximum':
        return [
          {
            path,
            message: [`must be at most ${fault.params.limit}`, placeIn(schema, fault.instancePath)?.['x-instead'] ?? []].flat().join('; '),
          },
        ];
      default:
        return [{ path, message: fault.message }];
    }
  });
}

function unknownField(schema: Schema, path: string): string {
  const known = path === '' ? Object.keys(schema.properties ?? {}) : [];
  return known.length > 0 ? `is not known here; known are ${known.join(', ')}` : 'is not known here';
}

function withArticle(type: string): string {
  return /^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`;
}

/** The schema of a place in the value. */
function placeIn(schema: Schema, pointer: string): Schema | undefined {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Schema | undefined>((at, step) => at?.properties?.[step] ?? at?.items, schema);
}

/** The literals allowed at a place in the value. */
function choicesAt(schema: Schema, pointer: string): string[] {
  const place = placeIn(schema, pointer);
  return [...(place?.enum ?? []), ...(place?.anyOf ?? []).map((choice) => choice.const)]
    .filter((choice) => choice !== undefined)
    .map(String);
}

function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function firstOfEach(details: readonly ErrorDetail[]): ErrorDetail[] {
  return details.filter((detail, index) => details.findIndex((other) => other.path === detail.path) === index);
}
