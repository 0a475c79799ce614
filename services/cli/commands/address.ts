import { tell } from '../output.ts';
import { label } from '../tree.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';

export const addressCommand: Attach = (program, world, end) => {
  program
    .command('address')
    .description('Show the stable address of a document, held or not, or the document under an address.')
    .argument('<symbol...>', 'number in any written form, id of a document or work, or an address')
    .addHelpText(
      'after',
      `
Addresses name place, type, number and date: /vb/tw/kl/01-kl-tw/2021-05-18. Any date or term that is said of a document leads to it, so
that an address holds after the documents are read anew; it is taken wherever a number is. \`vankien serve\` answers it as /vb/….

Examples:
  vankien address 01-KL/TW
  vankien address /vb/tw/kl/01-kl-tw/xiii`,
    )
    .action(async (words: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const found = await withLibrary(world, options, 'read', (library) => library.at(words.join(' ')));
      tell(world, options, found, () => found.map(({ address, work }) => `${address}   ${label(work)}`));
      end(0);
    });
};
