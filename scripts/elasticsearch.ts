import { Command, InvalidArgumentError } from 'commander';
import { ELASTICSEARCH_VERSION } from './elasticsearch/distribution.ts';
import { prepareServer, type ServerOptions, startServer } from './elasticsearch/server.ts';

/** `npm run elasticsearch`: fetches, unpacks and starts an Elasticsearch for tests and trials, until Ctrl-C. */
const command = new Command('npm run elasticsearch --')
  .description(
    `Starts a single Elasticsearch ${ELASTICSEARCH_VERSION} on this machine, without security, until Ctrl-C.\n` +
      'It needs a JDK of version 21 or later (ES_JAVA_HOME, JAVA_HOME, PATH or the usual folders) and Maven, which fetches the server once.',
  )
  .option('--port <number>', 'the port to listen on (default: a free one)', readPort)
  .option('--heap <size>', 'Java heap, such as 512m or 2g (default: 512m)', readHeap)
  .option('--data <folder>', 'keep the data in this folder (default: gone at the end)')
  .option('--fetch', 'only fetch and unpack the server, and print its folder')
  .action(async ({ fetch, ...options }: ServerOptions & { fetch?: true }) => {
    try {
      if (fetch) process.stdout.write(`${(await prepareServer()).home}\n`);
      else await run(options);
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`);
      process.exitCode = 1;
    }
  });

function readPort(text: string): number {
  const port = Number(text);
  if (!(Number.isInteger(port) && port > 0 && port < 65_536)) throw new InvalidArgumentError('It must be a number from 1 to 65535.');
  return port;
}

function readHeap(text: string): string {
  if (!/^[1-9]\d*[mg]$/i.test(text)) throw new InvalidArgumentError('It must be a size such as 512m or 2g.');
  return text;
}

async function run(options: ServerOptions): Promise<void> {
  process.stderr.write('Starting Elasticsearch…\n');
  const server = await startServer(options);
  process.stdout.write(`${server.url}\n`);
  process.stderr.write(`Process ${server.pid}. For tests: ELASTICSEARCH_URL=${server.url} npm test. Ctrl-C ends it.\n`);

  // Nothing of the server keeps this process alive; this does, until a signal comes or the server ends by itself.
  const alive = setInterval(async () => {
    if (server.pid !== null) return;
    clearInterval(alive);
    process.stderr.write(`Elasticsearch ended. The end of its log:\n${await server.log()}\n`);
    process.exitCode = 1;
    await server.close();
  }, 500);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      clearInterval(alive);
      await server.close();
    });
  }
}

await command.parseAsync();
