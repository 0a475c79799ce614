import type { Repeats, Similar } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { oneDocument } from './oneDocument.ts';
import { documentArgument, limitOption } from './options.ts';

type Options = GlobalOptions & { readonly limit: number };

export const similarCommand: Attach = (program, world, end) => {
  program
    .command('similar')
    .description('Find documents that speak of the same as one, with the words that make them similar.')
    .addArgument(documentArgument())
    .addOption(limitOption('documents', 10, 40))
    .addHelpText('after', '\nExamples:\n  vankien similar 20-KH/TU\n  vankien similar 01-KL/TW --limit 5 --json')
    .action(async (symbol: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as Options;
      const similar = await withLibrary(world, options, 'read', async (library) =>
        library.similar(await oneDocument(library, symbol.join(' ')), options.limit),
      );
      tell(world, options, similar, () => similarLines(similar));
      end(0);
    });
};

function* similarLines({ documents, partial }: Similar): Generator<string> {
  if (partial) yield 'The index could not look everywhere in time: there may be more than is shown here.';
  yield count(documents.length, 'similar document');
  for (const [index, { document, likeness, words, citations }] of documents.entries()) {
    yield '';
    yield `${index + 1}. ${headline(document)}, ${percent(likeness)} alike`;
    if (document.title !== null) yield `   ${safe(document.title)}`;
    yield `   ${safe(document.name)}, id ${document.id}`;
    if (words.length > 0) yield `   both speak of: ${words.map(safe).join(', ')}`;
    if (citations.length > 0) yield `   both cite: ${citations.map(safe).join(', ')}`;
  }
}

export const repeatsCommand: Attach = (program, world, end) => {
  program
    .command('repeats')
    .description('Find the passages of a document that stand nearly the same in others, with the words that differ.')
    .addArgument(documentArgument())
    .addOption(limitOption('places elsewhere for each passage', 3, 20))
    .addHelpText(
      'after',
      `
Passages have twelve words or more. Of words that differ, those of the document come first, then those that stand for them elsewhere.

Examples:
  vankien repeats 20-KH/TU
  vankien repeats 01-KL/TW --limit 1 --json`,
    )
    .action(async (symbol: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as Options;
      const { text, repeats } = await withLibrary(world, options, 'read', async (library) => {
        const id = await oneDocument(library, symbol.join(' '));
        return { repeats: await library.repeats(id, { span: null, most: options.limit }), text: (await library.text(id)).text };
      });
      tell(world, options, repeats, () => repeatLines(repeats, text));
      end(0);
    });
};

function* repeatLines({ passages, partial }: Repeats, own: string): Generator<string> {
  if (partial) yield 'Not all could be looked at: there may be more than is shown here.';
  yield `${count(passages.length, 'passage')} found elsewhere too`;
  for (const { page, text, documents, repetitions } of passages) {
    yield '';
    yield `Page ${page}, in ${count(documents, 'other document')}: ${shortened(text)}`;
    for (const { document, page: at, likeness, differences, span, text: theirs } of repetitions) {
      yield `  ${percent(likeness)} ${headline(document)}, page ${at}, id ${document.id}`;
      for (const { here, there } of differences) {
        const before = own.slice(here.start, here.end);
        const after = theirs.slice(there.start - span.start, there.end - span.start);
        yield `    ${quoted(before)} → ${quoted(after)}`;
      }
    }
  }
}

const quoted = (words: string) => (words === '' ? '(nothing)' : `“${safe(words)}”`);
const percent = (share: number) => `${Math.floor(share * 100)}%`;
const longest = 200;

function shortened(text: string): string {
  const plain = safe(text);
  return plain.length > longest ? `${plain.slice(0, longest).trimEnd()}…` : plain;
}
