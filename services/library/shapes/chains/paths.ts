import Type, { type Static } from 'typebox';
import { closed, Nullable, nullable } from '../forms.ts';
import { GraphEdge } from '../graph.ts';
import { findingFields } from './finding.ts';
import { WorkView } from './work.ts';

/** One way from a document to one that it rests on: each work acts on, rests on or cites the next one. */
export const Chain = Type.Object(
  {
    steps: Type.Integer({ minimum: 1 }),
    works: Type.Array(Type.String(), { description: 'ids of the works, from the acting end; the link of each two is among `edges`' }),
  },
  closed,
);
export type Chain = Static<typeof Chain>;

/** The chains between two works. No work stands twice in a chain, so that cycles end. */
export const Paths = Type.Object(
  {
    from: nullable(Type.String({ description: 'id of the work at the acting end; null where none of the two leads to the other' })),
    to: Nullable,
    turned: Type.Boolean({ description: 'true where the chains lead from the second work asked for to the first' }),
    shortest: nullable(Type.Integer({ minimum: 0, description: 'steps of the shortest chain' })),
    chains: Type.Array(Chain, { description: 'the shortest first' }),
    works: Type.Array(WorkView, { description: 'all works of the chains; of two that are not linked just these' }),
    edges: Type.Array(GraphEdge, { description: 'the links of the chains, with the words that state them' }),
    truncated: Type.Boolean({ description: 'true where there are, or may be, more chains than are told' }),
    choicesFrom: Type.Array(WorkView, {
      description: 'the works that the first could mean, where they are several; the rest is empty then',
    }),
    choicesTo: Type.Array(WorkView, { description: 'the same for the second' }),
    ...findingFields,
  },
  closed,
);
export type Paths = Static<typeof Paths>;
