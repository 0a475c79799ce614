import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, SniffingTransport } from '@elastic/elasticsearch';
import { Failure } from '#ingest/model/failure.ts';
import { circuitFor } from './circuit.ts';
import { isTimeout, isTrouble, storeFailure } from './failures.ts';
import type { ElasticsearchOptions } from './options.ts';

/** A cluster as all stores of one collection use it: one client and one circuit. */
export interface Cluster {
  readonly options: ElasticsearchOptions;
  /** Asks a question, once more where the cluster fails and time is left. Throws `Failure` and nothing else. */
  ask<T>(question: (client: Client) => Promise<T>): Promise<T>;
  /** Has something changed: it is sent once, and may take longer. Throws `Failure` and nothing else. */
  tell<T>(change: (client: Client) => Promise<T>): Promise<T>;
  /** True while nothing is asked of the cluster, since it did not answer before. */
  isAway(): boolean;
  close(): Promise<void>;
}

/** The cluster with the indices of one role, by their aliases: what every function of the store is given. */
export interface Connection extends Cluster {
  readonly documents: string;
  readonly tasks: string;
  readonly graph: string;
}

/** All indices of one role. */
export const indicesOf = ({ documents, tasks, graph }: Connection): string[] => [documents, tasks, graph];

/** How much longer than an answer to a question a change may take. */
const slowness = 3;

/** @throws Failure `bad-request` where the PEM file cannot be read, or an address is none. No request is sent. */
export function connect(options: ElasticsearchOptions): Cluster {
  const writing = clientFor(options);
  // A node that cannot be reached, or says so, is passed over for the next.
  const asking = writing.child({ requestTimeout: options.timeout, maxRetries: options.nodes.length - 1 });
  const circuit = circuitFor({ isTrouble, isTimeout, sentence: (thrown) => storeFailure(thrown).detail ?? '' });
  async function through<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await circuit.run(work);
    } catch (thrown) {
      throw storeFailure(thrown);
    }
  }
  return {
    options,
    ask: (question) => through(() => twice(() => question(asking))),
    tell: (change) => through(() => change(writing)),
    isAway: () => circuit.isOpen(),
    close: () => writing.close(),
  };
}

/** Pause before a question is asked again, in milliseconds. */
const pauseBetween = 100;

/** Asks once more after trouble that may be over at once; not where all the time allowed is gone. */
async function twice<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (thrown) {
    if (!isTrouble(thrown) || isTimeout(thrown)) throw thrown;
    await pause(pauseBetween);
    return await question();
  }
}

function clientFor(options: ElasticsearchOptions): Client {
  const { auth, ca } = options;
  try {
    return new Client({
      nodes: [...options.nodes],
      Transport: BoundedTransport,
      requestTimeout: options.timeout * slowness,
      maxRetries: 0,
      sniffOnStart: false,
      sniffOnConnectionFault: false,
      ...(auth.kind === 'apiKey' ? { auth: { apiKey: auth.apiKey } } : {}),
      ...(auth.kind === 'basic' ? { auth: { username: auth.user, password: auth.password } } : {}),
      ...(ca === null ? {} : { tls: { ca: authority(ca) } }),
    });
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw new Failure('bad-request', 'An address in VANKIEN_ELASTICSEARCH is none, or the settings beside it do not fit.', {
      cause: thrown,
    });
  }
}

function authority(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Failure('bad-request', `The file ${path}, named by VANKIEN_ELASTICSEARCH_CA, cannot be read.`, { cause });
  }
}

/**
 * Ends every request after its time, body included: the timeouts of the client start anew with each byte that trickles in, and none runs
 * while a request is being sent.
 */
class BoundedTransport extends SniffingTransport {
  readonly #longest: number;

  constructor(options: ConstructorParameters<typeof SniffingTransport>[0]) {
    super(options);
    this.#longest = Number(options.requestTimeout);
  }

  // biome-ignore lint/suspicious/noExplicitAny: the signature of the client's, which tells the kind of answer by overloads.
  override async request(params: any, options: any = {}): Promise<any> {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), this.#longest);
    const signal = options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal]);
    try {
      return await super.request(params, { retryBackoff: () => 0, ...options, signal });
    } finally {
      clearTimeout(timer);
    }
  }
}
