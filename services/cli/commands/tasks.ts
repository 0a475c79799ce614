import { Option } from 'commander';
import { Failure } from '#ingest/model/failure.ts';
import type { Task } from '#ingest/model/task.ts';
import { Rhythm } from '#ingest/model/task.ts';
import type { Library } from '#services/library/library.ts';
import type { TaskList } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { day, wholeFrom } from './options.ts';

interface TaskOptions extends GlobalOptions {
  readonly assignee?: string;
  readonly from?: string;
  readonly to?: string;
  readonly document?: string;
  readonly recurs?: string;
  readonly limit: number;
  readonly offset: number;
}

const rhythms = Rhythm.anyOf.map((literal) => literal.const);

export const tasksCommand: Attach = (program, world, end) => {
  program
    .command('tasks')
    .description('List the tasks that documents give: who, what, by when.')
    .option('--assignee <words>', 'only tasks of bodies whose name holds these words; accents are optional')
    .option('--from <day>', 'only tasks due on this day or later', day)
    .option('--to <day>', 'only tasks due on this day or earlier', day)
    .option('--document <symbol>', 'only tasks of this document (number or id)')
    .addOption(new Option('--recurs <rhythm>', 'only tasks that come back in this rhythm').choices(rhythms))
    .option('--limit <count>', 'how many tasks at most', wholeFrom(1, 1000), 50)
    .option('--offset <count>', 'how many tasks to pass over', wholeFrom(0, 1_000_000), 0)
    .addHelpText(
      'after',
      `
Days are written 2024-12-31 or 31/12/2024.

Examples:
  vankien tasks --assignee "ban tuyen giao" --from 1/1/2024 --to 31/12/2024
  vankien tasks --recurs quarterly
  vankien tasks --document 20-KH/TU --json`,
    )
    .action(async (_options, command) => {
      const { assignee, from, to, document, recurs, limit, offset, ...options } = command.optsWithGlobals() as TaskOptions;
      const list = await withLibrary(world, options, 'read', async (library) => {
        const filter = {
          ...(assignee === undefined ? {} : { assignee }),
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(document === undefined ? {} : { document: await oneDocument(library, document) }),
          ...(recurs === undefined ? {} : { recurs }),
        };
        return await library.tasks(filter, { from: offset, size: limit });
      });
      if (options.json === true) world.terminal.out(JSON.stringify(list));
      else for (const line of linesOf(list, offset)) world.terminal.out(line);
      end(0);
    });
};

/** The id of the one document that is meant; `bad-request` with the choice where several are. */
async function oneDocument(library: Library, ref: string): Promise<string> {
  const [first, ...others] = await library.show(ref);
  if (first !== undefined && others.length === 0) return first.id;
  const choice = [first, ...others].map((document) => (document === undefined ? '' : `${document.id} (${headline(document)})`));
  throw new Failure('bad-request', `Several documents bear the number ${JSON.stringify(ref)}. Choose one by its id: ${choice.join('; ')}.`);
}

function* linesOf(list: TaskList, offset: number): Generator<string> {
  const shown = list.tasks.length === list.total ? '' : `, shown ${offset + 1} to ${offset + list.tasks.length}`;
  yield `${count(list.total, 'task')}${list.tasks.length === 0 ? '' : shown}`;
  for (const { document, page, task } of list.tasks) {
    yield '';
    yield* taskLines(task, '');
    yield `  in ${headline(document)}, page ${page}`;
  }
}

/** A task: its wording, then who, with whom, by when. */
export function* taskLines(task: Task, indent: string): Generator<string> {
  yield `${indent}- ${safe(task.text)}`;
  const names = (parties: Task['assignees']) => safe(parties.map((party) => party.name).join(', '));
  if (task.assignees.length > 0) yield `${indent}  who: ${names(task.assignees)}`;
  if (task.coordinators.length > 0) yield `${indent}  with: ${names(task.coordinators)}`;
  for (const { text, end, recurs } of task.deadlines) {
    const meaning = end ?? recurs;
    yield `${indent}  due: ${safe(text)}${meaning === null ? '' : ` (${meaning})`}`;
  }
}
