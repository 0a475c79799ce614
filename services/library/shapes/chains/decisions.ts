import Type, { type Static } from 'typebox';
import { Decision } from '#services/works/decision.ts';
import { samenessReasons } from '#services/works/work.ts';
import { closed, nullable } from '../forms.ts';
import { WayOfNaming } from './missing.ts';
import { WorkView } from './work.ts';

const Undone = Type.Object(
  { author: Type.String(), made: Type.String({ format: 'date-time', description: 'ISO time, UTC' }) },
  { ...closed, description: 'who undid it, and when; null while it holds' },
);

/** A decision as it is kept: one that was undone stays in the list. */
export const KeptDecision = Type.Object({ ...Decision.properties, undone: nullable(Undone) }, closed);
export type KeptDecision = Static<typeof KeptDecision>;

/** What a decision comes to in the collection as it is now. */
export const DecisionState = Type.Enum(['holds', 'without-effect', 'undone'], {
  description:
    '`holds`: it makes works what they are; `without-effect`: the words that it was made about are not there, or a later decision says otherwise; `undone`: it was taken back',
});
export const DecisionView = Type.Object({ ...KeptDecision.properties, state: DecisionState }, closed);
export type DecisionView = Static<typeof DecisionView>;
export const DecisionList = Type.Object({ decisions: Type.Array(DecisionView, { description: 'the latest first' }) }, closed);
export type DecisionList = Static<typeof DecisionList>;

/** A work that the texts do not identify, with those that it could be. */
export const UndecidedWork = Type.Object(
  {
    work: WorkView,
    said: Type.Array(WayOfNaming, { description: 'the words that leave it open, and who says them' }),
    possible: Type.Array(Type.Object({ work: WorkView, reasons: Type.Array(Type.Enum([...samenessReasons])) }, closed), {
      description: 'the works that it could be, each with what speaks for and against it',
    }),
  },
  closed,
);
export type UndecidedWork = Static<typeof UndecidedWork>;
export const UndecidedWorks = Type.Object(
  {
    works: Type.Array(UndecidedWork),
    next: nullable(Type.String({ description: 'where the next page begins; null on the last' })),
  },
  closed,
);
export type UndecidedWorks = Static<typeof UndecidedWorks>;
