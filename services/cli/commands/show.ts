import type { DocumentView } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { tell } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { documentArgument } from './options.ts';
import { taskLines } from './tasks.ts';

export const showCommand: Attach = (program, world, end) => {
  program
    .command('show')
    .description('Show all that is known of a document.')
    .addArgument(documentArgument())
    .addHelpText(
      'after',
      `
Numbers are not unique (every province and every term has its own): all documents that bear the number are shown.

Examples:
  vankien show 20-KH/TU
  vankien show 20 kh tu --json`,
    )
    .action(async (symbol: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const documents = await withLibrary(world, options, 'read', (library) => library.show(symbol.join(' ')));
      tell(world, options, documents, () => documents.flatMap((document, at) => [...(at > 0 ? [''] : []), ...linesOf(document)]));
      end(0);
    });
};

function* linesOf(document: DocumentView): Generator<string> {
  yield headline(document);
  if (document.title !== null) yield safe(document.title);
  yield `File: ${safe(document.name)} (${document.file.mediaType}, ${count(document.file.pages, 'page')}), id ${document.id}, version ${document.revision} of ${document.versions.length}`;
  for (const { capacity, position, name } of document.signatures) {
    yield `Signed: ${safe([capacity, position, name].filter((part) => part !== null).join(', '))}`;
  }
  if (document.recipients.length > 0) yield `To: ${safe(document.recipients.map((recipient) => recipient.name).join('; '))}`;
  for (const { alias, for: meant } of document.aliases) yield `Short name: ${safe(alias)} = ${safe(meant)}`;
  if (document.citations.length > 0) yield `${count(document.citations.length, 'citation')}:`;
  for (const { kind, key, date, issuer, term, mentions, witnesses, inverse } of document.citations) {
    const about = [issuer, term === null ? null : `term ${term}`, date].filter((part) => part !== null);
    const others = witnesses.map((witness) => witness.kind).filter((other) => other !== kind);
    const also = others.length === 0 ? '' : `, also ${others.join(', ')}`;
    yield `  ${kind.padEnd(11)} ${safe(key)}${about.length === 0 ? '' : ` (${safe(about.join(', '))})`}, ${count(mentions, 'mention')}${also}`;
    for (const witness of inverse) yield `    it says that ${safe(key)} ${witness.kind} this document`;
  }
  for (const { from, kind, to } of document.attested) yield `  it says that ${safe(from)} ${kind} ${safe(to)}`;
  if (document.tasks.length > 0) yield `${count(document.tasks.length, 'task')}:`;
  for (const task of document.tasks) yield* taskLines(task, '  ');
  if (document.findings.length > 0) yield `${count(document.findings.length, 'finding')}:`;
  for (const { severity, code, message } of document.findings) yield `  ${severity} ${code}: ${safe(message)}`;
}
