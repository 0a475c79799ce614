import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { emptyFolder } from './world.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const launcher = join(root, 'bin/vankien.mjs');
/** The Node of the machine, which may be older than the project's own; absent where there is none. */
const machines = ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path));

describe('the launcher', () => {
  test.each([process.execPath, ...machines])('starts the command line with %s', async (node) => {
    const { stdout } = await run(node, [launcher, '--version']);
    expect(stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/u);
  });

  test.each([process.execPath, ...machines])('hands the exit code and the words on stderr through, with %s', async (node) => {
    const folder = join(await emptyFolder(), 'none');
    await expect(run(node, [launcher, 'stats', '--data', folder])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Error (no-collection)'),
    });
  });

  test('tells a setting that cannot be meant, and ends with 2', async () => {
    const env = { ...process.env, VANKIEN_PORT: 'http' };
    await expect(run(process.execPath, [launcher, 'stats'], { env })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('VANKIEN_PORT'),
    });
  });
});
