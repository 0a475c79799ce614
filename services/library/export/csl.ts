import type { Reference } from './reference.ts';

/** As much of an item of CSL-JSON (csl-data.json of the Citation Style Language, 1.0.2) as a reference fills. */
export interface CslItem {
  readonly id: string;
  readonly type: 'legislation' | 'report';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly authority?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly number?: string;
  readonly genre?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly language: 'vi';
  readonly archive: 'Vankien';
  readonly archive_location: string;
}

/** A reference as an item: norms are `legislation` with their authority, all else a `report` (its type as genre) that its body published. */
export function cslItem({ id, kind, genre, title, number, issuer, place, date }: Reference): CslItem {
  return {
    id,
    type: kind === 'law' ? 'legislation' : 'report',
    title,
    ...(issuer === null ? {} : { author: [{ literal: issuer }], ...(kind === 'law' ? { authority: issuer } : { publisher: issuer }) }),
    ...(place === null || kind === 'law' ? {} : { 'publisher-place': place }),
    ...(number === null ? {} : { number }),
    ...(genre === null ? {} : { genre }),
    ...(date === null ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    language: 'vi',
    archive: 'Vankien',
    archive_location: id,
  };
}
