import { expect, test } from 'vitest';
import { remembered } from '#services/analysis/remembered.ts';

test('gives what was made, however many texts came before, and makes a text that comes again only once', () => {
  const made: string[] = [];
  const twice = remembered((text) => {
    made.push(text);
    return text + text;
  });
  for (let at = 0; at < 40_000; at++) expect(twice(`${at}`)).toBe(`${at}${at}`);
  made.length = 0;
  for (const text of ['again', 'again', 'x'.repeat(1000)]) expect(twice(text)).toBe(text + text);
  expect(made).toEqual(['again', 'x'.repeat(1000)]);
});
