import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { Failure } from '#ingest/model/failure.ts';
import { mostLines, readList } from '#services/library/list/read.ts';
import { listAnswer, listTable } from '#services/library/list/table.ts';
import type { ListEntry } from '#services/library/shapes.ts';
import { count, headline, safe } from '../format.ts';
import { refuseTaken, tell, writeWhole } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';

type LookupOptions = GlobalOptions & { readonly as?: 'text' | 'csv'; readonly out?: string; readonly force?: boolean };

/** Larger files are no lists of at most a thousand lines. */
const mostBytes = 1024 * 1024;

export const lookupCommand: Attach = (program, world, end) => {
  program
    .command('lookup')
    .description('Answer a list of numbers or searches in one go: found, ambiguous, absent or invalid, line by line.')
    .argument('<file>', `text with a number or words on each line, or CSV; at most ${mostLines} lines`)
    .addOption(new Option('--as <kind>', 'what the file is; by the ending of its name where not given').choices(['text', 'csv']))
    .option('--out <file>', 'write the answers into a table: .csv or .xlsx')
    .option('--force', 'overwrite that table where it exists')
    .addHelpText(
      'after',
      `
A line that is a document number wholly, with its type, date, body or subject around it, is looked for as that number; what it says
beside the number decides between several documents that bear it. Any other line is looked for as words. Of a CSV the first column
is read, or the one headed as number ("Số, ký hiệu"), with columns headed as date or body ("Ngày ban hành", "Cơ quan ban hành").

Examples:
  vankien lookup can-tim.txt
  vankien lookup can-tim.csv --out ket-qua.xlsx
  vankien lookup can-tim.txt --json`,
    )
    .action(async (file: string, _options, command: Command) => {
      const options = command.optsWithGlobals() as LookupOptions;
      const { as, out, force = false } = options;
      const table = out === undefined ? null : extname(out).toLowerCase();
      if (table !== null && table !== '.csv' && table !== '.xlsx') command.error(`error: ${safe(out!)} must end in .csv or .xlsx`);
      if (out !== undefined) await refuseTaken(command, out, force);
      const lines = readList(await bytesOf(file), as ?? (/\.[ct]sv$/iu.test(file) ? 'csv' : 'text'));
      const answered: ListEntry[] = [];
      const inLines = options.json !== true && out === undefined;
      await withLibrary(world, options, 'read', async (library) => {
        async function* entries() {
          for await (const entry of library.lookUp(lines)) {
            answered.push(entry);
            if (inLines) for (const line of linesOf(entry)) world.terminal.out(line);
            yield entry;
          }
        }
        if (out !== undefined) await writeWhole(out, listTable(table === '.csv' ? 'csv' : 'xlsx', entries()), force);
        else await Array.fromAsync(entries());
      });
      const answer = listAnswer(answered);
      const { found, ambiguous, absent, invalid } = answer.outcomes;
      const where = out === undefined ? '' : ` Written to ${safe(out)}.`;
      const told = out === undefined ? answer : { file: out, lines: answer.lines, outcomes: answer.outcomes };
      tell(world, options, told, () => [
        `${count(answer.lines, 'line')}: ${found} found, ${ambiguous} ambiguous, ${absent} absent, ${invalid} invalid.${where}`,
      ]);
      end(0);
    });
};

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) throw new Failure('file-too-large', `${size} bytes; a list has at most ${mostBytes}.`);
    return await readFile(file);
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure('unreadable-file', thrown instanceof Error ? `${thrown.message}.` : null, { cause: thrown });
  }
}

const doubts: Readonly<Record<ListEntry['doubts'][number], string>> = {
  type: 'another type',
  date: 'another date',
  issuer: 'another body or place',
  term: 'another term',
};

function* linesOf({
  line,
  text,
  outcome,
  asked,
  total,
  documents,
  works,
  near,
  doubts: found,
  partial,
  reason,
}: ListEntry): Generator<string> {
  const more =
    asked === 'words' && total > 0 ? `, ${count(total, 'document')}${partial ? ' or more' : ''}${total > 1 ? ', the best one:' : ''}` : '';
  yield `${line}. ${safe(text)}: ${outcome}${more}`;
  for (const document of documents)
    yield `   ${document.id}  ${headline(document)}${document.title === null ? '' : ` ${safe(document.title)}`}`;
  for (const work of works.filter(({ held }) => held.length === 0)) {
    const about = [work.scope ?? 'scope unknown', work.term, work.date].filter((part) => part !== null).join(', ');
    yield `   not in the collection: ${safe(`${work.key ?? work.id} (${about})`)}`;
  }
  if (found.length > 0) yield `   ! to be checked: ${found.map((doubt) => doubts[doubt]).join(', ')}`;
  if (near.length > 0) yield `   near it: ${safe(near.join(', '))}`;
  if (reason !== null) yield `   ${safe(reason)}`;
}
