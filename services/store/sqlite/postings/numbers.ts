import type { DocumentRecord } from '#ingest/model/record.ts';
import { relations } from '#ingest/model/relation.ts';
import { type EntryWords, eachRelation } from '#services/store/index-entry.ts';
import { titleTokens } from '#services/store/wholeTitle.ts';

/**
 * What a number is to a document, a bit for each: in the index it takes the place of how often a word stands there, so that one list answers for all.
 * A number that is cited, and no more, stays below 128: one byte.
 */
export const roles = {
  numbers: 1,
  own: 2,
  cites: 4,
  /** No number, but the whole title of the document. */
  titled: 8 << relations.length,
} as const;
export type Role = keyof typeof roles;

/** The relations have the bits above, from the weakest (`cites`: any) on. */
function relationRole(relation: string): number {
  const at = (relations as readonly string[]).indexOf(relation);
  return at < 0 ? 0 : 8 << (relations.length - 1 - at);
}

/** What stands among the citations is cited, and that is a relation. */
const cited = roles.cites | relationRole('cites');

/** A word of `relates` as the token in it and its bit; 0 where there is no such relation. */
export function relationOf(word: string): { readonly token: string; readonly role: number } {
  const colon = word.indexOf(':');
  return { token: word.slice(colon + 1), role: relationRole(word.slice(0, Math.max(0, colon))) };
}

/** The tokens of a document with what they are to it. */
export function rolesOf(words: EntryWords, record: DocumentRecord): Map<string, number> {
  const found = new Map<string, number>();
  const add = (token: string, role: number) => found.set(token, (found.get(token) ?? 0) | role);
  for (const token of words.numbers) add(token, roles.numbers);
  for (const token of words.own) add(token, roles.own);
  for (const token of titleTokens(record.document)) add(token, roles.titled);
  eachRelation(record, (relation, token) => add(token, relation === null ? cited : relationRole(relation)));
  return found;
}

/** A print as the word under which it is kept and a place in it: most prints stand in one document only, and a list for each would be mostly its own name. */
export function printPlace(token: string): { readonly word: string; readonly place: number } {
  return { word: token.slice(0, 2), place: Number.parseInt(token.slice(2), 36) };
}

const placesOfPrint = 36 ** 3;
/** How many words prints are kept under. */
export const printWords = 36 ** 2;

/** The same of the number that a print is (`printValues`); `head` is the number of its word. */
export function printValuePlace(value: number): { readonly head: number; readonly place: number } {
  return { head: Math.floor(value / placesOfPrint), place: value % placesOfPrint };
}

export const printWord = (head: number) => head.toString(36).padStart(2, '0');
