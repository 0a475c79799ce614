import { Failure } from '#ingest/model/failure.ts';
import type { ElasticsearchOptions } from '#services/store/elasticsearch/options.ts';
import { type Engine, openOwn } from './engines.ts';
import { type JudgedQuery, judgedOn, type Shelf } from './judged.ts';
import { type Answered, depth } from './measures.ts';
import { openYardstick } from './yardstick.ts';

export interface Compared {
  readonly own: readonly Answered[];
  readonly yardstick: readonly Answered[];
}

/** Puts every query that can be judged on this shelf to our search and to the yardstick. */
export async function compare(
  shelf: Shelf,
  queries: readonly JudgedQuery[],
  elasticsearch: ElasticsearchOptions | null = null,
): Promise<Compared> {
  const own = await openOwn(shelf, elasticsearch);
  const yardstick = openYardstick(own.documents);
  try {
    const judged = judgedOn(queries, shelf);
    return { own: await answers(own, judged), yardstick: await answers(yardstick, judged) };
  } finally {
    await yardstick.close();
    await own.close();
  }
}

async function answers(engine: Engine, queries: readonly JudgedQuery[]): Promise<Answered[]> {
  const given: Answered[] = [];
  for (const judged of queries) {
    try {
      given.push({ judged, names: await engine.first(judged.query, depth), refused: null });
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      given.push({ judged, names: [], refused: `${thrown.code}: ${thrown.message}` });
    }
  }
  return given;
}
