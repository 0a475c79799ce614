import { typeNamed } from '#ingest/vocabulary/documentTypes.ts';
import { type Located, typeOf } from './standing.ts';

/**
 * Which document "Quyết định này" means: the one that speaks (null), unless it is of another type and the same line named one of that type before.
 * `named` are the mentions before the words, in reading order; `line` is where the line begins.
 */
export function thisDocument(noun: string, documentType: string | null, named: readonly Located[], line: number): Located | null {
  const type = typeNamed(noun)?.code ?? null;
  if (type === null || documentType === null || type === documentType) return null;
  for (let index = named.length - 1; index >= 0; index -= 1) {
    const candidate = named[index]!;
    if (candidate.mention.span.start < line) return null;
    if (typeOf(candidate) === type) return candidate;
  }
  return null;
}
