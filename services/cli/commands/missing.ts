import type { Level } from '#services/analysis/level.ts';
import { tableFormats } from '#services/library/graphExport/formats.ts';
import { missingLines } from '../chainLines.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { type FileOptions, tablesHelp, wantsFile, withFile, writeChainFile } from './chainFile.ts';
import { levelOption, limitOption, wholeFrom } from './options.ts';

interface MissingOptions extends GlobalOptions, FileOptions {
  readonly level?: Level;
  readonly type?: string;
  readonly within?: string;
  readonly least: number;
  readonly limit: number;
  readonly offset: number;
}

export const missingCommand: Attach = (program, world, end) => {
  const missing = program
    .command('missing')
    .description('List the documents that others name and the collection does not hold, those named most often first.')
    .addOption(levelOption())
    .option('--type <code>', 'only documents of this type, as in KL')
    .option('--within <place>', 'only documents of TW, a province or unit; accents may be left out')
    .option('--least <count>', 'only documents that are named at least so often', wholeFrom(1, 1_000_000), 1)
    .addOption(limitOption('documents', 20))
    .option('--offset <count>', 'how many documents to pass over', wholeFrom(0, 10_000), 0);
  withFile(missing, tableFormats)
    .addHelpText(
      'after',
      `
For each: how often it is named, of how many documents it is a ground and of which places, what is said of it and by whom.
${tablesHelp}

Examples:
  vankien missing
  vankien missing --level central --least 3
  vankien missing --within "Bến Tre" --json
  vankien missing --limit 1000 -o can-tim.xlsx`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as MissingOptions;
      const { level, type, within, least, limit, offset } = options;
      const request = { level, type, within, least, from: offset, size: limit };
      if (wantsFile(options)) {
        return end(await writeChainFile(world, command, options, { about: 'missing', request }, tableFormats));
      }
      const answer = await withLibrary(world, options, 'read', (library) => library.missing(request));
      tell(world, options, answer, () => missingLines(answer, offset));
      end(0);
    });
};
