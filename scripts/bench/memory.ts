import { ingest } from '#ingest/ingest.ts';
import { generate } from '../generate/generate.ts';

/** `node memory.ts MEGABYTES`: reads so many megabytes of generated documents one after another and prints the most memory held, in MB (of 1,000,000 bytes). */
const wanted = Number(process.argv[2]) * 1_000_000;
for (let seed = 1, read = 0; read < wanted; seed++) {
  const { name, text } = generate(seed);
  const bytes = Buffer.from(text);
  await ingest({ name, bytes });
  read += bytes.length;
}
process.stdout.write(`${(process.resourceUsage().maxRSS * 1024) / 1_000_000}\n`);
