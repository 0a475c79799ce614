import type { FastifyBaseLogger } from 'fastify';
import type { Role } from './roles.ts';

/** What can be set about the HTTP door. Sizes in bytes, times in milliseconds. */
export interface ApiOptions {
  /** Where log lines go; false for none. */
  readonly logger: FastifyBaseLogger | false;
  /** Roles of the one local user. */
  readonly roles: readonly Role[];
  /**
   * Names under which the service may be addressed (the Host header, without port), null for any.
   * A service on loopback has no other guard against a web page whose name was pointed at 127.0.0.1 (DNS rebinding).
   */
  readonly hosts: readonly string[] | null;
  /** Requests that one address may make in a minute. */
  readonly requestsPerMinute: number;
  /** Largest file taken. */
  readonly maxFileBytes: number;
  /** Largest upload, all its files together. */
  readonly maxUploadBytes: number;
  /** Most files in one upload. */
  readonly maxFiles: number;
  /** Uploads that are read at the same time; they are held in memory until they are whole. */
  readonly uploadsAtOnce: number;
  /** Time for a request to arrive whole. */
  readonly requestTimeout: number;
  /** Time for an answer to be made; uploads get five times as much. */
  readonly handlerTimeout: number;
  /** Time after which a silent connection is cut. */
  readonly connectionTimeout: number;
  /** Time that an idle connection is kept for the next request. */
  readonly keepAliveTimeout: number;
  /** Mean delay of the event loop beyond which requests are turned away. */
  readonly maxEventLoopDelay: number;
  /** Share of the heap limit beyond which requests are turned away, 0 to 1. */
  readonly maxHeapShare: number;
}

const MiB = 1024 * 1024;

export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

export const defaultApiOptions: ApiOptions = {
  logger: false,
  roles: ['reader', 'editor', 'admin'],
  hosts: loopbackHosts,
  requestsPerMinute: 6000,
  maxFileBytes: 32 * MiB,
  maxUploadBytes: 128 * MiB,
  maxFiles: 100,
  uploadsAtOnce: 4,
  requestTimeout: 120_000,
  handlerTimeout: 60_000,
  connectionTimeout: 150_000,
  keepAliveTimeout: 10_000,
  maxEventLoopDelay: 10_000,
  maxHeapShare: 0.9,
};
