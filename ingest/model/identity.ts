import Type, { type Static, type TSchema } from 'typebox';

/** Said: the words state it. Inferred: it follows from the document around them. Unknown: neither. */
export const Certainty = Type.Union([Type.Literal('said'), Type.Literal('inferred'), Type.Literal('unknown')]);
export type Certainty = Static<typeof Certainty>;

const partOf = <T extends TSchema>(value: T) =>
  Type.Object({ value: Type.Union([value, Type.Null()]), how: Certainty }, { additionalProperties: false });

/** One part of an identity; `value` is null exactly where `how` is `unknown`. */
export const Part = partOf(Type.String());
export type Part = Static<typeof Part>;

export const unknownPart: Part = { value: null, how: 'unknown' };

/**
 * Which document is meant. A number alone is not an identity: Party numbers restart every term (khóa, nhiệm kỳ),
 * State numbers every year, and every province has its own 20-KH/TU.
 *
 * - `key`: the canonical number ("01-KL/TW", "91/2017/NĐ-CP", "NQTW4/XII"), null for a document without one.
 * - `type`: code of the document type ("KL"), null where unknown.
 * - `scope`: whose number series it is: "TW" for the centre, else the place ("Tiền Giang", "Tiền Giang/Cai Lậy").
 * - `term`: Party term in Roman numerals for the centre ("XIII"), years for lower levels ("2020-2025"); for State documents the year, for bodies of the
 *   National Assembly whose number has no year the legislature ("QH15").
 * - `date`: ISO date of issue.
 */
export const Identity = Type.Object(
  {
    key: Type.Union([Type.String(), Type.Null()]),
    type: Type.Union([Type.String(), Type.Null()]),
    scope: Part,
    term: Part,
    date: Part,
  },
  { additionalProperties: false },
);
export type Identity = Static<typeof Identity>;

/** Outcome of comparing two identities. `maybe` is shown as a choice, never guessed away. */
export type Sameness = 'same' | 'maybe' | 'different';
