import { wordFields } from '#mappings/fields.ts';
import { fold } from '#services/analysis/folding.ts';
import { foldedSymbol } from '#services/analysis/symbols.ts';
import type { Query, QueryTerm, QueryWord } from '#services/query/query.ts';
import type { Connection } from './connection.ts';

/**
 * A query as an FTS5 expression. Every word of the user's stands in it between quotation marks, its own doubled, so that none is read as an operator.
 * `unsettled` are phrases that the expression only narrows down: each row must still be looked at. `sure` is the expression that needs no looking,
 * a part of the result.
 */
export interface Match {
  readonly expression: string;
  readonly sure: string;
  readonly unsettled: readonly (readonly QueryWord[])[];
}

/** Most ways of reading a half-toned phrase that are asked of the index one by one. */
const mostReadings = 256;

const columns = (holds: (typeof wordFields)[number]['holds']) =>
  `{${wordFields
    .filter((field) => field.holds === holds)
    .map((field) => field.name)
    .join(' ')}}`;
const exactColumns = columns('exact');
const foldedColumns = columns('folded');
const numberColumns = columns('numbers');

const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`;
const phraseIn = (where: string, words: readonly QueryWord[]) => `${where} : ${quoted(words.map((word) => word.text).join(' '))}`;
const wordIn = (word: QueryWord) => phraseIn(word.exact ? exactColumns : foldedColumns, [word]);

/** The expression for a query with at least one term. */
export function matchOf(connection: Connection, query: Query): Match {
  const parts = query.terms.map((term) => partOf(connection, term));
  return {
    expression: parts.map((part) => `(${part.expression})`).join(' AND '),
    sure: parts.map((part) => `(${part.sure})`).join(' AND '),
    unsettled: parts.flatMap((part) => part.unsettled),
  };
}

const settled = (expression: string): Match => ({ expression, sure: expression, unsettled: [] });

function partOf(connection: Connection, term: QueryTerm): Match {
  if (term.kind === 'word') return settled(wordIn(term.word));
  if (term.kind === 'symbol') {
    const number = `${numberColumns} : ${quoted(foldedSymbol(term.key))}`;
    return settled(term.words.length === 0 ? number : `${number} OR ${phraseIn(foldedColumns, term.words)}`);
  }
  if (term.words.every((word) => word.exact)) return settled(phraseIn(exactColumns, term.words));
  if (term.words.every((word) => !word.exact)) return settled(phraseIn(foldedColumns, term.words));
  return mixedPhrase(connection, term.words);
}

/** A phrase with and without tones: one exact phrase for each reading of its bare syllables; narrowed down only where there are too many. */
function mixedPhrase(connection: Connection, words: readonly QueryWord[]): Match {
  const choices = words.map((word) => (word.exact ? [word.text] : [word.text, ...readings(connection, word.text)]));
  const sure = phraseIn(exactColumns, words);
  if (choices.reduce((ways, choice) => ways * choice.length, 1) > mostReadings) {
    const bare = quoted(words.map((word) => (word.exact ? fold(word.text) : word.text)).join(' '));
    const exact = words.filter((word) => word.exact).map(wordIn);
    return { expression: [`${foldedColumns} : ${bare}`, ...exact].join(' AND '), sure, unsettled: [words] };
  }
  const phrases = choices.reduce<string[]>((begun, choice) => begun.flatMap((text) => choice.map((next) => `${text} ${next}`)), ['']);
  return settled(`${exactColumns} : (${phrases.map((phrase) => quoted(phrase.trim())).join(' OR ')})`);
}

function readings(connection: Connection, folded: string): string[] {
  const rows = connection.statement('SELECT exact FROM syllable WHERE folded = ? ORDER BY exact').all(folded);
  return rows.map((row) => String(row.exact));
}
