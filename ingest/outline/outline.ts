import type { Outline } from '#ingest/model/outline.ts';
import { blocksOf } from './blocks.ts';
import { closeOf } from './close.ts';
import { headOf } from './head.ts';
import { isRule, linesOf } from './lines.ts';
import { notesOf } from './notes.ts';
import { partTitle } from './title.ts';

/** The shape of a repaired text: its head, the blocks of its body, its close. Spans point into `text`; it never fails. */
export function outline(text: string): Outline {
  const { notes, rest } = notesOf(linesOf(text));
  const lines = partTitle(rest);
  const { head, bodyFrom } = headOf(text, lines);
  const { close, bodyTo, closeTo } = closeOf(lines, bodyFrom);
  // An annex after the close (the plan that a decision issues) is read like the body.
  const bodyLines = [...lines.slice(bodyFrom, bodyTo), ...lines.slice(closeTo)].filter((line) => !isRule(line.text));
  const first = bodyLines[0];
  const last = bodyLines.at(-1);
  return {
    head,
    body: first && last ? { start: first.span.start, end: last.span.end } : { start: text.length, end: text.length },
    blocks: blocksOf(bodyLines),
    close,
    notes,
  };
}
