import { parseArgs } from 'node:util';
import { ELASTICSEARCH_VERSION } from './elasticsearch/distribution.ts';
import { startServer } from './elasticsearch/server.ts';

/** `npm run elasticsearch`: fetches, unpacks and starts an Elasticsearch for tests and trials, until Ctrl-C. */
const USAGE = `Usage: npm run elasticsearch -- [options]
Starts a single Elasticsearch ${ELASTICSEARCH_VERSION} on this machine, without security, until Ctrl-C.
  --port NUMBER   the port to listen on (default: a free one)
  --heap SIZE     Java heap, such as 512m or 2g (default: 512m)
  --data FOLDER   keep the data in this folder (default: gone at the end)
It needs a JDK of version 21 or later (ES_JAVA_HOME, JAVA_HOME, PATH or the usual folders) and Maven, which fetches the server once.
`;

const { values } = parseArgs({
  options: { port: { type: 'string' }, heap: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const port = values.port === undefined ? undefined : Number(values.port);

if (values.help) {
  process.stdout.write(USAGE);
} else if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
  process.stderr.write(`--port ${values.port}: not a port.\n${USAGE}`);
  process.exitCode = 2;
} else if (values.heap !== undefined && !/^[1-9]\d*[mg]$/i.test(values.heap)) {
  process.stderr.write(`--heap ${values.heap}: not a size such as 512m or 2g.\n${USAGE}`);
  process.exitCode = 2;
} else {
  await run();
}

async function run(): Promise<void> {
  process.stderr.write('Starting Elasticsearch…\n');
  try {
    const server = await startServer({
      ...(port === undefined ? {} : { port }),
      ...(values.heap === undefined ? {} : { heap: values.heap }),
      ...(values.data === undefined ? {} : { data: values.data }),
    });
    process.stdout.write(`${server.url}\n`);
    process.stderr.write(`Process ${server.pid}. For tests: ELASTICSEARCH_URL=${server.url} npm test. Ctrl-C ends it.\n`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, async () => {
        clearInterval(alive);
        await server.close();
      });
    }
    // Nothing of the server keeps this process alive; this does, until a signal comes.
    const alive = setInterval(async () => {
      if (server.pid !== null) return;
      clearInterval(alive);
      process.stderr.write(`Elasticsearch ended. The end of its log:\n${await server.log()}\n`);
      await server.close();
      process.exitCode = 1;
    }, 1000);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
