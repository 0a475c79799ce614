import Type, { type Static } from 'typebox';
import { Span } from './span.ts';

/** How much an oddity matters: `info` is worth knowing, `warning` makes a fact doubtful. */
export const Severity = Type.Union([Type.Literal('info'), Type.Literal('warning')]);
export type Severity = Static<typeof Severity>;

/** An oddity of one document, found while reading it. It never stops the reading. */
export const Finding = Type.Object(
  {
    code: Type.String({ description: 'stable name of the kind of finding, in kebab-case' }),
    severity: Severity,
    message: Type.String({ description: 'one English sentence' }),
    span: Type.Optional(Span),
  },
  { additionalProperties: false },
);
export type Finding = Static<typeof Finding>;
