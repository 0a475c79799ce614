import type { GraphEdge, GraphNode } from '../shapes.ts';
import type { GraphFile } from './graphFile.ts';
import { kindName } from './wording.ts';

/** What GraphML and GEXF keep of each work and link, by one list: a name, its type there, and the value. Nulls are left out. */
export interface Attribute<Of> {
  readonly id: string;
  readonly type: 'string' | 'int' | 'boolean';
  readonly value: (of: Of) => string | number | boolean | null;
}

export function nodeAttributes({ addresses }: Pick<GraphFile, 'addresses'>): readonly Attribute<GraphNode>[] {
  return [
    { id: 'work', type: 'string', value: ({ id }) => id },
    { id: 'address', type: 'string', value: ({ id }) => addresses.get(id) ?? null },
    { id: 'number', type: 'string', value: ({ key }) => key },
    { id: 'type', type: 'string', value: ({ type }) => type },
    { id: 'title', type: 'string', value: ({ title }) => title },
    { id: 'issuer', type: 'string', value: ({ issuer }) => issuer },
    { id: 'scope', type: 'string', value: ({ scope }) => scope },
    { id: 'term', type: 'string', value: ({ term }) => term },
    { id: 'date', type: 'string', value: ({ date }) => date },
    { id: 'datesSaid', type: 'string', value: ({ claimed }) => (claimed.dates.length < 2 ? null : listOf(claimed.dates)) },
    { id: 'level', type: 'string', value: ({ level }) => level },
    { id: 'held', type: 'boolean', value: ({ held }) => held.length > 0 },
    { id: 'documents', type: 'string', value: ({ held }) => (held.length === 0 ? null : held.map(({ id }) => id).join(' ')) },
    { id: 'cited', type: 'int', value: ({ cited }) => cited },
    { id: 'depth', type: 'int', value: ({ depth }) => depth },
  ];
}

/** `quote`, `document` and `page` are of the first statement; files of statements hold all. */
export const edgeAttributes: readonly Attribute<GraphEdge>[] = [
  { id: 'relation', type: 'string', value: ({ relation }) => relation },
  { id: 'kind', type: 'string', value: ({ kind }) => kind },
  { id: 'kinds', type: 'string', value: ({ kinds }) => kinds.map(({ kind }) => kind).join(' ') },
  { id: 'name', type: 'string', value: ({ kind }) => kindName(kind) },
  { id: 'confidence', type: 'string', value: ({ kinds }) => kinds[0]?.confidence ?? null },
  { id: 'claims', type: 'int', value: ({ claims }) => claims },
  { id: 'quote', type: 'string', value: ({ witnesses }) => witnesses[0]?.quote ?? null },
  { id: 'document', type: 'string', value: ({ witnesses }) => witnesses[0]?.document ?? null },
  { id: 'file', type: 'string', value: ({ witnesses }) => witnesses[0]?.name ?? null },
  { id: 'page', type: 'int', value: ({ witnesses }) => witnesses[0]?.page ?? null },
];

function listOf(values: readonly { readonly value: string; readonly documents: number }[]): string {
  return values.map(({ value, documents }) => `${value} (${documents})`).join('; ');
}
