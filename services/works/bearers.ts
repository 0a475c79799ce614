import { centralTermSpan } from '#ingest/vocabulary/terms.ts';
import { mayBeMisprint, turnedAbout } from './likeness.ts';
import type { Naming } from './naming.ts';
import { shareTitle, type Titles, tellingOf } from './telling.ts';
import type { Named } from './work.ts';

/** Namings that say scope and period: one bearer of the number, with what they tell of it. */
export interface Bearer {
  readonly id: string;
  readonly scope: string | null;
  readonly term: string | null;
  readonly named: readonly Named[];
  /** Documents that are this one. */
  readonly holders: ReadonlySet<string>;
  /** Days that are said of it. */
  readonly dates: ReadonlySet<string>;
  /** The month ("2021-05") from which on it could be spoken of: that of its day, else of the beginning of its term; "" where nothing tells. */
  readonly from: string;
  /** The month after which another bearer of the number may have been issued: the end of its term or year; null where the term is still running. */
  readonly until: string | null;
  /** How many documents speak of it, itself included. */
  readonly fame: number;
  /** Set where a decision and a regulation share number and term: which of the two it is. */
  readonly kind: 'decision' | 'regulation' | null;
}

/** The id under which a naming with scope and period is gathered, or one of a document without a number; null where the words tell too little. */
function bearerId(symbol: string, { identity: { key, scope, term, date }, holder }: Naming): string | null {
  if (key === null) return holder === null ? null : symbol;
  if (scope.value === null) return null;
  if (term.value !== null) return `${symbol}@${scope.value}@${term.value}`;
  // In the months of congresses the day alone does not tell the term; it tells the document all the same. A day and the one with day and month changed about go together.
  if (date.value === null) return null;
  const turned = turnedAbout(date.value);
  return `${symbol}@${scope.value}@?${turned !== null && turned < date.value ? turned : date.value}`;
}

/** The bearers that namings tell, by their ids; `named` in a fixed order. */
export function bearersOf(symbol: string, named: readonly Named[]): Map<string, Bearer> {
  const gathered = new Map<string, Named[]>();
  for (const one of named) {
    const id = bearerId(symbol, one.naming);
    if (id === null) continue;
    const known = gathered.get(id);
    if (known === undefined) gathered.set(id, [one]);
    else known.push(one);
  }
  const bearers = new Map<string, Bearer>();
  for (const [id, group] of gathered)
    for (const [kind, of] of decisionsAndRegulations(symbol, group)) {
      const whole = kind === 'regulation' ? `${id}${regulation}` : id;
      bearers.set(whole, bearerOf(whole, kind, of));
    }
  return bearers;
}

function bearerOf(id: string, kind: Bearer['kind'], named: readonly Named[]): Bearer {
  const { scope, term } = named[0]!.naming.identity;
  const holders = new Set<string>();
  const dates = new Map<string, number>();
  for (const { naming, documents } of named) {
    if (naming.holder !== null) holders.add(naming.holder);
    const date = naming.identity.date.value;
    // What the document says of itself outweighs what any others say.
    if (date !== null) dates.set(date, (dates.get(date) ?? 0) + (naming.holder === null ? documents : 1e9));
  }
  let day: string | null = null;
  for (const [date, weight] of dates) {
    const best = day === null ? -1 : dates.get(day)!;
    if (weight > best || (weight === best && date < day!)) day = date;
  }
  return {
    ...{ id, kind, named, holders, scope: scope.value, term: term.value, dates: new Set(dates.keys()) },
    from: day?.slice(0, 7) ?? termFrom(term.value),
    until: termUntil(term.value, day),
    fame: named.reduce((sum, { documents }) => sum + documents, 0),
  };
}

/** The month in which a term or year begins; of local terms the first month in which congresses are held. */
function termFrom(term: string | null): string {
  if (term === null) return '';
  if (/^\d{4}$/u.test(term)) return `${term}-01`;
  if (/^\d{4}-\d{4}$/u.test(term)) return `${term.slice(0, 4)}-03`;
  return centralTermSpan(term)?.from.slice(0, 7) ?? '';
}

/** The month in which a term or year ends; where the day lies among congresses, the last month of the term that it may belong to. */
function termUntil(term: string | null, day: string | null): string | null {
  if (term === null) return day === null ? null : `${Number(day.slice(0, 4)) + 5}-03`;
  if (/^\d{4}$/u.test(term)) return `${term}-12`;
  if (/^\d{4}-\d{4}$/u.test(term)) return `${term.slice(5)}-11`;
  return centralTermSpan(term)?.to?.slice(0, 7) ?? null;
}

/** What the second of a decision (quyết định) and a regulation (quy định) of one number and term has at the end of its id. */
const regulation = '@QĐi';

/**
 * "QĐ" stands for decisions and for regulations, which may each bear one number in one term: two works where types and days both say so. Where only the noun
 * differs, or a day could be the other one misprinted, or both go by one title, it is one work whose namings contradict each other.
 */
function decisionsAndRegulations(
  symbol: string,
  named: readonly Named[],
): readonly (readonly [kind: Bearer['kind'], named: readonly Named[]])[] {
  const whole = [[null, named]] as const;
  if (!symbol.includes('-QĐ/')) return whole;
  const byDate = new Map<string, number>();
  for (const { naming, documents } of named) {
    const { type, date } = naming.identity;
    if (date.value === null || type === null) continue;
    const weight = naming.holder === null ? documents : 1e9;
    byDate.set(date.value, (byDate.get(date.value) ?? 0) + (type === 'QĐ' ? weight : -weight));
  }
  const decided = [...byDate].filter(([, weight]) => weight > 0).map(([date]) => date);
  const regulated = [...byDate].filter(([, weight]) => weight < 0).map(([date]) => date);
  if (decided.length === 0 || regulated.length === 0) return whole;
  if (decided.some((date) => regulated.some((other) => mayBeMisprint(date, other)))) return whole;
  const second = new Set(regulated);
  const isSecond = ({ naming: { identity } }: Named): boolean =>
    identity.date.value !== null && byDate.has(identity.date.value)
      ? second.has(identity.date.value)
      : identity.type !== null && identity.type !== 'QĐ';
  const [first, other] = [named.filter((one) => !isSecond(one)), named.filter(isSecond)];
  if (shareTitle(tellingOf(first).titles, tellingOf(other).titles)) return whole;
  return [
    ['decision', first],
    ['regulation', other],
  ];
}

/**
 * Pairs of bearers of which one may be the other with its year misprinted, the surer one first: of one scope, with one title, of the same day and month. The second
 * is not a work for certain. Besides, a decision and a regulation that share number and term.
 */
export interface Doubt {
  readonly surer: Bearer;
  readonly other: Bearer;
  /** True where the other is borne by words alone, and by fewer. */
  readonly isDoubtful: boolean;
}

export function doubtsOf(bearers: ReadonlyMap<string, Bearer>): Doubt[] {
  const doubts: Doubt[] = [];
  const byDay = new Map<string, Bearer[]>();
  for (const bearer of bearers.values()) {
    if (bearer.kind === 'regulation') {
      const first = bearers.get(bearer.id.slice(0, -regulation.length));
      if (first !== undefined) doubts.push({ surer: first, other: bearer, isDoubtful: false });
    }
    if (bearer.scope === null) continue;
    for (const day of new Set(Array.from(bearer.dates, (date) => date.slice(5)))) {
      const name = `${bearer.scope} ${day}`;
      const known = byDay.get(name);
      if (known === undefined) byDay.set(name, [bearer]);
      else known.push(bearer);
    }
  }
  const tellings = new Map<string, Titles>();
  const titlesOf = ({ id, named }: Bearer): Titles => {
    const known = tellings.get(id) ?? tellingOf(named).titles;
    tellings.set(id, known);
    return known;
  };
  const met = new Set<string>();
  for (const group of byDay.values()) {
    if (group.length === 1) continue;
    const ordered = group
      .map((bearer) => ({ bearer, weight: weightOf(bearer) }))
      .sort((a, b) => b.weight - a.weight || (a.bearer.id < b.bearer.id ? -1 : 1));
    for (const [index, { bearer: other, weight }] of ordered.entries()) {
      if (met.has(other.id)) continue;
      const surer = ordered.slice(0, index).find(({ bearer }) => shareTitle(titlesOf(bearer), titlesOf(other)));
      if (surer === undefined) continue;
      met.add(other.id);
      // Where its documents give it several days, one of them may well be the misprint, and the work is no doubtful one.
      doubts.push({ surer: surer.bearer, other, isDoubtful: other.holders.size === 0 && other.dates.size === 1 && surer.weight > weight });
    }
  }
  return doubts;
}

/** How many documents speak of it; one that is held outweighs any number of them. */
function weightOf({ fame, holders }: Bearer): number {
  return fame + (holders.size > 0 ? 1e9 : 0);
}
