import { Option } from 'commander';
import type { Hit, Reading, SearchAnswer } from '#services/library/shapes.ts';
import { type QueryFilters, type SearchOrder, searchOrders } from '#services/query/query.ts';
import { count, headline, marked, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { filtersOf, withFilters } from './filters.ts';
import { afterOption, limitOption, wholeFrom } from './options.ts';

interface SearchOptions extends GlobalOptions, QueryFilters {
  readonly limit: number;
  readonly offset?: number;
  readonly after?: string;
  readonly order?: SearchOrder;
  readonly facets?: boolean;
  readonly all?: boolean;
}

export const searchCommand: Attach = (program, world, end) => {
  const search = program
    .command('search')
    .description('Find the documents that match, best first, with the passages and why they were found.')
    .argument('[words...]', 'words, phrases in quotation marks, document numbers; with --all they may be left out');
  withFilters(search)
    .addOption(new Option('--order <order>', 'best first, or by day of issue, or what was taken in last first').choices(searchOrders))
    .option('--facets', 'also how many documents there are of each type, level, body, place, year, signer …')
    .option('--all', 'every document that matches, by id, without passages: for lists and exports')
    .addOption(limitOption('hits', 20))
    .addOption(
      new Option('--offset <count>', 'how many hits to pass over; beyond 10000 go on with --after').argParser(wholeFrom(0, 10_000)),
    )
    .addOption(afterOption().conflicts('offset'))
    .addHelpText(
      'after',
      `
Accents are optional: letters without them match any, letters with them match only their like. A number is found in every way of
writing it. Quotation marks keep words together (keep them from the shell with another pair).

Examples:
  vankien search chuyen doi so
  vankien search '"học tập và làm theo"' --type KH --year 2022
  vankien search 144 qd tw
  vankien search kiểm tra --cites 01-KL/TW --json
  vankien search --all --type KH --json > plans.jsonl`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const { data, json, limit, offset, after, order, facets, all, ...given } = command.optsWithGlobals() as SearchOptions;
      const filters = filtersOf(given);
      const options: GlobalOptions = { ...(data === undefined ? {} : { data }), ...(json === undefined ? {} : { json }) };
      if (all === true) {
        await withLibrary(world, options, 'read', async (library) => {
          for await (const document of library.all(words.length === 0 ? null : words.join(' '), filters)) {
            world.terminal.out(json === true ? JSON.stringify(document) : `${document.id}  ${headline(document)}`);
          }
        });
        return end(0);
      }
      if (words.length === 0) command.error("error: missing required argument 'words'");
      const request = {
        size: limit,
        ...(offset === undefined ? {} : { from: offset }),
        ...(after === undefined ? {} : { after }),
        ...(order === undefined ? {} : { order }),
        ...(facets === true || json === true ? {} : { facets: [] }),
      };
      const answer = await withLibrary(world, options, 'read', (library) => library.search(words.join(' '), filters, request));
      tell(world, options, answer, () => linesOf(answer, { offset: offset ?? 0, goesOn: after !== undefined }, world.terminal.live));
      end(0);
    });
};

/** Where the shown hits begin: so many passed over, or behind an earlier answer. */
interface Begin {
  readonly offset: number;
  readonly goesOn: boolean;
}

function* linesOf(answer: SearchAnswer, begin: Begin, live: boolean): Generator<string> {
  const { total, hits, next, suggestion } = answer;
  for (const reading of answer.readings) yield readingLine(reading);
  if (answer.loosened !== null) {
    yield `No document holds all the words; these hold at least ${answer.loosened.least} of the ${answer.loosened.of} that tell most.`;
  }
  if (answer.partial) yield 'The index could not look everywhere in time: there may be more than is shown here.';
  const range = begin.goesOn ? `the next ${hits.length} of them` : `shown ${begin.offset + 1} to ${begin.offset + hits.length}`;
  yield `${count(total, 'document')}${hits.length === 0 || hits.length === total ? '' : `, ${range}`}`;
  if (suggestion !== null) yield `Did you mean: ${safe(suggestion.query)} (${count(suggestion.total, 'document')})?`;
  for (const [name, values] of Object.entries(answer.facets)) {
    if (values.length === 0) continue;
    const most = values.slice(0, mostInLine);
    const more = answer.cut.some((cut) => cut === name) || values.length > most.length ? ', …' : '';
    yield `by ${name}: ${most.map((facet) => `${safe(facet.value)} ${facet.count}`).join(', ')}${more}`;
  }
  for (const [index, hit] of hits.entries()) yield* hitLines(hit, begin.goesOn ? '- ' : `${begin.offset + index + 1}. `, live);
  if (next !== null) {
    yield '';
    yield `The next page: --after ${next}`;
  }
}

/** Values of a facet on one line. */
const mostInLine = 10;

const ruleWords: Readonly<Record<Hit['rule'], string>> = {
  number: ', found by its own number',
  title: ', found in its title, or in the names of its issuer, place or signer',
  part: ', found in a heading',
  text: ', found in its text',
  none: '',
};

function* hitLines({ document, rule, snippets, more }: Hit, mark: string, live: boolean): Generator<string> {
  yield '';
  yield `${mark}${headline(document)}`;
  if (document.title !== null) yield `   ${safe(document.title)}`;
  yield `   ${safe(document.name)}, id ${document.id}${ruleWords[rule]}`;
  for (const snippet of snippets) {
    const part = snippet.part === null ? '' : `, ${safe(snippet.part)}`;
    yield `   - page ${snippet.page}${part}: ${marked(snippet, live)}`;
  }
  if (more > 0) yield `   - ${count(more, 'place')} more`;
}

function readingLine({ kind, typed, read }: Reading): string {
  const [was, is] = [safe(typed), safe(read)];
  if (kind === 'sibling') return `Nothing is found for ${was}; this is what is found for ${is}, as the same document may be printed.`;
  if (kind === 'abbreviation') return `Looked for ${was} and for ${is}.`;
  return `Understood ${was} as ${is}.`;
}
