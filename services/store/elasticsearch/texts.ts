/**
 * A text whose words lie in two fields, in both forms, at the same places. Texts of several values (headings, names) have `headingGap` places free
 * between two of them (position_increment_gap), so that neither a phrase nor a window of words reaches from one into the next.
 */
export interface TwofoldText {
  readonly exact: string;
  readonly folded: string;
  /** What the text counts in the score. */
  readonly weight: number;
}

const twofold = (name: string, weight = 1): TwofoldText => ({ exact: `${name}_exact`, folded: `${name}_folded`, weight });

/** position_increment_gap of the fields of several values. */
export const headingGap = 1000;

/** The texts that words are looked for in. Weights as in `wordFields`. */
export const texts = { title: twofold('title', 5), parts: twofold('parts', 2), body: twofold('body') } as const;
export const searched: readonly TwofoldText[] = Object.values(texts);

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
