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

/** Most readings of a half-toned phrase that are asked for together. */
const mostReadings = 256;

const columns = (holds: (typeof wordFields)[number]['holds']) =>
  `{${wordFields
    .filter((field) => field.holds === holds)
    .map((field) => field.name)
    .join(' ')}}`;
const exactColumns = columns('exact');
const foldedColumns = columns('folded');
const numberColumns = columns('numbers');

/** Matches no document: no folded number ends in "_". */
const nothing = `${numberColumns} : "n_"`;

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

/**
 * A phrase with and without tones: one exact phrase for each reading of its bare syllables that the index holds;
 * only narrowed down where there are too many of them.
 */
function mixedPhrase(connection: Connection, words: readonly QueryWord[]): Match {
  const choices = words.map((word) => (word.exact ? [word.text] : [word.text, ...readings(connection, word.text)]));
  const phrases = ways(choices) <= mostReadings ? allWays(choices, () => true) : allWays(choices, side(connection, choices));
  if (phrases !== null) return settled(phrases.length === 0 ? nothing : `${exactColumns} : (${phrases.map(quoted).join(' OR ')})`);
  const bare = quoted(words.map((word) => fold(word.text)).join(' '));
  const exact = words.filter((word) => word.exact).map(wordIn);
  return { expression: [`${foldedColumns} : ${bare}`, ...exact].join(' AND '), sure: phraseIn(exactColumns, words), unsettled: [words] };
}

/** The exact syllables with tones or marks that the index has for a folded one. */
function readings(connection: Connection, folded: string): string[] {
  const rows = connection.statement('SELECT exact FROM syllable WHERE folded = ? ORDER BY exact').all(folded);
  return rows.map((row) => String(row.exact));
}

const ways = (choices: readonly (readonly string[])[]) => choices.reduce((count, choice) => count * choice.length, 1);

/** Every way through the choices whose neighbours go together, as phrases; null where there are more than `mostReadings` at any step. */
function allWays(choices: readonly (readonly string[])[], together: (left: string, right: string) => boolean): string[] | null {
  let begun: string[][] = [[]];
  for (const choice of choices) {
    begun = begun.flatMap((way) =>
      choice.filter((next) => way.length === 0 || together(way.at(-1) ?? '', next)).map((next) => [...way, next]),
    );
    if (begun.length > mostReadings) return null;
  }
  return begun.map((way) => way.join(' '));
}

/** Whether two syllables stand side by side anywhere in the index; each pair is asked for once, and after `mostAsked` every pair is let pass. */
function side(connection: Connection, choices: readonly (readonly string[])[]): (left: string, right: string) => boolean {
  const mostAsked = 1000;
  const answers = new Map<string, boolean>();
  if (choices.some((choice, at) => choice.length * (choices[at + 1]?.length ?? 0) > mostAsked)) return () => true;
  const statement = connection.statement('SELECT rowid FROM word_index WHERE word_index MATCH ? LIMIT 1');
  return (left, right) => {
    const pair = `${left} ${right}`;
    const known =
      answers.get(pair) ?? (answers.size >= mostAsked ? true : statement.get(`${exactColumns} : ${quoted(pair)}`) !== undefined);
    answers.set(pair, known);
    return known;
  };
}
