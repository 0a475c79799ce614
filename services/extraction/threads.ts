import type { SourceFile } from '#ingest/model/source.ts';
import { kindOf } from '#ingest/read/kind.ts';

const mostLightBytes = 64 * 1024;

/**
 * How many of `threads` may be started for this file. A light one (a short text, read in a few milliseconds) leaves one out: the thread
 * that asks has about as much work with each, on a processor of its own. Anything else may take seconds and gets all of them.
 */
export function threadsFor({ bytes, name }: SourceFile, threads: number): number {
  return isLight(bytes, name) ? Math.max(1, threads - 1) : threads;
}

function isLight(bytes: Uint8Array, name: string): boolean {
  if (bytes.length > mostLightBytes) return false;
  const kind = kindOf(bytes, name);
  return kind === 'text' || kind === 'markdown';
}
