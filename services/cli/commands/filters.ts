import { type Command, Option } from 'commander';
import { relations } from '#ingest/model/relation.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { day, levelOption } from './options.ts';

/** Adds the options that narrow a search to documents with these features: the same wherever documents are looked for. */
export function withFilters(command: Command): Command {
  return command
    .option('--type <code>', 'only documents of this type (KL, KH, NQ …)')
    .addOption(levelOption())
    .option('--issuer <body>', 'only documents of this body')
    .option('--place <place>', 'only documents from this place')
    .option('--year <year>', 'only documents of this year')
    .option('--scope <scope>', 'only documents of this number series (TW, or a place)')
    .option('--signer <name>', 'only documents that this person signed')
    .addOption(new Option('--relation <relation>', 'only documents that state this relation to another').choices(relations))
    .option('--from <day>', 'only documents of this day or later', day)
    .option('--to <day>', 'only documents of this day or earlier', day)
    .option('--cites <symbol>', 'only documents that cite this number');
}

const names = ['type', 'level', 'issuer', 'place', 'year', 'scope', 'signer', 'relation', 'from', 'to', 'cites'] as const;

/** The filters among the options of a command. */
export function filtersOf(options: QueryFilters): QueryFilters {
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
