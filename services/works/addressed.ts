import { centralTermSpan } from '#ingest/vocabulary/terms.ts';
import { type Address, addressesOf, printOf, scopeSlug, slugOf, speakerIn } from './address.ts';
import type { NamedSymbol, Work, WorksOfSymbol } from './work.ts';

const isoDate = /^\d{4}-\d\d-\d\d$/u;

/** All that is said of the works of a symbol, for reading addresses that were given when less or other things were said. */
interface Said {
  readonly work: Work;
  readonly scopes: ReadonlySet<string>;
  readonly dates: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/**
 * The works of a symbol that an address leads to; several where it does not tell them apart, none where it contradicts them all. In this order, the first that
 * finds any: the work that has this address now; those of the place of which anybody says this date or term; those of the place with no other term
 * than that of the date (it was put right, or forgotten); those of a place within or around it that bear the date.
 */
export function worksAddressed(address: Address, { named }: Pick<NamedSymbol, 'named'>, { works, placed }: WorksOfSymbol): readonly Work[] {
  const current = addressesOf(works);
  const exact = works.filter(({ id }) => current.get(id) === address.path);
  if (exact.length === 1) return exact;
  const said = saidOf(works, named, placed);
  const { when } = address;
  const here = said.filter((one) => isThere(one, address));
  const readings = [
    () => here.filter((one) => when === null || one.dates.has(when) || one.terms.has(when)),
    () => here.filter((one) => when !== null && couldBeOf(one, when)),
    () => said.filter((one) => when !== null && one.dates.has(when) && isNear(one, address)),
  ];
  for (const reading of readings) {
    const found = reading().map(({ work }) => work);
    if (found.length > 0) return marked(found, address.mark);
  }
  return [];
}

function saidOf(works: readonly Work[], named: NamedSymbol['named'], placed: WorksOfSymbol['placed']): readonly Said[] {
  const namings = Map.groupBy(named, ({ id }) => placed.get(id)?.work);
  return works.map((work) => {
    const identities = (namings.get(work.id) ?? []).map(({ naming }) => naming.identity);
    const values = (of: (identity: (typeof identities)[number]) => string | null, written: (value: string) => string) =>
      new Set(identities.flatMap((identity) => of(identity) ?? []).map(written));
    return {
      work,
      scopes: values(({ scope }) => scope.value, scopeSlug),
      dates: values(
        ({ date }) => date.value,
        (date) => date,
      ),
      terms: values(({ term }) => term.value, slugOf),
    };
  });
}

function isThere({ work, scopes }: Said, { scope }: Address): boolean {
  if (scope.kind === 'unknown') return true;
  return scope.kind === 'place' ? scopes.has(scope.slug) : speakerIn(work.id) === scope.document;
}

/** Whether a place lies within or around that of the address. */
function isNear({ scopes }: Said, { scope }: Address): boolean {
  if (scope.kind !== 'place') return false;
  return [...scopes].some((other) => other.startsWith(`${scope.slug}.`) || scope.slug.startsWith(`${other}.`));
}

/** Whether nothing that is said of when a work was issued speaks against this date or term: dates of one term may have been put right. */
function couldBeOf({ dates, terms }: Said, when: string): boolean {
  if (isoDate.test(when)) return terms.size === 0 ? dates.size === 0 : [...terms].some((term) => liesIn(when, term));
  return terms.size === 0 && (dates.size === 0 || [...dates].some((date) => liesIn(date, when)));
}

/** Whether an ISO date may lie in a term as addresses write it ("xiii", "2020-2025", "2021"). */
function liesIn(date: string, term: string): boolean {
  const years = /^(\d{4})(?:-(\d{4}))?$/u.exec(term);
  const year = date.slice(0, 4);
  if (years !== null) return year >= years[1]! && year <= (years[2] ?? years[1]!);
  const span = centralTermSpan(term.toUpperCase());
  return span !== null && date >= span.from && (span.to === null || date <= span.to);
}

function marked(works: readonly Work[], mark: string | null): readonly Work[] {
  const meant = mark === null || mark === '' ? [] : works.filter(({ id }) => printOf(id).startsWith(mark));
  return meant.length > 0 ? meant : works;
}
