import { SingleBar } from 'cli-progress';
import type { IncomingFile, Library } from '#services/library/library.ts';
import type { AddOutcome } from '#services/library/shapes.ts';
import { findFiles } from '../files.ts';
import { count, outcomeLine, safe } from '../format.ts';
import { type Attach, type GlobalOptions, type Terminal, withLibrary } from '../world.ts';

export const ingestCommand: Attach = (program, world, end) => {
  program
    .command('ingest')
    .description('Read files into the collection: files, folders with all in them, or patterns.')
    .argument('<path...>', 'files, folders, or patterns in quotation marks')
    .addHelpText(
      'after',
      `
Reads plain text, Markdown, HTML, DOCX and PDF with a text layer. A file that is known already costs nothing; a file that has
changed becomes a new version of its document. Hidden files in folders are passed over. Files that cannot be read are told and
the rest goes on; the exit code is then 1.

Examples:
  vankien ingest ./documents
  vankien ingest report.docx "2023/**/*.pdf"
  vankien ingest ./documents --json > outcome.json`,
    )
    .action(async (paths: readonly string[], _options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const { files, hidden } = await findFiles(paths, world.config.maxFileBytes);
      const { terminal } = world;
      const tally = await withLibrary(world, options, 'write', (library) =>
        takeIn(library, files, options.json === true ? silent : terminal),
      );
      const summary = { files: files.length, ...countsOf(tally), hidden };
      if (options.json === true) terminal.out(JSON.stringify({ summary, outcomes: tally }));
      else for (const line of summaryLines(summary)) terminal.out(line);
      end(summary.refused > 0 ? 1 : 0);
    });
};

/** Says nothing: where JSON is asked for, nothing else may stand in the output. */
export const silent: Terminal = { out: () => undefined, err: () => undefined, data: async () => undefined, live: false };

/**
 * Takes files in and tells of each: by a bar on a live terminal, with the refused ones after it, else by a line.
 * With `known` false, files that are known already are passed over in silence.
 */
export async function takeIn(
  library: Library,
  files: readonly IncomingFile[],
  terminal: Terminal,
  tell: { readonly known: boolean } = { known: true },
): Promise<readonly AddOutcome[]> {
  const outcomes: AddOutcome[] = [];
  const bar = terminal.live && files.length > 0 ? progressBar() : null;
  bar?.start(files.length, 0, { name: '' });
  try {
    for await (const outcome of library.add(files)) {
      outcomes.push(outcome);
      if (bar === null && (tell.known || outcome.outcome !== 'known')) terminal.out(outcomeLine(outcome));
      bar?.update(outcomes.length, { name: safe(outcome.name).slice(0, 40) });
    }
  } finally {
    bar?.stop();
  }
  if (bar !== null) for (const outcome of outcomes) if (outcome.outcome === 'refused') terminal.out(outcomeLine(outcome));
  return outcomes;
}

export function progressBar(): SingleBar {
  return new SingleBar({
    format: '{bar} {value}/{total} {name}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: true,
    gracefulExit: true,
  });
}

interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly known: number;
  readonly refused: number;
  /** Of those taken in: kept, but not in the index yet. */
  readonly waiting: number;
}

/** How many files came to what. */
export function countsOf(outcomes: readonly AddOutcome[]): Counts {
  const counts = { added: 0, updated: 0, known: 0, refused: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return { ...counts, waiting: outcomes.filter(({ outcome, searchable }) => outcome !== 'refused' && !searchable).length };
}

/** What became of documents that the index could not take. */
function waitingLine(waiting: number): string {
  return `The index does not answer: ${count(waiting, 'document')} kept, and searchable once it does (the service, or \`vankien doctor\`, brings them in).`;
}

function* summaryLines(summary: Counts & { readonly files: number; readonly hidden: number }): Generator<string> {
  const { files, added, updated, known, refused, waiting, hidden } = summary;
  yield `${count(files, 'file')}: ${added} added, ${updated} updated, ${known} known already, ${refused} refused.`;
  if (waiting > 0) yield waitingLine(waiting);
  if (hidden > 0) yield `${count(hidden, 'hidden file or folder', 'hidden files or folders')} passed over.`;
}
