import { documentsIn, dossier } from './dossier/dossier.ts';
import type { Sources } from './dossier/sources.ts';
import { dot } from './dot.ts';
import { gexf } from './gexf.ts';
import type { GraphFile } from './graphFile.ts';
import { graphml } from './graphml.ts';
import { jsonLd } from './jsonLd.ts';
import { svg } from './svg.ts';

/** Kinds of files for whatever is told as tables. */
export const tableFormats = ['json', 'csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];
/** Kinds of files for works and the links between them. */
export const graphFormats = [...tableFormats, 'graphml', 'gexf', 'dot', 'jsonld', 'svg', 'docx'] as const;
export type GraphFormat = (typeof graphFormats)[number];
export type DrawnFormat = Exclude<GraphFormat, TableFormat>;

interface Form {
  readonly mediaType: string;
  /** How the name of such a file ends. */
  readonly ending: string;
}

const forms: Readonly<Record<GraphFormat, Form>> = {
  json: { mediaType: 'application/json; charset=utf-8', ending: '.json' },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', ending: '.csv' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: '.xlsx' },
  graphml: { mediaType: 'application/graphml+xml; charset=utf-8', ending: '.graphml' },
  gexf: { mediaType: 'application/gexf+xml; charset=utf-8', ending: '.gexf' },
  dot: { mediaType: 'text/vnd.graphviz; charset=utf-8', ending: '.dot' },
  jsonld: { mediaType: 'application/ld+json; charset=utf-8', ending: '.jsonld' },
  svg: { mediaType: 'image/svg+xml; charset=utf-8', ending: '.svg' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: '.docx' },
};

export const graphForm = (format: GraphFormat): Form => forms[format];

export function isTableFormat(format: GraphFormat): format is TableFormat {
  return (tableFormats as readonly string[]).includes(format);
}

/** A graph in a format that draws it or tells it as a graph. `sources` is asked for the files behind its words, where they are named. */
export async function drawn(
  format: DrawnFormat,
  file: GraphFile,
  sources: (documents: readonly string[]) => Promise<Sources>,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'graphml':
      return graphml(file);
    case 'gexf':
      return gexf(file);
    case 'dot':
      return dot(file);
    case 'jsonld':
      return jsonLd(file);
    case 'svg':
      return svg(file);
    case 'docx':
      return dossier(file, await sources(documentsIn(file)));
  }
}
