import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measureIdentity, precisionOf, recallOf } from '../../scripts/evaluate/identity/main.ts';

/** `whole` holds for `npm run evaluate identity`; `small` for a quarter of its documents, where a number has fewer bearers that are known. Only ever raised. */
const floors = JSON.parse(readFileSync(join(import.meta.dirname, 'identity.json'), 'utf8')) as Record<string, Record<string, number>>;

it('mentions of one work are joined, and no others', async () => {
  const { rows } = await measureIdentity(500, 1);
  const pairs = rows.at(-1)![1];
  expect(pairs.right).toBeGreaterThan(300);
  expect(precisionOf(pairs)).toBeGreaterThanOrEqual(floors.small!.precision!);
  expect(recallOf(pairs)).toBeGreaterThanOrEqual(floors.small!.recall!);
}, 60_000);
