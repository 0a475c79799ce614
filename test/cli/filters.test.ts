import { describe, expect, test } from 'vitest';
import { plan } from '../library/library.ts';
import { noEngine } from '../support/engine.ts';
import { holdingFiles, vankien } from './world.ts';

const { data } = holdingFiles({ 'a.txt': plan({ number: '1-KH/TU', body: 'Các xã trồng cây dọc tuyến đường.' }) });

describe.skipIf(noEngine)('filters', () => {
  const commands = [
    ['search', 'cây'],
    ['saved', 'add', 'Cây'],
    ['export', '--out', '-'],
  ];
  const wrong: readonly (readonly [option: string, ...values: string[]])[] = [
    ['--year', '22'],
    ['--year', 'abcd'],
    ['--year', ''],
    ['--type', ''],
    ['--cites', ' '],
    ['--issuer', ''],
    ['--place', ''],
    ['--scope', ''],
    ['--signer', 'x'.repeat(201)],
    ['--from', '2022-02-30'],
    ['--to', '2022-01-01', '--from', '2023-01-01'],
  ];
  test.each(commands.flatMap((command) => wrong.map((options) => [command, options] as const)))(
    '%j is refused with %j, by the name of the option',
    async (command, options) => {
      const ran = await vankien(data, ...command, ...options);
      expect([ran.code, ran.out]).toEqual([2, '']);
      expect(ran.err).toContain(`option '${options[0]} `);
      expect((await vankien(data, 'saved', 'list', '--json')).json()).toEqual([]);
    },
  );

  test('hold for a period of one day, and for what no document bears', async () => {
    const day = ['--from', '2022-03-05', '--to', '5/3/2022'];
    expect((await vankien(data, 'search', 'cây', ...day, '--year', '2022')).out).toMatch(/^1 document\n/);
    expect(await vankien(data, 'search', 'cây', '--type', 'XX')).toMatchObject({ code: 0, out: '0 documents' });
  });
});
