import Type from 'typebox';
import { kindNames, RelationKind } from '#ingest/model/relation.ts';
import { Day, DocumentNumber, Words } from './parameters.ts';

/** Parameters of the questions about chains. */
export const OfWork = DocumentNumber('id or address of a document or work, or a number in any written form');

export const Kinds = (description: string) => Type.Array(RelationKind, { minItems: 1, maxItems: kindNames.length, description });

export const chainFilter = {
  relation: Type.Optional(
    Kinds(
      'kinds of relation to follow, the parameter repeated for each; one of the seven relations stands for all kinds under it; all if left out',
    ),
  ),
  from: Type.Optional(Day('first day on which the document that acts was issued; one without a known date lies outside')),
  to: Type.Optional(Day('last such day, not before `from`')),
};

export const StepsDeep = (usual: string) =>
  Type.Integer({ minimum: 1, maximum: 100, description: `how many steps at most; ${usual} if left out` });
export const Nodes = (usual: string) =>
  Type.Integer({ minimum: 1, maximum: 1000, description: `how many documents at most; ${usual} if left out` });
export const WitnessesShown = Type.Integer({
  minimum: 0,
  maximum: 10,
  description: 'how many statements of each link are shown; 3 if left out',
});
export const Within = Words(
  'a province or unit, as in `Bến Tre` or `Bến Tre/Ba Tri`: only its documents, and those that lead to them; accents may be left out',
);
export const AfterPage = Type.String({ minLength: 1, maxLength: 2000, description: '`next` of the page before' });
