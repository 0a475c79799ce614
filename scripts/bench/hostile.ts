import { hostileTexts } from './hostile-texts.ts';
import { readTexts } from './stages.ts';

const short = 100_000;
const long = 1_000_000;
/** Ten times the text may take so many times the time. */
const most = 12;
/** Milliseconds for the long text below which its growth is no fault: it is read faster than any text must be, and clearing away decides the time. */
const least = 150;

/**
 * `npm run bench hostile [WORDS]`: reads texts that nobody writes at 100,000 and 1,000,000 code units and prints how the time grew; those whose name
 * holds the words, or all. Exits with 1 where ten times the text took more than twelve times the time.
 */
export async function benchHostile([words = '']: readonly string[]): Promise<void> {
  let slow = 0;
  readTexts(hostileTexts.map(({ make }) => make(10_000)));
  for (const { name, make } of hostileTexts.filter((text) => text.name.includes(words))) {
    // Ten short texts, so that both sides read the same letters and leave as much to be cleared away.
    const texts = Array.from({ length: long / short }, () => make(short));
    const [before, after] = [best(texts) / texts.length, best([make(long)])];
    const growth = after / before;
    const fails = growth > most && after > least;
    if (fails) slow += 1;
    process.stdout.write(
      `${name.padEnd(46)}${before.toFixed(0).padStart(7)} ms${after.toFixed(0).padStart(8)} ms${growth.toFixed(1).padStart(7)}${fails ? '  more than 12' : ''}\n`,
    );
  }
  process.stdout.write(slow === 0 ? 'all within twelve times\n' : `${slow} grow faster than twelve times\n`);
  if (slow > 0) process.exitCode = 1;
}

function best(texts: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) least = Math.min(least, readTexts(texts).total);
  return least;
}
