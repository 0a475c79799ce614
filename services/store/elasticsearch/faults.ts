import type { IndexFault } from '#services/store/port.ts';
import type { Connection } from './connection.ts';
import { refresh } from './refresh.ts';

/** Ids of entries of an index whose document is not there (`lost`), and of documents whose entries there are not those that they should have (`other`). */
export type Differences = Map<string, 'lost' | 'other'>;

/** As indices cannot be read at one moment, what seems wrong is looked at once more, after all that was written has become visible. */
export async function wrongTwice(
  connection: Connection,
  differences: (connection: Connection) => Promise<Differences>,
): Promise<{ readonly lost: readonly string[]; readonly other: readonly string[] }> {
  const suspects = await differences(connection);
  const wrong = { lost: [] as string[], other: [] as string[] };
  if (suspects.size === 0) return wrong;
  await refresh(connection);
  for (const [id, difference] of await differences(connection)) if (suspects.has(id)) wrong[difference].push(id);
  return wrong;
}

/** One fault of all these documents; none where there are none. */
export function told(documents: readonly string[], sentence: (count: number) => string): IndexFault[] {
  return documents.length === 0 ? [] : [{ message: sentence(documents.length), documents }];
}

/** Keywords are in the order of their bytes in UTF-8. */
export const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
