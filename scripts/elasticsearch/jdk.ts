import { execFile } from 'node:child_process';
import { access, constants, readdir, readFile, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What Elasticsearch 9 runs on, by its support matrix. */
const LEAST_JAVA = 21;

export interface Jdk {
  /** The folder that holds `bin/java`. */
  readonly home: string;
  readonly major: number;
}

/** Where to look. Tests give folders of their own. */
export interface JdkPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folders that hold one JDK a subfolder. */
  readonly folders: readonly string[];
}

const machinePlaces = (): JdkPlaces => ({
  env: process.env,
  folders: ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines', join(homedir(), '.sdkman', 'candidates', 'java')],
});

/**
 * The first JDK that is new enough: ES_JAVA_HOME, JAVA_HOME, java on PATH, then the usual folders by name.
 * Throws with what was found, and what to do, where there is none.
 */
export async function findJdk(places: JdkPlaces = machinePlaces()): Promise<Jdk> {
  const seen: string[] = [];
  for await (const home of homes(places)) {
    const major = await majorOf(home);
    if (major !== null && major >= LEAST_JAVA) return { home, major };
    if (major !== null) seen.push(`${home} is ${major}`);
  }
  const found = seen.length === 0 ? 'none was found' : `found only: ${seen.join(', ')}`;
  throw new Error(`Elasticsearch needs a JDK of version ${LEAST_JAVA} or later; ${found}. Install one and set ES_JAVA_HOME to its folder`);
}

async function* homes({ env, folders }: JdkPlaces): AsyncGenerator<string> {
  for (const name of ['ES_JAVA_HOME', 'JAVA_HOME']) {
    const home = env[name];
    if (home) yield home;
  }
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    // java on PATH is often a chain of links; its own folder is at their end.
    const java = await realpath(join(folder, 'java')).catch(() => null);
    if (java !== null) yield dirname(dirname(java));
  }
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort()) {
      yield join(folder, name);
      // The bundles of macOS keep the JDK two folders down.
      yield join(folder, name, 'Contents', 'Home');
    }
  }
}

/** The version by the JDK's `release` file, or by asking `java -version`; null where there is no java to run. */
async function majorOf(home: string): Promise<number | null> {
  const java = join(home, 'bin', 'java');
  try {
    await access(java, constants.X_OK);
  } catch {
    return null;
  }
  const release = await readFile(join(home, 'release'), 'utf8').catch(() => '');
  const told = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1] ?? (await askVersion(java));
  return told === undefined ? null : majorOfVersion(told);
}

async function askVersion(java: string): Promise<string | undefined> {
  try {
    const { stderr } = await promisify(execFile)(java, ['-version'], { timeout: 10_000 });
    return /version "([^"]+)"/.exec(stderr)?.[1];
  } catch {
    // Such as the placeholder that macOS keeps at /usr/bin/java.
    return undefined;
  }
}

/** `25.0.3` → 25, `22-ea` → 22; before Java 9 the first number was always 1: `1.8.0_432` → 8. */
function majorOfVersion(version: string): number | null {
  const major = /^(?:1\.)?(\d+)/.exec(version)?.[1];
  return major === undefined ? null : Number(major);
}
