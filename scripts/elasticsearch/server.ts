import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, serverAccount } from './account.ts';
import { unpackedServer } from './distribution.ts';
import { makeFolders, type ServerFolders, type Setting, writeConfig } from './folders.ts';
import { whatIsWrong } from './health.ts';
import { findJdk, type Jdk } from './jdk.ts';
import { consoleFile, type ServerProcess, startProcess } from './process.ts';
import { certificateFile, makeWatcher, type SecurityOptions, securitySettings, type Watcher, writeSecurity } from './security.ts';

export interface ServerOptions {
  /** A port of your own choice; without it one that is free. */
  readonly port?: number;
  /** Java heap, as java takes it: `512m`, `2g`. */
  readonly heap?: string;
  /** For tests: up in half the time, by leaving out the slower of java's two compilers, which only pays in longer runs. */
  readonly quick?: boolean;
  /** A folder to keep the data in; without it the data goes with `close`. */
  readonly data?: string;
  /** Further settings of elasticsearch.yml; they overrule ours. */
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Users, roles and TLS; without it everybody may do everything. */
  readonly security?: SecurityOptions;
}

const COMES_UP_WITHIN_MS = 120_000;
const STOPS_WITHIN_MS = 30_000;

/** What is needed to run the zip on this machine. Throws with a sentence on what is missing. */
export async function prepareServer(): Promise<{ home: string; jdk: Jdk; account: Account | null }> {
  if (process.platform === 'win32') throw new Error('the server zip is not started on Windows');
  const jdk = await findJdk();
  return { jdk, home: await unpackedServer(jdk), account: await serverAccount() };
}

/** Starts a server and resolves when its cluster can be worked with. Throws with the end of the server's log where it does not come up. */
export async function startServer(options: ServerOptions = {}): Promise<ElasticsearchServer> {
  const { home, jdk, account } = await prepareServer();
  const folders = await makeFolders(account, options.data);
  const server = new ElasticsearchServer(home, jdk, account, folders, options);
  try {
    await server.restart();
  } catch (error) {
    await server.close();
    throw error;
  }
  return server;
}

/** One server of our own. It does not outlive the process that started it. */
export class ElasticsearchServer {
  readonly #home: string;
  readonly #jdk: Jdk;
  readonly #account: Account | null;
  readonly #folders: ServerFolders;
  readonly #options: ServerOptions;
  readonly #watcher: Watcher = makeWatcher();
  #port: number | null;
  #process: ServerProcess | null = null;
  #pid: number | null = null;

  constructor(home: string, jdk: Jdk, account: Account | null, folders: ServerFolders, options: ServerOptions) {
    this.#home = home;
    this.#jdk = jdk;
    this.#account = account;
    this.#folders = folders;
    this.#options = options;
    this.#port = options.port ?? null;
  }

  /** The same after every restart. */
  get url(): string {
    return `${this.ca === null ? 'http' : 'https'}://127.0.0.1:${this.#port}`;
  }

  /** The PEM file of the certificate to trust; null without TLS. */
  get ca(): string | null {
    return this.#options.security?.tls ? certificateFile(this.#folders) : null;
  }

  /** The server's own java process while it runs. */
  get pid(): number | null {
    return this.#process?.exited === false ? this.#pid : null;
  }

  /** The last lines that the server wrote. */
  async log(lines = 30): Promise<string> {
    const text = await readFile(consoleFile(this.#folders), 'utf8').catch(() => '');
    return text.trimEnd().split('\n').slice(-lines).join('\n');
  }

  /** Ends the server at once (SIGKILL), as a crash does. Data and port stay for `restart`. */
  async kill(): Promise<void> {
    const running = this.#process;
    if (running === null || running.exited) return;
    // The server first and alone: its launcher sees that it is gone, and ends after it. Were both killed at once,
    // the launcher's end would not tell that the server is gone too.
    if (this.#pid === null || !killed(this.#pid)) running.signal('SIGKILL');
    const forced = setTimeout(() => running.signal('SIGKILL'), STOPS_WITHIN_MS);
    await running.ended;
    clearTimeout(forced);
  }

  /** Ends the server in order (SIGTERM). Data and port stay for `restart`. */
  async stop(): Promise<void> {
    const running = this.#process;
    if (running === null) return;
    running.signal('SIGTERM');
    const forced = setTimeout(() => running.signal('SIGKILL'), STOPS_WITHIN_MS);
    await running.ended;
    clearTimeout(forced);
  }

  /** Starts the server again with its data and on its port; one that runs is stopped before. Resolves when it can be worked with. */
  async restart(): Promise<void> {
    await this.stop();
    await rm(this.#portsFile(), { force: true });
    await this.#configure();
    this.#pid = null;
    this.#process = await startProcess(this.#home, this.#jdk, this.#account, this.#folders);
    await this.#comesUp(this.#process);
  }

  /** Stops the server and removes its files; data in a folder of the caller's stays. */
  async close(): Promise<void> {
    await this.stop();
    await rm(this.#folders.root, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  async #configure(): Promise<void> {
    const { security, heap = '512m', quick = false } = this.#options;
    // Once: a certificate that changed with a restart would not be trusted any more.
    if (security !== undefined && this.#process === null) await writeSecurity(this.#folders, this.#jdk, security, this.#watcher);
    await writeConfig(this.#home, this.#folders, this.#account, this.#settings(), [
      `-Xms${heap}`,
      `-Xmx${heap}`,
      ...(quick ? ['-XX:TieredStopAtLevel=1'] : []),
    ]);
  }

  /** Whether the cluster can be worked with, asked as a user of ours. */
  async #whatIsWrong(): Promise<string | null> {
    if (this.#options.security === undefined) return whatIsWrong(this.url);
    const url = new URL(this.url);
    url.username = this.#watcher.name;
    url.password = this.#watcher.password;
    return whatIsWrong(url.href, this.ca === null ? undefined : await readFile(this.ca, 'utf8'));
  }

  #portsFile(): string {
    return join(this.#folders.logs, 'http.ports');
  }

  #settings(): Record<string, Setting> {
    // The server takes the first free port of a range. Ranges are below the ports that systems give to outgoing connections:
    // on one of those, a client that knocks while the server is down may be connected to itself, and keeps the port.
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    return {
      'cluster.name': 'vankien-test',
      'node.name': 'vankien-test',
      'discovery.type': 'single-node',
      'path.data': this.#folders.data,
      'path.logs': this.#folders.logs,
      'network.host': '127.0.0.1',
      'http.port': this.#port ?? `${first}-${first + 200}`,
      'transport.port': `${first + 201}-${first + 400}`,
      // Writes logs/http.ports with the port that was taken.
      'node.portsfile': true,
      ...(this.#options.security === undefined ? { 'xpack.security.enabled': false } : securitySettings(this.#options.security)),
      // Disks of test machines are often fuller than the watermarks allow, and would make every index read-only.
      'cluster.routing.allocation.disk.threshold_enabled': false,
      // Each time it looks at its disks it lifts what makes an index read-only, also where a test has set that.
      'cluster.info.update.interval': '1h',
      ...this.#options.settings,
    };
  }

  async #comesUp(running: ServerProcess): Promise<void> {
    const until = Date.now() + COMES_UP_WITHIN_MS;
    let wrong: string | null = 'it opened no port';
    while (Date.now() < until) {
      if (running.exited) throw new Error(`Elasticsearch ended while it started. The end of its log:\n${await this.log()}`);
      this.#pid = await running.pid();
      this.#port ??= await this.#takenPort();
      if (this.#pid !== null && this.#port !== null) {
        wrong = await this.#whatIsWrong();
        if (wrong === null) return;
      }
      await sleep(100);
    }
    const log = await this.log();
    throw new Error(`Elasticsearch did not come up within ${COMES_UP_WITHIN_MS / 1000} s: ${wrong}. The end of its log:\n${log}`);
  }

  async #takenPort(): Promise<number | null> {
    const ports = await readFile(this.#portsFile(), 'utf8').catch(() => '');
    const port = /:(\d+)\s*$/m.exec(ports)?.[1];
    return port === undefined ? null : Number(port);
  }
}

/** Whether there was such a process to kill. */
function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
