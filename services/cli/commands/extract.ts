import { asFailure } from '#ingest/model/failure.ts';
import { findFiles } from '../files.ts';
import { annotationOf } from '../gold.ts';
import type { Attach } from '../world.ts';

export const extractCommand: Attach = (program, world, end) => {
  program
    .command('extract')
    .description('Print what is found in files, one JSON object a line; nothing is stored.')
    .argument('<file...>', 'files, folders, or patterns in quotation marks')
    .addHelpText(
      'after',
      `
Each line holds the file's own head, signatures, recipients, short names, citations, relations between others, and tasks with
their whole wording. Files that cannot be read are told on stderr, one JSON object a line; the exit code is then 1.

Examples:
  vankien extract plan.pdf
  vankien extract ./documents > found.jsonl`,
    )
    .action(async (paths: readonly string[]) => {
      const { files } = await findFiles(paths, world.config.maxFileBytes);
      let failures = 0;
      for (const file of files) {
        try {
          const bytes = await file.read();
          const record = await world.extract({ name: file.name, bytes });
          world.terminal.out(JSON.stringify(annotationOf(record)));
        } catch (thrown) {
          const { code, message } = asFailure(thrown, 'extraction-failed');
          failures += 1;
          world.terminal.err(JSON.stringify({ file: file.name, failure: { code, message } }));
        }
      }
      end(failures > 0 ? 1 : 0);
    });
};
