import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureKinds } from '#ingest/model/failure.ts';
import { settings } from '#services/config.ts';

const folder = join(import.meta.dirname, '../../services/store/elasticsearch');
const page = await readFile(join(folder, 'README.md'), 'utf8');
const rows = [...page.matchAll(/^\| (`.*?) \| (.*?) \|/gmu)].map(([, first, second]) => ({ first: first!, second: second! }));

describe('the page on operations', () => {
  test.each(settings.filter(({ name }) => name.startsWith('VANKIEN_ELASTICSEARCH') || name === 'VANKIEN_READ_ONLY'))(
    'tells the standard of $name',
    ({ name, standard }) => {
      const row = rows.find(
        ({ first }) => first.includes(`\`${name}\``) || first.includes(`\`${name.replace('VANKIEN_ELASTICSEARCH', '…')}\``),
      );
      expect(row).toBeDefined();
      if (standard !== '') expect(row?.second).toBe(`\`${standard}\``);
    },
  );

  test.each(
    Object.keys(failureKinds).filter((code) => /^(?:index|collection)-|^(?:no-collection|original-elsewhere|read-only)$/u.test(code)),
  )('tells what to do about %s', (code) => {
    expect(rows.map(({ first }) => first)).toContain(`\`${code}\``);
  });

  test.each(['writer', 'reader'])('gives the role of the %s as it is kept', async (name) => {
    const kept = JSON.parse(await readFile(join(folder, 'roles', `${name}.json`), 'utf8'));
    const given = [...page.matchAll(/```json\n(.*?)```/gsu)].map(([, json]) => JSON.parse(json!));
    expect(given).toContainEqual(kept);
  });
});
