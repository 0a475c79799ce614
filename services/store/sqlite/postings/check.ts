import type { IndexFault } from '#services/store/port.ts';
import { type Connection, reading } from '../connection.ts';
import { storeFailure } from '../failures.ts';
import { growing, placeStarts, readRows } from './blocks.ts';
import { readFeatures } from './features.ts';
import { wordLists } from './listing.ts';
import { letters, type Segment, segmentsOf } from './segments.ts';

/** Letters of the fields whose words a document counts (features.ts), in that order. */
const counted: readonly string[] = [letters.title, letters.parts, letters.body];

/**
 * Reads every list of the word index and compares what they hold with what the documents count: how many words each has in its title, its headings and its
 * text. What is wrong with a segment is mended by putting its documents again.
 */
export function checkWords(connection: Connection): IndexFault[] {
  return reading(connection, () => {
    const segments = segmentsOf(connection);
    return [...overlapping(segments), ...unlisted(connection), ...segments.flatMap((segment) => faultsOf(connection, segment))];
  });
}

function overlapping(segments: readonly Segment[]): IndexFault[] {
  const wrong = segments.filter(({ first, last }, at) => first > last || first <= (segments[at - 1]?.last ?? -1));
  return wrong.map(({ id }) => ({ message: `Segment ${id} of the word index overlaps another.`, documents: [] }));
}

function unlisted(connection: Connection): IndexFault[] {
  const rows = connection
    .statement(
      `SELECT id FROM document d WHERE row NOT IN (SELECT row FROM feature)
        OR NOT EXISTS (SELECT 1 FROM segment s WHERE d.row BETWEEN s.first AND s.last)`,
    )
    .all();
  return rows.length === 0
    ? []
    : [{ message: `${rows.length} documents are missing from the word index.`, documents: rows.map(({ id }) => String(id)) }];
}

function faultsOf(connection: Connection, segment: Segment): IndexFault[] {
  const held = connection
    .statement('SELECT d.row, d.id, f.features FROM document d LEFT JOIN feature f USING (row) WHERE d.row BETWEEN ? AND ?')
    .all(segment.first, segment.last);
  const documents = held.map(({ id }) => String(id));
  try {
    const faults: IndexFault[] = [];
    if (held.length !== segment.documents - segment.removed) {
      faults.push({ message: `Segment ${segment.id} of the word index counts its documents wrongly.`, documents });
    }
    const found = wordCounts(connection, segment);
    const wrong = held.filter(({ row, features }) => {
      if (features === null) return false;
      const { lengths } = readFeatures(features as Uint8Array);
      return lengths.some((length, field) => found[field]?.[Number(row) - segment.first] !== length);
    });
    if (wrong.length > 0) {
      faults.push({
        message: `${wrong.length} documents have other words in the word index than they count.`,
        documents: wrong.map(({ id }) => String(id)),
      });
    }
    return faults;
  } catch (thrown) {
    return [{ message: `Segment ${segment.id} of the word index: ${storeFailure(thrown).detail}`, documents }];
  }
}

/** How many words each document of the segment has in each field that is counted; reads every list on the way. */
function wordCounts(connection: Connection, segment: Segment): Int32Array[] {
  const counts = counted.map(() => new Int32Array(segment.last - segment.first + 1));
  for (const { word, rows, places } of wordLists(connection, segment)) {
    const list = growing(0);
    readRows(rows, segment.first, segment.last, list);
    const times = list.counts.subarray(0, list.length);
    if (!word.startsWith(letters.numbers)) placeStarts(places, times);
    const field = counts[counted.indexOf(word.slice(0, 1))];
    for (let at = 0; field !== undefined && at < list.length; at++) {
      const place = (list.rows[at] ?? 0) - segment.first;
      field[place] = (field[place] ?? 0) + (times[at] ?? 0);
    }
  }
  return counts;
}
