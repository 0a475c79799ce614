import { asFailure, Failure } from '#ingest/model/failure.ts';
import type { Indexes } from '#services/store/port.ts';
import { add } from './add.ts';
import { auditDraft } from './audit/draft/auditDraft.ts';
import { type Collection, openCollection, type Parts } from './collection.ts';
import { decisionsIn } from './decisions/decisions.ts';
import { doctor } from './doctor.ts';
import { failing } from './failing.ts';
import { goBack } from './goBack.ts';
import { keeperOf } from './keeper.ts';
import type { Library } from './library.ts';
import { questionsTo } from './questions.ts';
import { readersOf } from './readers.ts';
import { rebuild } from './rebuild.ts';
import { savedIn } from './saved/saved.ts';
import { original } from './show.ts';

/** The library on a folder. Reading needs no lock; writing takes it for as long as it lasts. */
export async function makeLibrary(parts: Parts): Promise<Library> {
  const collection = await failing(() => openCollection(parts));
  const { ledger, originals, readers, writers } = collection;
  const keeper = keeperOf(writers);
  if (parts.create) await failing(() => settle(collection));
  if (parts.create && !ledger.isSettled()) keeper.wake();

  const questions = questionsTo(readers.reading, parts.pipeline, parts.now);
  return {
    ...questions,
    saved: savedIn(ledger, { now: parts.now, added: questions.added }),
    decisions: decisionsIn(collection, () => keeper.wake()),
    async *add(files) {
      try {
        for await (const outcome of add(collection, files)) {
          // Not at the end alone: taking many files in may go on for hours after the index is back.
          if (outcome.document !== null && !outcome.searchable) keeper.wake();
          yield outcome;
        }
      } catch (thrown) {
        throw asFailure(thrown);
      } finally {
        if (!ledger.isSettled()) keeper.wake();
      }
    },
    auditDraft: (file) => failing(() => auditDraft(readers.reading, parts, file)),
    original: (id, revision) => failing(() => original(ledger, originals, id, revision)),
    doctor: () => failing(() => doctor(collection)),
    rebuild: (progress) => failing(() => rebuild(collection, progress)),
    goBack: () => failing(() => goBack(collection)),
    async close() {
      await keeper.close();
      await failing(() => collection.close());
    },
  };
}

/** A library that only asks: it needs the index and nothing else, so that any number of processes can stand beside the one that writes. */
export function makeReadingLibrary(indexes: Indexes, parts: Pick<Parts, 'pipeline' | 'extract' | 'maxFileBytes'>): Library {
  const readers = readersOf(indexes);
  return {
    ...questionsTo(readers.reading, parts.pipeline),
    auditDraft: (file) => failing(() => auditDraft(readers.reading, parts, file)),
    ...refusals,
    saved: { list: elsewhere, find: elsewhere, save: elsewhere, remove: elsewhere, look: elsewhere },
    decisions: { list: keptElsewhere, decide: keptElsewhere, undo: keptElsewhere },
    async original() {
      throw new Failure('original-elsewhere');
    },
    async close() {
      await readers.retire();
      await indexes.close();
    },
  };
}

/** The same library for a process that is to take no documents in. */
export function onlyReading(library: Library): Library {
  const { list, find, look } = library.saved;
  const saved = {
    list,
    find,
    look: (...[id, how]: Parameters<typeof look>) => (how.seen ? refuse() : look(id, how)),
    save: refuse,
    remove: refuse,
  };
  const decisions = { list: library.decisions.list, decide: refuse, undo: refuse };
  return { ...library, ...refusals, saved, decisions };
}

const refuse = async (): Promise<never> => {
  throw new Failure('read-only');
};

const elsewhere = async (): Promise<never> => {
  throw new Failure('saved-elsewhere');
};

const keptElsewhere = async (): Promise<never> => {
  throw new Failure('decisions-elsewhere');
};

/** What changes a collection, refused. */
const refusals = {
  // biome-ignore lint/correctness/useYield: it refuses before there is anything to tell.
  async *add(): AsyncGenerator<never> {
    throw new Failure('read-only');
  },
  doctor: refuse,
  rebuild: refuse,
  goBack: refuse,
};

/**
 * A new collection gets its index, and an interrupted one is repaired, before the first question is asked of it.
 * Where a writer is at work it leaves things unsettled for good reason: readers go on with what is there.
 */
async function settle({ ledger, indexes, writers }: Collection): Promise<void> {
  // Whether there is an index cannot be told while the engine is away.
  const missing = !(await indexes.has('current').catch(() => true));
  if (ledger.isSettled() && !missing) return;
  try {
    await writers.enter();
    await writers.leave('done');
  } catch (thrown) {
    if (missing || asFailure(thrown).code !== 'collection-busy') throw thrown;
  }
}
