import { pageOf } from '#ingest/model/origin.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import type { DocumentBody } from '#services/store/port.ts';
import type { DirectivePart } from '../shapes.ts';

/** The beginning of a numbered point that stands for it, in code units. */
const longestHeading = 160;
const point = /^[ \t]*(?<number>\d{1,2})[.)]\s+(?<words>\S[^\n]*)/gmu;

/** The parts of a document: those under headings; of one without headings, as directives (chỉ thị) often are, its numbered points, each told by its first sentence. */
export function partsOf({ body }: DocumentBody): readonly DirectivePart[] {
  const under = body.parts.map(({ heading, depth, span }) => ({ heading: oneLine(heading), depth, span: { ...span } }));
  return (under.length > 0 ? under : pointsOf(body.text)).map((part) => ({ ...part, page: pageOf(body.origin, part.span) }));
}

function pointsOf(text: string): Omit<DirectivePart, 'page'>[] {
  const points: Omit<DirectivePart, 'page'>[] = [];
  let next = 1;
  for (const { index, groups, 0: all } of text.matchAll(point)) {
    // A number out of turn is a figure, or of a list within a point.
    if (Number(groups!.number) !== next) continue;
    next += 1;
    const sentence = /^.*?[.;:](?=\s|$)/u.exec(groups!.words!)?.[0] ?? groups!.words!;
    const words = sentence.length > longestHeading ? `${sentence.slice(0, longestHeading).trimEnd()}…` : sentence;
    points.push({ heading: `${groups!.number}. ${oneLine(words)}`, depth: 0, span: { start: index, end: index + all.length } });
  }
  return points;
}
