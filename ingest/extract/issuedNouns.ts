import type { Noun, Stated } from '#ingest/model/mention.ts';
import { typeNamed, typeNouns } from '#ingest/vocabulary/documentTypes.ts';

/** Longest stretch between a type's name and its number, in code units. */
const REACH = 160;

const noun = `(?<![\\p{L}])(?<noun>${typeNouns})`;
const issued = new RegExp(
  `${noun}\\s(?:của|do)\\s(?<issuer>\\p{Lu}[\\p{L}]*(?:,?\\s(?!số\\s|về\\s|ngày\\s)[\\p{L}-]{1,12}){1,12}?)(?:\\s(?:đã\\s)?ban hành)?[,:]?\\s(?:\\(?[Kk]h(?:óa|oá)\\s[IVX]{1,5}\\)?,?\\s)?(?:\\(\\s?)?[Ss]ố\\s?:?\\s?$`,
  'u',
);

export interface IssuedNoun {
  readonly noun: Noun;
  readonly issuer: Stated;
}

/** A type's name with the body that issued it before the number: "Kết luận của Bộ Chính trị số 62-KL/TW"; null where none stands there. */
export function issuedNounBefore(text: string, start: number): IssuedNoun | null {
  const near = text.slice(Math.max(0, start - REACH), start);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  if (!/[Ss]ố\s?:?\s?$/u.test(before)) return null;
  const match = issued.exec(before);
  const type = match === null ? null : typeNamed(match.groups!.noun!.replace(/\s/gu, ' '));
  if (match === null || type === null) return null;
  const begin = start - before.length + match.index;
  const value = match.groups!.issuer!;
  const at = begin + match[0].indexOf(value, match.groups!.noun!.length);
  return {
    noun: { type: type.code, span: { start: begin, end: begin + match.groups!.noun!.length }, guess: false, shared: false },
    issuer: { value, span: { start: at, end: at + value.length } },
  };
}
