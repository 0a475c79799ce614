import type { IncomingFile } from '#services/library/library.ts';
import { generate } from '../generate/generate.ts';

/** The generated document of a seed as an upload; another seed, another text and source. */
export function fileOf(seed: number): IncomingFile {
  const { name, text } = generate(seed);
  return { name, source: `upload:${name}`, read: async () => new TextEncoder().encode(text) };
}

export function* filesFrom(seed: number, count: number): Generator<IncomingFile> {
  for (let at = 0; at < count; at += 1) yield fileOf(seed + at);
}
