import type { Identity } from '#ingest/model/identity.ts';
import { comparableKey, compareIdentities } from '#ingest/model/sameness.ts';
import type { DocumentSummary } from '#services/store/port.ts';

/**
 * One place that speaks of a document: a citation (of the document `by`), or the document itself that bears the number.
 * `summary` is set for the bearer alone.
 */
export interface Mention {
  readonly by: string;
  readonly identity: Identity;
  readonly summary: DocumentSummary | null;
}

/** One document as the collection knows it, held or not, with everything that is said of it. All lists are sorted. */
export interface Work {
  readonly id: string;
  /** The number in the spelling for comparison, which all its mentions share; null for a document without a number. */
  readonly symbol: string | null;
  readonly key: string | null;
  readonly type: string | null;
  readonly scope: string | null;
  readonly term: string | null;
  readonly date: string | null;
  readonly title: string | null;
  readonly held: readonly DocumentSummary[];
  readonly maybe: readonly string[];
  readonly dates: readonly { value: string; documents: string[] }[];
}

/** The works of one symbol key, and which of them a mention speaks of. */
export interface WorksOfKey {
  readonly works: readonly Work[];
  /** Id of the work that a mention given to `worksOf` belongs to, and whether its own words tell so (see `Identified`). */
  place(mention: Mention): { readonly work: string; readonly identified: Identified };
}

/** How the words tell which work is meant: they say scope and term, both follow from what is known around them, or they do not tell. */
export type Identified = 'said' | 'inferred' | 'unknown';

/**
 * Works that bear one symbol key, from all that is said of that key; the order of `mentions` does not matter.
 *
 * - The same scope and term, said or inferred, are one work; contradicting dates stay visible in `dates`.
 * - A mention without a term belongs to the only work of its scope, if there is just one that it does not contradict.
 * - A mention whose scope is unknown (20-KH/TU in the words of an unknown province) is a work of its own for each document
 *   that makes it: which province is meant is never guessed. `maybe` names the works that it could be, on both sides.
 */
export function worksOf(symbol: string, mentions: readonly Mention[]): WorksOfKey {
  const complete = completeGroups(symbol, mentions);
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const { work: id } = placeOf(symbol, mention, complete);
    const group = groups.get(id) ?? { id, mentions: [] };
    group.mentions.push(mention);
    groups.set(id, group);
  }
  const maybe = possibilities([...groups.values()], complete);
  const works = [...groups.values()].map((group) => workOf(group.id, symbol, group.mentions, [...(maybe.get(group.id) ?? [])]));
  return { works: works.sort(byId), place: (mention) => placeOf(symbol, mention, complete) };
}

/** The work of a document without a number: nobody else can mean it. */
export function unnumberedWork(summary: DocumentSummary): Work {
  return workOf(unnumberedId(summary.id), null, [{ by: summary.id, identity: summary.identity, summary }], []);
}

export function unnumberedId(document: string): string {
  return `doc:${document}`;
}

/** Number of an identity in the spelling that all its ways of writing share; null where it has none. */
export function symbolOf(identity: Pick<Identity, 'key'>): string | null {
  return identity.key === null ? null : comparableKey(identity.key);
}

/** The symbol key within a work's id; null where the text is no such id. */
export function symbolInWorkId(id: string): string | null {
  const at = id.indexOf('@');
  return at > 0 ? id.slice(0, at) : null;
}

function workId(symbol: string, scope: string, term: string): string {
  return `${symbol}@${scope}@${term}`;
}

interface Group {
  readonly id: string;
  readonly mentions: Mention[];
}

/** A work whose scope and term are known, as far as others have to be compared with it. */
interface CompleteGroup {
  readonly id: string;
  readonly scope: string;
  /** Documents that bear the number themselves. */
  readonly bearers: ReadonlySet<string>;
  readonly identities: readonly Identity[];
}

function completeGroups(symbol: string, mentions: readonly Mention[]): ReadonlyMap<string, CompleteGroup> {
  const groups = new Map<string, { id: string; scope: string; bearers: Set<string>; identities: Map<string, Identity> }>();
  for (const mention of mentions) {
    const { scope, term } = mention.identity;
    if (scope.value === null || term.value === null) continue;
    const id = workId(symbol, scope.value, term.value);
    const group = groups.get(id) ?? { id, scope: scope.value, bearers: new Set(), identities: new Map() };
    groups.set(id, group);
    group.identities.set(signature(mention.identity), mention.identity);
    if (mention.summary !== null) group.bearers.add(mention.by);
  }
  return new Map([...groups].map(([id, group]) => [id, { ...group, identities: [...group.identities.values()] }]));
}

function placeOf(symbol: string, mention: Mention, complete: ReadonlyMap<string, CompleteGroup>): { work: string; identified: Identified } {
  const { scope, term } = mention.identity;
  if (scope.value === null) return { work: workId(symbol, `?${mention.by}`, term.value ?? '?'), identified: 'unknown' };
  if (term.value !== null) {
    const said = scope.how === 'said' && term.how === 'said';
    return { work: workId(symbol, scope.value, term.value), identified: said ? 'said' : 'inferred' };
  }
  const candidates = [...complete.values()].filter((group) => group.scope === scope.value && couldBe(mention, group));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (only === undefined) return { work: workId(symbol, scope.value, '?'), identified: 'unknown' };
  return { work: only.id, identified: 'inferred' };
}

/** A document that cites its own number means another document of that number: itself it would not cite. */
function couldBe(mention: Mention, group: CompleteGroup): boolean {
  if (mention.summary === null && group.bearers.has(mention.by)) return false;
  return group.identities.some((identity) => isNotDifferent(mention.identity, identity));
}

/** For each group that lacks scope or term, the complete works that it could be; entered on both sides. */
function possibilities(groups: readonly Group[], complete: ReadonlyMap<string, CompleteGroup>): Map<string, Set<string>> {
  const maybe = new Map<string, Set<string>>(groups.map((group) => [group.id, new Set()]));
  for (const group of groups.filter(({ id }) => !complete.has(id))) {
    const distinct = new Map(group.mentions.map((mention) => [`${mention.by} ${signature(mention.identity)}`, mention]));
    for (const other of complete.values()) {
      if (![...distinct.values()].some((mention) => couldBe(mention, other))) continue;
      maybe.get(group.id)?.add(other.id);
      maybe.get(other.id)?.add(group.id);
    }
  }
  return maybe;
}

/** The keys are not compared: both sides share the symbol key, however each is printed. */
function isNotDifferent(a: Identity, b: Identity): boolean {
  return compareIdentities(a, { ...b, key: a.key }) !== 'different';
}

function signature({ type, scope, term, date }: Identity): string {
  return JSON.stringify([type, scope.value, term.value, date.value]);
}

function workOf(id: string, symbol: string | null, mentions: readonly Mention[], maybe: readonly string[]): Work {
  const bearers = mentions.filter((mention) => mention.summary !== null);
  const telling = bearers.length > 0 ? bearers : mentions;
  const identities = telling.map((mention) => mention.identity);
  const held = new Map(bearers.map((mention) => [mention.by, mention.summary!]));
  const dates = datesOf(mentions);
  const own = datesOf(telling);
  return {
    id,
    symbol,
    key: mostSaid(identities.map((identity) => identity.key)),
    type: mostSaid(identities.map((identity) => identity.type)),
    scope: mostSaid(mentions.map((mention) => mention.identity.scope.value)),
    term: mostSaid(mentions.map((mention) => mention.identity.term.value)),
    date: own.length === 1 ? own[0]!.value : null,
    title: mostSaid([...held.values()].map((summary) => summary.title)),
    held: [...held.values()].sort(byId),
    maybe: [...maybe].sort(),
    dates,
  };
}

function datesOf(mentions: readonly Mention[]): { value: string; documents: string[] }[] {
  const dates = new Map<string, Set<string>>();
  for (const { by, identity } of mentions) {
    if (identity.date.value === null) continue;
    const documents = dates.get(identity.date.value) ?? new Set();
    dates.set(identity.date.value, documents.add(by));
  }
  return [...dates].map(([value, documents]) => ({ value, documents: [...documents].sort() })).sort((a, b) => (a.value < b.value ? -1 : 1));
}

/** The value said most often; of equals the first in the alphabet, so that the order of mentions does not matter. */
function mostSaid(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
