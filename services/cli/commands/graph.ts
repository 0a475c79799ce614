import { Option } from 'commander';
import { kindNames, type RelationKind } from '#ingest/model/relation.ts';
import type { Graph } from '#services/library/shapes.ts';
import { choiceLines, treeLines } from '../tree.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { wholeFrom } from './options.ts';

interface GraphOptions extends GlobalOptions {
  readonly up?: boolean;
  readonly down?: boolean;
  readonly depth: number;
  readonly relation?: readonly RelationKind[];
  readonly limit: number;
}

export const graphCommand: Attach = (program, world, end) => {
  program
    .command('graph')
    .description('Show what a document rests on (--up), what came of it (--down), or both.')
    .argument('<symbol...>', 'number in any written form, or id of a document or work')
    .option('--up', 'what it rests on')
    .option('--down', 'what came of it')
    .option('--depth <steps>', 'how many steps', wholeFrom(1, 10), 3)
    .addOption(new Option('--relation <relation...>', 'follow only these relations').choices(kindNames))
    .option('--limit <nodes>', 'how many documents at most', wholeFrom(1, 1000), 200)
    .addHelpText(
      'after',
      `
Documents that are cited but not in the collection are part of the graph. Where a number could mean several documents, they are
listed, and nothing is guessed: ask again with the id of one. Every link names the words that state it; where several relations of
two documents are stated, the strongest comes first. Of the relations, amends, replaces, reviews, implements, basis, related and
cites stand for the finer kinds under them too: --relation replaces follows what is repealed or suspended as well.

Examples:
  vankien graph 01-KL/TW --down
  vankien graph 20-KH/TU --up --depth 1
  vankien graph 01-KL/TW --relation implements reviews --json
  vankien graph 30/2020/NĐ-CP --down --relation guides`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GraphOptions;
      const symbol = words.join(' ');
      const { up = false, down = false, depth, limit, relation } = options;
      const direction = up === down ? 'both' : up ? 'up' : 'down';
      const graph: Graph = await withLibrary(world, options, 'read', (library) =>
        library.trace({ of: symbol, direction, depth, limit, ...(relation === undefined ? {} : { relations: relation }) }),
      );
      if (options.json === true) world.terminal.out(JSON.stringify(graph));
      else for (const line of graph.root === null ? choiceLines(graph.choices, symbol) : treeLines(graph)) world.terminal.out(line);
      end(0);
    });
};
