import { Option } from 'commander';
import { kindNames } from '#ingest/model/relation.ts';
import { type Level, levels } from '#services/analysis/level.ts';
import { type MatrixOrder, matrixOrders } from '#services/library/chains/matrixCells.ts';
import { tableFormats } from '#services/library/graphExport/formats.ts';
import { matrixLines } from '../matrixLines.ts';
import { tell } from '../output.ts';
import { partsLines } from '../partsLines.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { type FileOptions, tablesHelp, wantsFile, withFile, writeChainFile } from './chainFile.ts';
import { type ChainFilterOptions, chainFilterOf } from './chainOptions.ts';
import { day, wholeFrom } from './options.ts';

type MatrixOptions = GlobalOptions &
  FileOptions &
  ChainFilterOptions & {
    readonly unit?: readonly string[];
    readonly level?: readonly Level[];
    readonly within?: string;
    readonly depth: number;
    readonly order: MatrixOrder;
    readonly limit: number;
    readonly offset: number;
    readonly proof?: boolean;
    readonly parts?: boolean;
  };

export const matrixCommand: Attach = (program, world, end) => {
  const matrix = program
    .command('matrix')
    .description('Show which units answered which directives: with what, when, through which others, or that nothing held here shows it.')
    .argument('<directive...>', 'numbers in any written form (in quotes where they hold spaces), or ids of documents or works; at most 50')
    .option('--unit <name...>', 'only these units, as in "Tinh uy Ben Tre"; a place or a body alone stands for all such units')
    .addOption(new Option('--level <level...>', 'only units of these levels').choices(levels))
    .option('--within <place>', 'only units of this province or unit; accents may be left out')
    .addOption(
      new Option('--relation <relation...>', 'what counts as an answer, at every step; reviews and implements where not given').choices(
        kindNames,
      ),
    )
    .option('--from <day>', 'only answers issued on this day or later', day)
    .option('--to <day>', 'only answers issued on this day or earlier', day)
    .option('--depth <steps>', 'how many steps from a directive down', wholeFrom(1, 100), 10)
    .addOption(new Option('--order <order>', 'order of the rows').choices(matrixOrders).default('unit'))
    .option('--limit <rows>', 'how many rows at most', wholeFrom(1, 1000), 50)
    .option('--offset <rows>', 'how many rows to pass over', wholeFrom(0, 10_000), 0)
    .option('--proof', 'the words behind each cell, after the table')
    .option('--parts', 'against the parts of one directive instead: which document names or seems to take up which part');
  withFile(matrix, tableFormats)
    .addHelpText(
      'after',
      `
Without --unit the rows are all units of which the collection holds or names a document. A cell names the first document with the days
since the directive. Silent means that no document held here shows an answer; it does not say that there was none. Days are written
2024-12-31 or 31/12/2024; a document without a known date lies outside of every period.
${tablesHelp}

Examples:
  vankien matrix 01-KL/TW 05-CT/TW --level province
  vankien matrix 01-KL/TW --within "Ben Tre" --order silent
  vankien matrix 01-KL/TW --unit "Tinh uy Ben Tre" "Tinh uy Ca Mau" --proof
  vankien matrix 01-KL/TW --parts --level province
  vankien matrix 01-KL/TW --limit 1000 -o ma-tran.xlsx`,
    )
    .action(async (directives: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as MatrixOptions;
      const { unit, level, within, depth, order, limit, offset, proof = false } = options;
      const asked = { directives, units: unit, levels: level, within, depth, order, offset, size: limit, ...chainFilterOf(options) };
      if (options.parts === true) {
        if (directives.length !== 1) command.error('error: the parts are those of one directive: name one.');
        if (wantsFile(options)) command.error('error: there is no file of the parts yet: use --json.');
        const { directives: _, ...rows } = asked;
        const answer = await withLibrary(world, options, 'read', (library) => library.partsMatrix({ of: directives[0]!, ...rows }));
        tell(world, options, answer, () => partsLines(answer, { offset, proof }));
        return end(0);
      }
      if (wantsFile(options)) {
        return end(await writeChainFile(world, command, options, { about: 'matrix', request: asked }, tableFormats));
      }
      const answer = await withLibrary(world, options, 'read', (library) => library.matrix(asked));
      tell(world, options, answer, () => matrixLines(answer, { offset, proof }));
      end(0);
    });
};
