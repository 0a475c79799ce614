import { type Connection, reading } from '../connection.ts';
import { type Current, catchUp } from './catchUp.ts';
import { loadGraph, momentOf } from './load.ts';
import { keepAnswersYoung } from './young.ts';

/** The graph of a connection, loaded with the first question and kept up to date. */
export interface Graph {
  /** Asks the graph as committed at this moment; all that `question` reads from the tables is of the same moment. */
  ask<T>(question: (current: Current) => T): T;
}

export function openGraph(connection: Connection): Graph {
  let current: Current | null = null;

  function load(): Current {
    keepAnswersYoung();
    const graph = loadGraph(connection);
    return { graph, upTo: graph.upTo, gone: null, documents: 0 };
  }

  function refreshed(): Current {
    if (current !== null && current.upTo.moment === momentOf(connection)) return current;
    const known = current;
    // Half read is not read: where it fails, the next question begins anew.
    current = null;
    current = known !== null && catchUp(connection, known) ? known : load();
    return current;
  }

  return { ask: (question) => reading(connection, () => question(refreshed())) };
}
