import type { SourceFile } from '#ingest/model/source.ts';
import { kindOf } from '#ingest/read/kind.ts';

const mostLightBytes = 64 * 1024;

/**
 * How many of `processes` may be started for this file. A light one (a short text, read in a few milliseconds) leaves one out: the one
 * that asks has about as much work with each, on a processor of its own. Anything else may take seconds and gets all of them.
 */
export function processesFor(file: SourceFile, processes: number): number {
  return isLight(file) ? Math.max(1, processes - 1) : processes;
}

/** True for a short text that no foreign parser touches: nothing in it can take long, or much memory. */
export function isLight({ bytes, name }: SourceFile): boolean {
  if (bytes.length > mostLightBytes) return false;
  const kind = kindOf(bytes, name);
  return kind === 'text' || kind === 'markdown';
}
