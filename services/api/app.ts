import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { getHeapStatistics } from 'node:v8';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance } from 'fastify';
import { Failure } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import project from '../../package.json' with { type: 'json' };
import { refuseBrokenRequest } from './connection.ts';
import { answerTo, failureOf, Refusal } from './errors.ts';
import { refuseUnknownRoutes } from './methods.ts';
import { describeApi } from './openapi.ts';
import { type ApiOptions, defaultApiOptions } from './options.ts';
import { refuseForeignPages } from './origin.ts';
import { refuseBrokenQueries } from './query-string.ts';
import { checkRoles } from './roles.ts';
import { keepRouteTable } from './route-table.ts';
import { addresses } from './routes/addresses.ts';
import { audit } from './routes/audit.ts';
import { chains } from './routes/chains.ts';
import { decisions } from './routes/decisions.ts';
import { documents } from './routes/documents.ts';
import { exporting } from './routes/export.ts';
import { searchFeed } from './routes/feed.ts';
import { graph } from './routes/graph.ts';
import { graphExport } from './routes/graphExport.ts';
import { likeness } from './routes/likeness.ts';
import { lists } from './routes/lists.ts';
import { matrix } from './routes/matrix.ts';
import { saved } from './routes/saved.ts';
import { search } from './routes/search.ts';
import { health, stats } from './routes/service.ts';
import { tasks } from './routes/tasks.ts';
import { upload } from './routes/upload.ts';
import { serializerCompiler } from './serialization.ts';
import { validatorCompiler } from './validation.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked by whatever watches over the service: answered at any load. */
    watched?: boolean;
  }
}

/**
 * The HTTP door to a library, not yet listening. Left-out options are those of `defaultApiOptions`.
 * The library stays its opener's to close.
 */
export async function buildApi(library: Library, given: Partial<ApiOptions> = {}): Promise<FastifyInstance> {
  const options: ApiOptions = { ...defaultApiOptions, ...given };
  const app = Fastify({
    ...(options.logger === false ? { logger: false } : { loggerInstance: options.logger }),
    bodyLimit: 1024 * 1024,
    requestTimeout: options.requestTimeout,
    handlerTimeout: options.handlerTimeout,
    connectionTimeout: options.connectionTimeout,
    keepAliveTimeout: options.keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    trustProxy: false,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    // Long enough for ten thousand letters of three bytes in percent-encoding: such a query gets an answer that says what is wrong with it.
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors: (error, request, reply) => answerBeforeRouting(error, request.id, reply.raw),
    clientErrorHandler: refuseBrokenRequest,
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(async (error, request, reply) => {
    const failure = isOfBody(error) ? withBodyNamed(failureOf(error)) : failureOf(error);
    // A cluster that is known to be away fails every request at once, with no further cause: the sentence says it all.
    if (failure.kind.status === 503 && failure.cause === undefined) request.log.error({ code: failure.code }, failure.message);
    else if (failure.kind.status >= 500) request.log.error({ err: failure, cause: strangeCause(failure) }, failure.message);
    else request.log.info({ code: failure.code }, failure.message);
    const rest = restOfBody(request.raw, options.maxUploadBytes);
    if (rest === 'endless') reply.header('connection', 'close');
    // The framework asks for the end of the connection wherever a body could not be read, which would cut the client off.
    if (rest === 'runs off') reply.removeHeader('connection');
    // The answer ends a connection that the client wants to be ended.
    if (rest === 'runs off' && wantsEnd(request.raw)) await finished(request.raw).catch(() => undefined);
    const answer = answerTo(failure, request.id);
    return reply.code(answer.error.status).type('application/json; charset=utf-8').send(answer);
  });
  // For what a route itself does not find, as the files of the documentation; unknown addresses are refused before.
  app.setNotFoundHandler(async () => {
    throw new Failure('not-found');
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    // The service itself speaks plain HTTP; whoever puts TLS before it says so there.
    strictTransportSecurity: false,
  });
  await app.register(underPressure, {
    maxEventLoopDelay: options.maxEventLoopDelay,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * options.maxHeapShare,
    pressureHandler: (request, reply, _, value) => {
      // A second in which the delay was never measured, as on a machine that is short of time, is taken for an endless delay by the plugin: it tells nothing.
      if (request.routeOptions.config.watched === true || value === Number.POSITIVE_INFINITY) return;
      reply.header('retry-after', '10');
      throw new Failure('overloaded');
    },
  });
  keepRouteTable(app);
  refuseUnknownRoutes(app);
  refuseForeignPages(app, options.hosts);
  refuseBrokenQueries(app);
  checkRoles(app, options.roles);
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: 60_000,
    allowList: (request) => request.routeOptions.config.watched === true,
    errorResponseBuilder: () => new Failure('too-many-requests'),
  });
  await describeApi(app, project.version);

  app.get('/', { config: { role: 'reader' }, schema: { hide: true } }, async (_request, reply) => reply.redirect('/docs'));
  await app.register(health, { library });
  await app.register(addresses, { library });
  await app.register(
    async (api) => {
      await api.register(search, { library });
      await api.register(exporting, { library, limits: options });
      await api.register(searchFeed, { library });
      await api.register(decisions, { library });
      await api.register(saved, { library });
      await api.register(lists, { library, limits: options });
      await api.register(documents, { library });
      await api.register(likeness, { library });
      await api.register(graph, { library });
      await api.register(chains, { library });
      await api.register(matrix, { library });
      await api.register(graphExport, { library, limits: options });
      await api.register(audit, { library, limits: options });
      await api.register(tasks, { library });
      await api.register(upload, { library, limits: options });
      await api.register(stats, { library });
    },
    { prefix: '/api/v1' },
  );
  return app;
}

/** Whether it is the body that is not of its schema: the framework notes what was held to one. */
function isOfBody(thrown: unknown): boolean {
  return thrown instanceof Error && 'validationContext' in thrown && thrown.validationContext === 'body';
}

/** A body that is wrong as a whole, as a list where an object is asked for, has no field to be told: it is told itself. */
function withBodyNamed(failure: Failure): Failure {
  if (failure.details.every(({ path }) => path !== '')) return failure;
  const details = failure.details.map((detail) => (detail.path === '' ? { ...detail, path: 'body' } : detail));
  return new Refusal(failure.code, details, { cause: failure.cause });
}

/**
 * A cause that is no error, for the log. One that is an error stands in the failure's own stack; as an object it may hold all that was sent to the
 * index, which is no matter for a log: search words, or the text of documents.
 */
function strangeCause({ cause }: Failure): unknown {
  return cause instanceof Error ? undefined : cause;
}

/** Answers a request whose address cannot be read, so that no route and none of its hooks are known. */
function answerBeforeRouting(error: Error, requestId: string, response: ServerResponse): void {
  const answer = answerTo(failureOf(error), requestId);
  response.writeHead(answer.error.status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  });
  response.end(JSON.stringify(answer));
}

/**
 * Lets the rest of a body that nobody will read run off: a client that is cut off while it sends does not see the answer. Its length is told and within
 * the limit, and it must arrive in the time that any request has. `endless` where there is no telling how long that would last, so that the connection
 * must end.
 */
function restOfBody(request: IncomingMessage, limit: number): 'none' | 'runs off' | 'endless' {
  const length = request.headers['content-length'];
  if (request.complete || (length === undefined && request.headers['transfer-encoding'] === undefined)) return 'none';
  request.unpipe();
  request.resume();
  return Number(length) <= limit ? 'runs off' : 'endless';
}

/** Whether the client has the connection end with the answer: it says so, or is of the time before connections were kept. */
function wantsEnd({ headers: { connection = '' }, httpVersion }: IncomingMessage): boolean {
  return /\bclose\b/iu.test(connection) || (httpVersion === '1.0' && !/\bkeep-alive\b/iu.test(connection));
}
