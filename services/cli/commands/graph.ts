import type { Graph } from '#services/library/shapes.ts';
import { tell } from '../output.ts';
import { choiceLines, treeLines } from '../tree.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { type FileOptions, fileHelp, wantsFile, withFile, writeChainFile } from './chainFile.ts';
import { type ChainFilterOptions, chainFilterHelp, chainFilterOf, withChainFilter } from './chainOptions.ts';
import { upOption, wholeFrom, withinOption, workArgument } from './options.ts';

interface GraphOptions extends GlobalOptions, ChainFilterOptions, FileOptions {
  readonly up?: boolean;
  readonly down?: boolean;
  readonly depth: number;
  readonly within?: string;
  readonly limit: number;
}

export const graphCommand: Attach = (program, world, end) => {
  const graph = program
    .command('graph')
    .description('Show what a document rests on (--up), what came of it (--down), or both.')
    .addArgument(workArgument())
    .addOption(upOption())
    .option('--down', 'what came of it')
    .option('--depth <steps>', 'how many steps', wholeFrom(1, 100), 3)
    .addOption(withinOption())
    .option('--limit <nodes>', 'how many documents at most', wholeFrom(1, 1000), 200);
  withFile(withChainFilter(graph))
    .addHelpText(
      'after',
      `
Documents that are cited but not in the collection are part of the graph. Where a number could mean several documents, they are
listed, and nothing is guessed: ask again with the id of one. Every link names the words that state it; where several relations of
two documents are stated, the strongest comes first.
${chainFilterHelp}
${fileHelp}

Examples:
  vankien graph 01-KL/TW --down
  vankien graph 20-KH/TU --up --depth 1
  vankien graph 01-KL/TW --relation implements reviews --json
  vankien graph 30/2020/NĐ-CP --down --relation guides
  vankien graph 01-KL/TW --down --depth 5 --within "Bến Tre"
  vankien graph 01-KL/TW --format graphml -o chuoi.graphml
  vankien graph /vb/tw/kl/01-kl-tw/2021-05-18 -o ho-so.docx`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GraphOptions;
      const symbol = words.join(' ');
      const { up = false, down = false, depth, limit, within } = options;
      const direction = up === down ? 'both' : up ? 'up' : 'down';
      const request = { of: symbol, direction, depth, limit, within, ...chainFilterOf(options) } as const;
      if (wantsFile(options)) {
        return end(await writeChainFile(world, command, options, { about: 'graph', request }));
      }
      const answer: Graph = await withLibrary(world, options, 'read', (library) => library.trace(request));
      tell(world, options, answer, () => (answer.root === null ? choiceLines(answer.choices, symbol) : treeLines(answer)));
      end(0);
    });
};
