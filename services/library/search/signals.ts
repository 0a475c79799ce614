import type { SearchHit } from '#services/store/port.ts';

/** How much more a hit's score may come to by the documents that cite it, and by its age: they decide between hits that are nearly alike, no more. */
const mostByCiters = 0.15;
const mostByAge = 0.05;
/** So many citing documents have the full effect, on a logarithmic scale; so many years after the newest hit there is none of age. */
const manyCiters = 100;
const oldAge = 10;

const dayLength = 24 * 60 * 60 * 1000;
const yearLength = 365.25 * dayLength;

/**
 * Hits of one answer, each rule's in a gentle order: the more documents cite a hit (`citers`, in the order of the hits) and the nearer it is in time
 * to the newest of them, the further up. Hits of another rule never change places with them, nor those whose whole title was typed with others. No score falls, so that what the answer holds behind
 * these hits stays behind. Age is taken among the hits, not from a clock: the same question has the same answer next year.
 */
export function gentlyOrdered(hits: readonly SearchHit[], citers: readonly number[]): SearchHit[] {
  const newest = Math.max(...hits.map(dayOf).filter((day) => day !== null));
  const lifted = hits.map((hit, place) => {
    const day = dayOf(hit);
    const fame = Math.min(1, Math.log1p(citers[place] ?? 0) / Math.log1p(manyCiters));
    const youth = day === null ? 0 : Math.max(0, 1 - (newest - day) / yearLength / oldAge);
    return { ...hit, score: hit.score * (1 + mostByCiters * fame) * (1 + mostByAge * youth) };
  });
  const runs = runsOfRule(lifted);
  // The sort is stable: hits that come to the same score stay as the store has them.
  return runs.flatMap((run) => run.sort((a, b) => b.score - a.score));
}

function dayOf({ document }: SearchHit): number | null {
  const time = document.date === null ? Number.NaN : Date.parse(document.date);
  return Number.isNaN(time) ? null : time;
}

function runsOfRule(hits: readonly SearchHit[]): SearchHit[][] {
  const runs: SearchHit[][] = [];
  for (const hit of hits) {
    const run = runs.at(-1);
    if (run?.[0]?.rule === hit.rule && run[0].whole === hit.whole) run.push(hit);
    else runs.push([hit]);
  }
  return runs;
}
