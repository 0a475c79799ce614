import { collection } from '../generate/generate.ts';

/** Texts of generated documents that hold `bytes` of UTF-8 together, or a little more; always the same ones. */
export function textsOf(bytes: number): string[] {
  return collection(bytes).map(({ text }) => text);
}

/** The same texts joined to documents of `bytes` each, or a little more (the last one may be shorter). */
export function joinedTo(bytes: number, texts: readonly string[]): string[] {
  const joined: string[] = [];
  let held = 0;
  let parts: string[] = [];
  for (const text of texts) {
    parts.push(text);
    held += Buffer.byteLength(text) + 1;
    if (held < bytes) continue;
    joined.push(parts.join('\n'));
    parts = [];
    held = 0;
  }
  if (parts.length > 0) joined.push(parts.join('\n'));
  return joined;
}
