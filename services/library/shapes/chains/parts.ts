import Type, { type Static } from 'typebox';
import { Span } from '#ingest/model/span.ts';
import { DocumentSummary } from '../documents.ts';
import { closed, nullable } from '../forms.ts';
import { DirectiveChoice, MatrixUnit } from './matrix.ts';
import { WorkView } from './work.ts';

const Count = Type.Integer({ minimum: 0 });

/** A part of the directive under its heading: a column. */
export const DirectivePart = Type.Object(
  {
    heading: Type.String(),
    depth: Type.Integer({ minimum: 0 }),
    span: Span,
    page: Type.Integer({ minimum: 1 }),
  },
  closed,
);
export type DirectivePart = Static<typeof DirectivePart>;

/** The words of a unit's document that take up a part. */
export const PartWitness = Type.Object(
  {
    document: Type.String(),
    name: Type.String({ description: 'file name of that document' }),
    page: Type.Integer({ minimum: 1 }),
    span: Span,
    quote: Type.String(),
  },
  closed,
);
export type PartWitness = Static<typeof PartWitness>;

/** What a unit's documents say to one part of the directive. */
export const PartCell = Type.Object(
  {
    state: Type.Enum(['cited', 'similar', 'not-found'], {
      description:
        '`cited`: the document names this part of the directive; `similar`: a guess, a passage holds the words that tell this part from the others; `not-found`: neither was found, which does not say that the part was left out',
    }),
    words: Type.Array(Type.String(), {
      description: 'of a guess: the telling words of the part that stand in the passage, the most telling first',
    }),
    share: Type.Number({ minimum: 0, maximum: 1, description: 'of a guess: how much of what tells the part the passage holds' }),
    witness: nullable(PartWitness),
  },
  closed,
);
export type PartCell = Static<typeof PartCell>;

export const PartsRow = Type.Object(
  {
    unit: MatrixUnit,
    documents: Type.Array(DocumentSummary, {
      description: 'the documents of the unit that were looked at, at most three; none where it is silent',
    }),
    more: Type.Integer({ minimum: 0, description: 'how many more of its documents answer, held or not, and were not looked at' }),
    cells: Type.Array(PartCell, { description: 'in the order of the parts' }),
  },
  closed,
);
export type PartsRow = Static<typeof PartsRow>;

/** Units against the parts of one directive. `choices` is filled, and the rest empty, where the number could be several works. */
export const PartsMatrix = Type.Object(
  {
    directive: nullable(WorkView),
    document: nullable(DocumentSummary),
    parts: Type.Array(DirectivePart),
    partsMore: Type.Integer({ minimum: 0, description: 'how many more parts the directive has' }),
    total: Count,
    rows: Type.Array(PartsRow, { description: 'a page of the units' }),
    choices: Type.Array(DirectiveChoice),
    truncated: Type.Boolean({ description: 'true where more documents are linked than were looked at' }),
  },
  closed,
);
export type PartsMatrix = Static<typeof PartsMatrix>;
