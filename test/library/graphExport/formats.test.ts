import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphFormats } from '#services/library/graphExport/formats.ts';
import type { Graph } from '#services/library/shapes.ts';
import type { Store } from '#services/store/port.ts';
import { noEngine } from '../../support/engine.ts';
import { holding } from '../chains/collection.ts';
import { around, collection, hostile, written } from './collection.ts';
import { gexfSchema, graphmlSchema, schemaFault } from './schemas.ts';
import { faultOf } from './wellFormed.ts';

let index: Store;
let graph: Graph;
beforeAll(async () => {
  index = await holding(collection);
  graph = JSON.parse((await written(index, around, 'json')).text);
});
afterAll(() => index.close());

const planId = '20-KH/TU@Bến Tre@2020-2025';
const conclusionId = '1-KL/TW@TW@XIII';
/** What XML cannot hold is shown by U+FFFD. */
const held = (text: string) => text.toWellFormed().replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

test.skipIf(noEngine)('well-formedness is told from what is not', () => {
  for (const xml of ['<a>', '<a></b>', '<a b="1" b="2"/>', '<a>&</a>', '<a>\u0007</a>', '<a b="<"/>', '<a/><b/>', '<a b=1/>', '<a/>x'])
    expect(faultOf(xml)).not.toBeNull();
  expect(faultOf('<?xml version="1.0"?>\n<a b="1">x &amp; y<c/></a>\n')).toBeNull();
});

test.skipIf(noEngine)('what a schema forbids is told from what it lets stand', () => {
  const graph = (inner: string, keys = '') =>
    `<graphml xmlns="x" xmlns:xsi="y" xsi:schemaLocation="z">${keys}<graph edgedefault="directed">${inner}</graph></graphml>`;
  const key = '<key id="k" for="node" attr.name="k" attr.type="string"/>';
  expect(schemaFault(graph('<node id="n0"><data key="k">a</data></node><edge source="n0" target="n0"/>', key), graphmlSchema)).toBeNull();
  for (const xml of [
    graph('<node id="20-KH/TU"/>'),
    graph('<edge source="a" target="b"/><node id="a"/>'),
    graph('<node/>'),
    graph('<node id="a" label="b"/>'),
    graph('<node id="a">b</node>'),
    graph('<nodes/>'),
    graph('', key.replace('string', 'date')),
    '<graph edgedefault="directed"/>',
  ])
    expect(schemaFault(xml, graphmlSchema)).not.toBeNull();
});

test.skipIf(noEngine)('the graph that is written holds the chain and every hostile title', () => {
  expect(graph.root).toBe(planId);
  expect(graph.nodes).toHaveLength(3 + hostile.length);
  expect(graph.edges).toHaveLength(3 + hostile.length);
});

test.skipIf(noEngine).each(graphFormats)('%s is the same bytes for the same answer', async (format) => {
  expect((await written(index, around, format)).bytes.equals((await written(index, around, format)).bytes)).toBe(true);
});

describe.skipIf(noEngine)('GraphML', () => {
  test('has nodes with ids that it allows, edges between them, declared attributes, and every title', async () => {
    const { text } = await written(index, around, 'graphml');
    expect([faultOf(text), schemaFault(text, graphmlSchema)]).toEqual([null, null]);
    const $ = load(text, { xml: true });
    expect($('graphml').attr('xmlns')).toBe('http://graphml.graphdrawing.org/xmlns');
    expect($('graphml > graph').attr('edgedefault')).toBe('directed');
    const nodes = $('graph > node').toArray();
    expect(nodes.map((node) => node.attribs.id)).toEqual(graph.nodes.map((_, at) => `n${at}`));
    const keys = new Set(
      $('graphml > key')
        .toArray()
        .map((key) => key.attribs.id),
    );
    for (const data of $('data').toArray()) expect(keys).toContain(data.attribs.key);
    for (const key of $('graphml > key').toArray()) expect(['string', 'int', 'boolean']).toContain(key.attribs['attr.type']);
    const value = (node: (typeof nodes)[number], key: string) => $(node).children(`data[key="${key}"]`).text();
    expect(nodes.map((node) => value(node, 'node-work'))).toEqual(graph.nodes.map(({ id }) => id));
    expect(nodes.map((node) => value(node, 'node-title'))).toEqual(graph.nodes.map(({ title }) => held(title ?? '')));
    const idOf = new Map(nodes.map((node) => [node.attribs.id, value(node, 'node-work')]));
    const ends = $('graph > edge')
      .toArray()
      .map(({ attribs }) => [idOf.get(attribs.source!), idOf.get(attribs.target!)]);
    expect(ends).toEqual(graph.edges.map(({ from, to }) => [from, to]));
    const conclusion = nodes.find((node) => value(node, 'node-work') === conclusionId)!;
    expect([value(conclusion, 'node-held'), value(conclusion, 'node-depth'), value(conclusion, 'node-address')]).toEqual([
      ...['false', '-1', '/vb/tw/kl/01-kl-tw/2021-05-18'],
    ]);
    const quotes = $('graph > edge')
      .toArray()
      .map((edge) => $(edge).children('data[key="edge-quote"]').text());
    expect(quotes).toEqual(graph.edges.map(({ witnesses }) => held(witnesses[0]!.quote)));
  });
});

describe.skipIf(noEngine)('GEXF', () => {
  test('is of version 1.3, declares what it tells, and bears the ids of works', async () => {
    const { text } = await written(index, around, 'gexf');
    expect([faultOf(text), schemaFault(text, gexfSchema)]).toEqual([null, null]);
    const $ = load(text, { xml: true });
    expect([$('gexf').attr('version'), $('gexf').attr('xmlns')]).toEqual(['1.3', 'http://gexf.net/1.3']);
    expect(
      $('gexf > graph')
        .children()
        .toArray()
        .map(({ tagName }) => tagName),
    ).toEqual(['attributes', 'attributes', 'nodes', 'edges']);
    expect(
      $('nodes > node')
        .toArray()
        .map(({ attribs }) => attribs.id),
    ).toEqual(graph.nodes.map(({ id }) => id));
    expect(
      $('edges > edge')
        .toArray()
        .map(({ attribs }) => [attribs.source, attribs.target, attribs.kind]),
    ).toEqual(graph.edges.map(({ from, to, kind }) => [from, to, kind]));
    for (const of of ['node', 'edge']) {
      const declared = new Set(
        $(`attributes[class="${of}"] > attribute`)
          .toArray()
          .map((one) => $(one).attr('id')),
      );
      for (const value of $(`${of} > attvalues > attvalue`).toArray()) expect(declared).toContain($(value).attr('for'));
    }
    const titles = graph.nodes.map(({ id }) => $(`node[id="${id}"] > attvalues > attvalue[for="title"]`).attr('value'));
    expect(titles).toEqual(graph.nodes.map(({ title }) => (title === null ? undefined : held(title))));
    const colour = $('nodes > node').first().children('viz\\:color').attr();
    for (const part of ['r', 'g', 'b']) expect(Number(colour![part])).toBeLessThan(256);
  });
});

/** Statements of a DOT file within its braces, each with its quoted strings read; fails where quotation marks do not close. */
function statementsOf(dot: string): { words: string; strings: string[] }[] {
  const body = dot.slice(dot.indexOf('{') + 1, dot.lastIndexOf('}'));
  return body
    .trim()
    .split('\n')
    .map((line) => {
      const strings: string[] = [];
      const words = line.replace(/"((?:[^"\\]|\\.)*)"/gu, (_, inner: string) => {
        strings.push(inner);
        return '$';
      });
      return { words: words.trim(), strings };
    });
}

describe.skipIf(noEngine)('DOT', () => {
  test('is a statement a line, with whatever titles hold between quotation marks', async () => {
    const { text } = await written(index, around, 'dot');
    const statements = statementsOf(text);
    expect(statements).toHaveLength(3 + graph.nodes.length + graph.edges.length);
    for (const { words } of statements) expect(words).toMatch(/^(?:\w+|n\d+ -> n\d+) \[\w+=[$\w.]+(?:, \w+=[$\w.]+)*\];$/u);
    expect(statements.filter(({ words }) => words.includes('->'))).toHaveLength(graph.edges.length);
    const read = (written: string) => written.replace(/\\(.)/gu, '$1').replaceAll('&amp;', '&');
    // Tooltips are read twice.
    const strings = statements.flatMap(({ strings }) => strings.flatMap((one) => [read(one), read(read(one))]));
    for (const title of hostile) expect(strings.some((string) => string.endsWith(held(oneLine(title))))).toBe(true);
  });

  test('is read by Graphviz', async ({ skip }) => {
    const { text } = await written(index, around, 'dot');
    const run = spawnSync('dot', ['-Tsvg'], { input: text, encoding: 'utf8' });
    skip(run.error !== undefined, 'Graphviz (dot) is not installed');
    expect([run.status, run.stderr]).toEqual([0, '']);
    const drawing = run.stdout.replace(/<!DOCTYPE[^>]*>/u, '').replace(/<!--.*?-->/gsu, '');
    expect(faultOf(drawing)).toBeNull();
    const $ = load(drawing, { xml: true });
    expect([$('g.node').length, $('g.edge').length]).toEqual([graph.nodes.length, graph.edges.length]);
    const tooltips = (of: string) =>
      new Set(
        $(of)
          .toArray()
          .map((one) => $(one).attr('xlink:title')),
      );
    const shown = (title: string) => held(oneLine(title));
    for (const title of hostile) {
      expect([...tooltips('g.node a')].filter((one) => one?.endsWith(` – ${shown(title)}`))).toHaveLength(1);
      expect(tooltips('g.edge a')).toContain(shown(title));
    }
  });
});

describe.skipIf(noEngine)('JSON-LD', () => {
  test('tells works as legislation under their addresses, their links, and the words that state them', async () => {
    const { hasPart, ...about } = JSON.parse((await written(index, around, 'jsonld')).text);
    expect(about).toMatchObject({
      '@context': 'https://schema.org',
      version: '9.9.9',
      mainEntity: { '@id': '/vb/ben-tre/kh/20-kh-tu/2021-09-06' },
    });
    const works = hasPart.filter((one: { '@type': string }) => one['@type'] === 'Legislation');
    const words = hasPart.filter((one: { '@type': string }) => one['@type'] === 'Quotation');
    expect(works).toHaveLength(graph.nodes.length);
    const plan = works.find((one: { name: string }) => one.name === '20-KH/TU');
    expect(plan).toMatchObject({
      ...{
        legislationIdentifier: '20-KH/TU',
        legislationDate: '2021-09-06',
        legislationType: 'Kế hoạch',
        description: 'về bảo vệ nguồn nước',
      },
      legislationJurisdiction: { '@type': 'AdministrativeArea', name: 'Bến Tre' },
      legislationTransposes: [{ '@id': '/vb/tw/kl/01-kl-tw/2021-05-18' }],
    });
    const report = works.find((one: { name: string }) => one.name === '88-BC/HU');
    expect(report).toMatchObject({ about: [{ '@id': plan['@id'] }], citation: [{ '@id': '/vb/tw/kl/01-kl-tw/2021-05-18' }] });
    const iris = new Set(works.map((one: { '@id': string }) => one['@id']));
    for (const word of words) for (const end of word.about) expect(iris).toContain(end['@id']);
    expect(words.map((word: { text: string }) => word.text)).toEqual(expect.arrayContaining(hostile.map((one) => one.toWellFormed())));
  });
});
