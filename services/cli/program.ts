import { Command, CommanderError } from 'commander';
import { settings } from '#services/config.ts';
import project from '../../package.json' with { type: 'json' };
import { addressCommand } from './commands/address.ts';
import { auditCommand } from './commands/audit.ts';
import { cascadeCommand, effectCommand, pathCommand, statementsCommand } from './commands/chains.ts';
import { decisionCommands } from './commands/decisions.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { graphCommand } from './commands/graph.ts';
import { ingestCommand } from './commands/ingest.ts';
import { doctorCommand, rebuildCommand, statsCommand } from './commands/keep.ts';
import { repeatsCommand, similarCommand } from './commands/likeness.ts';
import { lookupCommand } from './commands/lookup.ts';
import { matrixCommand } from './commands/matrix.ts';
import { missingCommand } from './commands/missing.ts';
import { savedCommand } from './commands/saved.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand, startCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { suggestCommand } from './commands/suggest.ts';
import { tasksCommand } from './commands/tasks.ts';
import { failureLine } from './format.ts';
import type { Attach, World } from './world.ts';

const commands: readonly Attach[] = [
  startCommand,
  ingestCommand,
  extractCommand,
  searchCommand,
  savedCommand,
  suggestCommand,
  exportCommand,
  lookupCommand,
  showCommand,
  similarCommand,
  repeatsCommand,
  graphCommand,
  statementsCommand,
  pathCommand,
  cascadeCommand,
  effectCommand,
  matrixCommand,
  missingCommand,
  addressCommand,
  decisionCommands,
  auditCommand,
  tasksCommand,
  statsCommand,
  rebuildCommand,
  doctorCommand,
  serveCommand,
];

const wrongUse = 2;

/** Runs the command line; returns the exit code: 0 done, 1 something failed, 2 the request was wrong. */
export async function run(args: readonly string[], world: World): Promise<number> {
  let exit = 0;
  const program = new Command('vankien')
    .description('Reads Vietnamese Party and State documents; finds what they cite, who carries them out, and what is due when.')
    .version(project.version)
    .option('--data <folder>', 'folder of the collection (or VANKIEN_DATA)')
    .option('--json', 'print JSON instead of text')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Run it with --help to see how it is used.')
    .configureOutput({ writeOut: (text) => world.terminal.out(text.trimEnd()), writeErr: (text) => world.terminal.err(text.trimEnd()) })
    .exitOverride()
    .addHelpText('after', teaching);
  for (const attach of commands) {
    attach(program, world, (code) => {
      exit = code;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (thrown) {
    // Help and version end in the same way as errors; only the latter have a code other than 0. Without any command the help is an error.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : wrongUse;
    const { line, exit: code } = failureLine(thrown, program.opts().json === true);
    world.terminal.err(line);
    return code;
  }
}

/** Width of the column of names. */
const widest = Math.max(...settings.map(({ name }) => name.length));

const teaching = `
A first walk:
  vankien ingest ./documents              read a folder of files
  vankien search "chuyển đổi số"          find words, with or without accents
  vankien graph 01-KL/TW --down           who carries it out, and who carries out that
  vankien cascade 01-KL/TW                the same as a tree by level, with the days between
  vankien missing                         the documents that others name and you do not have
  vankien tasks --to 2024-12-31           what is due until then
  vankien serve                           the same over HTTP

Settings (options go before them):
${settings.map(({ name, meaning, standard }) => `  ${name.padEnd(widest)} ${meaning}${standard === '' ? '' : ` (${standard})`}`).join('\n')}

Exit codes: 0 done, 1 something failed, 2 the request was wrong.`;
