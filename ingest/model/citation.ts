import Type, { type Static } from 'typebox';
import { Identity } from './identity.ts';
import { Confidence, Relation, RelationKind } from './relation.ts';
import { Span } from './span.ts';

/**
 * A relation that the text states, with its proof: what it is, the rule that read it and how sure that is. `span` covers the statement, the name of the
 * document included; `words` only those that make it this relation ("tiếp tục thực hiện"), null where no words do.
 */
export const RelationWitness = Type.Object(
  {
    relation: Relation,
    kind: RelationKind,
    rule: Type.String(),
    confidence: Confidence,
    span: Span,
    words: Type.Union([Span, Type.Null()]),
  },
  { additionalProperties: false },
);
export type RelationWitness = Static<typeof RelationWitness>;

/**
 * One place that names a cited document. `span` covers the words that name it, `form` how:
 * with its type and number, by number alone, by a declared short name, as a numbered plenum's resolution.
 */
export const Occurrence = Type.Object(
  {
    span: Span,
    form: Type.Union([Type.Literal('full'), Type.Literal('number'), Type.Literal('alias'), Type.Literal('plenum')]),
  },
  { additionalProperties: false },
);
export type Occurrence = Static<typeof Occurrence>;

const Nullable = Type.Union([Type.String(), Type.Null()]);
const Said = Type.Object({ value: Type.String(), span: Span }, { additionalProperties: false });

/**
 * A distinct document that the text cites. `date`, `issuer`, `term` are as the text states them, even where it is wrong;
 * `said` keeps every such statement with its words, so that contradictions stay visible.
 */
export const Citation = Type.Object(
  {
    key: Type.String(),
    type: Nullable,
    date: Nullable,
    issuer: Nullable,
    term: Nullable,
    mentions: Type.Integer({ minimum: 1 }),
    relation: Relation,
    kind: RelationKind,
    identity: Identity,
    occurrences: Type.Array(Occurrence),
    witnesses: Type.Array(RelationWitness, {
      description:
        'of each kind of relation of this document to the cited one its surest words; the strongest first. Plain `cites` only where there is no other',
    }),
    inverse: Type.Array(RelationWitness, {
      description: 'relations of the cited document to this one, where the text states them ("Quyết định này được thay thế bởi …")',
    }),
    said: Type.Object(
      { dates: Type.Array(Said), issuers: Type.Array(Said), terms: Type.Array(Said), titles: Type.Array(Said) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type Citation = Static<typeof Citation>;

/** A declared short name ("sau đây gọi tắt là …"). */
export const Alias = Type.Object({ alias: Type.String(), for: Type.String(), span: Span }, { additionalProperties: false });
export type Alias = Static<typeof Alias>;

/** A relation that the text states between two other documents, both among its citations: one of each kind for a pair, the strongest first. */
export const Attested = Type.Object(
  { from: Type.String(), to: Type.String(), ...RelationWitness.properties },
  { additionalProperties: false },
);
export type Attested = Static<typeof Attested>;
