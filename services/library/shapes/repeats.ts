import Type, { type Static } from 'typebox';
import { Span } from '#ingest/model/span.ts';
import { DocumentSummary } from './documents.ts';
import { closed } from './forms.ts';

const Page = Type.Integer({ minimum: 1 });

/** Where two passages differ. An empty span where nothing stands for what the other one has. */
export const Difference = Type.Object(
  { here: Span, there: Type.Object(Span.properties, { ...closed, description: 'in the text of the other document' }) },
  closed,
);

/** A passage of another document that says nearly the same. */
export const Repetition = Type.Object(
  {
    document: DocumentSummary,
    span: Span,
    page: Page,
    text: Type.String(),
    likeness: Type.Number({ minimum: 0, maximum: 1, description: 'share of the words of both that stand in both in the same order' }),
    differences: Type.Array(Difference),
  },
  closed,
);
export type Repetition = Static<typeof Repetition>;

/** A passage with those elsewhere that say nearly the same, the likest first. `documents` counts those in which there may be one: more than are shown for what stands everywhere. */
export const RepeatedPassage = Type.Object(
  { span: Span, page: Page, text: Type.String(), documents: Type.Integer({ minimum: 1 }), repetitions: Type.Array(Repetition) },
  closed,
);
export type RepeatedPassage = Static<typeof RepeatedPassage>;

export const Repeats = Type.Object(
  {
    id: Type.String(),
    passages: Type.Array(RepeatedPassage),
    partial: Type.Boolean({ description: 'true where not all passages, or not all documents that may hold them, were looked at' }),
  },
  closed,
);
export type Repeats = Static<typeof Repeats>;
