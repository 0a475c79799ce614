import Type, { type Static } from 'typebox';
import { closed } from '../forms.ts';

/** What can be wrong with works and links that are shown. */
const chainFindingCodes = [
  'self-citation',
  'cycle',
  'before-what-it-acts-on',
  'dates-disagree',
  'date-unknown',
  'could-concern-another',
  'part-only',
  'contradiction',
  'not-all-looked-at',
  'not-followed',
] as const;

/** An oddity of works and links as they are shown: it stops nothing, and nothing is left out for it. */
export const ChainFinding = Type.Object(
  {
    code: Type.Enum([...chainFindingCodes], { description: 'kind of the finding' }),
    works: Type.Array(Type.String(), { description: 'ids of the works that it is about; of a link the acting one first' }),
    message: Type.String({ description: 'one English sentence' }),
    messageVi: Type.String({ description: 'the same in Vietnamese' }),
  },
  closed,
);
export type ChainFinding = Static<typeof ChainFinding>;

/** Findings of an answer. */
export const findingFields = {
  findings: Type.Array(ChainFinding, { description: 'the first hundred' }),
  findingsMore: Type.Integer({ minimum: 0, description: 'how many more findings there are' }),
};
