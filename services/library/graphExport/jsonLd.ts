import type { RelationKind } from '#ingest/model/relation.ts';
import { typeNameOf } from '../export/entry.ts';
import { jsonText } from '../export/jsonText.ts';
import type { EdgeWitness, GraphEdge, GraphNode } from '../shapes.ts';
import type { GraphFile } from './graphFile.ts';
import { nameOf } from './wording.ts';

/**
 * How relations are told in schema.org. `legislationChanges` takes in amendment, correction, replacement and repeal; `legislationTransposes` is said of what
 * fulfils the objectives of another act by measures to carry it out; what sums another document up is about it; a ground is what an act is based on.
 */
const properties: Readonly<Record<RelationKind, string>> = {
  amends: 'legislationChanges',
  corrects: 'legislationChanges',
  extends: 'legislationChanges',
  replaces: 'legislationChanges',
  repeals: 'legislationChanges',
  suspends: 'legislationChanges',
  reviews: 'about',
  'reports-on': 'about',
  implements: 'legislationTransposes',
  continues: 'legislationTransposes',
  guides: 'legislationTransposes',
  concretizes: 'legislationTransposes',
  basis: 'isBasedOn',
  'on-proposal': 'isBasedOn',
  related: 'mentions',
  cites: 'citation',
  consolidates: 'legislationConsolidates',
  answers: 'citation',
};

/**
 * A graph as JSON-LD in the terms of schema.org. Each work is a `Legislation` under its address:
 *
 * | of a work                     | in schema.org                                                     |
 * | number                        | legislationIdentifier                                             |
 * | number, else title            | name; with a number the title is `description`                    |
 * | date of its head              | legislationDate (left out where what is said contradicts itself)  |
 * | name of its type              | legislationType                                                   |
 * | issuing body                  | legislationPassedBy, an Organization                              |
 * | whose number series, a place  | legislationJurisdiction, an AdministrativeArea                    |
 * | files held here               | encoding, MediaObjects                                            |
 *
 * Each statement is a `Quotation` about both works, part of the document that says it, with the page as `position` and the kind of relation as `name`.
 */
export function jsonLd({ graph, addresses, about }: GraphFile): string {
  const iri = (id: string) => addresses.get(id) ?? `/vb/${encodeURIComponent(id)}`;
  const byFrom = Map.groupBy(graph.edges, ({ from }) => from);
  const works = graph.nodes.map((node) => legislation(node, byFrom.get(node.id) ?? [], iri));
  const quotations = graph.edges.flatMap((edge) => edge.witnesses.map((witness) => quotation(edge, witness, iri)));
  const document = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: about.asked.join('; '),
    dateModified: about.made.toISOString(),
    version: about.pipeline,
    creator: { '@type': 'SoftwareApplication', name: 'Vankien' },
    ...(graph.truncated ? { creativeWorkStatus: 'truncated' } : {}),
    ...(graph.root === null ? {} : { mainEntity: { '@id': iri(graph.root) } }),
    hasPart: [...works, ...quotations],
  };
  return `${jsonText(document, 2)}\n`;
}

function legislation(node: GraphNode, links: readonly GraphEdge[], iri: (id: string) => string): Record<string, unknown> {
  const { id, key, title, date, type, issuer, scope, held } = node;
  const told = new Map<string, Set<string>>();
  for (const { to, kinds } of links)
    for (const { kind } of kinds) told.set(properties[kind], (told.get(properties[kind]) ?? new Set()).add(iri(to)));
  return {
    '@type': 'Legislation',
    '@id': iri(id),
    name: nameOf(node),
    ...(key === null ? {} : { legislationIdentifier: key }),
    ...(key === null || title === null ? {} : { description: title }),
    ...(date === null ? {} : { legislationDate: date }),
    ...(type === null ? {} : { legislationType: typeNameOf(type) ?? type }),
    ...(issuer === null ? {} : { legislationPassedBy: { '@type': 'Organization', name: issuer } }),
    ...(scope === null ? {} : { legislationJurisdiction: { '@type': 'AdministrativeArea', name: scope === 'TW' ? 'Việt Nam' : scope } }),
    ...(held.length === 0 ? {} : { encoding: held.map((one) => ({ '@type': 'MediaObject', identifier: one.id, name: one.name })) }),
    ...Object.fromEntries(Array.from(told, ([property, ids]) => [property, [...ids].map((to) => ({ '@id': to }))])),
  };
}

function quotation({ from, to }: GraphEdge, witness: EdgeWitness, iri: (id: string) => string): Record<string, unknown> {
  return {
    '@type': 'Quotation',
    name: witness.kind,
    text: witness.quote,
    about: [{ '@id': iri(from) }, { '@id': iri(to) }],
    isPartOf: { '@type': 'DigitalDocument', identifier: witness.document, name: witness.name },
    position: witness.page,
  };
}
