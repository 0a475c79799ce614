import { ingest } from '#ingest/ingest.ts';
import { documentOf } from './documents.ts';

/** `node memory.ts MEGABYTES`: reads so many megabytes of documents one after another and prints the most memory held, in MB (of 1,000,000 bytes). */
const wanted = Number(process.argv[2]) * 1_000_000;
for (let index = 0, read = 0; read < wanted; index++) {
  const bytes = Buffer.from(documentOf(index).text);
  await ingest({ name: `${index}.txt`, bytes });
  read += bytes.length;
}
process.stdout.write(`${(process.resourceUsage().maxRSS * 1024) / 1_000_000}\n`);
