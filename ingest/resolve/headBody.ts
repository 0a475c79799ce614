import type { Stated } from '#ingest/model/mention.ts';
import type { Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import { beginsBody, bodiesOf, equals, standing } from '#ingest/vocabulary/bodiesInHeads.ts';
import { bodyInRunningText } from '#ingest/vocabulary/casing.ts';

/** Names of the bodies in the head, top down, in capitals as printed. */
export function headBodies(text: string, outline: Outline): string[] {
  return bodiesOf(outline.head.issuerLines.map((span) => wordsOf(text, span)));
}

/** The body in the left head that speaks: of two, the lower one; of equals, all of them. Null where the head names none. */
export function headBody(text: string, outline: Outline): Stated | null {
  const { issuerLines } = outline.head;
  const [first, last] = [issuerLines[0], issuerLines.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = { start: first.start, end: last.end };
  const bodies = headBodies(text, outline);
  // Capitals over a text without number, date or type are a heading, unless they begin as a body's name does.
  const { number, placeAndDate, typeName } = outline.head;
  if (number === null && placeAndDate === null && typeName === null && !beginsBody(bodies[0]!)) return null;
  const below = bodies.at(-1)!;
  const above = bodies.at(-2) ?? null;
  if (above !== null && bodies.every((body) => equals(body, below)))
    return { value: bodies.map((body) => bodyInRunningText(body)).join(', '), span };
  const name = bodyInRunningText(below);
  switch (standing(below, above)) {
    case 'own':
      return { value: name, span };
    case 'central office':
      return { value: `${name} Trung ương${/^VĂN PHÒNG/u.test(below) ? ' Đảng' : ''}`, span };
    case 'office':
      return { value: calledInText(text, name, bodyInRunningText(above!)), span };
  }
}

/** An office under its committee, by the name that the text itself uses: "Ủy ban Kiểm tra Tỉnh ủy", else with the committee's place. */
function calledInText(text: string, office: string, committee: string): string {
  const whole = `${office} ${committee}`;
  const short = `${office} ${committee.split(' ').slice(0, 2).join(' ')}`;
  return !text.includes(whole) && text.includes(short) ? short : whole;
}
