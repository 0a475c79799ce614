import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findJdk } from '../../scripts/elasticsearch/jdk.ts';

let machine = '';
beforeEach(async () => {
  machine = await mkdtemp(join(tmpdir(), 'vankien-jdk-'));
});
afterEach(() => rm(machine, { recursive: true, force: true }));

/** A folder with a `bin/java` that tells its version on the error stream, as java does. */
async function jdk(name: string, { version, release }: { version: string; release?: string | undefined }): Promise<string> {
  const home = join(machine, name);
  await mkdir(join(home, 'bin'), { recursive: true });
  await writeFile(join(home, 'bin', 'java'), `#!/bin/sh\necho 'openjdk version "${version}" 2025-04-15' >&2\n`);
  await chmod(join(home, 'bin', 'java'), 0o755);
  if (release !== undefined) await writeFile(join(home, 'release'), `IMPLEMENTOR="Nobody"\nJAVA_VERSION="${release}"\n`);
  return home;
}

describe('the version of a JDK', () => {
  test.each([
    { told: 'by its release file', version: '8.0.1', release: '25.0.3', major: 25 },
    { told: 'by java itself where there is no release file', version: '21.0.2', release: undefined, major: 21 },
    { told: 'of an early build', version: '0', release: '24-ea', major: 24 },
  ])('is read $told', async ({ version, release, major }) => {
    const home = await jdk('a', { version, release });
    expect(await findJdk({ env: { ES_JAVA_HOME: home }, folders: [] })).toEqual({ home, major });
  });

  test.each(['1.8.0_432', '17.0.15', '20'])('%s is too old', async (release) => {
    const home = await jdk('a', { version: release, release });
    await expect(findJdk({ env: { JAVA_HOME: home }, folders: [] })).rejects.toThrow(
      /21 or later; found only: .*\/a is \d+\. .*ES_JAVA_HOME/,
    );
  });
});

describe('the places of JDKs', () => {
  test('are asked in order, and one that is too old is passed over', async () => {
    const first = await jdk('first', { version: '22', release: '22' });
    const second = await jdk('second', { version: '23', release: '23' });
    const third = await jdk('third', { version: '24', release: '24' });
    const old = await jdk('old', { version: '17', release: '17' });
    const fourth = await jdk('jvm/temurin-25', { version: '25', release: '25' });
    await jdk('jvm/openjdk-11', { version: '11', release: '11' });
    const folders = [join(machine, 'jvm')];
    const PATH = `${join(machine, 'nothing')}:${join(third, 'bin')}`;

    const found = async (env: Record<string, string>) => (await findJdk({ env, folders })).home;
    expect(await found({ ES_JAVA_HOME: first, JAVA_HOME: second, PATH })).toBe(first);
    expect(await found({ ES_JAVA_HOME: old, JAVA_HOME: second, PATH })).toBe(second);
    expect(await found({ JAVA_HOME: old, PATH })).toBe(third);
    expect(await found({ PATH: join(old, 'bin') })).toBe(fourth);
    expect(await found({})).toBe(fourth);
  });

  test('are followed through links on PATH', async () => {
    const home = await jdk('real', { version: '21', release: '21' });
    await mkdir(join(machine, 'links'));
    await symlink(join(home, 'bin', 'java'), join(machine, 'alternative'));
    await symlink(join(machine, 'alternative'), join(machine, 'links', 'java'));
    expect((await findJdk({ env: { PATH: join(machine, 'links') }, folders: [] })).home).toBe(home);
  });

  test('include the bundles of macOS', async () => {
    const home = await jdk('jvm/temurin.jdk/Contents/Home', { version: '21', release: '21' });
    expect((await findJdk({ env: {}, folders: [join(machine, 'jvm')] })).home).toBe(home);
  });

  test('that are missing, empty or without a java to run are no error of their own', async () => {
    const dead = await jdk('jvm/dead', { version: '25', release: '25' });
    await chmod(join(dead, 'bin', 'java'), 0o644);
    const places = {
      env: { ES_JAVA_HOME: join(machine, 'no'), JAVA_HOME: '' },
      folders: [join(machine, 'jvm'), join(machine, 'not-there')],
    };
    await expect(findJdk(places)).rejects.toThrow(/none was found\. Install one and set ES_JAVA_HOME/);
  });
});
