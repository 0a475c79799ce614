import type { SourceFile } from '#ingest/model/source.ts';
import { kindOf } from '#ingest/read/kind.ts';

const mostBytes = 64 * 1024;

/**
 * True for a file that takes a few milliseconds at most and no foreign parser: a short text. Anything else may take seconds
 * or more memory than there is, and belongs in a thread that can be given up.
 */
export function isLight({ bytes, name }: SourceFile): boolean {
  if (bytes.length > mostBytes) return false;
  const kind = kindOf(bytes, name);
  return kind === 'text' || kind === 'markdown';
}
