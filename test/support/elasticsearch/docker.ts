import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ELASTICSEARCH_VERSION } from '../../../scripts/elasticsearch/distribution.ts';
import type { Started } from './choose.ts';

const ANSWERS_WITHIN_MS = 1000;
const STARTS_WITHIN_MS = 300_000;

/**
 * Whether a Docker engine answers at one of the places where testcontainers looks. Asked before testcontainers is loaded:
 * that takes a second, and it tells only slowly that there is none.
 */
export async function dockerAnswers(env: Readonly<Record<string, string | undefined>> = process.env): Promise<boolean> {
  for (const place of await places(env)) {
    if (await engineAnswers(place, env)) return true;
  }
  return false;
}

async function places(env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const properties = await readFile(join(homedir(), '.testcontainers.properties'), 'utf8').catch(() => '');
  const configured = [...properties.matchAll(/^\s*(?:tc|docker)\.host\s*[=:]\s*(\S+)/gm)].map(([, host = '']) => host.replaceAll('\\', ''));
  const runtime = env['XDG_RUNTIME_DIR'] ?? `/run/user/${process.getuid?.() ?? 0}`;
  const sockets = [
    '/var/run/docker.sock',
    join(runtime, 'docker.sock'),
    join(homedir(), '.docker', 'run', 'docker.sock'),
    join(homedir(), '.docker', 'desktop', 'docker.sock'),
  ].map((path) => `unix://${path}`);
  const windows = process.platform === 'win32' ? ['npipe:////./pipe/docker_engine'] : [];
  return [...(env['DOCKER_HOST'] ? [env['DOCKER_HOST']] : []), ...configured, ...sockets, ...windows];
}

/** Whether an engine answers at one address, as DOCKER_HOST gives it: `unix:///var/run/docker.sock`, `tcp://10.0.0.5:2375`. */
export async function engineAnswers(place: string, env: Readonly<Record<string, string | undefined>> = {}): Promise<boolean> {
  if (!URL.canParse(place)) return false;
  const { protocol, hostname, port, pathname } = new URL(place);
  if (protocol === 'unix:') return pings({ socketPath: pathname });
  if (protocol === 'npipe:') return pings({ socketPath: pathname.replaceAll('/', '\\') });
  if (protocol !== 'tcp:' && protocol !== 'http:') return false;
  // With TLS a ping needs certificates: that somebody listens must do, and testcontainers finds out the rest.
  if (env['DOCKER_TLS_VERIFY'] === '1') return listens(hostname, Number(port) || 2376);
  return pings({ host: hostname, port: Number(port) || 2375 });
}

function pings(where: { socketPath: string } | { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ ...where, path: '/_ping', timeout: ANSWERS_WITHIN_MS }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(false));
    asked.on('close', () => resolve(false));
    asked.end();
  });
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWERS_WITHIN_MS }, () => {
      resolve(true);
      socket.destroy();
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(false));
  });
}

/** Starts the full server in a container, as the zip's is: alone, without security, without watermarks. Its end is ours or testcontainers' reaper's. */
export async function startContainer(): Promise<Started> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(`docker.elastic.co/elasticsearch/elasticsearch:${ELASTICSEARCH_VERSION}`)
    .withEnvironment({
      'discovery.type': 'single-node',
      'xpack.security.enabled': 'false',
      'xpack.ml.enabled': 'false',
      'ingest.geoip.downloader.enabled': 'false',
      'cluster.routing.allocation.disk.threshold_enabled': 'false',
      'cluster.info.update.interval': '1h',
      ES_JAVA_OPTS: '-Xms512m -Xmx512m',
    })
    .withExposedPorts(9200)
    .withWaitStrategy(
      Wait.forHttp('/_cluster/health?wait_for_status=yellow&timeout=1s', 9200, { abortOnContainerExit: true }).forStatusCode(200),
    )
    .withStartupTimeout(STARTS_WITHIN_MS)
    .start();
  return {
    url: `http://${container.getHost()}:${container.getMappedPort(9200)}`,
    async close() {
      await container.stop();
    },
  };
}
