import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { type ExportFormat, exported, exportForm, exportFormats } from '#services/library/export/formats.ts';
import type { DocumentSummary } from '#services/library/shapes.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { count, safe } from '../format.ts';
import { refuseTaken, tell, writeWhole } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { filtersOf, withFilters } from './filters.ts';
import { forceOption } from './options.ts';

type ExportOptions = GlobalOptions & QueryFilters & { readonly format?: ExportFormat; readonly out: string; readonly force?: boolean };

export const exportCommand: Attach = (program, world, end) => {
  const exporting = program
    .command('export')
    .description('Write every document that a search finds into a file.')
    .argument('[words...]', 'as for search; all documents where there are neither words nor filters')
    .requiredOption('--out <file>', 'file to be written; - for standard output')
    .addOption(new Option('--format <format>', 'kind of file; by the ending of its name where not given').choices(exportFormats))
    .addOption(forceOption());
  withFilters(exporting)
    .addHelpText(
      'after',
      `
csv and xlsx are tables with Vietnamese headings; texts in them that begin like formulas get an apostrophe before them. jsonl is one
JSON object a line. ris and csl (CSL-JSON, .json) are for reference managers: Zotero, EndNote, Mendeley. The file appears when it is whole.

Examples:
  vankien export chuyển đổi số --out so-hoa.csv
  vankien export --type KH --year 2022 --out ke-hoach.xlsx
  vankien export --issuer 'Bộ Chính trị' --format ris --out - > bo-chinh-tri.ris`,
    )
    .action(async (words: readonly string[], _options, command: Command) => {
      const options = command.optsWithGlobals() as ExportOptions;
      const { out, force = false } = options;
      const format = options.format ?? byEnding(out);
      if (format === null) {
        command.error(`error: the ending of ${safe(out)} tells no kind of file; name one with --format: ${exportFormats.join(', ')}`);
      }
      if (out !== '-') await refuseTaken(command, out, force);
      const documents = await withLibrary(world, options, 'read', async (library) => {
        const counted = counting(library.all(words.length === 0 ? null : words.join(' '), filtersOf(options)));
        const file = exported(format, counted.documents);
        if (out === '-') for await (const bytes of file) await world.terminal.data(bytes);
        else await writeWhole(out, file, force);
        return counted.number();
      });
      if (out !== '-') tell(world, options, { file: out, format, documents }, () => [`${count(documents, 'document')} in ${safe(out)}.`]);
      end(0);
    });
};

function byEnding(name: string): ExportFormat | null {
  if (name === '-') return 'csv';
  const ending = extname(name).toLowerCase();
  return exportFormats.find((format) => exportForm(format).ending === ending) ?? null;
}

function counting(all: AsyncIterable<DocumentSummary>) {
  let number = 0;
  async function* passing() {
    for await (const document of all) {
      number += 1;
      yield document;
    }
  }
  return { documents: passing(), number: () => number };
}
