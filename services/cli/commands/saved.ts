import { Failure } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import type { SavedNews, SavedSearch } from '#services/library/shapes.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { count, headline, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { filtersOf, withFilters } from './filters.ts';
import { limitOption } from './options.ts';

type ShowOptions = GlobalOptions & { readonly seen?: boolean; readonly limit: number };

export const savedCommand: Attach = (program, world, end) => {
  const saved = program
    .command('saved')
    .description('Keep searches under a name, and see what was taken in since.')
    .addHelpText(
      'after',
      `
Examples:
  vankien saved add "Nguồn nước" nguồn nước --type KH
  vankien saved list
  vankien saved show --seen
  vankien saved remove "Nguồn nước"`,
    );

  withFilters(
    saved
      .command('add')
      .description('Keep a search. What is in the collection now is not new to it.')
      .argument('<name>', 'a name that no other saved search bears')
      .argument('[words...]', 'words to find, as in a search; may be left out where there are filters'),
  ).action(async (name: string, words: readonly string[], _options, command) => {
    const options = command.optsWithGlobals() as GlobalOptions & QueryFilters;
    const search = { name, words: words.length === 0 ? null : words.join(' '), filters: filtersOf(options) };
    const kept = await withLibrary(world, options, 'read', (library) => library.saved.save(search));
    tell(world, options, kept, () => [`Saved: ${line(kept)}`]);
    end(0);
  });

  saved
    .command('list', { isDefault: true })
    .description('List the saved searches.')
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const list = await withLibrary(world, options, 'read', (library) => library.saved.list());
      tell(world, options, list, () => [count(list.length, 'saved search', 'saved searches'), ...list.map((one) => `  ${line(one)}`)]);
      end(0);
    });

  saved
    .command('show')
    .description('Show what was taken in since a search was last seen; of all saved searches where none is named.')
    .argument('[name]', 'name or id of a saved search')
    .option('--seen', 'what is shown is then no longer new')
    .addOption(limitOption('documents', 20))
    .action(async (name: string | undefined, _options, command) => {
      const { seen = false, limit, ...options } = command.optsWithGlobals() as ShowOptions;
      const all = await withLibrary(world, options, 'read', async (library) => {
        const searches = name === undefined ? await library.saved.list() : [await named(library, name)];
        const news: SavedNews[] = [];
        for (const { id } of searches) news.push(await library.saved.look(id, { seen, size: limit }));
        return news;
      });
      tell(world, options, all, () => all.flatMap((news) => [...newsLines(news)]));
      end(0);
    });

  saved
    .command('remove')
    .description('Forget a saved search.')
    .argument('<name>', 'name or id of the saved search')
    .action(async (name: string, _options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const gone = await withLibrary(world, options, 'read', async (library) => {
        const found = await named(library, name);
        await library.saved.remove(found.id);
        return found;
      });
      tell(world, options, { removed: gone.id }, () => [`Removed: ${safe(gone.name)}`]);
      end(0);
    });
};

async function named(library: Library, name: string): Promise<SavedSearch> {
  const wanted = name.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const found = (await library.saved.list()).find((one) => one.id === wanted || one.name === wanted);
  if (found === undefined) throw new Failure('not-found', `No search is saved under the name ${JSON.stringify(name)}.`);
  return found;
}

function line({ name, words, filters, id }: SavedSearch): string {
  const narrowed = Object.entries(filters).map(([filter, value]) => `${filter} ${value}`);
  return safe(`${name}: ${[...(words === null ? [] : [words]), ...narrowed].join(', ')} (id ${id})`);
}

function* newsLines({ saved, news }: SavedNews): Generator<string> {
  const shown = news.documents.length === news.total ? '' : `, shown ${news.documents.length}`;
  yield `${safe(saved.name)}: ${count(news.total, 'new document')}${shown}`;
  if (news.partial) yield '  The index could not look everywhere in time: there may be more than is shown here.';
  for (const { document, accepted, passage } of news.documents) {
    yield `  ${accepted.slice(0, 10)} ${headline(document)}, id ${document.id}`;
    if (document.title !== null) yield `    ${safe(document.title)}`;
    if (passage !== null) yield `    - ${safe(passage)}`;
  }
}
