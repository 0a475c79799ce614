import { Failure } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import { headline } from '../format.ts';

/** The id of the one document that is meant; `bad-request` with the choice where several are. */
export async function oneDocument(library: Library, ref: string): Promise<string> {
  const [first, ...others] = await library.show(ref);
  if (first !== undefined && others.length === 0) return first.id;
  const choice = [first, ...others].map((document) => (document === undefined ? '' : `${document.id} (${headline(document)})`));
  throw new Failure('bad-request', `Several documents bear the number ${JSON.stringify(ref)}. Choose one by its id: ${choice.join('; ')}.`);
}
