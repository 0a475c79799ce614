import { wordWeights } from '#mappings/fields.ts';

/**
 * A text whose words lie in two fields, in both forms, at the same places. Texts of several values (headings, names) have `headingGap` places free
 * between two of them (position_increment_gap), so that neither a phrase nor a window of words reaches from one into the next.
 */
export interface TwofoldText {
  readonly exact: string;
  readonly folded: string;
  /** What the text counts in the score. */
  readonly weight: number;
  /** The field that holds each two of its words that stand side by side, folded, as one word (`pairWord`). */
  readonly pairs?: string;
}

const twofold = (name: string, weight = 1): TwofoldText => ({ exact: `${name}_exact`, folded: `${name}_folded`, weight });

/** position_increment_gap of the fields of several values. */
export const headingGap = 1000;

/**
 * The texts that words are looked for in. `all` holds what a document goes by, its headings and its text in one, each as often as it weighs (`wordWeights`):
 * a word is then looked for and scored in one field only (BM25F), and what cannot come among the first hits can be passed over by the server.
 */
export const texts = {
  title: twofold('title', wordWeights.title),
  parts: twofold('parts', wordWeights.parts),
  all: { ...twofold('all', wordWeights.body), pairs: 'pairs' },
} as const;
/** Two folded words that stand side by side, as one word. */
export const pairWord = (first: string, second: string) => `${first}_${second}`;

/** The title and nothing else: `texts.title` holds all that a document goes by. */
export const titleAlone = twofold('title_alone');
/** The words of features that are asked for word by word. */
export const featureTexts = {
  title: titleAlone,
  part: texts.parts,
  issuer: twofold('issuer'),
  place: twofold('place'),
  scope: twofold('scope'),
  signer: twofold('signer'),
} as const;
