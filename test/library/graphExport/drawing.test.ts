import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { box, layoutOf } from '#services/library/graphExport/layout.ts';
import { noEngine } from '../../support/engine.ts';
import { document, holdingHere, idOf, local, says } from '../chains/collection.ts';
import { around, collection, conclusion, hostile, plan, written } from './collection.ts';
import { faultOf } from './wellFormed.ts';

describe('the layout', () => {
  const graphs = fc.array(fc.integer({ min: -3, max: 4 }), { minLength: 1, maxLength: 60 }).chain((depths) =>
    fc.record({
      nodes: fc.constant(depths.map((depth, at) => ({ id: `w${at}`, depth }))),
      edges: fc.array(
        fc
          .record({ from: fc.nat({ max: depths.length - 1 }), to: fc.nat({ max: depths.length - 1 }) })
          .map(({ from, to }) => ({ from: `w${from}`, to: `w${to}` })),
        { maxLength: 120 },
      ),
    }),
  );

  test('places every box once, none over another, within its bounds, what is deeper below', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges }) => {
        const { placed, width, height } = layoutOf(nodes, edges);
        const boxes = [...placed.values()];
        expect(boxes).toHaveLength(nodes.length);
        for (const [at, a] of boxes.entries()) {
          expect(a.x >= 0 && a.x + box.width <= width + 1 && a.y >= 0 && a.y + box.height <= height).toBe(true);
          for (const b of boxes.slice(at + 1)) {
            expect(Math.abs(a.x - b.x) >= box.width || Math.abs(a.y - b.y) >= box.height).toBe(true);
            if (a.depth !== b.depth) expect(Math.sign(a.y - b.y)).toBe(Math.sign(a.depth - b.depth));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('puts works under what they are linked to, so that arrows need not cross', () => {
    const nodes = [...['a', 'b', 'c'].map((id) => ({ id, depth: 0 })), ...['z', 'y', 'x'].map((id) => ({ id, depth: 1 }))];
    const { placed } = layoutOf(nodes, [
      { from: 'x', to: 'a' },
      { from: 'y', to: 'b' },
      { from: 'z', to: 'c' },
    ]);
    for (const [low, high] of [
      ['x', 'a'],
      ['y', 'b'],
      ['z', 'c'],
    ] as const)
      expect(placed.get(low)!.x).toBe(placed.get(high)!.x);
  });
});

describe.skipIf(noEngine)('the drawing', () => {
  test('shows each work and link with its name, escaped, and a legend; styles it sets by attributes alone', async () => {
    const { text, mediaType } = await written(await holdingHere(collection), around, 'svg');
    expect(mediaType).toBe('image/svg+xml; charset=utf-8');
    expect(faultOf(text)).toBeNull();
    const $ = load(text, { xml: true });
    const works = 3 + hostile.length;
    expect($('g > g > rect[rx="6"]')).toHaveLength(works);
    // The conclusion alone is not held.
    expect($('g > g > rect[rx="6"][stroke-dasharray]')).toHaveLength(1);
    expect(
      $('path[marker-end]')
        .toArray()
        .filter((path) => $(path).attr('d')!.includes('C')),
    ).toHaveLength(works);
    const texts = $('text')
      .toArray()
      .map((one) => $(one).text());
    for (const shown of ['20-KH/TU', '01-KL/TW', 'thực hiện', 'sơ kết, tổng kết', 'nhắc đến', 'có trong kho'])
      expect(texts).toContain(shown);
    expect(texts.join('\n')).not.toContain('Không vẽ');
    expect($('script, style, [style], foreignObject, [onload]')).toHaveLength(0);
    const titles = $('title')
      .toArray()
      .map((one) => $(one).text());
    const [first] = hostile;
    expect(titles.some((title) => title.includes(first))).toBe(true);
    for (const { attribs } of $('path[marker-end]').toArray()) {
      expect($(attribs['marker-end']!.replace(/^url\((#.*)\)$/u, '$1'))).toHaveLength(1);
    }
  });

  test('of more than two hundred works leaves the farthest out, and says how many', async () => {
    const direct = Array.from({ length: 150 }, (_, at) =>
      document(idOf(100 + at), local(`${at + 1}-KH/HU`, 'Bến Tre/Ba Tri'), [says(plan, 'implements')]),
    );
    const second = Array.from({ length: 80 }, (_, at) =>
      document(idOf(300 + at), local(`${at + 1}-BC/HU`, 'Bến Tre/Ba Tri'), [says(local('1-KH/HU', 'Bến Tre/Ba Tri'), 'reviews')]),
    );
    const index = await holdingHere([document(idOf(1), plan, [says(conclusion, 'implements')]), ...direct, ...second]);
    const question = { about: 'graph', request: { of: '20-KH/TU', direction: 'both', depth: 3, limit: 1000 } } as const;
    const { text } = await written(index, question, 'svg');
    expect(faultOf(text)).toBeNull();
    const $ = load(text, { xml: true });
    expect($('g > g > rect[rx="6"]')).toHaveLength(200);
    expect(
      $('text')
        .toArray()
        .map((one) => $(one).text())
        .join('\n'),
    ).toContain('Không vẽ ở đây: 32 văn bản');
    // 152 works lie at most a step away: all of them are drawn.
    expect(text).toContain('>150-KH/HU<');
  });
});
