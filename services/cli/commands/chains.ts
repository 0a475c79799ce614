import { cascadeLines, effectLines, pathLines, statementLines } from '../chainLines.ts';
import { tell } from '../output.ts';
import { choiceLines } from '../tree.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { type FileOptions, fileHelp, wantsFile, withFile, writeChainFile } from './chainFile.ts';
import { type ChainFilterOptions, chainFilterHelp, chainFilterOf, withChainFilter } from './chainOptions.ts';
import { afterOption, day, limitOption, upOption, wholeFrom, withinOption, workArgument } from './options.ts';

type Options<T> = GlobalOptions & ChainFilterOptions & T;

interface StatementOptions {
  readonly up?: boolean;
  readonly down?: boolean;
  readonly other?: string;
  readonly within?: string;
  readonly limit: number;
  readonly after?: string;
}

export const statementsCommand: Attach = (program, world, end) => {
  const statements = program
    .command('statements')
    .description('List all that is stated of what a document rests on (--up) or of what came of it, page by page.')
    .addArgument(workArgument())
    .addOption(upOption())
    .option('--down', 'what came of it (where neither is given)')
    .option('--other <symbol>', 'only what is stated of the two')
    .option('--within <place>', 'only what leads to documents of this province or unit')
    .addOption(limitOption('statements', 20))
    .addOption(afterOption());
  withChainFilter(statements)
    .addHelpText(
      'after',
      `${chainFilterHelp}

Examples:
  vankien statements 01-KL/TW --limit 100
  vankien statements 01-KL/TW --within "Đồng Tháp"
  vankien statements 20-KH/TU --up --other 01-KL/TW`,
    )
    .action(async (symbol: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as Options<StatementOptions>;
      if (options.up === true && options.down === true) command.error("error: option '--up' cannot be used with option '--down'");
      const direction = options.up === true ? 'up' : 'down';
      const { other, within, limit: size, after } = options;
      const of = symbol.join(' ');
      const list = await withLibrary(world, options, 'read', (library) =>
        library.statements({ of, direction, other, within, size, after, ...chainFilterOf(options) }),
      );
      tell(world, options, list, () => statementLines(list, { of, other, direction }));
      end(0);
    });
};

export const pathCommand: Attach = (program, world, end) => {
  const path = program
    .command('path')
    .description('Show the chains of documents from one to another, with the words of every step.')
    .argument('<first>', 'number in any written form, or id of a document or work')
    .argument('<second>', 'the other end')
    .option('--steps <count>', 'steps of a chain at most', wholeFrom(1, 30), 8)
    .addOption(limitOption('chains', 20, 100));
  withFile(withChainFilter(path))
    .addHelpText(
      'after',
      `${chainFilterHelp}
${fileHelp}

Examples:
  vankien path 41-KH/HU 01-KL/TW
  vankien path 01-KL/TW "41 kh hu" --relation implements --limit 1`,
    )
    .action(async (first: string, second: string, _options, command) => {
      const options = command.optsWithGlobals() as Options<FileOptions & { steps: number; limit: number }>;
      const request = { first, second, steps: options.steps, most: options.limit, ...chainFilterOf(options) };
      if (wantsFile(options)) {
        return end(await writeChainFile(world, command, options, { about: 'paths', request }));
      }
      const paths = await withLibrary(world, options, 'read', (library) => library.paths(request));
      tell(world, options, paths, () => pathLines(paths, first, second));
      end(0);
    });
};

export const cascadeCommand: Attach = (program, world, end) => {
  const cascade = program
    .command('cascade')
    .description('Show the tree of what came of a document, by level, with the days between the steps.')
    .addArgument(workArgument())
    .option('--depth <steps>', 'how many steps', wholeFrom(1, 100), 10)
    .addOption(withinOption())
    .option('--limit <nodes>', 'how many documents at most', wholeFrom(1, 1000), 500);
  withFile(withChainFilter(cascade))
    .addHelpText(
      'after',
      `
Each document stands once, under the one that it acts on most strongly and nearest above its own level. Where no relation is given,
what only names a document or goes along with it is left out.
${chainFilterHelp}
${fileHelp}

Examples:
  vankien cascade 01-KL/TW
  vankien cascade 01-KL/TW --within "Bến Tre"`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as Options<FileOptions & { depth: number; limit: number; within?: string }>;
      const { depth, limit, within } = options;
      const of = words.join(' ');
      const request = { of, depth, limit, within, ...chainFilterOf(options) };
      if (wantsFile(options)) {
        return end(await writeChainFile(world, command, options, { about: 'cascade', request }));
      }
      const answer = await withLibrary(world, options, 'read', (library) => library.cascade(request));
      tell(world, options, answer, () => (answer.root === null ? choiceLines(answer.choices, of) : cascadeLines(answer)));
      end(0);
    });
};

export const effectCommand: Attach = (program, world, end) => {
  program
    .command('effect')
    .description('Tell whether a document is in force, by what it was changed or ended, and what still cites it after that.')
    .addArgument(workArgument())
    .option('--day <day>', 'as of this day; all that is known where not given', day)
    .addOption(limitOption('of the documents that still cite it', 20, 100))
    .addHelpText(
      'after',
      `
All is as far as the documents of the collection tell: in force means that none of them says otherwise. Days are those on which the
documents that act were issued, written 2024-12-31 or 31/12/2024.

Examples:
  vankien effect 5-QC/TU
  vankien effect 5-QC/TU --day 1/1/2022 --json`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions & { day?: string; limit: number };
      const of = words.join(' ');
      const answer = await withLibrary(world, options, 'read', (library) => library.effect({ of, day: options.day, size: options.limit }));
      tell(world, options, answer, () => (answer.work === null ? choiceLines(answer.choices, of) : effectLines(answer)));
      end(0);
    });
};
