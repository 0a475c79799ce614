import { Option } from 'commander';
import type { Deadline, Task } from '#ingest/model/task.ts';
import { Rhythm } from '#ingest/model/task.ts';
import type { TaskList } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { oneDocument } from './oneDocument.ts';
import { day, limitOption, wholeFrom } from './options.ts';

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
    .addOption(limitOption('tasks', 50))
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
      tell(world, options, list, () => linesOf(list, offset));
      end(0);
    });
};

function* linesOf(list: TaskList, offset: number): Generator<string> {
  const shown = list.tasks.length === list.total ? '' : `, shown ${offset + 1} to ${offset + list.tasks.length}`;
  yield `${count(list.total, 'task')}${list.tasks.length === 0 ? '' : shown}`;
  for (const { document, page, task } of list.tasks) {
    yield '';
    yield* taskLines(task, '');
    yield `  in ${[headline(document), ...task.place.map(({ text }) => safe(text))].join(' > ')}, page ${page}`;
  }
}

/** A task: its wording, then who, with whom, by when, and on what condition; what a heading or another line says of it is marked as inherited. */
export function* taskLines(task: Task, indent: string): Generator<string> {
  yield `${indent}- ${safe(task.text)}`;
  const names = (parties: Task['assignees']) => parties.map((party) => `${safe(party.name)}${inheritedMark(party)}`).join(', ');
  if (task.assignees.length > 0) yield `${indent}  who: ${names(task.assignees)}`;
  if (task.coordinators.length > 0) yield `${indent}  with: ${names(task.coordinators)}`;
  for (const deadline of task.deadlines) {
    const meaning = meaningOf(deadline);
    yield `${indent}  due: ${safe(deadline.text)}${meaning === null ? '' : ` (${meaning})`}${inheritedMark(deadline)}`;
  }
  if (task.condition !== null) yield `${indent}  if: ${safe(task.condition.text)}`;
}

function inheritedMark({ inherited }: { readonly inherited: boolean }): string {
  return inherited ? ' (inherited)' : '';
}

/** What the words of a deadline come to: days of a one-off deadline, the rhythm of one that comes back; null for one bound to an event. */
function meaningOf({ bound, start, end, recurs }: Deadline): string | null {
  if (end === null) return start === null ? recurs : `from ${start}`;
  if (bound === 'before') return `before ${end}`;
  return start === null || start === end ? end : `${start} to ${end}`;
}
