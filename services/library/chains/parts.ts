import { Failure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import type { MatrixRow, PartsMatrix } from '../shapes.ts';
import { type MatrixRequest, matrix } from './matrix.ts';
import { partsOf } from './partsOf.ts';
import { cellOf, markerOf, type ReadAnswer, readAnswer, tellingOf } from './partsTold.ts';
import { nameOf } from './view.ts';

/** As a matrix, of one directive. */
export type PartsRequest = Omit<MatrixRequest, 'directives'> & { readonly of: string };

/** Most parts that become columns. */
const mostParts = 60;
/** Bodies that are read together: they are the whole texts. */
const atOnce = 50;

/**
 * Units against the parts of one directive: which documents of each unit that answer it name the part, or hold a passage with the words that tell this part from the others. The
 * latter is a guess and says by which words it was made. At most three documents of a unit are looked at.
 *
 * @throws Failure `not-found` where nobody knows the number; `bad-request` where the directive is not held here, or has no parts.
 */
export async function partsMatrix(index: Store, { of, ...request }: PartsRequest): Promise<PartsMatrix> {
  const { columns, rows, total, works, choices, truncated } = await matrix(index, { ...request, directives: [of] });
  const [column] = columns;
  if (column === undefined) return { directive: null, document: null, parts: [], partsMore: 0, total: 0, rows: [], choices, truncated };
  const { work } = column;
  const [document] = work.held;
  if (document === undefined)
    throw new Failure('bad-request', `${nameOf(work)} is not held here: only of a directive that is can the parts be told.`);
  const [directive] = await index.bodies([document.id]);
  const all = directive === undefined ? [] : partsOf(directive);
  if (all.length === 0) throw new Failure('bad-request', `No parts, neither headings nor numbered points, were found in ${document.name}.`);
  const parts = all.slice(0, mostParts);

  const held = new Map(works.map((one) => [one.id, one.held]));
  const documentsOf = ({ cells: [cell] }: MatrixRow) => (cell?.answers ?? []).flatMap((answer) => held.get(answer.work)?.slice(0, 1) ?? []);
  const ids = [...new Set(rows.flatMap((row) => documentsOf(row).map(({ id }) => id)))];
  const read = new Map<string, ReadAnswer>();
  for (let at = 0; at < ids.length; at += atOnce)
    for (const body of await index.bodies(ids.slice(at, at + atOnce))) read.set(body.id, readAnswer(body, work.symbol));

  const telling = tellingOf(parts, [...read.values()]);
  const markers = parts.map(({ heading }) => markerOf(heading));
  const isOnly = (at: number) => markers.filter((marker) => marker === markers[at]).length === 1;
  return {
    directive: work,
    document,
    parts,
    partsMore: all.length - parts.length,
    total,
    rows: rows.map((row) => {
      const documents = documentsOf(row);
      const answers = documents.flatMap(({ id }) => read.get(id) ?? []);
      return {
        unit: row.unit,
        documents,
        more: (row.cells[0]?.documents ?? 0) - documents.length,
        cells: telling.map((part, at) => cellOf(part, isOnly(at), answers)),
      };
    }),
    choices,
    truncated,
  };
}
