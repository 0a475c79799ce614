import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FailureCode, failureKinds } from '#ingest/model/failure.ts';
import { openService, type Service } from './service.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly responses: Readonly<Record<string, { description: string; content: Record<string, { schema: unknown }> }>>;
}
interface OpenApi {
  readonly openapi: string;
  readonly info: { description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { schemas: Record<string, { properties: Record<string, { properties: Record<string, { enum: string[] }> }> }> };
}

let service: Service;
let document: OpenApi;
beforeAll(async () => {
  service = await openService();
  document = (await service.ask('/openapi.json')).json;
});
afterAll(() => service.close());

const operations = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));
const codesIn = (words: string) => [...words.matchAll(/`([a-z-]+)`/g)].map((match) => match[1] as FailureCode);

/** Failures that never reach a route: of the command line, of its start, and of addresses that are no route. */
const elsewhere: readonly FailureCode[] = ['port-busy', 'unwritable-file', 'method-not-allowed'];

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(await new Validator().validate(document as unknown as Record<string, unknown>)).toEqual({ valid: true });
  });

  test('lists every failure of the table with its status', () => {
    for (const [code, kind] of Object.entries(failureKinds))
      expect(document.info.description).toContain(`| \`${code}\` | ${kind.status} |`);
    expect(document.components.schemas.ErrorAnswer?.properties.error?.properties.code?.enum).toEqual(Object.keys(failureKinds));
  });

  test('puts every failure of an operation under the status that the table gives it', () => {
    for (const { operationId, responses } of operations()) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400) continue;
        const codes = codesIn(response.description);
        expect(codes, operationId).not.toEqual([]);
        expect(
          codes.map((code) => failureKinds[code].status),
          operationId,
        ).toEqual(codes.map(() => Number(status)));
        expect(response.content['application/json']?.schema, operationId).toEqual({ $ref: '#/components/schemas/ErrorAnswer' });
      }
    }
  });

  test('names every failure of the table at some operation', () => {
    const documented = operations().flatMap(({ responses }) =>
      Object.values(responses).flatMap((response) => codesIn(response.description)),
    );
    expect(
      Object.keys(failureKinds)
        .filter((code) => !documented.includes(code as FailureCode))
        .sort(),
    ).toEqual([...elsewhere].sort());
  });

  test('gives every operation a name of its own and a summary', () => {
    const names = operations().map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(operations().every(({ summary }) => summary.length > 0)).toBe(true);
  });

  test('refers to named schemas that are all there', () => {
    const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
    expect(new Set(referred).difference(new Set(Object.keys(document.components.schemas)))).toEqual(new Set());
    expect(referred).toEqual(
      expect.arrayContaining(['SearchAnswer', 'DocumentView', 'Graph', 'TaskList', 'Stats', 'AddOutcome', 'Span', 'Relation']),
    );
  });
});
