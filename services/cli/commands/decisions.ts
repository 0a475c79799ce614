import { userInfo } from 'node:os';
import type { DecisionView, UndecidedWork, WorkView } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { wholeFrom } from './options.ts';

type ListOptions = GlobalOptions & { readonly limit: number; readonly after?: string };
type DecideOptions = GlobalOptions & { readonly author?: string; readonly note?: string };

/** Commands for works that the texts leave open: which there are, and what persons decided about them. */
export const decisionCommands: Attach = (program, world, end) => {
  program
    .command('undecided')
    .description('List the works that the texts leave open, each with those that it could be.')
    .option('--limit <count>', 'how many works about', wholeFrom(1, 1000), 20)
    .option('--after <number>', 'go on behind this number')
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as ListOptions;
      const page = await withLibrary(world, options, 'read', (library) => library.undecided({ after: options.after, size: options.limit }));
      tell(world, options, page, () => [
        count(page.works.length, 'open work', 'open works'),
        ...page.works.flatMap(openLines),
        ...(page.next === null ? [] : [`More: --after ${JSON.stringify(page.next)}`]),
      ]);
      end(0);
    });

  program
    .command('decide')
    .description('Decide that two works are the same, or are not; ids are those that undecided and graph print.')
    .argument('<first>', 'id of a work')
    .argument('<same|different>', 'what you decide')
    .argument('<second>', 'id of the other work')
    .option('--author <name>', 'who decides; your name on this machine if left out')
    .option('--note <words>', 'why')
    .addHelpText(
      'after',
      `
Example:
  vankien decide "20-KH/TU@?5d1f0c9a7e3b2468@2020-2025" same "20-KH/TU@Bến Tre@2020-2025" --note "Kế hoạch đính kèm công văn"`,
    )
    .action(async (first: string, says: string, second: string, _options, command) => {
      const options = command.optsWithGlobals() as DecideOptions;
      if (says !== 'same' && says !== 'different')
        command.error(`error: between the two ids stands "same" or "different", not ${JSON.stringify(says)}.`);
      const author = options.author ?? userInfo().username;
      const made = await withLibrary(world, options, 'write', (library) =>
        library.decisions.decide({ first, second, says: says as 'same' | 'different', author, note: options.note ?? null }),
      );
      tell(world, options, made, () => [`Decided: ${line(made)}`]);
      end(0);
    });

  const kept = program.command('decisions').description('List what persons decided about works, or take a decision back.');
  kept
    .command('list', { isDefault: true })
    .description('List the decisions, the latest first.')
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const { decisions } = await withLibrary(world, options, 'read', (library) => library.decisions.list());
      tell(world, options, decisions, () => [
        count(decisions.length, 'decision', 'decisions'),
        ...decisions.map((one) => `  ${line(one)}`),
      ]);
      end(0);
    });
  kept
    .command('undo')
    .description('Take a decision back; it stays in the list.')
    .argument('<id>', 'id of a decision')
    .option('--author <name>', 'who takes it back; your name on this machine if left out')
    .action(async (id: string, _options, command) => {
      const options = command.optsWithGlobals() as DecideOptions;
      const undone = await withLibrary(world, options, 'write', (library) =>
        library.decisions.undo(id, options.author ?? userInfo().username),
      );
      tell(world, options, undone, () => [`Undone: ${line(undone)}`]);
      end(0);
    });
};

function line({ id, first, says, second, author, made, note, state, undone }: DecisionView): string {
  const words = [
    `${safe(first)} ${says === 'same' ? 'is the same as' : 'is another than'} ${safe(second)}`,
    `by ${safe(author)}, ${made.slice(0, 10)}`,
  ];
  if (note !== null) words.push(safe(note));
  if (undone !== null) words.push(`undone by ${safe(undone.author)}, ${undone.made.slice(0, 10)}`);
  else if (state === 'without-effect') words.push('without effect now');
  return `${words.join(' · ')}  [${id}]`;
}

function openLines({ work, said, possible }: UndecidedWork): string[] {
  const speakers = [...new Set(said.flatMap((way) => way.speakers.map(({ name }) => name)))];
  return [
    `${safe(work.id)}`,
    `  said by ${speakers.map(safe).join(', ')}`,
    ...possible.map(({ work: other, reasons }) => `  could be ${safe(other.id)}${titled(other)} (${reasons.join(', ')})`),
  ];
}

const titled = ({ held }: WorkView) => (held[0] === undefined ? '' : `, held: ${headline(held[0])}`);
