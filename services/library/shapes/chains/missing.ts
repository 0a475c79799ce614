import Type, { type Static } from 'typebox';
import { closed, Nullable, nullable } from '../forms.ts';
import { WorkLevel, WorkView } from './work.ts';

const Count = Type.Integer({ minimum: 0 });

/** A document that says something, by id and file name. */
export const Speaker = Type.Object({ document: Type.String(), name: Type.String() }, closed);
export type Speaker = Static<typeof Speaker>;

/** One way in which documents name a work: all that their words tell of it, and the first who say it. */
export const WayOfNaming = Type.Object(
  {
    key: Nullable,
    scope: Nullable,
    term: Nullable,
    date: Nullable,
    title: Nullable,
    issuer: Nullable,
    own: Type.Boolean({ description: 'true where it is the head of the document itself' }),
    documents: Count,
    speakers: Type.Array(Speaker, { description: 'the first three of them by id' }),
  },
  closed,
);
export type WayOfNaming = Static<typeof WayOfNaming>;

/** How a missing work is used by the works that are known. */
export const UseOfWork = Type.Object(
  {
    links: Type.Integer({ minimum: 0, description: 'how many works name it in a link' }),
    grounds: Type.Integer({ minimum: 0, description: 'how many of these carry it out, review it or rest on it' }),
    held: Type.Integer({ minimum: 0, description: 'how many of those that carry it out, review it or rest on it are held here' }),
    levels: Type.Array(Type.Object({ level: nullable(WorkLevel), works: Count }, closed), { description: 'of which levels they are' }),
    places: Type.Array(Type.Object({ place: Type.String(), works: Count }, closed), {
      description: 'of which provinces, or TW for the centre, the most frequent twenty',
    }),
    placesMore: Count,
    truncated: Type.Boolean({ description: 'true where there are more links than were looked at' }),
  },
  closed,
);
export type UseOfWork = Static<typeof UseOfWork>;

export const MissingWork = Type.Object(
  {
    ...WorkView.properties,
    use: UseOfWork,
    said: Type.Array(WayOfNaming, { description: 'what is said of it and by whom: the ten ways of naming it that most documents use' }),
    saidMore: Count,
  },
  closed,
);
export type MissingWork = Static<typeof MissingWork>;

/** Works that the collection knows of and does not hold, those that most documents name first. */
export const MissingWorks = Type.Object(
  {
    total: Type.Integer({ minimum: 0, description: 'how many works nobody holds, that pass the filter' }),
    works: Type.Array(MissingWork, {
      description:
        'by how often documents name them; of equal ones first those that cannot be a held work, then those whose scope and term are known, then by id',
    }),
  },
  closed,
);
export type MissingWorks = Static<typeof MissingWorks>;
