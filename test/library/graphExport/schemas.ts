import { load } from 'cheerio';

/** What the schema of a format lets an element hold, as far as our files use it. */
interface Rule {
  /** Elements in it, in this order; `*`: any number of them, `?`: at most one, else just one. */
  readonly holds: readonly string[];
  /** Its attributes with what their values must look like; `?` behind the name: it may be missing. */
  readonly attributes: Readonly<Record<string, RegExp>>;
  /** True where text may stand in it. */
  readonly text?: boolean;
}
export type Schema = Readonly<Record<string, Rule>>;

const token = /^[\p{L}\p{N}._:-]+$/u;
const any = /^/u;
const some = /./su;
const count = /^\d+$/u;
const day = /^\d{4}-\d\d-\d\d$/u;
const channel = /^(?:\d\d?|1\d\d|2[0-4]\d|25[0-5])$/u;

/** GraphML 1.0: graphml-structure.xsd and graphml-attributes.xsd of graphdrawing.org; ids are NMTOKENs there. */
export const graphmlSchema: Schema = {
  graphml: { holds: ['desc?', 'key*', 'graph'], attributes: { xmlns: some, 'xmlns:xsi': some, 'xsi:schemaLocation': some } },
  desc: { holds: [], attributes: {}, text: true },
  key: {
    holds: ['desc?', 'default?'],
    attributes: {
      id: token,
      for: /^(?:all|graphml|graph|node|edge)$/u,
      'attr.name': token,
      'attr.type': /^(?:boolean|int|long|float|double|string)$/u,
    },
  },
  graph: { holds: ['node*', 'edge*'], attributes: { 'id?': token, edgedefault: /^(?:un)?directed$/u } },
  node: { holds: ['data*'], attributes: { id: token } },
  edge: { holds: ['data*'], attributes: { 'id?': token, source: token, target: token } },
  data: { holds: [], attributes: { key: token }, text: true },
};

/** GEXF 1.3: gexf.rng, dynamics.rng and viz.rng of gexf.net. */
export const gexfSchema: Schema = {
  gexf: { holds: ['meta?', 'graph'], attributes: { xmlns: some, 'xmlns:viz': some, version: /^1\.3$/u } },
  meta: { holds: ['creator?', 'description?'], attributes: { 'lastmodifieddate?': day } },
  creator: { holds: [], attributes: {}, text: true },
  description: { holds: [], attributes: {}, text: true },
  graph: {
    holds: ['attributes*', 'nodes', 'edges'],
    attributes: { mode: /^(?:static|dynamic)$/u, defaultedgetype: /^(?:directed|undirected|mutual)$/u },
  },
  attributes: { holds: ['attribute*'], attributes: { class: /^(?:node|edge)$/u, mode: /^(?:static|dynamic)$/u } },
  attribute: {
    holds: [],
    attributes: { id: some, title: any, type: /^(?:integer|long|double|float|boolean|liststring|string|anyURI)$/u },
  },
  nodes: { holds: ['node*'], attributes: { 'count?': count } },
  edges: { holds: ['edge*'], attributes: { 'count?': count } },
  node: { holds: ['attvalues?', 'viz:color?'], attributes: { id: some, label: any } },
  edge: {
    holds: ['attvalues?', 'viz:color?'],
    attributes: { id: some, source: some, target: some, kind: any, label: any, weight: /^\d+(?:\.\d+)?$/u },
  },
  attvalues: { holds: ['attvalue*'], attributes: {} },
  attvalue: { holds: [], attributes: { for: some, value: any } },
  'viz:color': { holds: [], attributes: { r: channel, g: channel, b: channel } },
};

/** What in a file is first against the rules of its schema; null where nothing is. */
export function schemaFault(xml: string, schema: Schema): string | null {
  const $ = load(xml, { xml: true });
  const elements = $('*')
    .toArray()
    .filter((one) => 'attribs' in one);
  if (elements[0]?.tagName !== Object.keys(schema)[0]) return `the root is ${elements[0]?.tagName}`;
  for (const { tagName, attribs, childNodes } of elements) {
    const rule = schema[tagName];
    if (rule === undefined) return `<${tagName}> is no element`;
    const children = childNodes.flatMap((child) => ('tagName' in child ? [child.tagName] : []));
    const order = new RegExp(
      `^${rule.holds.map((name) => `(?:${name.replace(/[*?]$/u, '')} )${/[*?]$/u.exec(name)?.[0] ?? ''}`).join('')}$`,
      'u',
    );
    if (!order.test(children.map((child) => `${child} `).join(''))) return `<${tagName}> holds ${[...new Set(children)].join(', ')}`;
    const wanted = Object.entries(rule.attributes).map(([name, value]) => ({
      name: name.replace(/\?$/u, ''),
      value,
      isNeeded: !name.endsWith('?'),
    }));
    for (const { name, value, isNeeded } of wanted) {
      const given = attribs[name];
      if (given === undefined ? isNeeded : !value.test(given)) return `<${tagName} ${name}="${given}">`;
    }
    for (const name of Object.keys(attribs)) if (!wanted.some((one) => one.name === name)) return `<${tagName}> has no ${name}`;
    const words = childNodes.flatMap((child) => (child.type === 'text' ? child.data.trim() : '')).join('');
    if (rule.text !== true && words !== '') return `<${tagName}> holds “${words}”`;
  }
  return null;
}
