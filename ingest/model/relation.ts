import Type, { type Static } from 'typebox';

/** Relations of a document to one that it names, strongest first. */
export const relations = ['amends', 'replaces', 'reviews', 'implements', 'basis', 'related', 'cites'] as const;

export const Relation = Type.Union(
  relations.map((name) => Type.Literal(name)) as unknown as [
    ReturnType<typeof Type.Literal<'amends'>>,
    ReturnType<typeof Type.Literal<'replaces'>>,
    ReturnType<typeof Type.Literal<'reviews'>>,
    ReturnType<typeof Type.Literal<'implements'>>,
    ReturnType<typeof Type.Literal<'basis'>>,
    ReturnType<typeof Type.Literal<'related'>>,
    ReturnType<typeof Type.Literal<'cites'>>,
  ],
);
export type Relation = Static<typeof Relation>;

/** Of two relations, the one that says more. */
export function stronger(a: Relation, b: Relation): Relation {
  return relations.indexOf(a) <= relations.indexOf(b) ? a : b;
}
