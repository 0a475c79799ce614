import { expect, test } from 'vitest';
import { parseQuery } from '#services/query/parse.ts';
import type { Query } from '#services/query/query.ts';
import type { TaskFilter } from '#services/store/port.ts';
import { keyCases } from './cases/graph.ts';
import { filterCases, numberCases, phraseCases, wordCases, writtenNumbers } from './cases/search.ts';
import { taskCases } from './cases/tasks.ts';

/** How an engine is asked each kind of question: what its own code makes of one before it is sent. */
export interface Compiler {
  search(query: Query, page: { from: number; size: number }): unknown;
  keys(prefix: string, limit: number): unknown;
  tasks(filter: TaskFilter, page: { from: number; size: number }): unknown;
}

const page = { from: 0, size: 100 };

/** Every case of the contract by name, as the contract carries it out. */
function compiled(compiler: Compiler): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const numbers = [...writtenNumbers.written, ...numberCases.map(({ words }) => words)];
  const searches = [
    ...wordCases,
    ...phraseCases.map((each) => ({ ...each, name: `phrases: ${each.name}` })),
    ...numbers.map((words) => ({ name: 'document number', words })),
    ...filterCases.map((each) => ({ ...each, name: `filters by ${each.name}` })),
  ];
  const search = searches.map((each) => {
    const filters = 'filters' in each ? each.filters : {};
    return [`${each.name}: ${each.words}`, compiler.search(parseQuery(each.words, filters), page)] as const;
  });
  const keys = keyCases.map(({ prefix }) => [`keys that begin with ${prefix}`, compiler.keys(prefix, 100)] as const);
  const tasks = taskCases.map(({ name, filter }) => [name, compiler.tasks(filter, page)] as const);
  return { search: Object.fromEntries(search), keys: Object.fromEntries(keys), tasks: Object.fromEntries(tasks) };
}

/**
 * Holds an engine to the compiled questions in `compiled/ENGINE/`: a change in what an engine is asked is seen in the change itself. The files are
 * made anew by `vitest run -u`.
 */
export function testCompiled(engine: string, compiler: () => Compiler): void {
  test.each(['search', 'keys', 'tasks'])('asks the %s of the contract as it is written down', async (kind) => {
    const cases = compiled(compiler())[kind] ?? {};
    await expect(`${layOut(cases)}\n`).toMatchFileSnapshot(`compiled/${engine}/${kind}.json`);
  });
}

const lineWidth = 140;

/** JSON with what fits on one line on one line. */
function layOut(value: unknown, indent = '', before = 0): string {
  const short = onOneLine(value);
  if (typeof value !== 'object' || value === null || (indent !== '' && indent.length + before + short.length < lineWidth)) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + layOut(item, deeper)).join(',\n')}\n${indent}]`;
  const entries = entriesOf(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${layOut(item, deeper, key.length + 4)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined);

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const entries = entriesOf(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
