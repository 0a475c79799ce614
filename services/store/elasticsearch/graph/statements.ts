import { Failure } from '#ingest/model/failure.ts';
import { cursorTo, placeOfCursor } from '#services/store/cursors.ts';
import type { Statement, StatementsPage, StatementsRequest } from '#services/works/link.ts';
import type { Connection } from '../connection.ts';
import { askingNow } from './answer.ts';
import { knownWorks, possibleSymbols, symbolsMet } from './known.ts';
import { type Place, toldPage } from './told.ts';
import { witnessesOf } from './witnesses.ts';

/** A page of what is stated of one work. @throws Failure `bad-request` for a cursor that no answer gave. */
export async function statements(connection: Connection, request: StatementsRequest): Promise<StatementsPage> {
  const { work, direction, other, filter, size, after } = request;
  const begin = after === undefined ? null : placeIn(after);
  const ask = askingNow(connection);
  const known = knownWorks(ask);
  await known.learn([work, ...(other === undefined ? [] : [other])].flatMap(possibleSymbols));
  const near = known.refs(work);
  const far = other === undefined ? null : known.refs(other);
  if (near.length === 0 || far?.length === 0) return { statements: [], works: [], total: 0, next: null };
  const wanted =
    direction === 'up'
      ? { subject: near, notObject: near, ...(far === null ? {} : { object: far }), filter }
      : { object: near, notSubject: near, ...(far === null ? {} : { subject: far }), filter };
  // One more than is told: whether there is a next page.
  const { told: found, places, total } = await toldPage(ask, wanted, size + 1, begin);
  const told = found.slice(0, size);
  await known.learn(symbolsMet(told.map(({ subject, object }) => (direction === 'up' ? object : subject))));
  const words = await witnessesOf(connection, known, told);
  const page = told.flatMap((one): Statement[] => {
    const witness = words.get(one);
    return witness === undefined ? [] : [{ from: known.place(one.subject)!.work, to: known.place(one.object)!.work, witness }];
  });
  const ends = new Set(page.map(({ from, to }) => (direction === 'up' ? to : from)));
  return {
    statements: page,
    works: [...ends].sort().map((id) => known.work(id)!),
    total,
    next: found.length > size ? cursorOf(places[size - 1] ?? begin ?? beforeAll) : null,
  };
}

const beforeAll: Place = ['', '', -1];

function cursorOf(place: Place): string {
  return cursorTo(place);
}

/** The longest id takes 500 bytes; JSON and base64 make it longer. */
const longest = 5000;

function placeIn(cursor: string): Place {
  const place = cursor.length <= longest && /^[\w-]+$/u.test(cursor) ? placeOfCursor(cursor) : null;
  if (Array.isArray(place) && place.length === 3) {
    const [order, document, position]: unknown[] = place;
    if (typeof order === 'string' && typeof document === 'string' && Number.isInteger(position))
      return [order, document, position as number];
  }
  throw new Failure('bad-request', 'The place to go on from is none that an answer gave.');
}
