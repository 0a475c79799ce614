import { Failure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import { addressesFor } from '../addresses.ts';
import { jsonText } from '../export/jsonText.ts';
import type { WorkView } from '../shapes.ts';
import type { SourceOfWords, Sources } from './dossier/sources.ts';
import { drawn, type GraphFormat, graphForm, isTableFormat, tableFormats } from './formats.ts';
import type { About } from './graphFile.ts';
import { bytesOf } from './pieces.ts';
import { answered, type ChainQuestion } from './questions.ts';
import { tablesAsCsv, tablesAsXlsx } from './tables/files.ts';

/** An answer as a file, or the works that the question could mean. */
export type ChainFile =
  | {
      readonly file: null;
      readonly choices: readonly WorkView[];
      /** Those of the second end, of a question about two. */
      readonly choicesOther: readonly WorkView[];
    }
  | {
      readonly file: {
        /** A name to save it under. */
        readonly name: string;
        readonly mediaType: string;
        readonly bytes: AsyncIterable<Uint8Array>;
        /** True where there is more than the file tells. */
        readonly cut: boolean;
      };
    };

/**
 * The answer to a question about chains as a file of this format. CSV holds the first of the tables, XLSX all of them.
 *
 * @throws Failure as the question does, and `bad-request` for a format of graphs where the answer is none.
 */
export async function chainFile(
  index: Store,
  question: ChainQuestion,
  format: GraphFormat,
  made: Omit<About, 'asked'>,
): Promise<ChainFile> {
  const answer = await answered(index, question);
  const { choices, choicesOther, graph, tables, works, cut } = answer;
  if (choices.length > 0 || choicesOther.length > 0) return { file: null, choices, choicesOther };
  const { mediaType, ending } = graphForm(format);
  const file = (bytes: AsyncIterable<Uint8Array>): ChainFile => ({
    file: { name: `vankien ${fileName(answer.name)}${ending}`, mediaType, bytes, cut },
  });
  if (format === 'json') return file(bytesOf([`${jsonText(answer.whole)}\n`]));
  const about: About = { asked: answer.asked, ...made };
  const addresses = await addressesFor(index, works);
  if (isTableFormat(format)) {
    const all = tables(addresses, about);
    return file(bytesOf(format === 'csv' ? tablesAsCsv(all) : tablesAsXlsx(all)));
  }
  if (graph === null) throw new Failure('bad-request', `A list has no form as ${format}; take one of ${tableFormats.join(', ')}.`);
  return file(bytesOf([await drawn(format, { graph, addresses, about }, (documents) => sourcesOf(index, documents))]));
}

/** Records are large: so many are in memory at once. */
const sourcesAtOnce = 50;

/** The files of documents, in the order of the ids; ids of documents that are gone are left out. */
async function sourcesOf(index: Pick<Store, 'bodies'>, documents: readonly string[]): Promise<Sources> {
  const found = new Map<string, SourceOfWords>();
  const ids = documents.toSorted();
  for (let at = 0; at < ids.length; at += sourcesAtOnce)
    for (const { id, body } of await index.bodies(ids.slice(at, at + sourcesAtOnce)))
      found.set(id, { id, name: body.file.name, hash: body.file.hash, pipeline: body.pipeline });
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What was asked, without the signs that names of files do not bear. */
function fileName(words: string): string {
  const said = words.replace(/[\p{Cc}\p{White_Space}/\\:*?"<>|.]+/gu, ' ').trim();
  return Array.from(said).slice(0, 60).join('').trim();
}
