import { randomUUID } from 'node:crypto';
import { Failure } from '#ingest/model/failure.ts';
import type { Store } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { knownSymbol, knownSymbols } from '../chains/known.ts';
import type { Collection } from '../collection.ts';
import { failing } from '../failing.ts';
import type { DecisionList, DecisionView, KeptDecision } from '../shapes.ts';

/** What a person decides of two works, by their ids. */
export interface DecisionToMake {
  readonly first: string;
  readonly second: string;
  readonly says: Decision['says'];
  readonly author: string;
  readonly note: string | null;
}

/**
 * What persons decided about works that the texts do not tell apart or do not bring together. Kept in the ledger with author and time, given to every index, and right
 * after documents are read anew. Methods throw `Failure` and nothing else.
 */
export interface Decisions {
  list(): Promise<DecisionList>;
  /**
   * Durable when it returns; questions asked after it are answered with it, or, where the index is away, as soon as it is back.
   * @throws Failure `not-found` for an id that no work bears, `bad-request` for works of two numbers, one work twice, or an empty author.
   */
  decide(decision: DecisionToMake): Promise<DecisionView>;
  /** Takes a decision back; it stays in the list. `not-found` where none stands under this id. */
  undo(id: string, author: string): Promise<DecisionView>;
}

/** Most decisions that stand: every index holds them all in memory. */
const mostDecisions = 100_000;

const longest = { author: 200, note: 2000 } as const;

/** The decisions of a collection. `lagging` is called where the index could not be told. */
export function decisionsIn(collection: Collection, lagging: () => void): Decisions {
  const { ledger, readers, writers, parts } = collection;

  return {
    list: () => failing(async () => ({ decisions: await viewed(ledger.decisions.list()) })),
    decide: (decision) => failing(() => decide(decision)),
    undo: (id, author) => failing(() => undo(id, author)),
  };

  async function decide({ first, second, says, author, note }: DecisionToMake): Promise<DecisionView> {
    const by = readAuthor(author);
    const why = note === null ? null : note.trim();
    if (why !== null && why.length > longest.note) throw new Failure('bad-request', `The note is longer than ${longest.note} characters.`);
    const symbol = await readers.reading((index) => symbolOfBoth(index, first, second));
    const decision: Decision = {
      id: randomUUID(),
      symbol,
      first,
      second,
      says,
      author: by,
      made: parts.now().toISOString(),
      note: why === '' ? null : why,
    };
    await tell(() => {
      ledger.commit((to) => {
        if (ledger.decisions.standing().length >= mostDecisions)
          throw new Failure('bad-request', `At most ${mostDecisions} decisions can stand; undo one first.`);
        to.decisions.insert(decision);
      });
    });
    return await viewOf(decision.id);
  }

  async function undo(id: string, author: string): Promise<DecisionView> {
    const by = readAuthor(author);
    await tell(() => {
      if (!ledger.commit((to) => to.decisions.undo(id, by, parts.now().toISOString()))) throw unknown(id);
    });
    return await viewOf(id);
  }

  /** Writes to the ledger, then tells the index all decisions that stand. */
  async function tell(write: () => void): Promise<void> {
    const writing = await writers.enter();
    let outcome: 'done' | 'failed' = 'failed';
    try {
      await writing.alone(async () => {
        write();
        await writing.decide(ledger.decisions.standing());
      });
      outcome = 'done';
    } finally {
      if (writing.isBehind()) lagging();
      await writers.leave(outcome);
    }
  }

  async function viewOf(id: string): Promise<DecisionView> {
    const kept = ledger.decisions.find(id);
    if (kept === null) throw unknown(id);
    const [view] = await viewed([kept]);
    return view!;
  }

  async function viewed(kept: readonly KeptDecision[]): Promise<DecisionView[]> {
    const symbols = [...new Set(kept.filter(({ undone }) => undone === null).map(({ symbol }) => symbol))];
    const holding = await readers.reading((index) => holdingOf(index, symbols));
    return kept.map((one) => ({ ...one, state: one.undone !== null ? 'undone' : holding.has(one.id) ? 'holds' : 'without-effect' }));
  }
}

/** Ids of the decisions that make works what they are. */
async function holdingOf(index: Store, symbols: readonly string[]): Promise<ReadonlySet<string>> {
  const known = [...(await knownSymbols(index, symbols)).values()];
  return new Set(known.flatMap(({ works }) => works.flatMap(({ decisions }) => decisions)));
}

/** The symbol that both works bear. */
async function symbolOfBoth(index: Store, first: string, second: string): Promise<string> {
  if (first === second) throw new Failure('bad-request', 'A work is always the same as itself: give two.');
  const [one, two] = [symbolIn(first), symbolIn(second)];
  if (one !== two)
    throw new Failure(
      'bad-request',
      `Only works of one number can be decided about; these bear ${JSON.stringify(one)} and ${JSON.stringify(two)}.`,
    );
  const { works, placed } = await knownSymbol(index, one);
  const ids = new Set([...works.map(({ id }) => id), ...[...placed.values()].map(({ work }) => work)]);
  for (const id of [first, second])
    if (!ids.has(id))
      throw new Failure(
        'not-found',
        `No work bears the id ${JSON.stringify(id.slice(0, 200))}; ids are those of a graph or of the list of undecided works.`,
      );
  return one;
}

function symbolIn(id: string): string {
  const at = id.indexOf('@');
  if (at <= 0) throw new Failure('bad-request', `${JSON.stringify(id.slice(0, 200))} is no id of a work with a number.`);
  return id.slice(0, at);
}

function readAuthor(given: string): string {
  const author = given.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (author === '') throw new Failure('bad-request', 'The name of the author is empty: a decision is kept with who made it.');
  if (author.length > longest.author)
    throw new Failure('bad-request', `The name of the author is longer than ${longest.author} characters.`);
  return author;
}

function unknown(id: string): Failure {
  return new Failure('not-found', `No decision stands under the id ${JSON.stringify(id.slice(0, 100))}.`);
}
