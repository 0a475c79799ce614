/** What the run's one server comes to: where it is, why there is none, or what went wrong. */
export type ElasticsearchAnswer = { readonly url: string } | { readonly skip: string } | { readonly failure: string };

/** `required`: without a server the run fails (CI). `off`: no server is looked for. Otherwise its tests are skipped where there is none. */
export type Demand = 'required' | 'wanted' | 'off';

export const DEMAND_VARIABLE = 'VANKIEN_TEST_ELASTICSEARCH';

/** Throws on a word that is none of the two: a mistyped demand would silently skip. */
export function demandOf(env: Readonly<Record<string, string | undefined>>): Demand {
  const word = env[DEMAND_VARIABLE] ?? '';
  if (word === '') return 'wanted';
  if (word === 'required' || word === 'off') return word;
  throw new Error(`${DEMAND_VARIABLE} is "${word}"; it may be "required" or "off"`);
}
