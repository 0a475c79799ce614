import { Failure } from '#ingest/model/failure.ts';

/** Longest name that common file systems take, in bytes of UTF-8. */
const longest = 255;
const control = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const pathParts = /[/\\]/u;

/**
 * The name of a file as it came, composed (NFC). Letters of any language, spaces and signs are fine.
 * Throws Failure `bad-name` for an empty name, one longer than 255 bytes, and one with control characters,
 * characters that turn the direction of writing, or a path in it: a name is a label, never a path to open.
 */
export function checkedName(name: string): string {
  const composed = name.normalize('NFC');
  if (composed.trim() === '') throw new Failure('bad-name', 'The name is empty.');
  if (!composed.isWellFormed()) throw new Failure('bad-name', 'The name is not well-formed Unicode.');
  if (control.test(composed)) throw new Failure('bad-name', 'The name has control characters in it.');
  if (pathParts.test(composed) || composed === '.' || composed === '..') throw new Failure('bad-name', 'The name has a path in it.');
  const bytes = Buffer.byteLength(composed, 'utf8');
  if (bytes > longest) throw new Failure('bad-name', `The name is ${bytes} bytes long; ${longest} are allowed.`);
  return composed;
}
