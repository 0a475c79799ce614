import type { estypes } from '@elastic/elasticsearch';
import { wordsIn } from '#services/analysis/words.ts';
import type { Suggestion } from '#services/store/port.ts';
import { bySuggestion, placesTyped, type Typed, titlesTyped, typedWords, typingLimits } from '#services/store/typing.ts';
import { type Answer, askAllWhole } from './answers.ts';
import { begunIn, type Clause } from './clauses.ts';
import type { Connection } from './connection.ts';
import { termsOf } from './facets.ts';
import { keysOf, keysRequest } from './keys.ts';
import { featureTexts, type TwofoldText, titleAlone } from './texts.ts';

/** What of the collection begins as typed: all kinds are asked for in one request. */
export async function suggest(connection: Connection, typed: string, limit: number): Promise<Suggestion[]> {
  const words = typedWords(typed);
  if (words === null || limit === 0 || words.whole.length >= typingLimits.words) return [];
  const kinds = [titles(words), numbers(typed, limit), names(words, limit, 'body'), names(words, limit, 'person')];
  const answers = await askAllWhole(
    connection,
    connection.documents,
    kinds.map(({ request }) => request),
  );
  const found = kinds.flatMap(({ told }, at) => told(answers[at] as Answer));
  return [...Map.groupBy(found, ({ kind }) => kind).values()].flatMap((all) => all.sort(bySuggestion).slice(0, limit));
}

/** What is asked for suggestions, and what an answer to it tells. */
interface Asked {
  readonly request: estypes.SearchRequest;
  told(answer: Answer): Suggestion[];
}

/** The server looks for what begins as typed without its marks, since the last of them may be still to come. */
const begunWith = (text: TwofoldText, { whole, bare }: Typed): Clause => begunIn(text, whole, bare);

/** The first titles in the order of the index, which costs nothing where a word is frequent: the server stops when it has as many as are looked at. */
function titles(typed: Typed): Asked {
  return {
    request: {
      query: { bool: { filter: [begunWith(titleAlone, typed)] } },
      sort: ['_doc'],
      size: typingLimits.titles,
      track_total_hits: false,
      _source: false,
      stored_fields: '_none_',
      docvalue_fields: ['id', 'title'],
    },
    told(answer) {
      const found = answer.hits.hits.map(({ fields }) => fields as Readonly<Record<'id' | 'title', readonly string[]>>);
      const { documents, phrases } = titlesTyped(
        found.map(({ id, title }) => ({ id: id[0] ?? '', title: title?.[0] ?? '' })),
        typed,
      );
      return [...documents, ...phrases];
    },
  };
}

function numbers(typed: string, limit: number): Asked {
  return {
    request: keysRequest(typed, limit, 'count'),
    told: (answer) => keysOf(answer, typed).map(({ key, count }) => ({ kind: 'number', text: key, document: null, count })),
  };
}

const named = { body: { field: 'issuer', text: featureTexts.issuer }, person: { field: 'signer', text: featureTexts.signer } } as const;

/** Names that hold what is typed, of documents that have such a name: where a document has several, the others are passed over. */
function names(typed: Typed, limit: number, kind: keyof typeof named): Asked {
  const { field, text } = named[kind];
  return {
    request: {
      query: { bool: { filter: [begunWith(text, typed)] } },
      size: 0,
      track_total_hits: false,
      aggs: { names: { terms: { field, size: 10 * limit + 50 } } },
    },
    told: (answer) =>
      termsOf(answer, 'names')
        .values.filter(({ value }) => placesTyped(wordsIn(value), typed).length > 0)
        .map(({ value, count }) => ({ kind, text: value, document: null, count })),
  };
}
