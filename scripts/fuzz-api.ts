import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pino } from 'pino';
import { glob } from 'tinyglobby';
import { buildApi } from '#services/api/app.ts';
import { listen } from '#services/api/server.ts';
import { openLibrary } from '#services/compose.ts';
import type { Library } from '#services/library/library.ts';

/**
 * Lets schemathesis (PyPI) ask the API what its OpenAPI document allows and what it does not, on a collection of the samples that is thrown away
 * afterwards. Needs Python 3.10 or later with venv. Usage: npm run fuzz:api [-- cases for each operation]
 */
const version = '4.32.5';
const project = join(import.meta.dirname, '..');
const cases = Number(process.argv[2] ?? 300);

/** Operations that refuse what a schema cannot tell from the rest. */
const refusingByMeaning: readonly string[] = [
  ...['search', 'searchFeed', 'saveSearch', 'documentRepeats', 'tasks', 'export'],
  ...['graph', 'graphExport', 'graphStatements', 'graphPaths', 'graphPathsExport', 'graphCascade', 'graphCascadeExport'],
  ...['matrix', 'matrixOf', 'matrixExport', 'partsMatrix', 'audit', 'auditExport', 'decide', 'undoDecision'],
];

const program = schemathesis();
await mkdir(join(project, '.tmp'), { recursive: true });
const folder = await mkdtemp(join(project, '.tmp', 'fuzz-api-'));
const faults: string[] = [];
const library = await openLibrary({ data: join(folder, 'data'), mode: 'write' });
const app = await buildApi(library, {
  requestsPerMinute: Number.MAX_SAFE_INTEGER,
  logger: pino({ level: 'error' }, { write: (line) => faults.push(line) }),
});
try {
  const words = await fill(library);
  const config = join(folder, 'schemathesis.toml');
  await writeFile(config, configure(words));
  const address = await listen(app, { host: '127.0.0.1', port: 0 });
  const status = await run(program, ['--config-file', config, 'run', `${address}/openapi.json`, '--max-examples', String(cases)], folder);
  for (const fault of faults) process.stderr.write(fault);
  console.log(`${faults.length} faults in the log of the service.`);
  process.exitCode = status === 0 && faults.length === 0 ? 0 : 1;
} finally {
  await app.close();
  await library.close();
  await rm(folder, { recursive: true });
}

/** The program, installed into a place of its own at first use. */
function schemathesis(): string {
  const home = join(project, '.tmp', `schemathesis-${version}`);
  const python = join(home, 'bin', 'python');
  if (!existsSync(join(home, 'bin', 'schemathesis'))) {
    must('python3', ['-m', 'venv', home]);
    must(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]);
  }
  return join(home, 'bin', 'schemathesis');
}

function must(command: string, options: readonly string[]): void {
  const { status, error } = spawnSync(command, options, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${options.join(' ')} failed${error === undefined ? '' : `: ${error.message}`}`);
}

async function run(command: string, options: readonly string[], cwd: string): Promise<number | null> {
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  spawn(command, options, { stdio: 'inherit', cwd }).on('exit', resolve).on('error', reject);
  return await promise;
}

/** Takes the samples in; returns the ids and numbers of their documents. */
async function fill(to: Library): Promise<{ ids: string[]; numbers: string[] }> {
  const paths = (
    await glob('samples/**/*.{txt,md,html,docx,pdf}', { cwd: project, ignore: ['samples/sources/**'], absolute: true })
  ).sort();
  const files = paths.map((path) => ({ name: basename(path), source: path, read: async () => await readFile(path) }));
  const outcomes = await Array.fromAsync(to.add(files));
  const ids = [...new Set(outcomes.flatMap(({ document }) => document ?? []))];
  const shown = await Promise.all(ids.map((id) => to.show(id)));
  const numbers = [...new Set(shown.flat().flatMap(({ number }) => number ?? []))];
  if (ids.length === 0 || numbers.length === 0) throw new Error('The samples hold no document: nothing could be found by the requests.');
  return { ids, numbers };
}

/**
 * Half of the requests ask for what is there. Allowed beside the usual answers is what a schema cannot say: a period (or a place in a text) that ends
 * before it begins, names that are taken, words without a letter, files that are no documents, cursors that no answer gave, works of two numbers, a directive without parts, lists that are blank (any text else is a list); and an unknown part without content, which is not sent at all.
 */
function configure({ ids, numbers }: { ids: readonly string[]; numbers: readonly string[] }): string {
  const accepted = ['2xx', '3xx', '401', '403', '404', '409', '429', '5xx'];
  const list = (values: readonly string[]) => JSON.stringify(values);
  return `
continue-on-failure = true
[dictionaries]
references = { values = ${list([...ids, ...numbers])} }
numbers = { values = ${list(numbers)} }
words = { values = ["nước", "kế hoạch", "thực hiện", "\\"ban thường vụ\\"", ${numbers.map((number) => JSON.stringify(number)).join(', ')}] }
[parameters]
"path.id" = { dictionary = "references", probability = 0.5 }
"query.number" = { dictionary = "numbers", probability = 0.5 }
"query.of" = { dictionary = "references", probability = 0.5 }
"query.cites" = { dictionary = "numbers", probability = 0.5 }
"query.document" = { dictionary = "references", probability = 0.5 }
"query.q" = { dictionary = "words", probability = 0.5 }
[[operations]]
include-operation-id = ${list(refusingByMeaning)}
checks.positive_data_acceptance.expected-statuses = ${list([...accepted, '400'])}
[[operations]]
include-operation-id = "lookUpList"
checks.positive_data_acceptance.expected-statuses = ${list([...accepted, '400', '413', '415', '422'])}
checks.negative_data_rejection.expected-statuses = ${list(['400', '401', '403', '404', '405', '406', '409', '413', '415', '422', '428', '429', '200'])}
[[operations]]
include-operation-id = ["addDocuments", "auditDraft", "auditDraftExport"]
checks.positive_data_acceptance.expected-statuses = ${list([...accepted, '400', '413', '415', '422'])}
checks.negative_data_rejection.expected-statuses = ${list(['400', '401', '403', '404', '405', '406', '409', '413', '415', '422', '428', '429', '200'])}
`;
}
