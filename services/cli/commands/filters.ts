import { type Command, InvalidArgumentError, Option } from 'commander';
import { relations } from '#ingest/model/relation.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { day, levelOption } from './options.ts';

/**
 * Adds the options that narrow a search to documents with these features: the same wherever documents are looked for. A value that no document can
 * have is refused, with the name of the option.
 */
export function withFilters(command: Command): Command {
  return command
    .option('--type <code>', 'only documents of this type (KL, KH, NQ …)', filled)
    .addOption(levelOption())
    .option('--issuer <body>', 'only documents of this body', filled)
    .option('--place <place>', 'only documents from this place', filled)
    .option('--year <year>', 'only documents of this year', year)
    .option('--scope <scope>', 'only documents of this number series (TW, or a place)', filled)
    .option('--signer <name>', 'only documents that this person signed', filled)
    .addOption(new Option('--relation <relation>', 'only documents that state this relation to another').choices(relations))
    .option('--from <day>', 'only documents of this day or later', day)
    .option('--to <day>', 'only documents of this day or earlier', day)
    .option('--cites <symbol>', 'only documents that cite this number', filled)
    .hook('preAction', refuseBackwards);
}

/** Longest value of a filter, as over HTTP. */
const longest = 200;

function filled(given: string): string {
  if (given.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  if (given.length > longest) throw new InvalidArgumentError(`It must have at most ${longest} characters.`);
  return given;
}

function year(given: string): string {
  if (!/^\d{4}$/u.test(given)) throw new InvalidArgumentError('It must be a year of four digits.');
  return given;
}

/** A period that ends before it begins holds no document. */
function refuseBackwards(command: Command): void {
  const { from, to } = command.opts<QueryFilters>();
  if (from !== undefined && to !== undefined && to < from) {
    command.error(`error: option '--to <day>' value '${to}' is invalid. It must not be before that of '--from <day>', '${from}'.`);
  }
}

const names = ['type', 'level', 'issuer', 'place', 'year', 'scope', 'signer', 'relation', 'from', 'to', 'cites'] as const;

/** The filters among the options of a command. */
export function filtersOf(options: QueryFilters): QueryFilters {
  return Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
