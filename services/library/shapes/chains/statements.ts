import Type, { type Static } from 'typebox';
import { closed, nullable } from '../forms.ts';
import { EdgeWitness, WithinScope } from '../graph.ts';
import { findingFields } from './finding.ts';
import { WorkView } from './work.ts';

/** One statement: the works at its ends, and the words. */
export const StatementView = Type.Object({ from: Type.String(), to: Type.String(), ...EdgeWitness.properties }, closed);
export type StatementView = Static<typeof StatementView>;

/** A page of all that is stated of one work, or of one pair; `choices` is filled, and the rest empty, where what was asked for could be several works. */
export const StatementList = Type.Object(
  {
    work: nullable(WorkView),
    other: nullable(WorkView),
    total: Type.Integer({
      minimum: 0,
      description:
        'how many statements there are in all; of a place those that lead to its works, of the first hundred thousand works that are linked',
    }),
    statements: Type.Array(StatementView, {
      description: 'by strength of their kind, then date of the acting document (unknown last), then document and place',
    }),
    works: Type.Array(WorkView, { description: 'the works at the far ends of these' }),
    next: nullable(
      Type.String({ description: '`after` of the next page, which may be empty where a place has few of very many; null on the last' }),
    ),
    within: nullable(WithinScope),
    choices: Type.Array(WorkView),
    choicesOther: Type.Array(WorkView, { description: 'the works that `other` could mean' }),
    ...findingFields,
  },
  closed,
);
export type StatementList = Static<typeof StatementList>;
