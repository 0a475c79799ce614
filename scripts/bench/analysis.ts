import { compoundsOf } from '#services/analysis/compounds.ts';
import { wordsIn } from '#services/analysis/words.ts';
import { textsOf } from './collection.ts';

const megabyte = 1_000_000;
const rounds = 5;

/**
 * `npm run bench analysis`: the analysis of 10 MB of generated documents into words of the index, and of those words into compounds, single process;
 * the best of five rounds counts. MB are millions of bytes of UTF-8. The time to read the lexicon is that of the first call.
 */
export async function benchAnalysis(): Promise<void> {
  const texts = textsOf(10 * megabyte);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const begun = performance.now();
  compoundsOf([]);
  say(`lexicon read in ${((performance.now() - begun) / 1000).toFixed(3)} s`, 'at most 0.2');
  const times = { words: Number.POSITIVE_INFINITY, compounds: Number.POSITIVE_INFINITY };
  let syllables = 0;
  let compounds = 0;
  for (let round = 0; round < rounds; round++) {
    let spent = 0;
    syllables = 0;
    compounds = 0;
    const start = performance.now();
    for (const text of texts) {
      const { exact } = wordsIn(text);
      const made = performance.now();
      compounds += compoundsOf(exact).length;
      spent += performance.now() - made;
      syllables += exact.length;
    }
    times.words = Math.min(times.words, performance.now() - start - spent);
    times.compounds = Math.min(times.compounds, spent);
  }
  const rate = (milliseconds: number) => (bytes / 1000 / milliseconds).toFixed(1).padStart(6);
  say(`${syllables} syllables, ${compounds} compounds in ${(bytes / megabyte).toFixed(1)} MB`);
  say(`text to words          ${rate(times.words)} MB/s`, 'at least 5');
  say(`words to compounds     ${rate(times.compounds)} MB/s`, 'at least 11');
  say(`both                   ${rate(times.words + times.compounds)} MB/s`, 'at least 5');
}

function say(words: string, target = ''): void {
  process.stdout.write(`${words}${target === '' ? '' : `   ${target}`}\n`);
}
