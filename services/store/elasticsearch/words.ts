import type { DocumentRecord } from '#ingest/model/record.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { type EntryWords, entryMarks, entryWords } from '#services/store/index-entry.ts';
import { featureTexts, pairWord, type TwofoldText, texts, titleAlone } from './texts.ts';

/** The values of all fields that hold words of a record. */
export function textsOf(record: DocumentRecord): Readonly<Record<string, string | readonly string[]>> {
  const words = entryWords(record);
  const { relates, titled, print } = entryMarks(record, words.body);
  const { issuer, place } = record.document;
  return {
    own_number: [...words.own].join(' '),
    numbers: [...words.numbers].join(' '),
    ...bothForms(texts.title, words.naming),
    ...bothForms(texts.parts, words.headings),
    ...allOf(words),
    ...namesIn(titleAlone, [record.document.title]),
    ...namesIn(featureTexts.issuer, [issuer]),
    ...namesIn(featureTexts.place, [place]),
    ...namesIn(featureTexts.scope, [record.identity.scope.value]),
    ...namesIn(
      featureTexts.signer,
      record.signatures.map(({ name }) => name),
    ),
    relates,
    titled,
    prints: print,
  };
}

function bothForms({ exact, folded }: TwofoldText, words: readonly Words[]): Readonly<Record<string, readonly string[]>> {
  return { [exact]: words.map((one) => one.exact.join(' ')), [folded]: words.map((one) => one.folded.join(' ')) };
}

function namesIn(text: TwofoldText, values: readonly (string | null)[]): Readonly<Record<string, readonly string[]>> {
  return bothForms(
    text,
    values.flatMap((value) => (value === null ? [] : [wordsIn(value)])),
  );
}

/** The values of `texts.all`, each text as often as it weighs, and its pairs, each text once: what phrases are looked for by. */
function allOf({ naming, headings, body }: EntryWords): Readonly<Record<string, readonly string[]>> {
  const all: readonly Words[] = [body, ...times(texts.parts.weight, headings), ...times(texts.title.weight, naming)];
  return { ...bothForms(texts.all, all), [texts.all.pairs]: [body, ...headings, ...naming].map(pairsIn) };
}

function times<T>(count: number, values: readonly T[]): T[] {
  return Array.from({ length: count }, () => values).flat();
}

function pairsIn({ folded }: Words): string {
  return folded.map((word, at) => (at === 0 ? '' : pairWord(folded[at - 1]!, word))).join(' ');
}
