import type { Stats } from '#services/library/shapes.ts';
import { count, safe } from '../format.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { progressBar } from './ingest.ts';

/** Commands that look after the collection as a whole. */

export const statsCommand: Attach = (program, world, end) => {
  program
    .command('stats')
    .description('Count what the collection holds.')
    .addHelpText('after', '\nExamples:\n  vankien stats\n  vankien stats --json')
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const stats = await withLibrary(world, options, 'read', (library) => library.stats());
      if (options.json === true) world.terminal.out(JSON.stringify(stats));
      else for (const line of statsLines(stats)) world.terminal.out(line);
      end(0);
    });
};

export function* statsLines(stats: Stats): Generator<string> {
  const { documents, citations, relations, tasks, findings } = stats;
  yield `${count(documents, 'document')}, ${count(citations, 'citation')}, ${count(relations, 'relation')}, ${count(tasks, 'task')}, ${count(findings, 'finding')}.`;
  if (stats.byType.length > 0) yield `By type: ${stats.byType.map(({ value, count }) => `${safe(value)} ${count}`).join(', ')}.`;
  if (stats.byRelation.length > 0)
    yield `By relation: ${stats.byRelation.map(({ relation, count }) => `${relation} ${count}`).join(', ')}.`;
}

export const rebuildCommand: Attach = (program, world, end) => {
  program
    .command('rebuild')
    .description('Make the index anew from the kept original files.')
    .addHelpText(
      'after',
      `
Do this after an update of the program, to read all documents with it, or when the index is damaged. The old index answers until
the new one is whole; breaking off does no harm. Old versions of documents stay.

Example:
  vankien rebuild`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const bar = world.terminal.live && options.json !== true ? progressBar() : null;
      let begun = false;
      const result = await withLibrary(world, options, 'read', (library) =>
        library.rebuild((done, total) => {
          if (begun) bar?.update(done, { name: '' });
          else bar?.start(total, done, { name: '' });
          begun = true;
        }),
      ).finally(() => bar?.stop());
      if (options.json === true) world.terminal.out(JSON.stringify(result));
      else {
        const failed = result.failures === 0 ? '' : ` ${result.failures} could not be read again and keep what was known of them.`;
        world.terminal.out(`${count(result.documents, 'document')} in the new index.${failed}`);
      }
      end(result.failures > 0 ? 1 : 0);
    });
};

export const doctorCommand: Attach = (program, world, end) => {
  program
    .command('doctor')
    .description('Check ledger, original files and index against each other.')
    .addHelpText(
      'after',
      `
Reads every original file again, so it takes its time with large collections. What an interrupted run left undone is finished
first. The exit code is 1 when something is wrong.

Example:
  vankien doctor`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const report = await withLibrary(world, options, 'read', (library) => library.doctor());
      if (options.json === true) world.terminal.out(JSON.stringify(report));
      else {
        for (const { code, message } of report.faults) world.terminal.out(`fault ${code}: ${safe(message)}`);
        for (const note of report.notes) world.terminal.out(`note: ${safe(note)}`);
        const verdict = report.healthy ? 'nothing wrong' : `${count(report.faults.length, 'fault')} (\`vankien rebuild\` mends the index)`;
        world.terminal.out(`${count(report.documents, 'document')}, ${verdict}.`);
      }
      end(report.healthy ? 0 : 1);
    });
};
