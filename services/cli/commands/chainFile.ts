import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { type GraphFormat, graphForm, graphFormats } from '#services/library/graphExport/formats.ts';
import type { ChainQuestion } from '#services/library/graphExport/questions.ts';
import type { WorkView } from '#services/library/shapes.ts';
import { safe } from '../format.ts';
import { refuseTaken, writeWhole } from '../output.ts';
import { choiceLines } from '../tree.ts';
import { type GlobalOptions, type World, withLibrary } from '../world.ts';
import { forceOption } from './options.ts';

/** Options of commands whose answer can be had as a file. */
export interface FileOptions {
  readonly format?: GraphFormat;
  readonly out?: string;
  readonly force?: boolean;
}

/** `formats`: those that the answer has. */
export function withFile(command: Command, formats: readonly GraphFormat[] = graphFormats): Command {
  return command
    .addOption(new Option('--format <format>', 'write a file of this kind; by the ending of its name where not given').choices(formats))
    .option('-o, --out <file>', 'file to be written; - for standard output, also where only --format is given')
    .addOption(forceOption());
}

export const fileHelp = `
With --out or --format the answer becomes a file: csv (the leading table), xlsx (all tables), graphml, gexf and dot (for programs that
draw graphs), jsonld (schema.org/Legislation), svg (a drawing of up to 200 documents), docx (a dossier in Vietnamese with every quote,
its page and the print of its file), json. Texts in tables that begin like formulas get an apostrophe before them.`;

export const tablesHelp = `
With --out or --format the answer becomes a file: csv (the leading table), xlsx (all tables), json.`;

export const wantsFile = ({ format, out }: FileOptions): boolean => format !== undefined || out !== undefined;

/**
 * Writes the answer to a question into the file that the options name, and returns the exit code: 2 where the question could mean several works, which are then
 * listed beside the output, and nothing is written.
 */
export async function writeChainFile(
  world: World,
  command: Command,
  options: GlobalOptions & FileOptions,
  question: ChainQuestion,
  formats: readonly GraphFormat[] = graphFormats,
): Promise<0 | 2> {
  const { json = false } = options;
  const { format, out, force } = await targetOf(command, options, formats);
  return await withLibrary(world, options, 'read', async (library) => {
    const made = await library.chainFile(question, format);
    if (made.file === null) {
      const { choices, choicesOther } = made;
      if (json) world.terminal.err(JSON.stringify({ choices, choicesOther }));
      else for (const line of linesOf(question, made)) world.terminal.err(line);
      return 2;
    }
    const { bytes, cut } = made.file;
    if (out === '-') for await (const some of bytes) await world.terminal.data(some);
    else await writeWhole(out, bytes, force);
    if (out !== '-') world.terminal.out(json ? JSON.stringify({ file: out, format, truncated: cut }) : `Written: ${safe(out)}.`);
    if (cut) world.terminal.err('There is more than the file tells; raise it with --limit.');
    return 0;
  });
}

function* linesOf(
  question: ChainQuestion,
  { choices, choicesOther }: { readonly choices: readonly WorkView[]; readonly choicesOther: readonly WorkView[] },
): Generator<string> {
  const [first, second = ''] = namesIn(question);
  if (choices.length > 0) yield* choiceLines(choices, first);
  if (choicesOther.length > 0) yield* choiceLines(choicesOther, second);
}

/** What was typed for the ends that could mean several works. */
function namesIn(question: ChainQuestion): readonly [string, string?] {
  if (question.about === 'paths') return [question.request.first, question.request.second];
  if (question.about === 'matrix') return [question.request.directives.join(', ')];
  return 'of' in question.request ? [question.request.of] : [''];
}

/** The file that the options name, and its kind; ends the command where no kind is told, or the file exists and may not be overwritten. */
export async function targetOf<Format extends GraphFormat>(
  command: Command,
  { format: told, out = '-', force = false }: FileOptions,
  formats: readonly Format[],
): Promise<{ readonly format: Format; readonly out: string; readonly force: boolean }> {
  const ending = extname(out).toLowerCase();
  const format = told === undefined ? formats.find((one) => graphForm(one).ending === ending) : formats.find((one) => one === told);
  if (format === undefined)
    return command.error(`error: the ending of ${safe(out)} tells no kind of file; name one with --format: ${formats.join(', ')}`);
  if (out !== '-') await refuseTaken(command, out, force);
  return { format, out, force };
}
