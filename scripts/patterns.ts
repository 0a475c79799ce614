import { availableParallelism } from 'node:os';
import { type Answer, answersTo } from './patterns/answers.ts';
import { bounded } from './patterns/bounded.ts';
import { collectPatterns, type Pattern } from './patterns/collect.ts';
import { growthOf, timeAt } from './patterns/trial.ts';

/**
 * `npm run patterns`: looks at every regular expression of ingest, query and analysis, with recheck and by trial in this engine, and exits with 1 where
 * one can be made slow. A pattern passes that recheck calls safe; or whose worst known strings take no more than in proportion to their length,
 * as they can stand in the texts it is given; or that is told in patterns/bounded.ts to be given short texts only and is quick on those.
 * What recheck said of a pattern is kept in patterns/answers.json, so that only new ones are asked about.
 */
const timeout = 2_000;
/** Ten times the text may take so many times the time. */
const mostGrowth = 12;
/** Milliseconds for the longest text of a pattern that is given short ones. */
const mostAtBound = 10;
/** Rooms whose patterns read repaired text, in which no two blanks stand side by side. */
const afterRepair = /^ingest\/(?:outline|extract|resolve|vocabulary)\//u;

const begun = performance.now();
const { patterns, unseen } = await collectPatterns(['ingest', 'services/query', 'services/analysis']);
const answers = await answersTo(patterns, { workers: Math.min(4, availableParallelism()), timeout });
const counts = { safe: 0, trial: 0, bounded: 0 };
const faults: string[] = unseen.map(
  (place) =>
    `${place}: this pattern is not made when its module is loaded, so that it cannot be looked at. Make it at the top of the module.`,
);
const told = new Set<string>();
for (const [at, pattern] of patterns.entries()) {
  const fault = judged(pattern, answers[at]!);
  if (fault !== null) faults.push(fault);
}
for (const { file, source } of bounded)
  if (!told.has(`${file} ${source}`))
    faults.push(`patterns/bounded.ts: there is no pattern in ${file} that begins with ${source} and needs a bound.`);

for (const fault of faults) console.error(fault);
console.log(
  `${patterns.length} patterns: ${counts.safe} safe by recheck, ${counts.trial} linear by trial, ${counts.bounded} given short texts only, ` +
    `${faults.length} at fault (${((performance.now() - begun) / 1000).toFixed(0)} s)`,
);
if (faults.length > 0) process.exitCode = 1;

/** What is wrong with a pattern, or null. */
function judged(pattern: Pattern, answer: Answer): string | null {
  if (answer.status === 'safe') {
    counts.safe += 1;
    return null;
  }
  const cut = bounded.find(
    ({ file, source }) => pattern.source.startsWith(source) && pattern.places.every((place) => place.startsWith(`${file}:`)),
  );
  if (cut !== undefined) {
    told.add(`${cut.file} ${cut.source}`);
    const time = timeAt(pattern, answer, cut.longest);
    if (time > mostAtBound) return `${named(pattern)} takes ${time.toFixed(0)} ms on ${cut.longest} code units.`;
    counts.bounded += 1;
    return null;
  }
  const repaired = pattern.places.every((place) => afterRepair.test(place));
  const { growth, longest, worst } = growthOf(pattern, answer, repaired, mostGrowth);
  if (growth > mostGrowth)
    return `${named(pattern)} takes ${longest.toFixed(0)} ms for 20,000 code units, ${growth.toFixed(0)} times as much as for a tenth, on ${JSON.stringify(worst)} …`;
  counts.trial += 1;
  return null;
}

function named({ source, flags, places }: Pattern): string {
  return `${places.join(', ')}: /${source.length > 120 ? `${source.slice(0, 120)}…` : source}/${flags}`;
}
