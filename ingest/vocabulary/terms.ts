/**
 * Party terms (khóa, nhiệm kỳ). Numbers of the centre's documents restart with each national congress; those of provinces, districts
 * and bases with their own congress, held in the months before it. Dates: the closing day of each national congress.
 */
const congresses: readonly (readonly [term: string, closed: string])[] = [
  ['IV', '1976-12-20'],
  ['V', '1982-03-31'],
  ['VI', '1986-12-18'],
  ['VII', '1991-06-27'],
  ['VIII', '1996-07-01'],
  ['IX', '2001-04-22'],
  ['X', '2006-04-25'],
  ['XI', '2011-01-19'],
  ['XII', '2016-01-28'],
  ['XIII', '2021-02-01'],
  ['XIV', '2026-01-23'],
];

/** The centre's term on this ISO date ("XIII"), or null before the fourth congress. */
export function centralTermOn(date: string): string | null {
  let term: string | null = null;
  for (const [name, closed] of congresses) if (date > closed) term = name;
  return term;
}

/** Terms of lower levels are named by their years; congresses of the bases begin in March of a congress year, of provinces they end in October. */
const localYears: readonly number[] = [2005, 2010, 2015, 2020, 2025, 2030];

/**
 * The lower levels' term on this ISO date ("2020-2025"), or null where the date lies in the months when congresses are held
 * (March to November of the year of change): there the number alone does not say.
 */
export function localTermOn(date: string): string | null {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const begun = localYears.filter((first) => first < year || (first === year && month > 11)).at(-1);
  if (begun === undefined) return null;
  if (localYears.includes(year) && month >= 3 && month <= 11) return null;
  return `${begun}-${begun + 5}`;
}

/** First and last possible date of a central term, ISO; null for an unknown name. The last is open for the running one. */
export function centralTermSpan(term: string): { from: string; to: string | null } | null {
  const index = congresses.findIndex(([name]) => name === term);
  if (index === -1) return null;
  return { from: congresses[index]![1], to: congresses[index + 1]?.[1] ?? null };
}
