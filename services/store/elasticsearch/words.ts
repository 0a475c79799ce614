import type { DocumentRecord } from '#ingest/model/record.ts';
import { compoundsOf } from '#services/analysis/compounds.ts';
import { type Words, wordsIn } from '#services/analysis/words.ts';
import { entryMarks, entryWords, headingBreak } from '#services/store/index-entry.ts';
import { featureTexts, type TwofoldText, titleAlone } from './texts.ts';

/** The values of all fields that hold words of a record. */
export function textsOf(record: DocumentRecord): Readonly<Record<string, string | readonly string[]>> {
  const { body, fields } = entryWords(record);
  const { relates, print } = entryMarks(record, body);
  const { issuer, place } = record.document;
  const several = ['title_exact', 'title_folded', 'parts_exact', 'parts_folded'] as const;
  return {
    ...fields,
    ...Object.fromEntries(several.map((name) => [name, fields[name].split(headingBreak)])),
    compounds_title: compoundsIn(wordsIn(record.document.title ?? '')),
    compounds_body: compoundsIn(body),
    ...bothForms(titleAlone, [record.document.title]),
    ...bothForms(featureTexts.issuer, [issuer]),
    ...bothForms(featureTexts.place, [place]),
    ...bothForms(featureTexts.scope, [record.identity.scope.value]),
    ...bothForms(
      featureTexts.signer,
      record.signatures.map(({ name }) => name),
    ),
    relates,
    prints: print,
  };
}

function bothForms({ exact, folded }: TwofoldText, values: readonly (string | null)[]): Readonly<Record<string, readonly string[]>> {
  const words = values.flatMap((value) => (value === null ? [] : [wordsIn(value)]));
  return { [exact]: words.map((one) => one.exact.join(' ')), [folded]: words.map((one) => one.folded.join(' ')) };
}

/** The compounds of a text, the syllables of each joined to one word. */
function compoundsIn({ exact }: Words): string {
  return compoundsOf(exact)
    .map(({ first, last }) => exact.slice(first, last + 1).join('_'))
    .join(' ');
}
