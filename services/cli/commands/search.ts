import type { SearchAnswer } from '#services/library/shapes.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { count, headline, marked, safe } from '../format.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { filtersOf, withFilters } from './filters.ts';
import { wholeFrom } from './options.ts';

type SearchOptions = GlobalOptions & QueryFilters & { readonly limit: number; readonly offset: number; readonly all?: boolean };

export const searchCommand: Attach = (program, world, end) => {
  const search = program
    .command('search')
    .description('Find documents in which all the words stand, with the passages.')
    .argument('[words...]', 'words, phrases in quotation marks, document numbers; with --all they may be left out');
  withFilters(search)
    .option('--all', 'every document that matches, by id, without passages: for lists and exports')
    .option('--limit <count>', 'how many hits at most', wholeFrom(1, 1000), 20)
    .option('--offset <count>', 'how many hits to pass over', wholeFrom(0, 1_000_000), 0)
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
      const { data, json, limit, offset, all, ...given } = command.optsWithGlobals() as SearchOptions;
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
      const answer = await withLibrary(world, options, 'read', (library) =>
        library.search(words.join(' '), filters, { from: offset, size: limit }),
      );
      if (json === true) world.terminal.out(JSON.stringify(answer));
      else for (const line of linesOf(answer, offset, world.terminal.live)) world.terminal.out(line);
      end(0);
    });
};

function* linesOf(answer: SearchAnswer, offset: number, live: boolean): Generator<string> {
  const shown = answer.hits.length === answer.total ? '' : `, shown ${offset + 1} to ${offset + answer.hits.length}`;
  if (answer.partial) yield 'The index could not look everywhere in time: there may be more than is shown here.';
  yield `${count(answer.total, 'document')}${answer.hits.length === 0 ? '' : shown}`;
  for (const [index, { document, snippets }] of answer.hits.entries()) {
    yield '';
    yield `${offset + index + 1}. ${headline(document)}`;
    if (document.title !== null) yield `   ${safe(document.title)}`;
    yield `   ${safe(document.name)}, id ${document.id}`;
    for (const snippet of snippets) {
      const part = snippet.part === null ? '' : `, ${safe(snippet.part)}`;
      yield `   - page ${snippet.page}${part}: ${marked(snippet, live)}`;
    }
  }
}
