import type { Suggestion } from '#services/library/shapes.ts';
import { count, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { limitOption } from './options.ts';

export const suggestCommand: Attach = (program, world, end) => {
  program
    .command('suggest')
    .description('Tell what the collection holds that may be meant by words half typed: numbers, titles, bodies, people, phrases.')
    .argument('<words...>', 'what is typed so far')
    .addOption(limitOption('suggestions', 10, 20))
    .addHelpText(
      'after',
      `
Examples:
  vankien suggest ban tuyen
  vankien suggest 144-q`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const { limit, ...options } = command.optsWithGlobals() as GlobalOptions & { readonly limit: number };
      const answer = await withLibrary(world, options, 'read', (library) => library.suggest(words.join(' '), limit));
      tell(world, options, answer, () =>
        answer.suggestions.length === 0 ? ['Nothing in the collection goes on from this.'] : answer.suggestions.map(lineOf),
      );
      end(0);
    });
};

const widest = 'document'.length;

function lineOf({ kind, query, document, count: documents }: Suggestion): string {
  const where = document === null ? ` (${count(documents, 'document')})` : `, id ${document}`;
  return `${kind.padEnd(widest)}  ${safe(query)}${where}`;
}
