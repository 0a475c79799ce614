import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Damage } from './damage/damage.ts';
import { damaged, damageNamed, damages } from './damage/damages.ts';
import { generate } from './generate.ts';

/** `npm run generate -- --count N --out DIR [--seed S] [--damage NAME]`: writes documents to DIR/texts and what is true of them to DIR/truth. */
const usage = `Usage: npm run generate -- --count N --out DIR [--seed S] [--damage NAME]
N documents (10 where it is not given) with the seeds from S (1) on: texts to DIR/texts, what is true of them to DIR/truth.
Kinds of damage: ${damages.map(({ name }) => name).join(', ')}`;

interface Wish {
  readonly count: number;
  readonly seed: number;
  readonly out: string;
  readonly damage: Damage | null;
}

/** What is asked for, or in a sentence what is wrong with it. */
function wishOf(args: readonly string[]): Wish | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: 'string', default: '10' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      damage: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (values.out === undefined) return 'Say with --out where the documents are to go.';
  if (!Number.isInteger(count) || count < 1) return `--count takes a whole number from 1, not ${values.count}.`;
  if (!Number.isInteger(seed)) return `--seed takes a whole number, not ${values.seed}.`;
  const damage = values.damage === undefined ? null : damageNamed(values.damage);
  if (values.damage !== undefined && damage === null) return `There is no damage called ${values.damage}.`;
  return { count, seed, out: values.out, damage };
}

function write({ count, seed, out, damage }: Wish): void {
  for (const folder of ['texts', 'truth']) mkdirSync(join(out, folder), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const whole = generate(seed + index, damage === null ? {} : { width: 0 });
    const { name, text, truth } = damage === null ? whole : damaged(whole, damage, seed + index);
    // Places are those in the undamaged text: of no use beside a damaged one.
    const { places, ...said } = truth;
    writeFileSync(join(out, 'texts', name), text);
    const account = damage === null ? { ...said, places } : said;
    writeFileSync(join(out, 'truth', name.replace(/\.txt$/u, '.json')), `${JSON.stringify(account, null, 2)}\n`);
  }
  process.stdout.write(`${count} documents in ${out}\n`);
}

let wish: Wish | string;
try {
  wish = wishOf(process.argv.slice(2));
} catch (thrown) {
  wish = (thrown as Error).message;
}
if (typeof wish === 'string') {
  process.stderr.write(`${wish}\n${usage}\n`);
  process.exitCode = 2;
} else write(wish);
