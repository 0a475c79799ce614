import { type Command, Option } from 'commander';
import { kindNames, type RelationKind } from '#ingest/model/relation.ts';
import type { ChainFilter } from '#services/library/chains/filter.ts';
import { day } from './options.ts';

/** Options that narrow which links a question follows. */
export interface ChainFilterOptions {
  readonly relation?: readonly RelationKind[];
  readonly from?: string;
  readonly to?: string;
}

export function withChainFilter(command: Command): Command {
  return command
    .addOption(new Option('--relation <relation...>', 'follow only these relations').choices(kindNames))
    .option('--from <day>', 'only links of documents issued on this day or later', day)
    .option('--to <day>', 'only links of documents issued on this day or earlier', day);
}

export function chainFilterOf({ relation, from, to }: ChainFilterOptions): ChainFilter {
  return { relations: relation, from, to };
}

/** What the kinds under the seven relations, and days, are; for the help of commands. */
export const chainFilterHelp = `
Of the relations, amends, replaces, reviews, implements, basis, related and cites stand for the finer kinds under them too: --relation
replaces follows what is repealed or suspended as well. Days are written 2024-12-31 or 31/12/2024; a document without a known date
lies outside of every period.`;
