import { asFailure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import { atAddress } from './atAddress.ts';
import { audit } from './audit/audit.ts';
import { cascade } from './chains/cascade.ts';
import { effect } from './chains/effect.ts';
import { matrix } from './chains/matrix.ts';
import { missing } from './chains/missing.ts';
import { partsMatrix } from './chains/parts.ts';
import { paths } from './chains/paths.ts';
import { statements } from './chains/statements.ts';
import { trace } from './chains/trace.ts';
import { undecided } from './decisions/undecided.ts';
import { failing } from './failing.ts';
import { chainFile } from './graphExport/chainFile.ts';
import { draftFile } from './graphExport/draftFile.ts';
import type { Library } from './library.ts';
import { repeats } from './likeness/repeats.ts';
import { similar } from './likeness/similar.ts';
import { answerLine, knownNumbers } from './list/answer.ts';
import { added } from './saved/added.ts';
import { search } from './search/search.ts';
import { suggest } from './search/suggest.ts';
import { queryFor } from './search/ways.ts';
import { show, text } from './show.ts';
import { tasks } from './tasks.ts';

/** What can be asked of an index alone, by any process that reaches it. */
export type Questions = Pick<
  Library,
  | ('search' | 'suggest' | 'all' | 'added' | 'lookUp' | 'show' | 'text' | 'similar' | 'repeats' | 'tasks' | 'stats' | 'ready')
  | ('trace' | 'statements' | 'paths' | 'cascade' | 'effect' | 'matrix' | 'partsMatrix' | 'missing' | 'undecided')
  | ('audit' | 'chainFile' | 'draftFile' | 'at')
>;

export function questionsTo(
  reading: <T>(work: (index: Store) => Promise<T>) => Promise<T>,
  pipeline: string,
  now: () => Date = () => new Date(),
): Questions {
  return {
    search: (words, filters, page) => failing(() => reading((index) => search(index, words, filters, page))),
    suggest: (typed, limit) => failing(() => reading((index) => suggest(index, typed, limit))),
    async *all(words, filters) {
      const steps = await failing(() => reading(async (index) => index.scan(await queryFor(index, words, filters, 'loose'))));
      try {
        yield* steps;
      } catch (thrown) {
        throw asFailure(thrown);
      }
    },
    added: (words, filters, request) => failing(() => reading((index) => added(index, words, filters, request))),
    async *lookUp(lines) {
      const known = knownNumbers();
      for (const line of lines) yield await failing(() => reading((index) => answerLine(index, line, known)));
    },
    show: (ref) => failing(() => reading((index) => show(index, ref))),
    text: (id) => failing(() => reading((index) => text(index, id))),
    similar: (id, most) => failing(() => reading((index) => similar(index, id, most))),
    repeats: (id, request) => failing(() => reading((index) => repeats(index, id, request))),
    trace: (request) => failing(() => reading((index) => trace(index, request))),
    statements: (request) => failing(() => reading((index) => statements(index, request))),
    paths: (request) => failing(() => reading((index) => paths(index, request))),
    cascade: (request) => failing(() => reading((index) => cascade(index, request))),
    effect: (request) => failing(() => reading((index) => effect(index, request))),
    matrix: (request) => failing(() => reading((index) => matrix(index, request))),
    partsMatrix: (request) => failing(() => reading((index) => partsMatrix(index, request))),
    missing: (request) => failing(() => reading((index) => missing(index, request))),
    chainFile: (question, format) => failing(() => reading((index) => chainFile(index, question, format, { made: now(), pipeline }))),
    draftFile: (report, format) => draftFile(report, format, { made: now(), pipeline }),
    at: (of) => failing(() => reading((index) => atAddress(index, of))),
    undecided: (request) => failing(() => reading((index) => undecided(index, request))),
    audit: (request) => failing(() => reading((index) => audit(index, request))),
    tasks: (filter, page) => failing(() => reading((index) => tasks(index, filter, page))),
    stats: () =>
      failing(() =>
        reading(async (index) => {
          const { byType, byRelation, ...counts } = await index.stats();
          return { ...counts, byType: [...byType], byRelation: [...byRelation], pipeline };
        }),
      ),
    async ready() {
      try {
        await reading((index) => index.list(null, 1));
        return true;
      } catch {
        return false;
      }
    },
  };
}
