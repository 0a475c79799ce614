import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';

/** Opens the door at a host and port (0: any free one) and returns its address. A taken port is `port-busy`, with the next free one named. */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
    if (code === 'EADDRINUSE') throw new Failure('port-busy', await busy(host, port), { cause: thrown });
    if (code === 'EACCES')
      throw new Failure('port-busy', `You may not use port ${port}; ports from 1024 are open to everybody.`, { cause: thrown });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Failure('bad-request', `This machine has no address ${host}.`, { cause: thrown });
    throw thrown;
  }
}

/** Waits until the process is told to stop (Ctrl-C, SIGTERM), then lets the requests under way end. */
export async function untilStopped(app: FastifyInstance): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const signal of signals) process.once(signal, () => resolve());
  await promise;
  await app.close();
}

async function busy(host: string, port: number): Promise<string> {
  for (let next = port + 1; next <= Math.min(port + 20, 65_535); next += 1) {
    if (await isFree(host, next)) return `Port ${port} is taken; ${next} is free.`;
  }
  return `Port ${port} is taken.`;
}

function isFree(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const probe = createServer();
  probe.once('error', () => resolve(false));
  probe.listen({ host, port }, () => probe.close(() => resolve(true)));
  return promise;
}
