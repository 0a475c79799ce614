import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { renderHtml } from './make-samples/html.ts';
import { renderMarkdown } from './make-samples/markdown.ts';
import { pinPdf, pinZip } from './make-samples/pin.ts';
import { convertWithLibreOffice, findProgram, printWithChromium } from './make-samples/programs.ts';
import { parseSource, type Source } from './make-samples/source.ts';
import { renderText } from './make-samples/text.ts';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));

/** Makes the delivered file of one source; `work` is a folder for what lies between. Returns its path below samples/collection. */
function deliver(path: string, work: string): string {
  const name = basename(path, '.txt');
  const source = parseSource(readFileSync(join(samples, 'sources', path), 'utf8'));
  const made = join(dirname(path), `${name}.${source.format}`);
  const target = join(samples, 'collection', made);
  mkdirSync(dirname(target), { recursive: true });
  if (source.format === 'txt') writeFileSync(target, renderText(source));
  else if (source.format === 'md') writeFileSync(target, renderMarkdown(source));
  else if (source.format === 'html') writeFileSync(target, renderHtml(source, name));
  else writeFileSync(target, print(source, name, work));
  return made;
}

function print(source: Source, name: string, work: string): Buffer {
  const html = join(work, `${name}.html`);
  writeFileSync(html, renderHtml(source, name));
  if (source.format === 'pdf' && source.printer === 'chromium') {
    printWithChromium(html, join(work, `${name}.pdf`), join(work, 'chromium-profile'));
  } else {
    const profile = join(work, 'libreoffice-profile');
    convertWithLibreOffice(html, 'docx', work, profile);
    if (source.format === 'pdf') convertWithLibreOffice(join(work, `${name}.docx`), 'pdf', work, profile);
  }
  const file = join(work, `${name}.${source.format}`);
  if (!existsSync(file)) throw new Error(`no ${source.format} was made of ${name}`);
  return source.format === 'pdf' ? pinPdf(readFileSync(file)) : pinZip(readFileSync(file));
}

function main(wanted: readonly string[]): void {
  const paths = globSync('**/*.txt', { cwd: join(samples, 'sources') })
    .filter((path) => wanted.length === 0 || wanted.some((word) => path.includes(word)))
    .sort();
  if (paths.length === 0) throw new Error(`no source in samples/sources has ${wanted.join(' or ')} in its path`);
  findProgram('LibreOffice');
  findProgram('Chromium');
  const work = mkdtempSync(join(tmpdir(), 'vankien-samples-'));
  try {
    for (const path of paths) console.log(deliver(path, work));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`make-samples: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
