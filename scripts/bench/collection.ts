import { generate } from '../generate/generate.ts';

/** Documents of offices hold 3 to 40 KB, 20 on average (seen in published plans, reports and conclusions); so do these. */
const breadths = [2, 6, 12, 12, 16, 24];

/** Texts of generated documents that hold `bytes` of UTF-8 together, or a little more; always the same ones. */
export function textsOf(bytes: number): string[] {
  const texts: string[] = [];
  for (let held = 0, seed = 1; held < bytes; seed += 1) {
    const { text } = generate(seed, { breadth: breadths[seed % breadths.length]! });
    texts.push(text);
    held += Buffer.byteLength(text);
  }
  return texts;
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
