import type { estypes } from '@elastic/elasticsearch';
import { fold } from '#services/analysis/folding.ts';
import { wordsIn } from '#services/analysis/words.ts';
import type { Suggestion } from '#services/store/port.ts';
import { bySuggestion, placesTyped, type Typed, titlesTyped, typedWords, typingLimits } from '#services/store/typing.ts';
import { askWhole, sameCopies } from './answers.ts';
import { begunIn, type Clause } from './clauses.ts';
import type { Connection } from './connection.ts';
import { termsOf } from './facets.ts';
import { countedKeys } from './keys.ts';
import { featureTexts, type TwofoldText, titleAlone } from './texts.ts';

/** What of the collection begins as typed: all kinds are asked for at once. */
export async function suggest(connection: Connection, typed: string, limit: number): Promise<Suggestion[]> {
  const words = typedWords(typed);
  if (words === null || limit === 0 || words.whole.length >= typingLimits.words) return [];
  const found = await Promise.all([
    titles(connection, words),
    numbers(connection, typed, limit),
    names(connection, words, limit, 'body'),
    names(connection, words, limit, 'person'),
  ]);
  const kinds = Map.groupBy(found.flat(), ({ kind }) => kind);
  return [...kinds.values()].flatMap((all) => all.sort(bySuggestion).slice(0, limit));
}

/** The server looks for what begins as typed without its marks, since the last of them may be still to come. */
const begunWith = (text: TwofoldText, { whole, begun }: Typed): Clause => begunIn(text, whole, fold(begun.text));

async function titles(connection: Connection, typed: Typed): Promise<Suggestion[]> {
  const answer = await askWhole(connection, {
    index: connection.documents,
    preference: sameCopies,
    query: { bool: { filter: [begunWith(titleAlone, typed)] } },
    sort: ['id'],
    size: typingLimits.titles,
    track_total_hits: false,
    _source: false,
    stored_fields: '_none_',
    docvalue_fields: ['id', 'title'],
  });
  const found = answer.hits.hits.map(({ fields }) => fields as Readonly<Record<'id' | 'title', readonly string[]>>);
  const { documents, phrases } = titlesTyped(
    found.map(({ id, title }) => ({ id: id[0] ?? '', title: title?.[0] ?? '' })),
    typed,
  );
  return [...documents, ...phrases];
}

async function numbers(connection: Connection, typed: string, limit: number): Promise<Suggestion[]> {
  const found = await countedKeys(connection, typed, limit, 'count');
  return found.map(({ key, count }) => ({ kind: 'number', text: key, document: null, count }));
}

const named = { body: { field: 'issuer', text: featureTexts.issuer }, person: { field: 'signer', text: featureTexts.signer } } as const;

/** Names that hold what is typed, of documents that have such a name: where a document has several, the others are passed over. */
async function names(connection: Connection, typed: Typed, limit: number, kind: keyof typeof named): Promise<Suggestion[]> {
  const { field, text } = named[kind];
  const request: estypes.SearchRequest = {
    index: connection.documents,
    preference: sameCopies,
    query: { bool: { filter: [begunWith(text, typed)] } },
    size: 0,
    track_total_hits: false,
    aggs: { names: { terms: { field, size: 10 * limit + 50 } } },
  };
  const { values } = termsOf(await askWhole(connection, request), 'names');
  return values
    .filter(({ value }) => placesTyped(wordsIn(value), typed).length > 0)
    .map(({ value, count }) => ({ kind, text: value, document: null, count }));
}
