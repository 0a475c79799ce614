import type { DoctorReport, Stats } from '#services/library/shapes.ts';
import { count, safe } from '../format.ts';
import { tell } from '../output.ts';
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
      tell(world, options, stats, () => statsLines(stats));
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
    .option('--back', 'let the index that answered before the last rebuild answer again')
    .addHelpText(
      'after',
      `
Do this after an update of the program, to read all documents with it, or when the index is damaged. The old index answers until
the new one is whole, and documents can be taken in meanwhile. A rebuild that was broken off goes on where it stopped when it is
asked for again. Old versions of documents stay. The index before it is kept until the next rebuild, to go back to.

Examples:
  vankien rebuild
  vankien rebuild --back`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions & { readonly back?: boolean };
      if (options.back === true) {
        const went = await withLibrary(world, options, 'read', (library) => library.goBack());
        const { caughtUp } = went;
        tell(world, options, went, () => [
          `The index before the last rebuild answers again; ${count(caughtUp, 'document')} accepted since were put in.`,
        ]);
        return end(0);
      }
      const bar = world.terminal.live && options.json !== true ? progressBar() : null;
      let begun = false;
      const result = await withLibrary(world, options, 'read', (library) =>
        library.rebuild((done, total) => {
          if (begun) bar?.update(done, { name: '' });
          else bar?.start(total, done, { name: '' });
          begun = true;
        }),
      ).finally(() => bar?.stop());
      const failed = result.failures === 0 ? '' : ` ${result.failures} could not be read again and keep what was known of them.`;
      tell(world, options, result, () => [`${count(result.documents, 'document')} in the new index.${failed}`]);
      end(result.failures > 0 ? 1 : 0);
    });
};

export const doctorCommand: Attach = (program, world, end) => {
  program
    .command('doctor')
    .description('Check ledger, original files and index against each other, and mend the index.')
    .addHelpText(
      'after',
      `
Reads every original file again, so it takes its time with large collections. What an interrupted run left undone is finished
first; what the index lacks, or has wrong, is put in again. The exit code is 1 when something is wrong still.

Example:
  vankien doctor`,
    )
    .action(async (_options, command) => {
      const options = command.optsWithGlobals() as GlobalOptions;
      const report = await withLibrary(world, options, 'read', (library) => library.doctor());
      tell(world, options, report, () => reportLines(report));
      end(report.healthy ? 0 : 1);
    });
};

function* reportLines({ mended, faults, notes, healthy, documents }: DoctorReport): Generator<string> {
  for (const { code, message } of mended) yield `mended ${code}: ${safe(message)}`;
  for (const { code, message } of faults) yield `fault ${code}: ${safe(message)}`;
  for (const note of notes) yield `note: ${safe(note)}`;
  const verdict = healthy ? 'nothing wrong' : `${count(faults.length, 'fault')} left (\`vankien rebuild\` makes the index anew)`;
  yield `${count(documents, 'document')}, ${verdict}.`;
}
