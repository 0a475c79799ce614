import { randomUUID } from 'node:crypto';
import { Failure } from '#ingest/model/failure.ts';
import { readQuery } from '#services/query/parse.ts';
import type { QueryFilters } from '#services/query/query.ts';
import { failing } from '../failing.ts';
import type { Ledger } from '../ledger.ts';
import type { Additions, SavedNews, SavedSearch } from '../shapes.ts';
import type { AddedRequest } from './added.ts';

/** A search to be kept under a name that no other bears. `words` is null where filters alone tell what is meant. */
export interface SearchToSave {
  readonly name: string;
  readonly words: string | null;
  readonly filters: QueryFilters;
}

/** Searches that a collection keeps, in its ledger and never in an index. Methods throw `Failure` and nothing else; an unknown id is `not-found`. */
export interface SavedSearches {
  /** By name. */
  list(): Promise<readonly SavedSearch[]>;
  find(id: string): Promise<SavedSearch>;
  /** Durable when it returns. What can be found in the collection now is not new to it. Throws `bad-query` for words that cannot be used, `bad-request` for a name that cannot, or is taken. */
  save(search: SearchToSave): Promise<SavedSearch>;
  remove(id: string): Promise<void>;
  /**
   * What matches and was taken in since it was last looked at, the latest first, at most `size` documents; the total tells of all.
   * `seen`: all that was found is then no longer new, unless the answer is partial.
   */
  look(id: string, how: { readonly seen: boolean; readonly size: number }): Promise<SavedNews>;
}

/** Most saved searches of a collection, and most characters of a name. */
export const savedLimits = { searches: 1000, name: 200 } as const;

/** Before any document was taken in. */
const beginning = new Date(0).toISOString();

/** What saved searches need beside the ledger. */
export interface SavedParts {
  readonly now: () => Date;
  readonly added: (words: string | null, filters: QueryFilters, request: AddedRequest) => Promise<Additions>;
}

/** The saved searches of a ledger. */
export function savedIn(ledger: Ledger, { now, added }: SavedParts): SavedSearches {
  const find = (id: string): SavedSearch => {
    const saved = ledger.saved.find(id);
    if (saved === null) throw new Failure('not-found', `No search is saved under the id ${JSON.stringify(id.slice(0, 100))}.`);
    return saved;
  };

  return {
    list: () => failing(async () => ledger.saved.list()),
    find: (id) => failing(async () => find(id)),
    save: (search) => failing(async () => save(search)),
    remove: (id) =>
      failing(async () => {
        if (!ledger.commit((to) => to.saved.remove(id))) find(id);
      }),
    look: (id, how) => failing(() => look(id, how)),
  };

  async function save({ name: given, words, filters }: SearchToSave): Promise<SavedSearch> {
    const name = readName(given);
    if (words === null && Object.keys(filters).length === 0) throw new Failure('bad-query', 'Neither words nor a filter are given.');
    if (words !== null) readQuery(words, filters);
    // Not the time of saving: what was accepted before and is not in the index yet is new.
    const { documents } = await added(words, filters, { after: null, size: 1 });
    const seen = documents[0]?.accepted ?? beginning;
    const saved: SavedSearch = { id: randomUUID(), name, words, filters: { ...filters }, created: now().toISOString(), seen };
    ledger.commit((to) => {
      const others = ledger.saved.list();
      if (others.some((other) => other.name === name))
        throw refused('name', `A search is saved under the name ${JSON.stringify(name)} already.`);
      if (others.length >= savedLimits.searches)
        throw refused('request', `At most ${savedLimits.searches} searches can be saved; remove one first.`);
      to.saved.insert(saved);
    });
    return saved;
  }

  async function look(id: string, { seen, size }: { readonly seen: boolean; readonly size: number }): Promise<SavedNews> {
    const saved = find(id);
    const news = await added(saved.words, saved.filters, { after: saved.seen, size });
    // Not the time of looking: what was accepted before and was not in the index yet is new next time.
    const latest = news.documents[0]?.accepted;
    if (!seen || news.partial || latest === undefined) return { saved, news };
    ledger.commit((to) => to.saved.see(id, latest));
    return { saved: find(id), news };
  }
}

/** What must not stand in a line of text: control characters, and those that turn the direction of writing. */
const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

function readName(given: string): string {
  const name = given.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (name === '') throw refused('name', 'The name is empty.');
  if (control.test(name) || !name.isWellFormed()) throw refused('name', 'The name has control characters in it.');
  if (name.length > savedLimits.name) throw refused('name', `The name has ${name.length} characters; the limit is ${savedLimits.name}.`);
  return name;
}

const refused = (path: string, why: string) => new Failure('bad-request', why, { details: [{ path, message: why }] });
