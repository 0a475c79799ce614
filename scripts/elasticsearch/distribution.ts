import { execFile } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Jdk } from './jdk.ts';

/** The version that tests run against: the zip and the Docker image alike. */
export const ELASTICSEARCH_VERSION = '9.3.2';

/** The minimal server that Elastic publishes for the tests of plugins: the core, the transport and security, without the other modules. */
const ARTIFACT = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${ELASTICSEARCH_VERSION}:zip`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';
/** Beside the unpacked files: how many they are. Cleaners of temporary folders take single files away. */
const COUNT = 'unpacked-files';

/**
 * The folder of the unpacked server. It is fetched through Maven once and kept among the temporary files; processes that do so
 * at the same time each unpack to a folder of their own, and the first to move it into place wins.
 * Throws with the last lines of Maven where it cannot be fetched.
 */
export async function unpackedServer(jdk: Jdk): Promise<string> {
  const cache = await ownFolder();
  const home = join(cache, `elasticsearch-${ELASTICSEARCH_VERSION}`);
  if (await isWhole(home)) return home;

  const work = await mkdtemp(join(cache, 'unpacking-'));
  try {
    // One that lost files goes aside, now and not at the end: then another process may just have put a whole one there.
    await rename(home, join(work, 'broken')).catch(() => undefined);
    await maven(work, jdk);
    const unpacked = join(work, `elasticsearch-${ELASTICSEARCH_VERSION}`);
    await writeFile(join(unpacked, COUNT), String(await countFiles(unpacked)));
    await rename(unpacked, home);
  } catch (error) {
    if (!(await isWhole(home))) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return home;
}

/** A folder that everybody may read and only we may write: others could put programs into it otherwise. */
async function ownFolder(): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `vankien-elasticsearch-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== uid) throw new Error(`${folder} belongs to somebody else; remove it or set TMPDIR`);
  await chmod(folder, 0o755);
  return folder;
}

async function isWhole(home: string): Promise<boolean> {
  const count = await readFile(join(home, COUNT), 'utf8').catch(() => null);
  return count !== null && Number(count) === (await countFiles(home));
}

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name !== COUNT).length;
}

async function maven(folder: string, jdk: Jdk): Promise<void> {
  try {
    // The plugin also leaves a mark of its own in the working folder: it goes away with it.
    await promisify(execFile)('mvn', ['-q', '-B', UNPACK, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`], {
      cwd: folder,
      env: { ...process.env, JAVA_HOME: process.env['JAVA_HOME'] ?? jdk.home },
      timeout: 15 * 60_000,
    });
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: string | number; stdout?: string; stderr?: string };
    if (code === 'ENOENT') throw new Error('Maven (mvn) is not installed: it fetches the Elasticsearch server zip', { cause: error });
    const told = `${stdout}${stderr}`.trim().split('\n').slice(0, 3).join(' ');
    throw new Error(`Maven could not fetch ${ARTIFACT}: ${told || error}`, { cause: error });
  }
}
