import { Option } from 'commander';
import type { Severity } from '#ingest/model/finding.ts';
import { draftFormats } from '#services/library/graphExport/draftFile.ts';
import { tableFormats } from '#services/library/graphExport/formats.ts';
import { type AuditCode, type AuditPage, auditCodes } from '#services/library/shapes.ts';
import { auditLines, draftLines } from '../auditLines.ts';
import { findFiles } from '../files.ts';
import { safe } from '../format.ts';
import { tell, writeWhole } from '../output.ts';
import { type Attach, type GlobalOptions, withLibrary } from '../world.ts';
import { type FileOptions, tablesHelp, targetOf, wantsFile, withFile, writeChainFile } from './chainFile.ts';
import { afterOption, limitOption } from './options.ts';

interface AuditOptions extends GlobalOptions, FileOptions {
  readonly code?: readonly AuditCode[];
  readonly severity?: Severity;
  readonly document?: string;
  readonly work?: string;
  readonly counts?: boolean;
  readonly after?: string;
  readonly limit: number;
}

export const auditCommand: Attach = (program, world, end) => {
  const audit = program
    .command('audit')
    .description('Check a draft against the collection before it is signed, or the collection itself for contradictions.')
    .argument('[file]', 'the draft; without it the collection is audited')
    .addOption(new Option('--code <code...>', 'only findings of these kinds').choices(auditCodes))
    .addOption(new Option('--severity <severity>', 'only findings of this severity').choices(['info', 'warning']))
    .option('--document <id>', 'only findings about what this document is or names')
    .option('--work <symbol>', 'only findings about this work: its id, or a number in any written form')
    .option('--counts', 'count all findings by kind, too')
    .addOption(limitOption('findings', 20))
    .addOption(afterOption());
  withFile(audit, draftFormats)
    .addHelpText(
      'after',
      `
Of a draft nothing is stored. Each of its citations is compared with what the collection holds and says: known or never seen, which
documents it could be, dates, bodies and titles that are said otherwise, what was replaced or amended. What the collection itself
contradicts is shown with the words of both sides. The options narrow an audit of the collection; the exit code is 0 in any case.
${tablesHelp} A report on a draft can be a document too (docx).
Of the collection a file holds findings from the first on.

Examples:
  vankien audit du-thao.docx
  vankien audit du-thao.docx --json
  vankien audit du-thao.docx -o bao-cao.docx
  vankien audit --counts --severity warning
  vankien audit --work 01-KL/TW
  vankien audit --limit 1000 -o kiem-tra.xlsx`,
    )
    .action(async (path: string | undefined, _options, command) => {
      const options = command.optsWithGlobals() as AuditOptions;
      const { code, severity, document, work, counts, after, limit } = options;
      if (path !== undefined) {
        if ([code, severity, document, work, counts, after].some((option) => option !== undefined))
          command.error('error: a draft is audited as a whole; the options are for an audit of the collection');
        const { files } = await findFiles([path], world.config.maxFileBytes);
        const [file] = files;
        if (files.length !== 1 || file === undefined) command.error('error: one file can be audited at a time');
        const target = wantsFile(options) ? await targetOf(command, options, draftFormats) : null;
        const { report, made } = await withLibrary(world, options, 'read', async (library) => {
          const report = await library.auditDraft(file!);
          return { report, made: target === null ? null : library.draftFile(report, target.format) };
        });
        if (target !== null && made !== null) {
          if (target.out === '-') for await (const some of made.bytes) await world.terminal.data(some);
          else {
            await writeWhole(target.out, made.bytes, target.force);
            world.terminal.out(
              options.json === true ? JSON.stringify({ file: target.out, format: target.format }) : `Written: ${safe(target.out)}.`,
            );
          }
        } else tell(world, options, report, () => draftLines(report));
      } else if (wantsFile(options)) {
        if (after !== undefined || counts !== undefined)
          command.error('error: a file holds findings from the first on; --after and --counts are not for it');
        const request = { codes: code, severity, document, work, size: limit };
        return end(await writeChainFile(world, command, options, { about: 'audit', request }, tableFormats));
      } else {
        const asked = { codes: code, severity, document, work };
        const page = await withLibrary(world, options, 'read', async (library) => {
          let { findings, next, counts: counted } = await library.audit({ ...asked, size: limit, after, counts });
          // A page ends after so much was looked at; here nobody waits for the next one to be asked for.
          while (next !== null && findings.length < limit) {
            const more: AuditPage = await library.audit({ ...asked, size: limit - findings.length, after: next });
            findings = [...findings, ...more.findings];
            next = more.next;
          }
          return { findings, next, counts: counted };
        });
        tell(world, options, page, () => auditLines(page));
      }
      end(0);
    });
};
