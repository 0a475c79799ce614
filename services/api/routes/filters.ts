import Type from 'typebox';
import { Relation } from '#ingest/model/relation.ts';
import { levels } from '#services/analysis/level.ts';
import { Day, DocumentNumber, Words } from './parameters.ts';

/** What narrows a search to documents with these features: the same wherever documents are looked for. */
export const filterParameters = {
  type: Type.Optional(Words('code of the type of document, as in `KL`')),
  level: Type.Optional(Type.Enum([...levels], { description: 'level of the body that issued the document' })),
  issuer: Type.Optional(Words('body that issued the document')),
  place: Type.Optional(Words('place of issue')),
  year: Type.Optional(Type.String({ pattern: '^[0-9]{4}$', description: 'year of issue, four digits' })),
  scope: Type.Optional(Words('whose series of numbers: `TW`, or a place')),
  signer: Type.Optional(Words('name of a person who signed')),
  relation: Type.Optional(Relation),
  from: Type.Optional(Day('first day of issue')),
  to: Type.Optional(Day('last day of issue, not before `from`')),
  cites: Type.Optional(DocumentNumber('number of a document that must be cited')),
};
