import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = {
  LibreOffice: { variable: 'SOFFICE', commands: ['soffice', 'libreoffice'] },
  Chromium: { variable: 'CHROMIUM', commands: ['chromium', 'chromium-browser', 'google-chrome'] },
} as const;

export type Program = keyof typeof names;

/** Path of a program: its environment variable, else the first command found in PATH. Throws an Error that says what to install. */
export function findProgram(program: Program): string {
  const { variable, commands } = names[program];
  const chosen = process.env[variable];
  if (chosen !== undefined && chosen !== '') return chosen;
  for (const command of commands) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, command);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error(`${program} was not found (looked for ${commands.join(', ')} in PATH). Install it, or set ${variable} to its path.`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Converts one file with LibreOffice into `folder`, under the same base name. `profile` is a folder for the program's
 * own settings, so that a window open on the desktop does not stand in the way.
 */
export function convertWithLibreOffice(file: string, to: 'docx' | 'pdf', folder: string, profile: string): void {
  const filters =
    to === 'docx' ? ['--infilter=HTML (StarWriter)', '--convert-to', 'docx:MS Word 2007 XML'] : ['--convert-to', 'pdf:writer_pdf_Export'];
  run('LibreOffice', [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--norestore',
    ...filters,
    '--outdir',
    folder,
    file,
  ]);
}

/** Prints an HTML file with Chromium. */
export function printWithChromium(file: string, pdf: string, profile: string): void {
  run('Chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-pdf-header-footer',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${pdf}`,
    pathToFileURL(file).href,
  ]);
}

function run(program: Program, args: readonly string[]): void {
  const done = spawnSync(findProgram(program), args, { encoding: 'utf8', timeout: 120_000 });
  if (done.error !== undefined) throw new Error(`${program} could not be run: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${program} ended with ${done.status ?? done.signal}: ${done.stderr.trim()}`);
}
