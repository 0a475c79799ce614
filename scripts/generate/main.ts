import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { damaged, damageNamed, damages } from './damage/damages.ts';
import { generate } from './generate.ts';

/** `npm run generate -- --count N --out DIR [--damage NAME] [--seed S]`: writes documents to DIR/texts and what is true of them to DIR/truth. */
const usage = `Usage: npm run generate -- --count N --out DIR [--seed S] [--damage NAME]
Kinds of damage: ${damages.map(({ name }) => name).join(', ')}`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10' },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    damage: { type: 'string' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const damage = values.damage === undefined ? null : damageNamed(values.damage);
if (
  values.out === undefined ||
  !Number.isInteger(count) ||
  count < 1 ||
  !Number.isInteger(seed) ||
  (values.damage !== undefined && damage === null)
) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  for (const folder of ['texts', 'truth']) mkdirSync(join(values.out, folder), { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const whole = generate(seed + index, damage === null ? {} : { width: 0 });
    const { name, text, truth } = damage === null ? whole : damaged(whole, damage, seed + index);
    // Places are those in the undamaged text: of no use beside a damaged one.
    const { places, ...said } = truth;
    writeFileSync(join(values.out, 'texts', name), text);
    writeFileSync(
      join(values.out, 'truth', name.replace(/\.txt$/u, '.json')),
      `${JSON.stringify(damage === null ? { ...said, places } : said, null, 2)}\n`,
    );
  }
  process.stdout.write(`${count} documents in ${values.out}\n`);
}
